# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Names typed or pasted are ticked; who is not sure is asked about, and nobody is taken by themselves."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.services.workforce.name_matching import NameMatch
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import clear, column, plain
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, Lines
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import hint, words

_ENTER = {QKeyCombination(key) for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)} | {
    QKeyCombination(Qt.KeyboardModifier.KeypadModifier, Qt.Key.Key_Enter)
}
UNDECIDED = "Say who is meant, or leave the name out."
Match = Callable[[str], Sequence[NameMatch]]


class NamesField(QWidget):
    """A field for names. ``tick`` is called for who is meant; ``record`` by Enter where nothing is typed."""

    touched = Signal()

    def __init__(self, match: Match, tick: Callable[[str, str], object], record: Callable[[], object]) -> None:
        super().__init__()
        self._match, self._tick, self._record = match, tick, record
        self._open: list[NameMatch] = []
        self._text = _Names()
        self._text.setObjectName("day-names")
        self._text.setFixedHeight(sp(64))
        self._text.entered.connect(self._enter)
        self._text.textChanged.connect(self.touched)
        self.field = Field("Or type or paste names", self._text, "One a line, or with commas. Enter ticks them.")
        self._take = button("Tick these names", "day-names-take", self._enter_typed)
        self._told = hint("")
        self._told.setObjectName("day-names-told")
        self._asked = column(gap=4)
        self.setLayout(column(self.field, plain(Flow(self._take)), self._told, self._asked, gap=6))
        self.show_text("")

    @property
    def text(self) -> str:
        """What is typed and not decided yet."""
        return "\n".join([*(one.typed for one in self._open), *filter(None, [self._text.toPlainText().strip()])])

    def show_text(self, text: str) -> None:
        """Show a text that is not read yet."""
        self._open = []
        self._text.setPlainText(text)
        self._tell("")

    def decided(self) -> bool:
        """Take what is typed. False, and said, when it is not sure who is meant by something."""
        if self._text.toPlainText().strip():
            self._read()
        if self._open:
            self.field.show_problem(UNDECIDED, focus=False)
            self._focus_question()
        return not self._open

    def _enter(self) -> None:
        if self._text.toPlainText().strip():
            self._enter_typed()
        else:
            self._record()

    def _enter_typed(self) -> None:
        self._read()
        if self._open:
            self._focus_question()
        else:
            self._text.setFocus()

    def _read(self) -> None:
        found = self._match(self._text.toPlainText())
        self._open += [one for one in found if not one.person_id]
        self._text.clear()
        sure = [one for one in found if one.person_id and not one.again]
        for one in sure:
            self._tick(one.person_id, one.name)
        self._tell(_told([one.name for one in sure], [one.words for one in found if one.again]))

    def _tell(self, told: str) -> None:
        self.field.clear_problem()
        self._told.setText(told)
        self._told.setVisible(bool(told))
        clear(self._asked)
        for at, one in enumerate(self._open):
            self._asked.addWidget(self._question(at, one))
        self.touched.emit()

    def _question(self, at: int, one: NameMatch) -> QWidget:
        more = "" if one.near else ". Add them under People first, or leave the name out."
        asked = words(f"“{one.typed}”: {one.words}{more}", "body", 600, wrap=True)
        ways = [
            button(
                f"{near.name} ({near.hint})" if near.hint else near.name,
                f"name-{at}-is-{nearest}",
                partial(self._decide, at, near.code, near.name),
            )
            for nearest, near in enumerate(one.near)
        ]
        out = button("Leave out", f"name-{at}-out", partial(self._decide, at, "", ""), kind="plain")
        for way in (*ways, out):
            way.setAccessibleDescription(f"{one.typed}: {one.words}")
        return plain(column(asked, plain(Flow(*ways, out)), gap=4))

    def _decide(self, at: int, person_id: str, name: str) -> None:
        one = self._open.pop(at)
        if person_id:
            self._tick(person_id, name)
        self._tell(f"Ticked: {name}." if person_id else f"Left out: {one.typed}.")
        if self._open:
            self._focus_question()
        else:
            self._text.setFocus()

    def _focus_question(self) -> None:
        first: Iterable[QPushButton] = (self._asked.itemAt(0).widget() or self).findChildren(QPushButton)  # type: ignore[union-attr]  # asked of one open at least
        next(iter(first)).setFocus(Qt.FocusReason.OtherFocusReason)


class _Names(Lines):
    """Enter takes what is typed, and Shift+Enter begins a line."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Enter; the rest is the field's."""
        if event.keyCombination() in _ENTER:
            if not event.isAutoRepeat():
                self.entered.emit()
        else:
            super().keyPressEvent(event)


def _told(ticked: Sequence[str], again: Sequence[str]) -> str:
    told = [f"Ticked: {', '.join(ticked)}."] if ticked else []
    return " ".join([*told, *(f"{one}." for one in again)])
