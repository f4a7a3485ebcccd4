# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""From data to a catalogue that can be relied on: everything is checked, and one error lists every problem."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from desktop.models.catalogue import (
    Catalogue,
    CatalogueError,
    Competency,
    Course,
    Indicator,
    Role,
    Standard,
    SupervisionKind,
    Withdrawn,
)
from desktop.models.catalogue_fields import Fields
from desktop.models.records import ServiceType

COURSE_KINDS = ("course", "yearly hours", "practice hours")
HIGHEST_LEVEL = 4
STANDARD_NUMBERS = (1, 2, 3, 4, 5, 6, 7)
Item = TypeVar("Item")


def parse_catalogue(data: object) -> Catalogue:
    """The catalogue that ``data`` (parsed JSON) holds. CatalogueError lists every problem with its place."""
    problems: list[str] = []
    whole = Fields(data, "catalogue", problems)
    roles = _roles(whole, problems)
    catalogue = _catalogue(whole, roles, problems)
    _check_indicators(catalogue, problems)
    _check_supervision(catalogue, problems)
    _check_following(catalogue, problems)
    whole.finish()
    if problems:
        raise CatalogueError(tuple(problems))
    return catalogue


def _catalogue(whole: Fields, roles: tuple[Role, ...], problems: list[str]) -> Catalogue:
    codes = tuple(role.code for role in roles)
    main = tuple(role.code for role in roles if role.main)
    return Catalogue(
        version=whole.text("version"),
        source=whole.text("source"),
        source_updated=whole.text("source_updated"),
        licence=whole.text("licence"),
        disclaimer=whole.text("disclaimer"),
        titles_note=whole.text("titles_note"),
        title_checked_by=whole.text("title_checked_by", optional=True),
        standards=_standards(whole, problems),
        indicators=_list(whole, "indicators", "indicator", "id", problems, _indicator),
        roles=roles,
        competencies=_list(
            whole, "competencies", "competency", "id", problems, lambda fields: _competency(fields, main)
        ),
        courses=_list(whole, "courses", "course", "id", problems, lambda fields: _course(fields, codes)),
        supervision=_list(whole, "supervision", "supervision", "id", problems, _supervision_kind),
        sources=whole.texts("sources"),
        follows=whole.text("follows") if whole.given("follows") else "",
        withdrawn=_withdrawn(whole, problems) if whole.given("withdrawn") else (),
    )


def _list(
    whole: Fields, name: str, word: str, key: str, problems: list[str], make: Callable[[Fields], Item]
) -> tuple[Item, ...]:
    """One item a member of the list ``name``, each read by ``make``, with ``key`` checked to differ."""
    made: list[Item] = []
    for position, member in enumerate(whole.items(name), start=1):
        fields = Fields(member, _place(member, word, key, position), problems)
        made.append(make(fields))
        fields.finish()
    for value in _twice(getattr(item, key) for item in made):
        whole.problem(f"{word} {value} is there more than once")
    return tuple(made)


def _place(member: object, word: str, key: str, position: int) -> str:
    value = member.get(key) if isinstance(member, dict) else None
    return f"{word} {value}" if isinstance(value, str | int) and value != "" else f"{word} number {position}"


def _twice(values: Iterable[object]) -> list[object]:
    return [value for value, count in Counter(values).items() if count > 1 and value not in {"", 0}]


def _standards(whole: Fields, problems: list[str]) -> tuple[Standard, ...]:
    found = _list(whole, "standards", "standard", "number", problems, _standard)
    if tuple(standard.number for standard in found) != STANDARD_NUMBERS:
        whole.problem("`standards` must be numbered 1 to 7, in order")
    return found


def _standard(fields: Fields) -> Standard:
    return Standard(fields.whole("number"), fields.text("title"), fields.text("short_name"))


def _indicator(fields: Fields) -> Indicator:
    applies = fields.chosen("applies", tuple(ServiceType))
    return Indicator(
        id=fields.text("id"),
        standard=fields.whole("standard"),
        short_name=fields.text("short_name"),
        text=fields.text("text"),
        why=fields.text("why"),
        evidence=fields.texts("evidence"),
        looks_for=fields.texts("looks_for", empty=True),
        critical=fields.flag("critical"),
        applies=tuple(ServiceType(value) for value in applies),
        basis=fields.text("basis"),
        replaces=fields.texts("replaces") if fields.given("replaces") else (),
    )


def _withdrawn(whole: Fields, problems: list[str]) -> tuple[Withdrawn, ...]:
    return _list(
        whole, "withdrawn", "withdrawn", "id", problems, lambda fields: Withdrawn(fields.text("id"), fields.text("why"))
    )


