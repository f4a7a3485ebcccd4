# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Figures for Standard 6 (product rule 8, decisions 15 and 16): who is trained and supervised, as at a date.

Only people who work for the charity on the date count. A course is in date up to and including its last day.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.models.catalogue import Catalogue, Course, number_of
from desktop.models.pack import CountOf, WorkforcePart
from desktop.models.records import Person, SupervisionSession, TrainingRecord

SEPARATE_WORKERS = "1.2"
CORE_TRAINING = "6.3"
PRACTICE_SUPERVISION = "6.5"
MANDATORY = "6.8"
LEARNING_HOURS = "6.11"
SUPERVISION = ("6.4", PRACTICE_SUPERVISION, "6.6", "6.7")
FROM_EVIDENCE_ONLY = ("6.9", "6.10")
SUPPORT_WORKER = "VSW"
SMALLEST_GROUP = 5
HIDDEN = f"hidden: fewer than {SMALLEST_GROUP} people"
MANDATORY_PERCENT = 95
PERIOD_MONTHS = 12
_SESSIONS = {
    "6.4": "line management supervision sessions",
    "6.5": "practice supervision sessions",
    "6.6": "observations of practice",
    "6.7": "planning and case discussion meetings",
}


@dataclass(frozen=True, slots=True)
class Workforce:
    """What the figures are worked out from, as at a date."""

    catalogue: Catalogue
    people: Sequence[Person]
    training: Sequence[TrainingRecord]
    supervision: Sequence[SupervisionSession]
    as_at: date

    @property
    def current(self) -> tuple[Person, ...]:
        """The people who work for the charity on the date; the last day counts."""
        return tuple(person for person in self.people if works_on(person, self.as_at))

    @property
    def staff(self) -> tuple[Person, ...]:
        """Current staff and volunteers. Someone whose only roles are outside (a trustee, an interpreter) is neither."""
        outside = {role.code for role in self.catalogue.roles if not role.staff}
        return tuple(person for person in self.current if not person.roles or set(person.roles) - outside)

    @property
    def practitioners(self) -> tuple[Person, ...]:
        """Current people in a role that works with people."""
        return tuple(person for person in self.current if set(person.roles) & set(self.catalogue.practice_roles))


def works_on(person: Person, day: date) -> bool:
    """Whether someone works for the charity on a day, their first and last included."""
    return (person.started is None or person.started <= day) and (person.left is None or person.left >= day)


def add_months(day: date, months: int) -> date:
    """The same day some calendar months on, or the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day(record: TrainingRecord, course: Course) -> date | None:
    """The last day on which a record is in date; None: once is enough. The record's own date goes before the rule."""
    if record.expires is not None:
        return record.expires
    return None if course.valid_months is None else add_months(record.completed, course.valid_months)


def in_date(record: TrainingRecord, course: Course, as_at: date) -> bool:
    """Whether a record counts on a date: completed by then, and not past its last day."""
    last = last_day(record, course)
    return record.completed <= as_at and (last is None or last >= as_at)


def holds(workforce: Workforce, person: Person, course: Course) -> bool:
    """Whether someone holds a course in date."""
    return any(
        record.person_id == person.id and record.course_id == course.id and in_date(record, course, workforce.as_at)
        for record in workforce.training
    )


def core_courses(catalogue: Catalogue, person: Person) -> tuple[Course, ...]:
    """The courses that someone needs before leading work, for all their roles together."""
    return tuple(course for course in catalogue.courses if set(course.core_for) & set(person.roles))


def core_training(workforce: Workforce) -> CountOf:
    """Practitioners who hold all their core courses in date, of those whose roles have any (SA 6.3)."""
    needing = [person for person in workforce.practitioners if core_courses(workforce.catalogue, person)]
    holding = [
        person
        for person in needing
        if all(holds(workforce, person, course) for course in core_courses(workforce.catalogue, person))
    ]
    return CountOf(
        "Practitioners with core training in date", len(holding), len(needing), _note(workforce, CORE_TRAINING)
    )


def mandatory_training(workforce: Workforce) -> CountOf:
    """Staff and volunteers who hold every mandatory course in date (SA 6.8)."""
    courses = [course for course in workforce.catalogue.courses if course.mandatory]
    people = workforce.staff
    holding = [person for person in people if all(holds(workforce, person, course) for course in courses)]
    return CountOf("People with every mandatory course in date", len(holding), len(people), _note(workforce, MANDATORY))


def mandatory_enough(count: CountOf) -> bool:
    """Whether a count reaches the 95% that SA 6.8 asks for; nobody at all is not enough."""
    return count.needing > 0 and count.holders * 100 >= count.needing * MANDATORY_PERCENT


