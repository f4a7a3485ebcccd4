# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The catalogue: standards, indicators, roles, courses and supervision. Made by ``parse_catalogue``."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from desktop.models.errors import AppError
from desktop.models.records import ServiceType

PREFIX = "SA"
Item = TypeVar("Item")


class CatalogueError(AppError):
    """The catalogue cannot be used. ``problems`` lists everything that is wrong, each with its place."""

    code = "catalogue"
    happened = "The list of standards and indicators cannot be used: {problem_list}."
    safe = "Your own records were not touched."
    to_do = "Install Sevenfold again, or correct the places named and try again."

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__(problem_list="; ".join(problems))


@dataclass(frozen=True, slots=True)
class Standard:
    """One of the seven standards: its title as quoted, and our short name."""

    number: int
    title: str
    short_name: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator, in our own wording. ``applies`` names the types of service that it is for.

    ``replaces``: the ids in the version before that it took the place of, where they are not its own id.
    """

    id: str
    standard: int
    short_name: str
    text: str
    why: str
    evidence: tuple[str, ...]
    looks_for: tuple[str, ...]
    critical: bool
    applies: tuple[ServiceType, ...]
    basis: str
    replaces: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """The number as people see it, never an official one: 'SA 6.3'."""
        return number_of(self.id)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An indicator of the version before that this one has no more, and why."""

    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Role:
    """What someone does in the charity. ``practice``: works with people; ``staff``: counts as staff or volunteer."""

    code: str
    name: str
    main: bool
    practice: bool
    staff: bool


@dataclass(frozen=True, slots=True)
class Competency:
    """Something that people can do, with the level each main role needs (0 not needed to 4 leads others)."""

    id: str
    text: str
    levels: tuple[tuple[str, int], ...]
    basis: str

    def level(self, role: str) -> int:
        """The level that a role needs, 0 where it needs none."""
        return dict(self.levels).get(role, 0)


@dataclass(frozen=True, slots=True)
class Course:
    """A course or an hours log. ``valid_months`` None: once is enough. ``core_for``: roles that need it to lead.

    ``window_days`` and ``grace_days`` are the charity's own, see ``CourseRule``.
    """

    id: str
    name: str
    kind: str
    length: str
    hours: int | None
    roles: tuple[str, ...]
    roles_note: str
    core_for: tuple[str, ...]
    mandatory: bool
    valid_months: int | None
    validity_note: str
    basis: str
    window_days: int | None = None
    grace_days: int = 0


@dataclass(frozen=True, slots=True)
class SupervisionKind:
    """A kind of supervision. ``feeds`` is the indicator whose figure it counts for, or ''."""

    id: str
    name: str
    who: str
    frequency: str
    every_days: int | None
    every_note: str
    feeds: str
    basis: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One version of the standards and of our indicators. ``titles_note`` is printed beside the titles.

    ``follows`` is the version that it comes after, '' for the first; ``withdrawn`` what it has no more of that one.
    """

    version: str
    source: str
    source_updated: str
    licence: str
    disclaimer: str
    titles_note: str
    title_checked_by: str
    standards: tuple[Standard, ...]
    indicators: tuple[Indicator, ...]
    roles: tuple[Role, ...]
    competencies: tuple[Competency, ...]
    courses: tuple[Course, ...]
    supervision: tuple[SupervisionKind, ...]
    sources: tuple[str, ...]
    follows: str = ""
    withdrawn: tuple[Withdrawn, ...] = ()

    def standard(self, number: int) -> Standard:
        """The standard with this number; KeyError where there is none."""
        return _found((item for item in self.standards if item.number == number), number)

    def indicator(self, indicator_id: str) -> Indicator:
        """The indicator with this id, like '6.3'; KeyError where there is none."""
        return _found((item for item in self.indicators if item.id == indicator_id), indicator_id)

    def of_standard(self, number: int) -> tuple[Indicator, ...]:
        """The indicators of one standard, in order."""
        return tuple(item for item in self.indicators if item.standard == number)

    def role(self, code: str) -> Role:
        """The role with this code; KeyError where there is none."""
        return _found((item for item in self.roles if item.code == code), code)

    def course(self, course_id: str) -> Course:
        """The course with this id; KeyError where there is none."""
        return _found((item for item in self.courses if item.id == course_id), course_id)

    def supervision_kind(self, kind_id: str) -> SupervisionKind:
        """The kind of supervision with this id; KeyError where there is none."""
        return _found((item for item in self.supervision if item.id == kind_id), kind_id)

    @property
    def practice_roles(self) -> tuple[str, ...]:
        """The codes of the roles that work with people."""
        return tuple(role.code for role in self.roles if role.practice)


def number_of(indicator_id: str) -> str:
    """The number of an indicator as people see it: 'SA 6.3'."""
    return f"{PREFIX} {indicator_id}"


def _found(found: Iterator[Item], key: object) -> Item:
    for item in found:
        return item
    raise KeyError(key)
