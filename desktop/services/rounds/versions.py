# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Versions of the standards as files: looked at in full before one is brought in, taken back in one step."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.models.catalogue import Catalogue, CatalogueError
from desktop.models.catalogue_parsing import parse_catalogue
from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.models.records import CatalogueVersion
from desktop.services import catalogues
from desktop.services.rounds.starting import CarryPreview, carry_preview
from desktop.storage.workbook import Workbook
from desktop.support.catalogue_file import in_order
from desktop.support.clock import Clock
from desktop.support.json_file import JsonFileError, read_json

_MOST_PROBLEMS = 5


class VersionFileError(AppError):
    """A file that is no version of the standards that could be brought in."""

    code = "version_file"
    happened = "{name} cannot be brought in: {why}."
    safe = "Nothing was changed."
    to_do = "{to_do}"


class VersionInUseError(AppError):
    """A version that an assessment answers."""

    code = "version_in_use"
    happened = "Version {version} cannot be taken away: an assessment answers it."
    safe = "Nothing was changed."
    to_do = "Keep it; it does no harm."


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version at hand. ``added_on`` None: it comes with the app. ``used``: how many assessments answer it."""

    version: str
    indicators: int
    source: str
    licence: str
    added_on: date | None
    used: int

    @property
    def may_go(self) -> bool:
        """Whether it can be taken away: it was brought in, and no assessment answers it."""
        return self.added_on is not None and not self.used


@dataclass(frozen=True, slots=True)
class GivenVersion:
    """A version that was read from a file, before it is brought in. ``carry``: what becomes of the last answers."""

    name: str
    catalogue: Catalogue
    text: str
    carry: CarryPreview | None


class Versions:
    """The versions of the seven standards that are at hand."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock

    def all(self) -> tuple[VersionLine, ...]:
        """Every version at hand, newest first."""
        kept = {one.id: one.added_on for one in self._db.catalogues.list(family=catalogues.THE_SEVEN)}
        answered = [one.catalogue_version for one in self._db.assessments.list()]
        names = {*kept, catalogues.newest_bundled().version, *answered}
        return tuple(
            self._line(name, kept.get(name), answered.count(name)) for name in sorted(names, key=in_order, reverse=True)
        )

    def read(self, path: Path) -> GivenVersion:
        """Look at a file; nothing is stored. Raises ``VersionFileError`` with what is wrong, and where."""
        data, parsed = _parsed(path)
        if parsed.version in {line.version for line in self.all()}:
            raise VersionFileError(
                name=path.name, why=f"version {parsed.version} is at hand already", to_do="Give it another version."
            )
        at_hand = catalogues.newest(self._db).version
        if parsed.follows != at_hand:
            raise VersionFileError(
                name=path.name,
                why=f"it does not say that it follows version {at_hand}",
                to_do="Choose the file that comes after the version you have, and bring in each in its order.",
            )
        if in_order(parsed.version) < in_order(at_hand):
            raise VersionFileError(
                name=path.name, why=f"its number is lower than {at_hand}", to_do="Ask who made it for the right file."
            )
        if lost := _lost(catalogues.newest(self._db), parsed):
            raise VersionFileError(
                name=path.name,
                why=f"records may rest on what it has no more: {', '.join(lost)}",
                to_do="Ask who made it to keep these, even where nobody needs them.",
            )
        text = json.dumps(data, ensure_ascii=False, sort_keys=True)
        return GivenVersion(path.name, parsed, text, carry_preview(self._db, parsed))

    def bring_in(self, given: GivenVersion) -> None:
        """Keep a version that was looked at. The next assessment answers it; those before stay as they are."""
        version = given.catalogue.version
        with self._db.write(Op.ADD_VERSION, version, about=version):
            self._db.catalogues.save(CatalogueVersion(version, catalogues.THE_SEVEN, self._clock.today(), given.text))

    def take_away(self, version: str) -> None:
        """Take a version away that no assessment answers."""
        if any(one.catalogue_version == version for one in self._db.assessments.list()):
            raise VersionInUseError(version=version)
        with self._db.write(Op.REMOVE_VERSION, version, about=version):
            self._db.catalogues.remove(version)

    def _line(self, name: str, added_on: date | None, used: int) -> VersionLine:
        found = catalogues.catalogue(self._db, name)
        return VersionLine(name, len(found.indicators), found.source, found.licence, added_on, used)


def _lost(before: Catalogue, now: Catalogue) -> list[str]:
    """The roles, courses, competencies and kinds of supervision that people's records name, and ``now`` has not."""
    there = {role.code for role in now.roles}
    lost = [f"role {role.code}" for role in before.roles if role.code not in there]
    for word, old, new in (
        ("course", before.courses, now.courses),
        ("competency", before.competencies, now.competencies),
        ("supervision", before.supervision, now.supervision),
    ):
        known = {one.id for one in new}
        lost += [f"{word} {one.id}" for one in old if one.id not in known]
    return lost[:_MOST_PROBLEMS]


def _parsed(path: Path) -> tuple[object, Catalogue]:
    try:
        data = read_json(path)
        return data, parse_catalogue(data)
    except JsonFileError as error:
        raise VersionFileError(name=path.name, why=error.facts["why"], to_do="Choose another file.") from error
    except CatalogueError as error:
        more = len(error.problems) - _MOST_PROBLEMS
        said = [*error.problems[:_MOST_PROBLEMS], *([f"{more} more"] if more > 0 else [])]
        raise VersionFileError(
            name=path.name, why="; ".join(said), to_do="Ask who made it to mend these places."
        ) from error
