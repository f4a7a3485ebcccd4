# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a person decides about a preview: who is meant, what the words mean, and the days that had to be asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Choice(StrEnum):
    """What becomes of a person or of a word of the file. What is ``UNDECIDED`` is left out until it is decided."""

    KNOWN = "in the workbook"
    NEW = "new"
    SAME_AS = "same as another line"
    LEFT_OUT = "left out"
    UNDECIDED = "not decided"


@dataclass(frozen=True, slots=True)
class Who:
    """Who a line of the preview is: ``person_id`` of the workbook, or the place of an earlier ``line``.

    ``near`` are ids of people to be offered, ``near_lines`` places of earlier lines; the likeliest first.
    """

    choice: Choice
    person_id: str = ""
    line: int = -1
    near: tuple[str, ...] = ()
    near_lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word stands for: ``id`` of a course, role or kind of supervision; ``likely`` ids to be offered."""

    choice: Choice
    id: str = ""
    likely: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions about one preview. ``who`` has one for each of its people, in their order.

    ``days`` are by the name of a cell, and go before what the cell says. ``counts`` are the cells that count although
    they had to be asked (there for a part of the day, a line drawn through). ``left_on`` is by place in the people.
    """

    who: tuple[Who, ...]
    courses: Mapping[str, Meaning] = field(default_factory=dict)
    roles: Mapping[str, Meaning] = field(default_factory=dict)
    kinds: Mapping[str, Meaning] = field(default_factory=dict)
    days: Mapping[str, date] = field(default_factory=dict)
    counts: frozenset[str] = frozenset()
    left_on: Mapping[int, date] = field(default_factory=dict)

    @property
    def undecided(self) -> int:
        """How many people and words are still to be decided."""
        meanings = (*self.courses.values(), *self.roles.values(), *self.kinds.values())
        choices = [who.choice for who in self.who] + [meaning.choice for meaning in meanings]
        return choices.count(Choice.UNDECIDED)
