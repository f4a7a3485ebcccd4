# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Training needs: gaps by person, role and course, what lapses soon, and a plan of courses for groups of people."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.models.catalogue import Course, Role
from desktop.models.dates import short_date
from desktop.models.workforce.hours import LOGS
from desktop.models.workforce.needs import needs
from desktop.models.workforce.picture import Workforce
from desktop.services.course_standing import TrainingState
from desktop.services.kept_workforce import KeptWorkforce
from desktop.services.targets import Mark
from desktop.services.workforce.need_lines import AHEAD_DAYS, NeedLine, need_lines
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

STEPS = (30, 60, 90, 180)
PLAN_DAYS = 90


@dataclass(frozen=True, slots=True)
class NeedsGroup:
    """The gaps of one person, role or course (``id``). ``figure``: '9 of 11 in date', of all that is needed there."""

    id: str
    name: str
    figure: str
    held: int
    needed: int
    gaps: tuple[NeedLine, ...]


@dataclass(frozen=True, slots=True)
class LapsingStep:
    """What lapses after the step before and within so many days, the soonest first."""

    days: int
    heading: str
    lines: tuple[NeedLine, ...]


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One course to be run or booked, for all who need it. ``by``: the first day on which one of them lapses.

    ``people`` are those who are not booked yet; ``booked`` are. ``words`` say how many need it, and why.
    """

    course_id: str
    course: str
    length: str
    mandatory: bool
    people: tuple[NeedLine, ...]
    booked: tuple[NeedLine, ...]
    words: str
    by: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class NeedsView:
    """All needs together. ``told`` is a sentence over them."""

    told: str
    people: tuple[NeedsGroup, ...]
    roles: tuple[NeedsGroup, ...]
    courses: tuple[NeedsGroup, ...]


class TrainingNeeds:
    """The training needs of one open workbook."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._clock = clock
        self._kept = KeptWorkforce(workbook.db)

    def view(self, on: date | None = None) -> NeedsView:
        """The gaps by person, role and course, today or ``on`` another day; the most gaps first."""
        workforce = self._workforce(on)
        gaps = [line for line in need_lines(workforce, 0) if line.gap]
        return NeedsView(
            _told(gaps), _by_person(workforce, gaps), _by_role(workforce, gaps), _by_course(workforce, gaps)
        )

    def lapsing(self, on: date | None = None) -> tuple[LapsingStep, ...]:
        """What is in date and lapses within 30, 60, 90 and 180 days; each line stands in the first step it fits."""
        workforce = self._workforce(on)
        coming = [line for line in need_lines(workforce, AHEAD_DAYS) if not line.gap]
        found, after = [], -1
        for days in STEPS:
            lines = [line for line in coming if after < _days_left(line, workforce.as_at) <= days]
            found.append(LapsingStep(days, _heading(after, days), _soonest(lines)))
            after = days
        return tuple(found)

    def plan(self, within_days: int = PLAN_DAYS, on: date | None = None) -> tuple[PlanLine, ...]:
        """The courses to be run or booked: who needs each now, or lapses within so many days; the most people first.

        Logs of hours are left out: there is no course to go to.
        """
        workforce = self._workforce(on)
        lines = need_lines(workforce, within_days)
        courses = [course for course in workforce.catalogue.courses if course.kind not in LOGS]
        grouped = _grouped(lines, lambda line: line.course_id)
        found = [_plan(course, grouped[course.id], workforce.as_at) for course in courses if course.id in grouped]
        return tuple(sorted(found, key=lambda one: (-len(one.people), -len(one.booked), one.course)))

    def _workforce(self, on: date | None) -> Workforce:
        return self._kept.on(on or self._clock.today())


def _by_person(workforce: Workforce, gaps: Sequence[NeedLine]) -> tuple[NeedsGroup, ...]:
    grouped = _grouped(gaps, lambda line: line.person_id)
    found = []
    for person in workforce.current:
        if person.id in grouped:
            needed = sum(needs(workforce, person, course) for course in workforce.catalogue.courses)
            found.append(_group(person.id, person.name, grouped[person.id], needed))
    return _most_first(found)


def _by_course(workforce: Workforce, gaps: Sequence[NeedLine]) -> tuple[NeedsGroup, ...]:
    grouped = _grouped(gaps, lambda line: line.course_id)
    found = []
    for course in workforce.catalogue.courses:
        if course.id in grouped:
            needed = sum(needs(workforce, person, course) for person in workforce.staff)
            found.append(_group(course.id, course.name, grouped[course.id], needed))
    return _most_first(found)


