# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reads the rows of a supervision log: what each cell says, what stands in its way, and what is never kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.models.dates import long_date
from desktop.models.sheet import Sheet, SheetCell
from desktop.services.importing.asking import day_question
from desktop.services.importing.case_content import about_a_case, names_a_case, our_names
from desktop.services.importing.cells import CellClass, CellReading, DateOrder, date_order, is_ambiguous, read_day
from desktop.services.importing.grid import Grid
from desktop.services.importing.layout import Field, Layout
from desktop.services.importing.log_people import LogPeople
from desktop.services.importing.minutes import Length, Unit, checked, column_unit, read_minutes
from desktop.services.importing.names import split_people, surname_first, tidy_name
from desktop.services.importing.preview import Problem, Question
from desktop.services.importing.sessions import SessionKind, SessionLine, kind_of, legend_in
from desktop.services.importing.statuses import Status, crosses_tick, read_status
from desktop.services.importing.table_rows import columns, person_column, person_text, value

_CASE = "This seems to be about a case. A supervision record has no room for that, so it will not be kept."
_OPEN = frozenset(("tbc", "tba", "?", "-", "–", "n/a", "na", "none", "no"))
_MISSED = {Status.CANCELLED, Status.NOT_ATTENDED, Status.MOVED}
_FREE = {Field.NOTES, Field.LEFT_OUT}
_NAMED = {Field.PERSON, Field.FIRST_NAME, Field.SURNAME, Field.SUPERVISOR, Field.SUPERVISION_KIND}
_MANY = 3  # so many dates that could be read two ways are one question about the file


@dataclass(slots=True)
class _Row:
    """A row being read: whether anything stands in its way."""

    number: int
    good: bool = True