def supervision_held(workforce: Workforce, indicator_id: str = PRACTICE_SUPERVISION) -> CountOf:
    """Sessions held of those planned in the 12 months up to the date, for one indicator; owed sessions lower it."""
    kinds = {kind.id for kind in workforce.catalogue.supervision if kind.feeds == indicator_id}
    people = workforce.practitioners if indicator_id == PRACTICE_SUPERVISION else workforce.staff
    ids = {person.id for person in people}
    first = add_months(workforce.as_at, -PERIOD_MONTHS)
    planned = [
        session
        for session in workforce.supervision
        if session.kind_id in kinds and session.person_id in ids and first < session.planned_for <= workforce.as_at
    ]
    words = _SESSIONS.get(indicator_id, "sessions")
    label = f"{words[0].upper()}{words[1:]} held of those planned, last 12 months"
    held = sum(session.held for session in planned)
    about = len({session.person_id for session in planned})
    return CountOf(label, held, len(planned), _note(workforce, indicator_id), about)


def course_counts(workforce: Workforce) -> tuple[CountOf, ...]:
    """For each course that anyone needs: how many hold it in date. See ``masked`` before showing one outside."""
    counts = []
    for course in workforce.catalogue.courses:
        needing = [person for person in workforce.staff if needs(person, course)]
        if needing:
            holding = sum(holds(workforce, person, course) for person in needing)
            counts.append(CountOf(course.name, holding, len(needing), _course_note(workforce, course)))
    return tuple(counts)


def needs(person: Person, course: Course) -> bool:
    """Whether someone among staff and volunteers needs a course: it is mandatory, or for one of their roles."""
    return course.mandatory or bool(set(course.roles) & set(person.roles))


def too_few(people: int) -> bool:
    """Whether a group is so small that a figure about it would be a figure about someone."""
    return people < SMALLEST_GROUP


def masked(count: CountOf) -> bool:
    """Whether a count is about so few people that nothing outside the workbook may show it."""
    return too_few(count.needing if count.people is None else count.people)


def shown(count: CountOf, words: str) -> str:
    """The words of a count, or that it is hidden."""
    return HIDDEN if masked(count) else words


def workforce_part(workforce: Workforce) -> WorkforcePart:
    """The whole-service figures of a pack: three headlines and one count a course."""
    return WorkforcePart(
        headlines=(core_training(workforce), mandatory_training(workforce), supervision_held(workforce)),
        courses=course_counts(workforce),
        people=len(workforce.staff),
    )


def figure_sentences(workforce: Workforce) -> dict[str, str]:
    """By indicator id, the whole service's figure in words, or that it is hidden. Without records there is none."""
    found = {
        indicator_id: "No figure: judge from evidence"
        for indicator_id in FROM_EVIDENCE_ONLY
        if _known(workforce, indicator_id)
    }
    core, mandatory = core_training(workforce), mandatory_training(workforce)
    if core.needing:
        found[CORE_TRAINING] = shown(
            core, f"{core.holders} of {core.needing} practitioners {_hold(core)} core training in date"
        )
    if mandatory.needing:
        reached = "reached" if mandatory_enough(mandatory) else "not reached"
        figure = f"{mandatory.holders} of {mandatory.needing} people {_hold(mandatory)} every mandatory course in date"
        found[MANDATORY] = shown(mandatory, f"{figure}; {MANDATORY_PERCENT}% is {reached}")
    for indicator_id in SUPERVISION:
        count = supervision_held(workforce, indicator_id)
        if count.needing:
            words = f"{count.holders} of {count.needing} {_SESSIONS[indicator_id]}"
            found[indicator_id] = shown(count, f"{words} planned in the last 12 months were held")
    if warns_of_both_sides(workforce) and _known(workforce, SEPARATE_WORKERS):
        found[SEPARATE_WORKERS] = (
            "A warning: at least one person is recorded as working with people who use abuse and with victim-survivors"
        )
    return found


def on_both_sides(workforce: Workforce) -> tuple[Person, ...]:
    """Current people who support victim-survivors and also work with people who use abuse (product rule 9, SA 1.2)."""
    others = set(workforce.catalogue.practice_roles) - {SUPPORT_WORKER}
    return tuple(
        person for person in workforce.current if SUPPORT_WORKER in person.roles and others & set(person.roles)
    )


def warns_of_both_sides(workforce: Workforce) -> bool:
    """Whether a pack may warn of ``on_both_sides``: in a service of a few people the warning would name them."""
    return bool(on_both_sides(workforce)) and not too_few(len(workforce.current))


def _hold(count: CountOf) -> str:
    return "holds" if count.holders == 1 else "hold"


def _known(workforce: Workforce, indicator_id: str) -> bool:
    return any(indicator.id == indicator_id for indicator in workforce.catalogue.indicators)


def _note(workforce: Workforce, indicator_id: str) -> str:
    if not _known(workforce, indicator_id):
        return ""
    critical = workforce.catalogue.indicator(indicator_id).critical
    return number_of(indicator_id) + (", critical" if critical else "")


def _course_note(workforce: Workforce, course: Course) -> str:
    if course.core_for:
        return _note(workforce, CORE_TRAINING)
    if course.mandatory:
        return _note(workforce, MANDATORY)
    return _note(workforce, LEARNING_HOURS) if course.kind == "yearly hours" else ""
