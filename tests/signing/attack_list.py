# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What an attack is: a forged file, the answer it must get, and the reason. Attacks enter themselves in the list."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.models.verdict import Outcome

ALTERED, CANNOT_TELL, UNREADABLE = Outcome.ALTERED, Outcome.CANNOT_TELL, Outcome.UNREADABLE


@dataclass(frozen=True, slots=True)
class Attack:
    """One forged file and the answer it must get."""

    name: str
    make: Callable[[], bytes]
    outcome: Outcome
    code: str

    def __str__(self) -> str:
        return self.name


ATTACKS: list[Attack] = []


def attack(outcome: Outcome, code: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Enter a function that forges a file in the list."""

    def keep(make: Callable[[], bytes]) -> Callable[[], bytes]:
        ATTACKS.append(Attack(make.__name__, make, outcome, code))
        return make

    return keep