class LogReader:
    """Reads one log, row by row, and gathers what has to be told."""

    def __init__(self, sheet: Sheet, layout: Layout, today: date, known: Sequence[str]) -> None:
        """``known`` are the names in the workbook."""
        self._grid, self._layout, self._today = Grid(sheet), layout, today
        self.at = columns(layout.places)
        self.problems: list[Problem] = []
        self.questions: list[Question] = []
        self.order = self._date_order()
        self.first_unclear = self._first_unclear()
        # One question settles the order for the file; until it is answered, the likely one is shown.
        likely = DateOrder(self.order.day_first, settled=self.order.day_first is not None)
        self._order = likely if self.first_unclear else self.order
        self._unit = self._minutes_unit()
        above = self._grid.rows[: layout.header_rows[0]] if layout.header_rows else ()
        self._legend = legend_in(cell.text for row in above for cell in row)
        self._kind_of_sheet = kind_of(" ".join((layout.sheet, *(cell.text for row in above[:1] for cell in row))), {})
        self._x_is_yes = crosses_tick(self.value(row, Field.STATUS).text for row in layout.rows)
        cells = [(self.name(row, person_column(layout)), person_text(self._grid, row, layout)) for row in layout.rows]
        cells = [(cell, text) for cell, text in cells if not names_a_case(text)]
        self.people = LogPeople(layout.sheet, cells, comma_turns=surname_first([text for _, text in cells]))
        supervisors = {self.value(row, Field.SUPERVISOR).text for row in layout.rows}
        supervisors = {name for text in supervisors for name in split_people(text)}
        self._ours = our_names((*self.people.names, *supervisors, *known))
        self._seen: dict[object, int] = {}
        self._kinds: set[str] = set()

    @property
    def date_field(self) -> Field:
        """Where the day of the session stands."""
        return Field.DATE if Field.DATE in self.at else Field.COMPLETED

    def session(self, number: int) -> SessionLine:
        """One row."""
        row = _Row(number)
        kept_out = self._case_content(row)
        day = self._day(row, self.date_field, kept_out)
        people = self._people_of(row)
        supervisor = "" if Field.SUPERVISOR in kept_out else self._supervisor(row)
        status = self._status(row, day, kept_out)
        session = SessionLine(
            cell=self.name(row.number, min(self.at.values(), default=0)),
            day=day,
            people=people,
            supervisor=supervisor,
            kind=self._kind(row, people, kept_out),
            status=status,
            minutes=self._minutes(row, status, kept_out),
            next_day=self._next_day(row, status, kept_out),
        )
        self._look_for_same(row, session)
        self._ask_of_struck(row)
        return replace(session, good=row.good)

    def value(self, row: int, field: Field) -> SheetCell:
        """The cell of a row; blank where the log has no such column."""
        return value(self._grid, row, self.at.get(field))

    def name(self, row: int, column: int) -> str:
        """The cell's name in the file."""
        return self._grid.name(row, column)

    def _case_content(self, row: _Row) -> frozenset[Field]:
        """Tells of every cell of the row that seems to be about a case; gives the fields that may not be quoted."""
        kept_out = set()
        fields = {at: field for field, at in self.at.items()}
        missed = read_status(self.value(row.number, Field.STATUS).text) in _MISSED
        for column, cell in enumerate(self._grid.rows[row.number]):
            field = fields.get(column, Field.NOTES)
            if self._is_about_a_case(cell, field, missed=missed):
                self._problem(row.number, column, _CASE)
                kept_out.add(field)
        return frozenset(kept_out)

    def _is_about_a_case(self, cell: SheetCell, field: Field, *, missed: bool) -> bool:
        if cell.note and about_a_case(cell.note, self._ours, missed=missed):
            return True
        if not cell.text or cell.day or (field not in _FREE and not any(sign.isalpha() for sign in cell.text)):
            return False
        return names_a_case(cell.text) if field in _NAMED else about_a_case(cell.text, self._ours, missed=missed)

    def _day(self, row: _Row, field: Field, kept_out: frozenset[Field]) -> date | None:
        cell = self.value(row.number, field)
        reading = read_day(cell, self._order, self._today)
        if reading.cell_class is CellClass.DATED:
            return reading.day
        row.good = False
        if reading.cell_class is CellClass.BLANK:
            self._tell(row, field, "There is no date.")
        elif field not in kept_out:
            self._tell_day(row, field, cell, reading)
        return None

    def _tell_day(self, row: _Row, field: Field, cell: SheetCell, reading: CellReading) -> None:
        if reading.cell_class is CellClass.QUESTION:
            shown = " ".join(cell.text.split())
            asked = day_question(self._layout.sheet, self.name(row.number, self.at[field]), shown, reading)
            self.questions.append(asked)
        else:
            self._tell(row, field, reading.message, cell.text.strip())

    def _people_of(self, row: _Row) -> tuple[int, ...]:
        column = person_column(self._layout)
        text = person_text(self._grid, row.number, self._layout)
        if names_a_case(text):
            row.good = False
            return ()
        if text:
            people = self.people.read(self.name(row.number, column), text)
            row.good = row.good and self.people.sure(people)
            return people
        row.good = False
        self._problem(row.number, column, "Nobody is named as supervised.")
        return ()

    def _supervisor(self, row: _Row) -> str:
        return tidy_name(self.value(row.number, Field.SUPERVISOR).text)

    def _kind(self, row: _Row, people: tuple[int, ...], kept_out: frozenset[Field]) -> SessionKind:
        text = "" if Field.SUPERVISION_KIND in kept_out else self.value(row.number, Field.SUPERVISION_KIND).text.strip()
        if not text:
            return SessionKind.GROUP if len(people) > 1 else self._kind_of_sheet
        kind = kind_of(text, self._legend)
        if kind is SessionKind.UNKNOWN and text.casefold() not in self._kinds:
            self._kinds.add(text.casefold())
            asked = self._question(
                row.number, self.at[Field.SUPERVISION_KIND], f"What kind of supervision is “{text[:30]}”?", text
            )
            self.questions.append(replace(asked, choices=tuple(each.value for each in SessionKind if each.value)))
        return kind

    def _status(self, row: _Row, day: date | None, kept_out: frozenset[Field]) -> Status:
        if Field.STATUS not in self.at:
            return self._status_without_column(row, day)
        cell = self.value(row.number, Field.STATUS)
        mark = cell.text.strip().casefold()
        text = self._legend.get(mark, cell.text)
        status = Status.HELD if self._x_is_yes and mark in {"x", "xx"} else read_status(text)
        if status is Status.NONE and day and day > self._today:
            return Status.PLANNED
        if status is Status.NONE:
            self._tell(row, Field.STATUS, "It does not say whether this session was held.")
        elif status is Status.UNKNOWN and Field.STATUS not in kept_out:
            text = cell.text.strip()
            self._tell(row, Field.STATUS, f"“{text[:30]}” does not say whether this session was held.", text)
        elif status is Status.HELD and day and day > self._today:
            self._tell(row, self.date_field, f"It is marked as held, but {long_date(day)} is still to come.")
        return status

    def _status_without_column(self, row: _Row, day: date | None) -> Status:
        if Field.COMPLETED not in self.at or Field.DATE not in self.at:
            minutes = read_minutes(self.value(row.number, Field.MINUTES), self._unit).minutes
            return Status.HELD if minutes else Status.NONE
        if not self.value(row.number, Field.COMPLETED).blank:
            return Status.HELD
        if day and day > self._today:
            return Status.PLANNED
        self._tell(row, Field.COMPLETED, "It does not say when this session was held.")
        return Status.NONE

    def _minutes(self, row: _Row, status: Status, kept_out: frozenset[Field]) -> int | None:
        if status is not Status.HELD or Field.MINUTES not in self.at:
            return None
        cell = self.value(row.number, Field.MINUTES)
        length = (
            Length(wrong="It was held, but there are no minutes.") if cell.blank else read_minutes(cell, self._unit)
        )
        length = checked(length)
        if not length.wrong:
            return length.minutes
        if Field.MINUTES not in kept_out:
            self._tell(row, Field.MINUTES, length.wrong, cell.text.strip())
        row.good = False
        return None

    def _next_day(self, row: _Row, status: Status, kept_out: frozenset[Field]) -> date | None:
        if status in {Status.HELD, Status.PLANNED, Status.NONE}:
            return None
        cell = self.value(row.number, Field.NEXT_DATE)
        if not cell.blank and cell.text.strip().casefold() not in _OPEN:
            return self._day(row, Field.NEXT_DATE, kept_out)
        said = read_day(self.value(row.number, Field.STATUS), self._order, self._today)
        if status is Status.MOVED and said.cell_class is not CellClass.DATED:
            self._tell(
                row, Field.NEXT_DATE if Field.NEXT_DATE in self.at else Field.STATUS, "It was moved, but to no date."
            )
        return said.day if said.cell_class is CellClass.DATED else None

    def _ask_of_struck(self, row: _Row) -> None:
        """A line through the name and the date may mean that the session does not count."""
        column = person_column(self._layout)
        if self._grid.cell(row.number, column).struck and self.value(row.number, self.date_field).struck:
            row.good = False
            asked = self._question(row.number, column, "A line is drawn through this row. Does it still count?", "")
            self.questions.append(replace(asked, choices=("yes", "no")))

    def _look_for_same(self, row: _Row, session: SessionLine) -> None:
        key = (session.day, session.people, session.supervisor, session.kind, session.status, session.minutes)
        if session.day is None or not session.people:
            return
        before = self._seen.setdefault(key, row.number)
        if before != row.number:
            self._tell(row, self.date_field, f"The same session stands in row {before + 1} already.")

    def _date_cells(self) -> list[SheetCell]:
        dates = (Field.DATE, Field.COMPLETED, Field.NEXT_DATE)
        return [self.value(row, field) for field in dates for row in self._layout.rows]

    def _date_order(self) -> DateOrder:
        if self._layout.day_first is not None:
            return DateOrder(self._layout.day_first, settled=True)
        return date_order(self._date_cells())

    def _first_unclear(self) -> Question | None:
        """The first date that could be read two ways, when there are so many that the file must be asked about."""
        if self.order.settled:
            return None
        fields = [field for field in (Field.DATE, Field.COMPLETED, Field.NEXT_DATE) if field in self.at]
        unclear = [
            (row, field) for row in self._layout.rows for field in fields if is_ambiguous(self.value(row, field))
        ]
        if len(unclear) < _MANY:
            return None
        row, field = unclear[0]
        text = self.value(row, field).text.strip()
        return self._question(row, self.at[field], "", text)

    def _minutes_unit(self) -> Unit:
        heading = next((place.heading for place in self._layout.places if place.field is Field.MINUTES), "")
        return column_unit(heading, [self.value(row, Field.MINUTES) for row in self._layout.rows])

    def _tell(self, row: _Row, field: Field, message: str, text: str = "") -> None:
        row.good = False
        self._problem(row.number, self.at.get(field, person_column(self._layout)), message, text)

    def _problem(self, row: int, column: int, message: str, text: str = "") -> None:
        self.problems.append(Problem(self._layout.sheet, self.name(row, column), message, text))

    def _question(self, row: int, column: int, message: str, text: str) -> Question:
        return Question(self._layout.sheet, self.name(row, column), message, text)
