# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Who holds what SA 6.3, 6.8 and 6.11 ask for: core training, mandatory courses, the year's learning."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.models.catalogue import Course
from desktop.models.dates import long_date
from desktop.models.workforce.counted import Counted, one
from desktop.models.workforce.hours import YEARLY_HOURS, hours_words, last_day_reached, minutes_of, reached
from desktop.models.workforce.needs import core_courses, needs
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce


@dataclass(frozen=True, slots=True)
class _Held:
    """A course of someone: ``last`` day that counts, None for ever; ``why`` when it is not held."""

    course: Course
    met: bool
    last: date | None
    why: str


def core_people(workforce: Workforce) -> tuple[Counted, ...]:
    """Practitioners whose roles have core courses, and whether they hold them all."""
    asked = ((person, core_courses(workforce, person)) for person in workforce.practitioners)
    return tuple(_person(workforce, person, courses) for person, courses in asked if courses)


def mandatory_people(workforce: Workforce) -> tuple[Counted, ...]:
    """Staff and volunteers, and whether they hold every mandatory course."""
    courses = [course for course in workforce.catalogue.courses if course.mandatory]
    return tuple(_person(workforce, person, courses) for person in workforce.staff)


def learning_people(workforce: Workforce) -> tuple[Counted, ...]:
    """Practitioners who are asked for yearly hours, and whether they have them."""
    logs = [course for course in workforce.catalogue.courses if course.kind == YEARLY_HOURS]
    asked = ((person, [log for log in logs if needs(workforce, person, log)]) for person in workforce.practitioners)
    return tuple(_person(workforce, person, courses) for person, courses in asked if courses)


def learning_known(workforce: Workforce) -> bool:
    """Whether anything is recorded that could count as the year's learning."""
    logs = {course.id for course in workforce.catalogue.courses if course.kind == YEARLY_HOURS}
    return any(entry.course_id in logs for entry in workforce.hours) or any(
        record.minutes or record.course_id in logs for record in workforce.training
    )


def _person(workforce: Workforce, person: Person, courses: Iterable[Course]) -> Counted:
    held = [_held(workforce, person, course) for course in courses]
    if missing := [each.why for each in held if not each.met]:
        return one(person, f"{'; '.join(missing)}.", met=False)
    ending = [(each.last, each.course.name) for each in held if each.last is not None]
    if not ending:
        return one(person, "Held; once is enough." if held else "Nothing is asked for.", met=True)
    last, name = min(ending)
    return one(person, f"In date; {name} until {long_date(last)}.", met=True, lapses=last, lapsing=name)


def _held(workforce: Workforce, person: Person, course: Course) -> _Held:
    best = workforce.best(person, course)
    if best is not None and (best[1] is None or best[1] >= workforce.as_at):
        return _Held(course, True, best[1], "")
    spent = workforce.spent(person, course)
    if reached(spent, course):
        last = last_day_reached(spent, course) if course.kind == YEARLY_HOURS else None
        return _Held(course, True, last, "")
    if spent and course.hours is not None:
        return _Held(course, False, None, f"{course.name}: {hours_words(minutes_of(spent))} of {course.hours}")
    if best is not None and best[1] is not None:
        return _Held(course, False, best[1], f"{course.name} lapsed {long_date(best[1])}")
    return _Held(course, False, None, f"{course.name} is missing")
