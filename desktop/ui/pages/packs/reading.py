# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Step 2: read every page before it is signed. The tick holds only when every page was shown."""

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

_ROW_EM, _BESIDE_EM, _BESIDE_HIGH = 48, 66, 760
_LEAST_PREVIEW, _PAGES_AND_CONTROLS, _LARGE_PAGES_AND_CONTROLS, _SIDE = 300, 504, 244, 280


class Reading(QWidget):
    """The pages, how many of them were shown, and the tick. ``began`` when the first page is there."""

    began = Signal()

    def __init__(self, packing: Packing, making: Making, ways: Ways) -> None:
        super().__init__()
        self.setObjectName("pack-read")
        self._packing, self._making = packing, making
        self._shown: bytes = b""
        self._head = StepHead(2, "Change what goes in", ways.back, ways.give_up)
        self._preview = PreviewPane()
        self._preview.page_seen.connect(self._note_seen)
        self._preview.page_changed.connect(self._begin_when_ready)
        self._beginning = False
        self._count = words("", "h3", 700, wrap=True)
        self._count.setObjectName("pages-shown")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Pages shown")
        self._next = button("Next page not shown", "pages-next-unseen", self._go_to_unseen)
        self._drawn_from = words("", tone="soft", wrap=True)
        self._drawn_from.setObjectName("drawn-from")
        self._tick = tick("pack-read-tick", "I have read every page", self._say_read)
        self._mark = Mark("missing", 18)
        self._problem = words("", "small", 700, "gap", wrap=True)
        self._problem.setObjectName("pack-read-problem")
        self._trouble = plain(row(self._mark, (self._problem, 1), gap=6))
        self._on = button("Go on to sign", "pack-go-sign", self._go_on, kind="primary")
        self._both: QBoxLayout = QHBoxLayout()
        self._both.setSpacing(sp(16))
        put(self._both, (self._preview, 1), self._make_side())
        self.setLayout(column(self._head, (self._both, 1), gap=8, margins=(24, 2, 10, 10)))

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
        """Beside the pages, or in one row over them where the window is low or narrow, or the text large."""
        large = em < _ROW_EM
        beside = em >= _BESIDE_EM and self.window().height() >= sp(_BESIDE_HIGH)
        over = not beside
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if beside else ways.BottomToTop if over else ways.TopToBottom)
        self._both.setSpacing(sp(8 if over else 16))
        self._side.setMinimumWidth(sp(_SIDE) if beside else 0)
        self._side.setMaximumWidth(sp(_SIDE) if beside else 16_777_215)
        for line in (self._acts, self._drawn):
            line.setDirection(ways.LeftToRight if over else ways.TopToBottom)
        if large:  # no room for it in the row that is always seen
            self._drawn.addWidget(self._next)
        else:
            self._acts.insertWidget(1, self._next)
        room = sp(0 if over else 15)
        self._side_room.setContentsMargins(room, room, room, room)
        self._side.setProperty("shape", "" if over else "card")
        self._side.style().unpolish(self._side)
        self._side.style().polish(self._side)
        self._bar.setVisible(not over)
        self._head.stand(low=over)
        least = _LEAST_PREVIEW if beside else _LARGE_PAGES_AND_CONTROLS if large else _PAGES_AND_CONTROLS
        self._preview.setMinimumHeight(sp(least))

    def _make_side(self) -> QWidget:
        self._drawn: QBoxLayout = column(self._drawn_from, gap=8)
        self._acts: QBoxLayout = column(
            plain(column(self._count, self._bar, gap=4)), self._next, self._tick, None, self._on, gap=10
        )
        self._side_room = column(plain(self._drawn), plain(self._acts), self._trouble, None, gap=8)
        self._side = box(self._side_room)
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
        if self._problem.text():
            self._tell(_not_shown(self._making.unseen()))

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
    """Which pages were not shown yet, runs of them as 5 to 9; '' when all were."""
    if not pages:
        return ""
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