def _by_role(workforce: Workforce, gaps: Sequence[NeedLine]) -> tuple[NeedsGroup, ...]:
    """What people lack of the courses that a role of theirs asks for; courses for everyone are asked in each role."""
    grouped = _grouped(gaps, lambda line: line.person_id)
    found = [_of_role(workforce, role, grouped) for role in workforce.catalogue.roles]
    return _most_first([group for group in found if group.gaps])


def _of_role(workforce: Workforce, role: Role, gaps: dict[str, list[NeedLine]]) -> NeedsGroup:
    people = [person for person in workforce.staff if role.code in workforce.roles(person)]
    asked = {course.id for course in workforce.catalogue.courses if _asks(role, course)}
    lines = [line for person in people for line in gaps.get(person.id, ()) if line.course_id in asked]
    return _group(role.code, role.name, lines, len(people) * len(asked))


def _asks(role: Role, course: Course) -> bool:
    return course.mandatory or role.code in course.roles or role.code in course.core_for


def _group(id_: str, name: str, gaps: Sequence[NeedLine], needed: int) -> NeedsGroup:
    held = needed - len(gaps)
    return NeedsGroup(id_, name, f"{held} of {needed} in date", held, needed, _worst_first(gaps))


def _plan(course: Course, lines: Sequence[NeedLine], today: date) -> PlanLine:
    open_ones = [line for line in lines if not line.booked]
    days = [line.lapses_on for line in open_ones if line.lapses_on is not None and not line.gap]
    return PlanLine(
        course.id,
        course.name,
        course.length,
        course.mandatory,
        _worst_first(open_ones),
        _worst_first([line for line in lines if line.booked]),
        _plan_words(lines),
        "Now" if any(line.gap for line in open_ones) else f"By {short_date(min(days), today)}" if days else "",
        Mark.CAL if not open_ones else Mark.GAPBOX if any(line.gap for line in open_ones) else Mark.CLOCK,
    )


def _plan_words(lines: Sequence[NeedLine]) -> str:
    """'6 people: 2 missing, 3 lapsed, 1 lapses soon; 2 are booked'."""
    missing = sum(line.gap and line.lapses_on is None for line in lines)
    lapsed = sum(line.gap and line.lapses_on is not None for line in lines)
    soon = len(lines) - missing - lapsed
    booked = sum(bool(line.booked) for line in lines)
    counts = ((missing, "missing"), (lapsed, "lapsed"), (soon, "to lapse soon"))
    why = ", ".join(f"{count} {word}" for count, word in counts if count)
    tail = f"; {booked} booked" if booked else ""
    return f"{'1 person' if len(lines) == 1 else f'{len(lines)} people'}: {why}{tail}"


def _told(gaps: Sequence[NeedLine]) -> str:
    if not gaps:
        return "Everyone holds what their roles ask for."
    people = len({line.person_id for line in gaps})
    courses = len({line.course_id for line in gaps})
    booked = sum(bool(line.booked) for line in gaps)
    tail = f"; {booked} {'is' if booked == 1 else 'are'} booked" if booked else ""
    return f"{_counted(len(gaps), 'gap')}: {_counted(people, 'person', 'people')}, {_counted(courses, 'course')}{tail}."


def _counted(count: int, word: str, many: str = "") -> str:
    return f"{count} {word if count == 1 else many or f'{word}s'}"


def _heading(after: int, days: int) -> str:
    return f"In the next {days} days" if after < 0 else f"In {after + 1} to {days} days"


def _days_left(line: NeedLine, today: date) -> int:
    return ((line.lapses_on or today + timedelta(days=AHEAD_DAYS + 1)) - today).days


def _grouped(lines: Iterable[NeedLine], key: Callable[[NeedLine], str]) -> dict[str, list[NeedLine]]:
    found: dict[str, list[NeedLine]] = {}
    for line in lines:
        found.setdefault(key(line), []).append(line)
    return found


def _worst_first(lines: Iterable[NeedLine]) -> tuple[NeedLine, ...]:
    order = list(TrainingState)
    return tuple(sorted(lines, key=lambda one: (order.index(one.state), one.name.casefold(), one.course)))


def _soonest(lines: Iterable[NeedLine]) -> tuple[NeedLine, ...]:
    return tuple(sorted(lines, key=lambda one: (one.lapses_on or date.max, one.course, one.name.casefold())))


def _most_first(groups: Iterable[NeedsGroup]) -> tuple[NeedsGroup, ...]:
    return tuple(sorted(groups, key=lambda one: (-len(one.gaps), one.name.casefold())))
