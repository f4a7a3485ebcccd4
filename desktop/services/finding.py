# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Finding anything by a few letters: places, standards, indicators, people, evidence and actions."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop.models.catalogue import number_of
from desktop.models.changes import Changes
from desktop.services.place_words import PARTS, PLACES
from desktop.services.standing import current_catalogue, newest_assessment
from desktop.services.targets import Place, Target
from desktop.storage.workbook import Workbook

MOST = 30


class HitKind(StrEnum):
    """What was found; in the order in which equals are listed."""

    PLACE = "place"
    STANDARD = "standard"
    INDICATOR = "indicator"
    PERSON = "person"
    EVIDENCE = "evidence"
    ACTION = "action"

    @property
    def words(self) -> str:
        """The kind as people read it."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its words, a detail, and where it is."""

    kind: HitKind
    words: str
    detail: str
    target: Target


@dataclass(frozen=True, slots=True)
class _Known:
    """Something that can be found: by its names, the one that is shown first, and less well by the rest of its text."""

    hit: Hit
    name: str
    names: str
    rest: str

    def rank(self, words: list[str]) -> int | None:
        """How well all the words fit, 0 best; None when one of them is nowhere."""
        if any(word not in self.names and word not in self.rest for word in words):
            return None
        if self.name == " ".join(words):
            return 0
        if all(re.search(rf"\b{re.escape(word)}(?![\d.])", self.names) for word in words):
            return 1
        starts = [bool(re.search(rf"\b{re.escape(word)}", self.names)) for word in words]
        return 2 if all(starts) else 3 if any(starts) else 4


class Finding:
    """Finds things in the workbook. What can be found is read once after each save."""

    def __init__(self, workbook: Workbook) -> None:
        self._db = workbook.db
        self._known: tuple[_Known, ...] | None = None
        workbook.db.on_saved(self._forget)

    def find(self, text: str) -> tuple[Hit, ...]:
        """What fits every word of the text, best first; the seven places when there is no text."""
        words = re.sub(r"\bsa(?=\d)", "sa ", plain(text)).split()
        if not words:
            return tuple(_place(place) for place in Place)
        if self._known is None:
            self._known = (*_places(), *(_known(hit, rest=rest) for hit, rest in self._all()))
        order = list(HitKind)
        found = [
            (rank, order.index(known.hit.kind), at, known.hit)
            for at, known in enumerate(self._known)
            if (rank := known.rank(words)) is not None
        ]
        return tuple(hit for *_, hit in sorted(found, key=lambda entry: entry[:3])[:MOST])

    def _forget(self, _changes: Changes) -> None:
        self._known = None

    def _all(self) -> Iterator[tuple[Hit, str]]:
        yield from self._catalogue()
        for person in self._db.people.list():
            words = person.name or person.code
            yield Hit(HitKind.PERSON, words, person.code if person.name else "", Target(Place.PEOPLE, person.id)), ""
        for item in self._db.evidence.list():
            yield Hit(HitKind.EVIDENCE, item.title, item.file_name, Target(Place.EVIDENCE, item.id)), ""
        yield from self._actions()

    def _catalogue(self) -> Iterator[tuple[Hit, str]]:
        catalogue = current_catalogue(self._db)
        for standard in catalogue.standards:
            target = Target(Place.STANDARDS, str(standard.number))
            words = f"Standard {standard.number}: {standard.short_name}"
            yield Hit(HitKind.STANDARD, words, standard.title, target), ""
        for entry in catalogue.indicators:
            words = f"{entry.number} {entry.short_name}"
            yield Hit(HitKind.INDICATOR, words, entry.text, Target(Place.STANDARDS, entry.id)), ""

    def _actions(self) -> Iterator[tuple[Hit, str]]:
        assessment = newest_assessment(self._db)
        if assessment is None:
            return
        for action in self._db.actions.list(assessment_id=assessment.id):
            detail = f"{number_of(action.indicator_id)}{'' if action.is_open else ', done'}"
            yield Hit(HitKind.ACTION, action.what, detail, Target(Place.DUE, action.id)), action.owner


def plain(text: str) -> str:
    """Text without capitals, accents and doubled spaces, for comparing."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in parts if not unicodedata.combining(letter)).split())


def _place(place: Place) -> Hit:
    return Hit(HitKind.PLACE, place.words, "", Target(place))


def _places() -> Iterator[_Known]:
    for place, also in PLACES.items():
        yield _known(_place(place), also)
    for words, target, also in PARTS:
        yield _known(Hit(HitKind.PLACE, words, target.place.words, target), also)


def _known(hit: Hit, also: str = "", *, rest: str = "") -> _Known:
    return _Known(hit, plain(hit.words), plain(f"{hit.words} {also}"), plain(f"{hit.detail} {rest}"))
