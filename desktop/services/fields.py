# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reads named fields out of parsed JSON, gathering every problem with its place."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from desktop.models.errors import InputError

SHOWN = 12
FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass
class Problems:
    """The problems found in one file. ``raise_if_any`` names the first twelve of them."""

    file: str
    found: list[str] = field(default_factory=list)

    def add(self, place: str, text: str) -> None:
        """Note one problem at a place such as 'answer 5.5'."""
        self.found.append(f"{place}: {text}")

    def raise_if_any(self) -> None:
        """Stop with one error that lists what is wrong."""
        if not self.found:
            return
        shown = "; ".join(self.found[:SHOWN])
        more = f"; and {len(self.found) - SHOWN} more" if len(self.found) > SHOWN else ""
        raise InputError(
            what=f"{self.file} cannot be used as it stands. {shown}{more}.", to_do="Mend it and try again."
        )


class Fields:
    """One JSON object at a named place. Wrong types are noted as problems and read as empty."""

    def __init__(self, data: object, place: str, problems: Problems) -> None:
        self.place = place
        self.problems = problems
        self._read: set[str] = set()
        self.data: dict[str, object] = data if isinstance(data, dict) else {}
        if not isinstance(data, dict):
            problems.add(place, "must be an object in braces")

    def wrong(self, text: str) -> None:
        """Note a problem of this object."""
        self.problems.add(self.place, text)

    def value(self, name: str) -> object:
        """Whatever stands under a name, None when nothing does."""
        self._read.add(name)
        return self.data.get(name)

    def check_names(self) -> None:
        """Note names that look like a misspelling of one that was read; call it when all have been read."""
        for name in self.data.keys() - self._read:
            near = difflib.get_close_matches(str(name), self._read - self.data.keys(), 1, 0.8)
            if near:
                self.wrong(f"{name!r} is not known; is {near[0]!r} meant?")

    def text(self, name: str, *, needed: bool = False) -> str:
        """A text, '' for null or absent; noted when ``needed`` and empty."""
        value = self.value(name)
        if value is not None and not isinstance(value, str):
            self.wrong(f"{name} must be text")
            return ""
        if value and any("\ud800" <= character <= "\udfff" for character in value):
            self.wrong(f"{name} holds half a character; type it again")
            return ""
        if needed and not (value or "").strip():
            self.wrong(f"{name} is missing")
        return value or ""

    def number(self, name: str, low: int = 0, high: int = 1_000_000) -> int | None:
        """A whole number between ``low`` and ``high``, or None for null or absent."""
        value = self.value(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.wrong(f"{name} must be a whole number from {low} to {high}")
            return None
        return value

    def truth(self, name: str) -> bool | None:
        """true, false, or None for null or absent."""
        value = self.value(name)
        if value is not None and not isinstance(value, bool):
            self.wrong(f"{name} must be true or false")
            return None
        return value

    def day(self, name: str, *, needed: bool = False) -> date | None:
        """A date written YYYY-MM-DD, or None for null or absent."""
        value = self.text(name, needed=needed)
        if not value:
            return None
        try:
            found = date.fromisoformat(value)
        except ValueError:
            self.wrong(f"{name} is {value!r}; write dates as YYYY-MM-DD")
            return None
        if not FIRST_YEAR <= found.year <= LAST_YEAR:
            self.wrong(f"{name} is {value}; years run from {FIRST_YEAR} to {LAST_YEAR}")
            return None
        return found

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, empty for null or absent."""
        value = self.value(name)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            self.wrong(f"{name} must be a list of texts")
            return ()
        return tuple(value)

    def object(self, name: str) -> "Fields":
        """A nested object, empty for null or absent."""
        return Fields(self.value(name) or {}, f"{self.place}, {name}", self.problems)

    def objects(self, name: str, *, needed: bool = False) -> "Iterator[Fields]":
        """A list of nested objects, numbered from 1 in their place."""
        value = self.value(name)
        if value is None and not needed:
            return
        if not isinstance(value, list):
            self.wrong(f"{name} must be a list")
            return
        for number, entry in enumerate(value, 1):
            yield Fields(entry, f"{self.place}, {name} {number}", self.problems)
