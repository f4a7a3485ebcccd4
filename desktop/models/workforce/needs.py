# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What someone's roles ask of them."""

from desktop.models.catalogue import Course
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce


def core_courses(workforce: Workforce, person: Person) -> tuple[Course, ...]:
    """The courses that someone needs before leading work, for all their roles together."""
    roles = set(workforce.roles(person))
    return tuple(course for course in workforce.catalogue.courses if roles & set(course.core_for))


def needed_courses(workforce: Workforce, person: Person) -> tuple[Course, ...]:
    """The courses that someone's roles ask for. Someone with roles outside only (a trustee) needs none."""
    if workforce.only_outside(person):
        return ()
    return tuple(course for course in workforce.catalogue.courses if needs(workforce, person, course))


def needs(workforce: Workforce, person: Person, course: Course) -> bool:
    """Whether someone among staff and volunteers needs a course: it is mandatory, or for one of their roles."""
    return course.mandatory or bool((set(course.roles) | set(course.core_for)) & set(workforce.roles(person)))