def _roles(whole: Fields, problems: list[str]) -> tuple[Role, ...]:
    main = _list(whole, "roles", "role", "code", problems, lambda fields: _role(fields, main=True))
    other = _list(whole, "other_roles", "other role", "code", problems, lambda fields: _role(fields, main=False))
    for code in sorted({role.code for role in main} & {role.code for role in other}):
        whole.problem(f"role {code} is both a main role and another role")
    return main + other


def _role(fields: Fields, *, main: bool) -> Role:
    return Role(
        code=fields.text("code"),
        name=fields.text("name"),
        main=main,
        practice=fields.flag("practice"),
        staff=fields.flag("staff"),
    )


def _competency(fields: Fields, main: Sequence[str]) -> Competency:
    return Competency(
        id=fields.text("id"),
        text=fields.text("text"),
        levels=fields.numbers("levels", main, HIGHEST_LEVEL),
        basis=fields.text("basis"),
    )


def _course(fields: Fields, codes: Sequence[str]) -> Course:
    course = Course(
        id=fields.text("id"),
        name=fields.text("name"),
        kind=fields.text("kind"),
        length=fields.text("length"),
        hours=fields.optional_whole("hours"),
        roles=fields.chosen("roles", codes, empty=True),
        roles_note=fields.text("roles_note"),
        core_for=fields.chosen("core_for", codes, empty=True),
        mandatory=fields.flag("mandatory"),
        valid_months=fields.optional_whole("valid_months"),
        validity_note=fields.text("validity_note"),
        basis=fields.text("basis"),
    )
    if course.kind and course.kind not in COURSE_KINDS:
        fields.problem(f"`kind` must be one of: {', '.join(COURSE_KINDS)}")
    for code in course.core_for:
        if code not in course.roles:
            fields.problem(f"`core_for` holds '{code}', which `roles` does not")
    return course


def _supervision_kind(fields: Fields) -> SupervisionKind:
    return SupervisionKind(
        id=fields.text("id"),
        name=fields.text("name"),
        who=fields.text("who"),
        frequency=fields.text("frequency"),
        every_days=fields.optional_whole("every_days"),
        every_note=fields.text("every_note", optional=True),
        feeds=fields.text("feeds", optional=True),
        basis=fields.text("basis"),
    )


def _check_indicators(catalogue: Catalogue, problems: list[str]) -> None:
    numbers = {standard.number for standard in catalogue.standards}
    for indicator in catalogue.indicators:
        place = f"indicator {indicator.id}"
        if indicator.standard and indicator.standard not in numbers:
            problems.append(f"{place}: there is no standard {indicator.standard}")
        if indicator.id and not re.fullmatch(rf"{indicator.standard}\.[1-9][0-9]?", indicator.id):
            problems.append(f"{place}: `id` must be the standard, a point and a number, like {indicator.standard}.1")
        if indicator.short_name and not 2 <= len(indicator.short_name.split()) <= 4:
            problems.append(f"{place}: `short_name` must have two to four words")
    names = _twice(indicator.short_name.casefold() for indicator in catalogue.indicators)
    problems.extend(f"catalogue: the short name '{name}' is used for more than one indicator" for name in names)
    bare = sorted(numbers - {indicator.standard for indicator in catalogue.indicators})
    problems.extend(f"standard {number}: has no indicator" for number in bare)


def _check_supervision(catalogue: Catalogue, problems: list[str]) -> None:
    known = {indicator.id for indicator in catalogue.indicators}
    for kind in catalogue.supervision:
        if kind.feeds and kind.feeds not in known:
            problems.append(f"supervision {kind.id}: `feeds` names {kind.feeds}, which is no indicator")
        if (kind.every_days is None) == (not kind.every_note):
            problems.append(f"supervision {kind.id}: needs either `every_days` or `every_note`, not both")


def _check_following(catalogue: Catalogue, problems: list[str]) -> None:
    known = {indicator.id for indicator in catalogue.indicators}
    still = [one.id for one in catalogue.withdrawn if one.id in known]
    problems.extend(f"withdrawn {one}: is an indicator of this version" for one in still)
    says = bool(catalogue.withdrawn) or any(indicator.replaces for indicator in catalogue.indicators)
    if says and not catalogue.follows:
        problems.append("catalogue: `follows` must name the version that `replaces` and `withdrawn` speak of")
    if catalogue.follows and catalogue.follows == catalogue.version:
        problems.append("catalogue: `follows` must name another version")
