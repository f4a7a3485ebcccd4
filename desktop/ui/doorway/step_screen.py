# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The common shape of the steps of a first run: how far one is, a title, a sentence, the fields, and the way on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.ui.doorway.ink_screen import InkScreen
from desktop.ui.doorway.kept_fields import ScreenDraft
from desktop.ui.doorway.lent import View
from desktop.ui.widgets.boxes import Item, column, plain, side_by_side
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import heading, hint, words


@dataclass(frozen=True, slots=True)
class Steps:
    """Where a step stands. ``later`` leaves it for later, ``back`` goes back; None where that cannot be.

    ``no_back`` says why there is no way back; ``is_done`` that a person came back to a step that was done.
    """

    view: View
    number: int
    of: int
    later: Callable[[], object] | None
    back: Callable[[], object] | None = None
    no_back: str = ""
    is_done: bool = False


class StepScreen(InkScreen):
    """``first`` is the control that has the focus at the start."""

    def __init__(self, steps: Steps) -> None:
        super().__init__(steps.view)
        self._steps = steps
        self._first: QWidget | None = None
        self.over = False  # the next screen is on its way: a second press does nothing
        self.draft: ScreenDraft | None = None

    def build(
        self,
        title: str,
        about: str,
        *parts: Item,
        go: tuple[str, Callable[[], object]] | None,
        also: Sequence[QWidget] = (),
    ) -> None:
        """Lay the step out; ``go`` is the words of the filled button and what it does, ``also`` stand beside it.

        The ways on are always in view, and every step begins at the same height.
        """
        self.setObjectName(f"first-run-{self._steps.number}")
        where = words(f"Step {self._steps.number} of {self._steps.of}", "small", 600, "soft")
        ways: list[QWidget] = []
        if go:
            ways.append(button(go[0], "step-go", go[1], kind="primary"))
        ways += also
        if self._steps.later is not None:
            later = "Go on" if self._steps.is_done else "Leave for later"
            ways.append(button(later, "step-later", self._steps.later))
        back = self._steps.back
        if back:
            QShortcut(QKeySequence(Qt.Key.Key_Escape), self, back)
        above = button("Go back", "first-run-back", back or self.begin, kind="linkic", icon_name="arrow-left")
        room = above.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        above.setSizePolicy(room)
        if back is None:
            above.hide()
        said = (above, where, heading(title, "h1"), words(about, wrap=True))
        under = [hint(self._steps.no_back)] if self._steps.no_back else []
        content = plain(column(*said, 4, *parts, *under, gap=10))
        pinned = side_by_side(*ways) if ways else None
        self.fill(content, width=640, look=False, one_height=True, pinned=pinned)

    def end(self) -> None:
        """Another screen is on its way: what was typed and not saved is kept, where there is a workbook for it."""
        self.over = True
        if self.draft is not None:
            self.draft.keep()

    def begin_at(self, control: QWidget) -> None:
        """Where the focus is when the step is shown."""
        self._first = control

    def begin(self) -> None:
        """Put the focus where one begins."""
        if self._first is not None:
            self._first.setFocus()
