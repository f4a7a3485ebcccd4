# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reads the rows of an attendance sheet: who, from where, and for how much of the day."""

from collections.abc import Sequence

from desktop.services.importing.attendees import Attended, Attendee
from desktop.services.importing.case_content import about_a_case, our_names
from desktop.services.importing.grid import Grid
from desktop.services.importing.layout import Field, Layout
from desktop.services.importing.names import Match, match, tidy_name
from desktop.services.importing.preview import Ask, Problem, Question
from desktop.services.importing.sheet_facts import base_organisation, own_organisations
from desktop.services.importing.statuses import Mark, crosses_tick, read_mark, says_absent, says_part
from desktop.services.importing.table_rows import columns, person_column, person_text, value

_CASE = "This seems to be about a case. An attendance record has no room for that, so it will not be kept."
_THERE, _NOT_THERE = "was there", "was not there"


class SheetReader:
    """Reads one sheet, row by row, and gathers what has to be told."""

    def __init__(
        self, grid: Grid, layout: Layout, known: Sequence[str], whose: tuple[Sequence[str], Sequence[str]]
    ) -> None:
        """``whose`` are the names of the charity, as far as they are known, and the titles above the list."""
        self._grid, self._layout, self._known = grid, layout, known
        self.problems: list[Problem] = []
        self.questions: list[Question] = []
        self._at = columns(layout.places)
        self._marks = self._columns(Field.PRESENT) or self._columns(Field.STATUS)
        self._signed = not self._columns(Field.PRESENT)
        self._remarks = [
            place.at
            for place in layout.places
            if place.field in {Field.NOTES, Field.LEFT_OUT, Field.STATUS} and place.at not in self._marks
        ]
        self._x_is_yes = {column: crosses_tick(grid.text(row, column) for row in layout.rows) for column in self._marks}
        self._our_names = our_names((*(person_text(grid, row, layout) for row in layout.rows), *known))
        organisations = [self._organisation(row) for row in layout.rows]
        self._ours, sure = own_organisations(organisations, whose[1], whose[0])
        if not sure:
            self._ask_whose(sorted({base for text in organisations if (base := base_organisation(text))}))

    def attendee(self, row: int) -> Attendee:
        """One row."""
        name = tidy_name(person_text(self._grid, row, self._layout))
        organisation = self._organisation(row)
        own = self._is_own(organisation)
        found = match(name, self._known) if own else Match()
        cell = self._grid.name(row, person_column(self._layout))
        struck = self._grid.cell(row, person_column(self._layout)).struck
        attended = Attended.UNCLEAR if struck else self._attended(row)
        self._case_content(row)
        if attended is Attended.UNCLEAR:
            message = f"The marks do not tell whether {name} was there. Was this person there?"
            self.questions.append(
                Question(self._layout.sheet, cell, message, name, Ask.OTHER, (_THERE, _NOT_THERE), "")
            )
        return Attendee(name, cell, organisation, own, attended, found.same, found.near)

    def _columns(self, field: Field) -> list[int]:
        return [place.at for place in self._layout.places if place.field is field]

    def _organisation(self, row: int) -> str:
        return " ".join(value(self._grid, row, self._at.get(Field.ORGANISATION)).text.split())

    def _is_own(self, organisation: str) -> bool:
        """Without a word about where somebody is from, the sheet is about the charity's own people."""
        return not base_organisation(organisation) or base_organisation(organisation) in self._ours

    def _attended(self, row: int) -> Attended:
        marks = [self._mark(row, column) for column in self._marks]
        remarks = " ; ".join(text for column in self._remarks if (text := self._grid.text(row, column)))
        if not marks:
            return Attended.NOT if says_absent(remarks) else self._in_part(remarks)
        if says_absent(remarks) and Mark.YES not in marks:
            return Attended.NOT
        if Mark.UNKNOWN in marks:
            return Attended.UNCLEAR
        if all(mark is Mark.YES for mark in marks):
            return self._in_part(remarks)
        if any(mark in {Mark.YES, Mark.PART} for mark in marks):
            return Attended.PART
        return Attended.UNCLEAR if self._signed_all_the_same(row) else Attended.NOT

    def _in_part(self, remarks: str) -> Attended:
        return Attended.PART if says_part(remarks) else Attended.ALL

    def _mark(self, row: int, column: int) -> Mark:
        text = self._grid.text(row, column)
        mark = read_mark(text)
        if mark is not Mark.UNKNOWN:
            return mark
        if text.casefold() in {"x", "xx"}:
            return Mark.YES if self._x_is_yes[column] else Mark.UNKNOWN
        # Where people sign, or write when they came, anything written there is theirs.
        return Mark.YES if self._signed or any(sign.isdigit() for sign in text) else Mark.UNKNOWN

    def _signed_all_the_same(self, row: int) -> bool:
        """Signed, though no box is ticked."""
        return any(
            read_mark(self._grid.text(row, column)) in {Mark.YES, Mark.UNKNOWN} and self._grid.text(row, column)
            for column in self._columns(Field.STATUS)
            if column not in self._marks
        )

    def _case_content(self, row: int) -> None:
        for column in range(len(self._grid.rows[row])):
            cell = self._grid.cell(row, column)
            texts = (cell.note,) if column not in self._remarks else (cell.text, cell.note)
            if any(about_a_case(text, self._our_names) for text in texts if text):
                self.problems.append(Problem(self._layout.sheet, self._grid.name(row, column), _CASE))

    def _ask_whose(self, organisations: list[str]) -> None:
        """Which organisation is the charity itself, where nothing above the list says so."""
        row = self._layout.header_rows[-1] if self._layout.header_rows else 0
        cell = self._grid.name(row, self._at[Field.ORGANISATION])
        likely = next(iter(self._ours))
        shown = {base_organisation(self._organisation(each)): self._organisation(each) for each in self._layout.rows}
        choices = tuple(shown[base] for base in organisations)
        message = "Which of these organisations is yours?"
        self.questions.append(Question(self._layout.sheet, cell, message, "", Ask.OTHER, choices, shown[likely]))
