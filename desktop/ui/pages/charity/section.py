# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What every section of the place is, and the rows of facts in them."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.later import later
from desktop.ui.widgets.text import heading, hint, words


class Section(QWidget):
    """A part of Our charity, with a title and one sentence on what it is for."""

    title = ""
    about = ""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName(f"section-{type(self).__name__.removesuffix('Section').casefold()}")

    def build(self, *parts: QWidget | int | None) -> None:
        """Put the parts under the title."""
        told = [hint(self.about)] if self.about else []
        self.setLayout(column(heading(self.title), *told, 2, *parts, None, gap=10, margins=(0, 0, 5, 0)))

    def refresh(self) -> None:
        """Read anew and show."""

    def leave(self) -> None:
        """Save what is being typed."""

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll to a part that has just been shown, as soon as it has its place."""
        later(self, lambda: self._scroll_to(part))

    def _scroll_to(self, part: QWidget) -> None:
        above = self.parentWidget()
        area = above.parentWidget() if above is not None else None
        if isinstance(area, QScrollArea):
            area.verticalScrollBar().setValue(part.mapTo(self, QPoint(0, 0)).y())

    def take_focus(self) -> bool:
        """Put the focus on the first thing that takes it; gives whether there is one."""
        for widget in self.findChildren(QWidget):
            takes = widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and widget.isVisibleTo(self):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False


class Facts(QWidget):
    """Names and what they are, one under another, or in columns of the same width."""

    def __init__(self, names: Iterable[str], *, columns: int = 1) -> None:
        super().__init__()
        self._values = {name: words("", wrap=True) for name in names}
        lines: list[tuple[QLayout, int]] = []
        for name, value in self._values.items():
            label = words(name, "small", 600, "soft", wrap=True)
            label.setMinimumWidth(1)
            lines.append((column(label, value, gap=0), 1))
        if columns == 1:
            self.setLayout(column(*(line for line, _stretch in lines), gap=8))
            return
        rows = [row(*lines[at : at + columns], gap=16) for at in range(0, len(lines), columns)]
        self.setLayout(column(*rows, gap=8))

    def show_facts(self, **facts: str) -> None:
        """Show these, by name with _ for spaces; a name left out keeps what it shows."""
        for name, value in facts.items():
            self.show_fact(name.replace("_", " "), value)

    def show_fact(self, name: str, value: str) -> None:
        """Show one."""
        self._values[name].setText(value or "Not given yet")
        self._values[name].setAccessibleName(f"{name}: {value or 'not given yet'}")

    def fact(self, name: str) -> str:
        """What is shown for one."""
        return self._values[name].text()
