# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Step 3: read every page before it is signed. The tick holds only when every page was shown."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QProgressBar, QWidget

from desktop.services.packing import Packing
from desktop.ui.pages.packs.making import Making, Stage
from desktop.ui.pages.packs.step_head import StepHead
from desktop.ui.pages.packs.what_goes_in import Ways
from desktop.ui.preview.preview_pane import PreviewPane
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import box, column, plain, put, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import tick
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import words

_BESIDE_EM = 50
_LEAST_PREVIEW, _SIDE = 300, 280


class Reading(QWidget):
    """The pages, how many of them were shown, and the tick. ``began`` when the first page is there."""

    began = Signal()

    def __init__(self, packing: Packing, making: Making, ways: Ways) -> None:
        super().__init__()
        self.setObjectName("pack-read")
        self._packing, self._making = packing, making
        self._shown: bytes = b""
        head = StepHead(3, "Change what goes in", ways.back, ways.give_up)
        self._preview = PreviewPane()
        self._preview.page_seen.connect(self._note_seen)
        self._preview.page_changed.connect(self._begin_when_ready)
        self._beginning = False
        self._count = words("", "h3", 700, wrap=True)
        self._count.setObjectName("pages-shown")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Pages shown")
        self._next = button("Go to the next page not shown", "pages-next-unseen", self._go_to_unseen)
        self._drawn_from = words("", tone="soft", wrap=True)
        self._drawn_from.setObjectName("drawn-from")
        self._redraw = button("Draw it again", "pack-redraw", ways.back, kind="link")
        self._tick = tick("pack-read-tick", "I have read every page", self._say_read)
        self._mark = Mark("missing", 18)
        self._problem = words("", "small", 700, "gap", wrap=True)
        self._problem.setObjectName("pack-read-problem")
        self._trouble = plain(row(self._mark, (self._problem, 1), gap=6))
        self._on = button("Go on to sign", "pack-go-sign", self._go_on, kind="primary")
        self._both: QBoxLayout = QHBoxLayout()
        self._both.setSpacing(sp(16))
        put(self._both, (self._preview, 1), self._make_side())
        self.setLayout(column(head, (self._both, 1), gap=8, margins=(24, 2, 24, 14)))

    def show_draft(self) -> None:
        """Show the pages that were drawn; the same ones are left where they were scrolled to."""
        draft = self._making.draft
        if draft is None:
            self._shown = b""
            self._preview.clear()
            return
        if draft.pdf is not self._shown:
            self._shown = draft.pdf
            self._preview.show_document("The pack, not signed yet", draft.pdf)
        self._drawn_from.setText(self._packing.drawn_from(draft))
        self._tick.setChecked(self._making.read)
        self._tell("")
        self._show_count()

    def begin(self) -> None:
        """Read at once: Page Down reads on. Before the pages are there nothing can have the focus."""
        self._beginning = self._preview.page_count == 0
        if not self._beginning:
            self._preview.take_focus()

    def arrange(self, em: float) -> None:
        """Beside the pages, or under them."""
        beside = em >= _BESIDE_EM
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._side.setFixedWidth(sp(_SIDE)) if beside else self._side.setMaximumWidth(16_777_215)
        self._side.setMinimumWidth(sp(_SIDE) if beside else 0)
        self._preview.setMinimumHeight(sp(_LEAST_PREVIEW))

    def _make_side(self) -> QWidget:
        self._side = box(
            column(
                self._count,
                self._bar,
                self._next,
                6,
                self._drawn_from,
                self._redraw,
                6,
                self._tick,
                self._trouble,
                self._on,
                None,
                gap=8,
                margins=(16, 14, 16, 14),
            )
        )
        return self._side

    def _begin_when_ready(self, _page: int) -> None:
        if self._beginning:
            self._beginning = False
            self._preview.take_focus()
            self.began.emit()

    def _note_seen(self, page: int) -> None:
        self._making.note_seen(page)
        self._show_count()

    def _show_count(self) -> None:
        draft = self._making.draft
        total, left = (draft.pages if draft else 0), len(self._making.unseen())
        self._count.setText(f"{total - left} of {total} pages shown")
        self._bar.setMaximum(max(1, total))
        self._bar.setValue(total - left)
        self._bar.setAccessibleDescription(self._count.text())
        self._next.setVisible(left > 0)
        if not left:
            self._tell("")

    def _say_read(self, on: bool) -> None:
        holds = self._making.say_read(on)
        self._tick.setChecked(holds)
        self._tell("" if holds or not on else _not_shown(self._making.unseen()))

    def _go_on(self) -> None:
        if self._making.read:
            self._making.go_to(Stage.TO_SIGN)
        else:
            left = self._making.unseen()
            self._tell(_not_shown(left) if left else "Tick that you have read every page. Then you can sign.")
            self._tick.setFocus()

    def _go_to_unseen(self) -> None:
        left = self._making.unseen()
        if left:
            self._preview.go_to(left[0])
            self._preview.take_focus()

    def _tell(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        self._tick.setAccessibleDescription(sentence)


def _not_shown(pages: Sequence[int]) -> str:
    """Which pages were not shown yet, runs of them as 5 to 9."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    named = [str(first) if first == last else f"{first} to {last}" for first, last in runs[:6]]
    more = " and more" if len(runs) > 6 else ""
    if len(pages) == 1:
        return f"Page {named[0]} was not shown yet. Scroll through it first."
    return f"Pages {', '.join(named)}{more} were not shown yet. Scroll through them first."
