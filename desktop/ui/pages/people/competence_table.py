# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The sign-off sheet as a table: each competence, the level needed, the level now, and the level chosen for it."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.models.workforce.competence import LEVELS
from desktop.services.workforce.competence_lines import CompetenceLine, CompetenceState
from desktop.ui.pages.people.person_table import PersonTable
from desktop.ui.theme import state_of
from desktop.ui.widgets.table import Cell, Column, Row

_COLUMNS = (Column("Competence", wrap=True, least=240), Column("Level now", wrap=True, least=146))
_LEVELS = {Qt.Key(Qt.Key.Key_0.value + level): level for level in range(len(LEVELS))}
_FORGET = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class CompetenceTable(PersonTable):
    """``levelled`` tells the level that the keys 0 to 4 chose for the row, and None for Delete, which chooses none."""

    levelled = Signal(str, object)

    def __init__(self, *, single_keys: bool) -> None:
        super().__init__(_COLUMNS, "Sign-off sheet", "competences")
        self._single_keys = single_keys
        keys = "Keys 0 to 4 choose its level. " if single_keys else ""
        self.setAccessibleDescription(f"{keys}Enter goes to the levels. Delete takes back what is chosen.")

    def show_sheet(self, lines: Iterable[CompetenceLine], chosen: Mapping[str, int]) -> None:
        """Show the sheet, with what is chosen and not signed off yet."""
        self.show_rows([Row(line.competency_id, (_what(line), _level(line, chosen))) for line in lines])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The levels; the rest is the table's."""
        key, plain = Qt.Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.selected_id and plain and self._single_keys and key in _LEVELS:
            self.levelled.emit(self.selected_id, _LEVELS[key])
        elif self.selected_id and plain and key in _FORGET:
            self.levelled.emit(self.selected_id, None)
        else:
            super().keyPressEvent(event)


def level_words(level: int) -> str:
    """A level as it is chosen: '3 Does it alone'."""
    return f"{level} {LEVELS[level]}"


def _what(line: CompetenceLine) -> Cell:
    needs = f"Needs {line.needed}: {line.needed_words.lower()}" if line.needed else "Not needed for these roles"
    return Cell(line.text, under=needs)


def _level(line: CompetenceLine, chosen: Mapping[str, int]) -> Cell:
    now, state = _now(line), state_of(line.state.mark)
    if line.competency_id in chosen:
        level = chosen[line.competency_id]
        said = f"Chosen: {level_words(level)}, not signed off yet. Now: {now}"
        return Cell(f"Chosen: {level}", said, state="partly_met", bold=True, under=f"{LEVELS[level]}. Now: {now}")
    shown = [_short(line), line.judged, line.judged_by]
    said = ", ".join(filter(None, (now, *shown, line.basis.lower())))
    return Cell(now, said, state=state, under=", ".join(filter(None, shown)))


def _now(line: CompetenceLine) -> str:
    return line.level_words if line.level is None else level_words(line.level)


def _short(line: CompetenceLine) -> str:
    if line.state is CompetenceState.JUDGE_AGAIN:
        return line.again
    return f"{line.gap} too low" if line.gap and line.level is not None else ""
