# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The courses: the catalogue's with the charity's rules, and the charity's own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.models.catalogue import Catalogue, Course
from desktop.models.changes import Op
from desktop.models.choices import Choice
from desktop.models.errors import AppError
from desktop.models.workforce.course_words import ONE_COURSE, for_whom, how_long, rule_words
from desktop.models.workforce.hours import PRACTICE_HOURS, YEARLY_HOURS
from desktop.models.workforce.needs import needs
from desktop.models.workforce.picture import Workforce
from desktop.services.intake import new_id
from desktop.services.kept_workforce import KeptWorkforce
from desktop.services.standing import current_catalogue
from desktop.services.workforce.course_rules import CourseFacts, checked_rule, facts_of
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

KINDS = (
    Choice(ONE_COURSE, "Course", "Someone completes it on a day."),
    Choice(YEARLY_HOURS, "Yearly hours", "So many hours of learning in each 12 months."),
    Choice(PRACTICE_HOURS, "Practice hours", "So many supervised hours, once."),
)


class CourseInUseError(AppError):
    """A course with records is not removed."""

    code = "course_in_use"
    happened = "{name} stands in {records}, so it stays in the list."
    safe = "Nothing was changed."
    to_do = "If nobody needs it any more, take its roles away. It is then asked of nobody."


class CatalogueCourseError(AppError):
    """A course that comes with Sevenfold is not removed."""

    code = "catalogue_course"
    happened = "{name} comes with Sevenfold, so it stays in the list."
    safe = "Nothing was changed."
    to_do = "If nobody needs it, take its roles away. It is then asked of nobody."


@dataclass(frozen=True, slots=True)
class CourseLine:
    """One course. ``own``: the charity's own; ``changed``: the catalogue's, with a rule of the charity.

    ``valid`` and ``who`` are short for a list; ``rules`` are sentences. ``holding`` of ``needing`` hold it in date.
    """

    id: str
    name: str
    kind: str
    own: bool
    changed: bool
    mandatory: bool
    valid: str
    who: str
    rules: tuple[str, ...]
    holding: int
    needing: int
    held: str
    records: int


@dataclass(frozen=True, slots=True)
class CourseView:
    """One course to be edited: its line, its values, and the rules it came with, where the charity changed them."""

    line: CourseLine
    facts: CourseFacts
    default_rules: tuple[str, ...] = ()


class Courses:
    """The courses of one open workbook and their rules."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock
        self._kept = KeptWorkforce(workbook.db)

    def lines(self) -> tuple[CourseLine, ...]:
        """The catalogue's courses in its order, then the charity's own by name."""
        return self._lines(self._workforce())

    def view(self, course_id: str) -> CourseView:
        """One course to be looked at and edited; ``KeyError`` when it is gone."""
        workforce = self._workforce()
        course = workforce.catalogue.course(course_id)
        line = next(line for line in self._lines(workforce) if line.id == course_id)
        bundled = current_catalogue(self._db)
        default = rule_words(bundled, bundled.course(course_id)) if line.changed else ()
        return CourseView(line, facts_of(course), default)

    def roles(self) -> tuple[Choice, ...]:
        """The roles that a course can be for."""
        return tuple(Choice(role.code, role.name) for role in current_catalogue(self._db).roles)

    def add(self, facts: CourseFacts) -> str:
        """Add a course of the charity's own; gives its id."""
        rule = checked_rule(new_id(), facts, self._workforce().catalogue)
        with self._db.write(Op.ADD_COURSE, rule.name, about=rule.id):
            self._db.courses.save(rule)
        return rule.id

    def edit(self, course_id: str, facts: CourseFacts) -> None:
        """Change a course or its rule. A catalogue's course that is typed back to its default is that again."""
        catalogue = self._workforce().catalogue
        catalogue.course(course_id)
        rule = checked_rule(course_id, facts, catalogue)
        bundled = _bundled(current_catalogue(self._db), course_id)
        as_it_came = bundled and checked_rule(course_id, facts_of(bundled), replace(catalogue, courses=()))
        with self._db.write(Op.EDIT_COURSE, rule.name, about=course_id):
            if rule == as_it_came:
                self._db.courses.remove(course_id)
            else:
                self._db.courses.save(rule)

    def to_default(self, course_id: str) -> None:
        """Put a course of the catalogue back to the rule it came with."""
        course = current_catalogue(self._db).course(course_id)
        with self._db.write(Op.EDIT_COURSE, course.name, about=course_id):
            self._db.courses.remove(course_id)

    def remove(self, course_id: str) -> None:
        """Take a course of the charity's own away, while nothing is recorded of it. Imports forget it too."""
        bundled = _bundled(current_catalogue(self._db), course_id)
        if bundled:
            raise CatalogueCourseError(name=bundled.name)
        rule = self._db.courses.get(course_id)
        records = self._records_of(course_id)
        if records:
            raise CourseInUseError(name=rule.name, records="1 record" if records == 1 else f"{records} records")
        with self._db.write(Op.REMOVE_COURSE, rule.name, about=course_id):
            for words in self._db.known_words.list(kind="course", means=course_id):
                self._db.known_words.remove(words.id)
            self._db.courses.remove(course_id)

    def _records_of(self, course_id: str) -> int:
        db = self._db
        return sum(len(kept.list(course_id=course_id)) for kept in (db.training, db.bookings, db.sessions, db.hours))

    def _workforce(self) -> Workforce:
        return self._kept.on(self._clock.today())

    def _lines(self, workforce: Workforce) -> tuple[CourseLine, ...]:
        own = {rule.id for rule in self._db.courses.list()}
        bundled = {course.id for course in current_catalogue(self._db).courses}
        counts: dict[str, int] = {}
        for record in workforce.training:
            counts[record.course_id] = counts.get(record.course_id, 0) + 1
        return tuple(
            _line(workforce, course, (course.id in own, course.id in bundled), counts.get(course.id, 0))
            for course in workforce.catalogue.courses
        )


def _line(workforce: Workforce, course: Course, kept: tuple[bool, bool], records: int) -> CourseLine:
    ruled, bundled = kept
    needing = [person for person in workforce.staff if needs(workforce, person, course)]
    holding = sum(workforce.holds(person, course) for person in needing)
    return CourseLine(
        id=course.id,
        name=course.name,
        kind=course.kind,
        own=not bundled,
        changed=ruled and bundled,
        mandatory=course.mandatory,
        valid=how_long(course),
        who=for_whom(workforce.catalogue, course),
        rules=rule_words(workforce.catalogue, course),
        holding=holding,
        needing=len(needing),
        held=_held(holding, needing),
        records=records,
    )


def _held(holding: int, needing: Sequence[object]) -> str:
    return f"{holding} of {len(needing)} in date" if needing else "Nobody needs it"


def _bundled(catalogue: Catalogue, course_id: str) -> Course | None:
    return next((course for course in catalogue.courses if course.id == course_id), None)
