# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reading fields of parsed JSON strictly: every problem is written down with its place, none stops the reading."""

from collections.abc import Sequence


class Fields:
    """The fields of one JSON object. A getter that finds a problem notes it and answers with something harmless."""

    def __init__(self, data: object, place: str, problems: list[str]) -> None:
        self.place = place
        self._problems = problems
        self._data: dict[str, object] = {}
        self._taken: set[str] = set()
        if isinstance(data, dict):
            self._data = {str(name): value for name, value in data.items()}
        else:
            self.problem("must be an object with named fields")
            self._broken = True
            return
        self._broken = False

    def problem(self, what: str) -> None:
        """Note a problem at this place."""
        self._problems.append(f"{self.place}: {what}")

    def given(self, name: str) -> bool:
        """Whether there is such a field at all; a later version of the format may have more than an earlier one."""
        return name in self._data

    def text(self, name: str, *, optional: bool = False) -> str:
        """A text that says something; an optional one may be null and then reads as ''."""
        value = self._take(name)
        if value is None and optional:
            return ""
        if isinstance(value, str) and value.strip() == value and value:
            return value
        if value is not _ABSENT:
            self.problem(f"`{name}` must be a text, not empty and without spaces at its ends")
        return ""

    def flag(self, name: str) -> bool:
        """True or false."""
        value = self._take(name)
        if not isinstance(value, bool) and value is not _ABSENT:
            self.problem(f"`{name}` must be true or false")
        return value is True

    def whole(self, name: str) -> int:
        """A whole number of 1 or more."""
        value = self._take(name)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
            return value
        if value is not _ABSENT:
            self.problem(f"`{name}` must be a whole number of 1 or more")
        return 0

    def optional_whole(self, name: str) -> int | None:
        """A whole number of 1 or more, or null."""
        if name in self._data and self._data[name] is None:
            self._taken.add(name)
            return None
        return self.whole(name)

    def texts(self, name: str, *, empty: bool = False) -> tuple[str, ...]:
        """A list of different texts, with at least one unless it may be empty."""
        found: list[str] = []
        for value in self.items(name, empty=empty):
            if not isinstance(value, str) or not value.strip():
                self.problem(f"`{name}` must hold texts only, none of them empty")
            elif value in found:
                self.problem(f"`{name}` says '{value}' twice")
            else:
                found.append(value)
        return tuple(found)

    def chosen(self, name: str, known: Sequence[str], *, empty: bool = False) -> tuple[str, ...]:
        """A list of different texts, each one of ``known``."""
        found = self.texts(name, empty=empty)
        for value in found:
            if value not in known:
                self.problem(f"`{name}` holds '{value}', which is not one of: {', '.join(known) or 'none'}")
        return tuple(value for value in found if value in known)

    def items(self, name: str, *, empty: bool = False) -> list[object]:
        """The members of a list, whatever they are."""
        value = self._take(name)
        if not isinstance(value, list):
            if value is not _ABSENT:
                self.problem(f"`{name}` must be a list")
            return []
        if not value and not empty:
            self.problem(f"`{name}` must not be empty")
        return value

    def numbers(self, name: str, known: Sequence[str], most: int) -> tuple[tuple[str, int], ...]:
        """A number from 0 to ``most`` for every one of ``known``."""
        value = self._take(name)
        if not isinstance(value, dict):
            if value is not _ABSENT:
                self.problem(f"`{name}` must be an object")
            return ()
        if set(value) != set(known):
            odd = ", ".join(sorted({str(key) for key in value} ^ set(known)))
            self.problem(f"`{name}` must name each role once, and no other; look at: {odd}")
        pairs = [(str(key), number) for key, number in value.items()]
        good = tuple((key, n) for key, n in pairs if isinstance(n, int) and not isinstance(n, bool) and 0 <= n <= most)
        if len(good) != len(pairs):
            self.problem(f"`{name}` must hold whole numbers from 0 to {most}")
        return good

    def finish(self) -> None:
        """Note the fields that nobody asked for."""
        for name in sorted(set(self._data) - self._taken):
            self.problem(f"`{name}` is not a known field")

    def _take(self, name: str) -> object:
        self._taken.add(name)
        if name not in self._data:
            if not self._broken:
                self.problem(f"`{name}` is missing")
            return _ABSENT
        return self._data[name]


_ABSENT = object()
