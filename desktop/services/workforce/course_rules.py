# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a person says of a course and its rule, looked at before it is kept."""

from dataclasses import dataclass

from desktop.models.catalogue import Catalogue, Course
from desktop.models.certificate_numbers import check_no_number
from desktop.models.errors import AppError
from desktop.models.scoring import same_person
from desktop.models.workforce.course_words import ONE_COURSE
from desktop.models.workforce.training import CourseRule

MOST_MONTHS = 120
MOST_DAYS = 366
MOST_HOURS = 2000


class NamelessCourseError(AppError):
    """A course with no name."""

    code = "nameless_course"
    happened = "The course has no name."
    safe = "Nothing was changed."
    to_do = "Type the name that people here use for it."


class CourseThereError(AppError):
    """Two courses of one name cannot be told apart."""

    code = "course_there"
    happened = "There is a course called {name} already."
    safe = "Nothing was changed."
    to_do = "Use that course, or give this one a name of its own."


class CourseNumberError(AppError):
    """A number in a rule that is too small or too large."""

    code = "course_number"
    happened = "{what} must be from {least} to {most}."
    safe = "Nothing was changed."
    to_do = "Type a number in that range, or leave the field empty."


class HoursMissingError(AppError):
    """Hours to be reached, without how many."""

    code = "hours_missing"
    happened = "It is not said how many hours are needed."
    safe = "Nothing was changed."
    to_do = "Type the number of hours, or choose the kind: course."


class WindowWithoutEndError(AppError):
    """A window for renewing what never lapses."""

    code = "window_without_end"
    happened = "A course that is needed once never lapses, so there is nothing to renew early."
    safe = "Nothing was changed."
    to_do = "Type for how many months it is good, or leave the days for renewing and the grace empty."


@dataclass(frozen=True, slots=True)
class CourseFacts:
    """A course and its rule as typed. See ``CourseRule`` for what each means."""

    name: str
    kind: str = ONE_COURSE
    roles: tuple[str, ...] = ()
    core_for: tuple[str, ...] = ()
    mandatory: bool = False
    valid_months: int | None = None
    hours: int | None = None
    window_days: int | None = None
    grace_days: int = 0


def facts_of(course: Course) -> CourseFacts:
    """The values of a course, to be edited."""
    return CourseFacts(
        course.name,
        course.kind,
        course.roles,
        course.core_for,
        course.mandatory,
        course.valid_months,
        course.hours,
        course.window_days,
        course.grace_days,
    )


def checked_rule(course_id: str, facts: CourseFacts, catalogue: Catalogue) -> CourseRule:
    """The rule to keep; raises where it cannot be right. An unknown role raises ``KeyError``."""
    name = " ".join(facts.name.split())
    if not name:
        raise NamelessCourseError
    check_no_number(name)
    if any(same_person(other.name, name) for other in catalogue.courses if other.id != course_id):
        raise CourseThereError(name=name)
    _check_numbers(facts)
    order = [role.code for role in catalogue.roles]
    roles, core_for = (
        tuple(sorted({catalogue.role(code).code for code in codes}, key=order.index))
        for codes in (facts.roles, facts.core_for)
    )
    return CourseRule(
        course_id,
        name,
        facts.kind,
        roles,
        core_for,
        facts.mandatory,
        facts.valid_months,
        facts.hours,
        facts.window_days,
        facts.grace_days,
    )


def _check_numbers(facts: CourseFacts) -> None:
    _check_range("How long it is good for, in months,", facts.valid_months, 1, MOST_MONTHS)
    _check_range("The number of hours", facts.hours, 1, MOST_HOURS)
    _check_range("The days for renewing early", facts.window_days, 0, MOST_DAYS)
    _check_range("The days of grace", facts.grace_days, 0, MOST_DAYS)
    if facts.valid_months is None and (facts.window_days is not None or facts.grace_days):
        raise WindowWithoutEndError
    if facts.kind != ONE_COURSE and facts.hours is None:
        raise HoursMissingError


def _check_range(what: str, number: int | None, least: int, most: int) -> None:
    if number is not None and not least <= number <= most:
        raise CourseNumberError(what=what, least=least, most=most)
