# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Separation of roles (product rule 9): what SA 1.2 and SA 6.5 warn of."""

from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce

SUPPORT_WORKER = "VSW"


def works_with_users(workforce: Workforce, person: Person) -> bool:
    """Whether someone works with people who use abuse: as recorded, else by their roles."""
    if person.with_users is not None:
        return person.with_users
    practice = set(workforce.catalogue.practice_roles) - {SUPPORT_WORKER}
    return bool(practice & set(workforce.roles(person)))


def works_with_survivors(workforce: Workforce, person: Person) -> bool:
    """Whether someone works with victim-survivors: as recorded, else by their roles."""
    if person.with_survivors is not None:
        return person.with_survivors
    return SUPPORT_WORKER in workforce.roles(person)


def on_both_sides(workforce: Workforce) -> tuple[Person, ...]:
    """Current people who support victim-survivors and also work with people who use abuse (SA 1.2)."""
    return tuple(person for person in workforce.current if is_on_both_sides(workforce, person))


def is_on_both_sides(workforce: Workforce, person: Person) -> bool:
    """Whether someone who works here on the day works on both sides."""
    sides = works_with_users(workforce, person) and works_with_survivors(workforce, person)
    return sides and person.works_on(workforce.as_at)
