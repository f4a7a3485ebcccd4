# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Names as typed or pasted, and who is meant by each. Near matches are offered, never taken by themselves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.models.choices import Choice
from desktop.models.workforce.people import Person
from desktop.models.workforce.remembered import OtherName
from desktop.services.importing.names import Likeness, Name, alike, is_whole, read_name, split_people, surname_first

MOST_OFFERED = 5


@dataclass(frozen=True, slots=True)
class NameMatch:
    """One name as typed. ``person_id`` is who is meant, '' while it is not sure; ``near`` may be offered then.

    ``again``: the same person stands further up in the list already.
    """

    typed: str
    person_id: str = ""
    name: str = ""
    near: tuple[Choice, ...] = ()
    again: bool = False

    @property
    def words(self) -> str:
        """What was found, in words."""
        if self.again:
            return f"{self.name} is in the list already"
        if self.person_id:
            return self.name
        return "Who is meant?" if self.near else "Nobody of that name here"


def match_names(text: str, people: Sequence[Person], other_names: Iterable[OtherName] = ()) -> tuple[NameMatch, ...]:
    """Each name in a text, one a line or with commas between, with who is meant among the people."""
    lines = [name for line in text.splitlines() for name in _columns(line)]
    turned = len(lines) > 1 and surname_first(lines)
    typed = [name for line in lines for name in split_people(line, comma_turns=turned)]
    known = _Known(people, other_names)
    return _once([known.match(name) for name in typed])


class _Known:
    """The people by all their names, read once."""

    def __init__(self, people: Sequence[Person], other_names: Iterable[OtherName]) -> None:
        self._people: Mapping[str, Person] = {person.id: person for person in people}
        named = [(person.name, person.id) for person in people]
        named += [(other.name, other.person_id) for other in other_names if other.person_id in self._people]
        self._names = [(read_name(name), person_id) for name, person_id in named]

    def match(self, typed: str) -> NameMatch:
        """Who is meant by a name."""
        read = read_name(typed)
        found = [(alike(read, name), person_id) for name, person_id in self._names]
        same = list(dict.fromkeys(person_id for how, person_id in found if how is Likeness.SAME))
        if len(same) == 1:
            return NameMatch(typed, same[0], self._people[same[0]].name)
        near = same or list(dict.fromkeys(person_id for how, person_id in found if how is Likeness.NEAR))
        return NameMatch(typed, near=tuple(self._choice(person_id) for person_id in self._ranked(near, read)))

    def _ranked(self, ids: Iterable[str], read: Name) -> list[str]:
        """The likeliest first: who shares a whole word with what was typed, then by name."""
        shared = {
            person_id: max(len({*read.words} & {*name.words}) for name, of in self._names if of == person_id)
            for person_id in ids
        }
        return sorted(shared, key=lambda one: (-shared[one], self._people[one].name.casefold()))[:MOST_OFFERED]

    def _choice(self, person_id: str) -> Choice:
        person = self._people[person_id]
        return Choice(person.id, person.name, person.code)


def _columns(line: str) -> list[str]:
    """The names in a line that may be pasted from a sheet: first name and surname in cells of their own are one."""
    parts = [part.strip() for part in line.split("\t") if part.strip()]
    return parts if any(is_whole(part) for part in parts) else [" ".join(parts)] if parts else []


def _once(found: Sequence[NameMatch]) -> tuple[NameMatch, ...]:
    met: set[str] = set()
    told = []
    for one in found:
        told.append(replace(one, again=bool(one.person_id) and one.person_id in met))
        met.add(one.person_id)
    return tuple(told)
