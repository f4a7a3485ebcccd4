# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What an import would store, worked out from a preview and the decisions; the same file again brings nothing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from desktop.models.certificate_numbers import has_number
from desktop.models.workforce.checks import RecruitmentCheck
from desktop.models.workforce.people import Person, RoleHeld
from desktop.models.workforce.remembered import OtherName
from desktop.models.workforce.supervision import SupervisionSession
from desktop.models.workforce.training import Booking, TrainingRecord, TrainingSession
from desktop.services.importing.decisions import Choice, Decisions
from desktop.services.importing.names import read_name
from desktop.services.importing.preview import PersonLine, Preview
from desktop.services.importing.roles import role_parts


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A cell that brings nothing, and why."""

    cell: str
    message: str


@dataclass(frozen=True, slots=True)
class Bringing:
    """What would be stored. ``people`` are new or changed; ``already`` counts what the workbook has already."""

    people: tuple[Person, ...] = ()
    new_people: int = 0
    training: tuple[TrainingRecord, ...] = ()
    bookings: tuple[Booking, ...] = ()
    checks: tuple[RecruitmentCheck, ...] = ()
    supervision: tuple[SupervisionSession, ...] = ()
    sessions: tuple[TrainingSession, ...] = ()
    other_names: tuple[OtherName, ...] = ()
    already: int = 0
    left_out: tuple[LeftOut, ...] = ()

    @property
    def records(self) -> int:
        """How many records would be stored besides the people."""
        return sum(map(len, (self.training, self.bookings, self.checks, self.supervision, self.sessions)))

    @property
    def nothing(self) -> bool:
        """Whether nothing would change."""
        return not self.people and not self.records


@dataclass(frozen=True)
class Present:
    """What the workbook has, which an import is held against."""

    people: tuple[Person, ...] = ()
    training: tuple[TrainingRecord, ...] = ()
    bookings: tuple[Booking, ...] = ()
    checks: tuple[RecruitmentCheck, ...] = ()
    supervision: tuple[SupervisionSession, ...] = ()
    sessions: tuple[TrainingSession, ...] = ()
    other_names: tuple[OtherName, ...] = ()


@dataclass
class Gathering:
    """The people of a preview by the id they have or would have; what is left out, by cell."""

    preview: Preview
    decisions: Decisions
    present: Present
    new_id: Callable[[], str]
    today: date
    people: dict[str, Person] = field(default_factory=dict)
    ids: dict[int, str] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)
    left_out: dict[str, str] = field(default_factory=dict)
    already: int = 0

    def meet_everyone(self) -> None:
        """Find or make the person of every line; of those left out or undecided there is no id."""
        self.people = {person.id: person for person in self.present.people}
        codes = next_codes(person.code for person in self.present.people)
        for place, line in enumerate(self.preview.people):
            who = self.decisions.who[place]
            if not read_name(line.name).first:
                self.leave_out(line.cell, "There is no name in this row.")
            elif has_number(line.name):
                self.leave_out(line.cell, "It holds a number like that of a DBS certificate.")
            elif who.choice is Choice.KNOWN and who.person_id in self.people:
                self.ids[place] = who.person_id
            elif who.choice is Choice.SAME_AS and who.line in self.ids:
                self.ids[place] = self.ids[who.line]
            elif who.choice is Choice.NEW and not (line.left and not self._left_on(place)):
                self.ids[place] = self._new(place, next(codes))
            else:
                self.leave_out(line.cell, _why(who.choice, line.name))

    def new_roles(self, person: Person, line: PersonLine) -> tuple[RoleHeld, ...]:
        """The roles that a line says someone has, and that are not recorded as held today."""
        held = set(person.roles_on(self.today))
        codes = []
        for part in role_parts(line.role):
            meaning = self.decisions.roles.get(part)
            if meaning is None or meaning.choice is Choice.UNDECIDED:
                self.leave_out(line.cell, f"Say which role {part} is.")
            elif meaning.choice is Choice.KNOWN and meaning.id not in held:
                codes.append(meaning.id)
        return tuple(RoleHeld(code) for code in dict.fromkeys(codes))

    def leave_out(self, cell: str, message: str) -> None:
        """Write down that a cell brings nothing, and why; the first reason stands."""
        self.left_out.setdefault(cell, message)

    def changed(self) -> tuple[Person, ...]:
        """The people who are new or differ from what the workbook has."""
        before = {person.id: person for person in self.present.people}
        return tuple(person for person in self.people.values() if before.get(person.id) != person)

    def other_names(self) -> tuple[OtherName, ...]:
        """The forms of names in the file that the workbook has not met, so that they are known the next time."""
        met = {(other.person_id, other.name) for other in self.present.other_names}
        lines = {(person_id, self.preview.people[place].name) for place, person_id in self.ids.items()}
        new = sorted((one for one in lines - met if self.people[one[0]].name != one[1]), key=lambda one: one[1])
        return tuple(OtherName(self.new_id(), person_id, name) for person_id, name in new)

    def left_out_lines(self) -> tuple[LeftOut, ...]:
        """What was left out, in the order it was met."""
        return tuple(LeftOut(cell, message) for cell, message in self.left_out.items())

    def _left_on(self, place: int) -> date | None:
        return self.decisions.left_on.get(place) or self.preview.people[place].end

    def _new(self, place: int, code: str) -> str:
        line = self.preview.people[place]
        person = Person(self.new_id(), code, line.name, started=line.start, left=self._left_on(place))
        self.people[person.id] = person
        self.new.add(person.id)
        return person.id


def next_codes(used: Iterable[str]) -> Iterator[str]:
    """Codes for new people, P07 and on, after those in use."""
    number = max((int(code[1:]) for code in used if code[:1] == "P" and code[1:].isdecimal()), default=0)
    while True:
        number += 1
        yield f"P{number:02}"


def _why(choice: Choice, name: str) -> str:
    if choice is Choice.UNDECIDED:
        return f"Say who {name} is."
    if choice is Choice.NEW:
        return f"{name} has left: say on which day."
    return f"{name} is left out."
