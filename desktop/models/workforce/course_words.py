# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A course's rules in words."""

from desktop.models.catalogue import Catalogue, Course
from desktop.models.workforce.hours import PRACTICE_HOURS, YEARLY_HOURS
from desktop.models.workforce.rules import validity_words

ONE_COURSE = "course"


def how_long(course: Course) -> str:
    """How long a course is good for, or how many hours it asks for."""
    if course.kind == YEARLY_HOURS and course.hours:
        return f"{course.hours} hours a year"
    if course.kind == PRACTICE_HOURS and course.hours:
        return f"{course.hours} hours, once"
    return validity_words(course.valid_months)


def for_whom(catalogue: Catalogue, course: Course) -> str:
    """Who needs a course."""
    if course.mandatory:
        return "Everyone"
    names = [role.name for role in catalogue.roles if role.code in {*course.roles, *course.core_for}]
    return ", ".join(names) if names else "Nobody yet: no role is named"


def rule_words(catalogue: Catalogue, course: Course) -> tuple[str, ...]:
    """All the rules of a course, a sentence each."""
    leading = [role.name for role in catalogue.roles if role.code in course.core_for]
    said = [f"{how_long(course)}.", f"For: {for_whom(catalogue, course)}."]
    if leading:
        said.append(f"Needed before leading work: {', '.join(leading)}.")
    if course.window_days is not None:
        said.append(f"Renewed in the last {_days(course.window_days)}, it counts on from the old last day.")
    if course.grace_days:
        said.append(f"For {_days(course.grace_days)} after the last day it shows as in grace. It does not count then.")
    return tuple(said)


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
