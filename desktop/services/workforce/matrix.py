# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The matrix: everyone who works here against the courses, or against the competencies, worked out in one pass."""

from dataclasses import dataclass
from datetime import date

from desktop.models.catalogue import Competency, Course
from desktop.models.choices import Choice
from desktop.models.workforce.course_words import rule_words
from desktop.models.workforce.needs import needed_courses
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.skills import Skills
from desktop.services.course_standing import TrainingState, course_standing
from desktop.services.kept_workforce import KeptWorkforce
from desktop.services.workforce.bookings import BookingLine, Bookings
from desktop.services.workforce.competence import rejudge_months
from desktop.services.workforce.competence_lines import (
    CompetenceLine,
    CompetenceState,
    JudgementLine,
    competence_line,
    competence_standing,
    judgement_line,
)
from desktop.services.workforce.matrix_cells import (
    CellsOf,
    MatrixCell,
    MatrixFilter,
    MatrixRow,
    MatrixView,
    matrix_view,
    rows_of,
)
from desktop.services.workforce.training_records import RecordLine, TrainingRecords
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

ALL = MatrixFilter()


@dataclass(frozen=True, slots=True)
class CourseCellView:
    """What lies behind one cell of people against courses. ``records``: the newest first; ``rules``: of the course."""

    person_id: str
    name: str
    course_id: str
    course: str
    cell: MatrixCell
    lapses: str
    rules: tuple[str, ...]
    records: tuple[RecordLine, ...]
    bookings: tuple[BookingLine, ...]


@dataclass(frozen=True, slots=True)
class CompetencyCellView:
    """What lies behind one cell of people against competencies. ``judgements``: the newest first."""

    person_id: str
    name: str
    cell: MatrixCell
    line: CompetenceLine
    judgements: tuple[JudgementLine, ...]


class Matrix:
    """The two matrices of one open workbook."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock
        self._kept = KeptWorkforce(workbook.db)
        self._made: dict[str, tuple[Workforce, tuple[MatrixRow, ...]]] = {}
        self._records = TrainingRecords(workbook, clock)
        self._bookings = Bookings(workbook, clock)

    def roles(self) -> tuple[Choice, ...]:
        """The roles that anyone holds, to filter by."""
        workforce = self._workforce()
        held = {code for person in workforce.current for code in workforce.roles(person)}
        return tuple(Choice(role.code, role.name) for role in workforce.catalogue.roles if role.code in held)

    def courses(self, shown: MatrixFilter = ALL, on: date | None = None) -> MatrixView:
        """People against courses, today or ``on`` another day. Courses that nobody needs or holds are left out."""
        workforce = self._workforce(on)
        rows = self._rows("courses", workforce, _course_cells(workforce))
        names = [(course.id, course.name) for course in workforce.catalogue.courses]
        return matrix_view(rows, names, shown, tuple(TrainingState))

    def competencies(self, shown: MatrixFilter = ALL, on: date | None = None) -> MatrixView:
        """People against competencies, today or ``on`` another day."""
        skills = self._skills(on)
        rows = self._rows(f"competencies {skills.months}", skills.workforce, _competency_cells(skills))
        names = [(one.id, one.text) for one in skills.workforce.catalogue.competencies]
        return matrix_view(rows, names, shown, tuple(CompetenceState))

    def course_cell(self, person_id: str, course_id: str) -> CourseCellView:
        """What lies behind a cell; ``LookupError`` when the person or the course is gone."""
        workforce, person = self._workforce(), self._db.people.get(person_id)
        course = workforce.catalogue.course(course_id)
        needed = any(one.id == course_id for one in needed_courses(workforce, person))
        return CourseCellView(
            person.id,
            person.name,
            course.id,
            course.name,
            course_cell(workforce, person, course, needed=needed),
            course_standing(workforce, person, course, needed=needed).lapses(workforce.as_at),
            rule_words(workforce.catalogue, course),
            self._records.history(person_id, course_id),
            self._bookings.lines(course_id=course_id, person_id=person_id),
        )

    def competency_cell(self, person_id: str, competency_id: str) -> CompetencyCellView:
        """What lies behind a cell; ``LookupError`` when the person or the competency is gone."""
        skills, person = self._skills(), self._db.people.get(person_id)
        competency = {one.id: one for one in skills.workforce.catalogue.competencies}[competency_id]
        judgements = tuple(judgement_line(one) for one in reversed(skills.history(person, competency)))
        line = competence_line(skills, person, competency)
        return CompetencyCellView(person.id, person.name, competency_cell(skills, person, competency), line, judgements)

    def _rows(self, which: str, workforce: Workforce, cells_of: CellsOf) -> tuple[MatrixRow, ...]:
        """The rows before any filter, kept until records are saved: then there is another workforce."""
        made_of, rows = self._made.get(which, (None, ()))
        if made_of is not workforce:
            rows = rows_of(workforce, workforce.current, cells_of)
            self._made[which] = (workforce, rows)
        return rows

    def _workforce(self, on: date | None = None) -> Workforce:
        return self._kept.on(on or self._clock.today())

    def _skills(self, on: date | None = None) -> Skills:
        return Skills(self._workforce(on), rejudge_months(self._db))


def course_cell(workforce: Workforce, person: Person, course: Course, *, needed: bool) -> MatrixCell:
    """One person against one course."""
    standing = course_standing(workforce, person, course, needed=needed)
    state = standing.state
    short = standing.cell(workforce.as_at) if state is not TrainingState.NOT_NEEDED else ""
    return MatrixCell(course.id, needed, state, state.mark, state.words, short, standing.sentence(person, course))


def competency_cell(skills: Skills, person: Person, competency: Competency) -> MatrixCell:
    """One person against one competency."""
    standing = competence_standing(skills, person, competency)
    state = standing.state
    sentence = standing.sentence(person, competency)
    return MatrixCell(competency.id, standing.needed > 0, state, state.mark, state.words, standing.cell, sentence)


def _course_cells(workforce: Workforce) -> CellsOf:
    asked: dict[tuple[str, ...], frozenset[str]] = {}

    def of(person: Person) -> tuple[MatrixCell, ...]:
        roles = workforce.roles(person)
        if roles not in asked:
            asked[roles] = frozenset(course.id for course in needed_courses(workforce, person))
        needed = asked[roles]
        return tuple(
            course_cell(workforce, person, course, needed=course.id in needed) for course in workforce.catalogue.courses
        )

    return of


def _competency_cells(skills: Skills) -> CellsOf:
    competencies = skills.workforce.catalogue.competencies

    def of(person: Person) -> tuple[MatrixCell, ...]:
        return tuple(competency_cell(skills, person, one) for one in competencies)

    return of
