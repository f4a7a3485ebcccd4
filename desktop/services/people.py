# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The people of a charity, their roles and their training; and the figures that this gives to Standard 6."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.models.certificate_numbers import check_no_number
from desktop.models.changes import Op
from desktop.models.choices import Choice
from desktop.models.day_checks import check_order, check_passed
from desktop.models.errors import AppError
from desktop.models.scoring import same_person
from desktop.models.wording import joined
from desktop.models.workforce.people import Person, RoleHeld, held
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.training import TrainingRecord
from desktop.services.intake import new_id
from desktop.services.names_in_rounds import names_in_answers, names_in_sign_offs
from desktop.services.people_lines import PersonLine, PersonView, person_lines, person_view
from desktop.services.standing import current_catalogue, workforce_now
from desktop.services.workforce_figures import WorkforceFigure, told_together, workforce_figures
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock


class NamelessPersonError(AppError):
    """A person with no name."""

    code = "nameless_person"
    happened = "The person has no name."
    safe = "Nothing was changed."
    to_do = "Type the name that everyone here knows them by."


class PersonThereError(AppError):
    """Two people of one name cannot be told apart in a list."""

    code = "person_there"
    happened = "There is someone called {name} already{where}."
    safe = "Nothing was changed."
    to_do = "For another person of that name, add what tells them apart, such as a middle initial. Else use that entry."


class TrainingThereError(AppError):
    """The same course on the same day is recorded."""

    code = "training_there"
    happened = "{course} on that day is recorded for {name} already."
    safe = "Nothing was changed."
    to_do = "Look at the date, or leave it as it is."


@dataclass(frozen=True, slots=True)
class Erasure:
    """What erasing someone takes away for good, and what it leaves, in sentences."""

    name: str
    records: int
    takes: str
    leaves: str


class People:
    """The people of one open workbook."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock

    def lines(self, *, include_leavers: bool = False) -> tuple[PersonLine, ...]:
        """Everyone who works here, worst first; last, with ``include_leavers``, who left or has not started."""
        lines = person_lines(self._workforce())
        return lines if include_leavers else tuple(line for line in lines if line.works_here)

    def view(self, person_id: str) -> PersonView:
        """Everything about one person; ``LookupError`` when they are gone."""
        return person_view(self._workforce(), self._db.people.get(person_id))

    def person(self, person_id: str) -> Person:
        """What is recorded of one person, without how it stands; ``LookupError`` when they are gone."""
        return self._db.people.get(person_id)

    def figures(self) -> tuple[WorkforceFigure, ...]:
        """What the training says for SA 6.3 and SA 6.8, where there is anyone to count."""
        return workforce_figures(self._workforce())

    def figure(self) -> str:
        """The figures in a sentence or two; '' while there is nobody."""
        return told_together(self.figures())

    def roles(self) -> tuple[Choice, ...]:
        """The roles that there are."""
        return tuple(Choice(role.code, role.name) for role in current_catalogue(self._db).roles)

    def courses(self) -> tuple[Choice, ...]:
        """The courses that there are, with how long each is good for."""
        courses = self._workforce().catalogue.courses
        return tuple(Choice(course.id, course.name, course.validity_note) for course in courses)

    def add(self, name: str, roles: Sequence[str], started: date | None = None) -> str:
        """Add someone; gives their id. Their code, like P07, is made here."""
        check_no_number(name)
        person = self._checked(Person(new_id(), self._next_code(), name, held(*roles), started))
        with self._db.write(Op.ADD_PERSON, person.name, about=person.id):
            self._db.people.save(person)
        return person.id

    def edit(self, person_id: str, name: str, roles: Sequence[str], started: date | None = None) -> None:
        """Change someone's name, roles or first day."""
        person = self._db.people.get(person_id)
        if name != person.name:
            check_no_number(name)
        changed = replace(person, name=name, roles=self._roles_from_now(person, roles), started=started)
        self._save(self._checked(changed))

    def leave(self, person_id: str, on: date | None) -> None:
        """Say that someone left on a day, which was their last; None: they are back."""
        self._save(self._checked(replace(self._db.people.get(person_id), left=on)))

    def remove(self, person_id: str) -> None:
        """Take someone away with their records. Can be undone; ``erase`` cannot."""
        person = self._db.people.get(person_id)
        with self._db.write(Op.REMOVE_PERSON, person.name, about=person_id):
            self._db.people.remove(person_id)

    def erasing(self, person_id: str) -> Erasure:
        """What ``erase`` would take away, to be shown before."""
        person = self._db.people.get(person_id)
        training = len(self._db.training.list(person_id=person_id))
        sessions = len(self._db.supervision.list(person_id=person_id))
        takes = f"{_counted(training, 'training record')} and {_counted(sessions, 'supervision session')}"
        return Erasure(person.name, 1 + training + sessions, f"The entry itself, {takes}.", self._left_behind(person))

    def erase(self, person_id: str) -> None:
        """Erase someone for good: their records, what the history keeps of them, and what was half filled in."""
        self._db.erase_person(person_id)
        self._db.drafts.drop_about(person_id)

    def record_training(self, person_id: str, course_id: str, completed: date, expires: date | None = None) -> str:
        """Record a course that someone completed; gives its id. ``expires``: its own last day, if it has one."""
        return self._save_training(
            TrainingRecord(new_id(), person_id, course_id, completed, expires), Op.RECORD_TRAINING
        )

    def edit_training(self, record_id: str, completed: date, expires: date | None = None) -> None:
        """Change when a course was completed, or its own last day."""
        record = self._db.training.get(record_id)
        self._save_training(replace(record, completed=completed, expires=expires), Op.EDIT_TRAINING)

    def remove_training(self, record_id: str) -> None:
        """Take a training record away."""
        record = self._db.training.get(record_id)
        name = self._db.people.get(record.person_id).name
        with self._db.write(Op.REMOVE_TRAINING, f"of {name}", about=record.person_id):
            self._db.training.remove(record_id)

    def _workforce(self) -> Workforce:
        return workforce_now(self._db, self._clock.today())

    def _save(self, person: Person) -> None:
        with self._db.write(Op.EDIT_PERSON, person.name, about=person.id):
            self._db.people.save(person)

    def _save_training(self, record: TrainingRecord, op: Op) -> str:
        check_passed(record.completed, self._clock.today(), "The day of the course")
        check_order(record.completed, record.expires, ("The day of the course", "its last day"))
        person = self._db.people.get(record.person_id)
        course = self._workforce().catalogue.course(record.course_id)
        same = self._db.training.list(person_id=person.id, course_id=course.id, completed=record.completed.isoformat())
        if any(other.id != record.id for other in same):
            raise TrainingThereError(course=course.name, name=person.name)
        with self._db.write(op, f"of {person.name}", about=person.id):
            self._db.training.save(record)
        return record.id

    def _checked(self, person: Person) -> Person:
        name = " ".join(person.name.split())
        if not name:
            raise NamelessPersonError
        known = current_catalogue(self._db)
        roles = tuple(dict.fromkeys(replace(role, code=known.role(role.code).code) for role in person.roles))
        check_passed(person.started, self._clock.today(), "The first day")
        check_passed(person.left, self._clock.today(), "The last day")
        check_order(person.started, person.left, ("The first day", "the last day"))
        for other in self._db.people.list():
            if other.id != person.id and same_person(other.name, name):
                raise PersonThereError(name=other.name, where=", among those who left" if other.left else "")
        return replace(person, name=name, roles=roles)

    def _roles_from_now(self, person: Person, codes: Sequence[str]) -> tuple[RoleHeld, ...]:
        """The roles so that these are held today; what was held before with an end stays as it is."""
        today = self._clock.today()
        kept = [role for role in person.roles if not role.held_on(today) or role.code in codes]
        new = [RoleHeld(code) for code in codes if code not in person.roles_on(today)]
        return (*kept, *new)

    def _next_code(self) -> str:
        used = [int(found[1]) for one in self._db.people.list() if (found := re.fullmatch(r"P(\d{1,6})", one.code))]
        return f"P{max(used, default=0) + 1:02}"

    def _left_behind(self, person: Person) -> str:
        """Where the name stands in what is not about this person: that is not touched."""
        answers = _naming(person, names_in_answers(self._db))
        signed = _naming(person, names_in_sign_offs(self._db))
        actions = sum(
            any(same_person(person.name, said) for said in (action.owner, action.closing.by))
            for action in self._db.actions.list()
        )
        counts = ((answers, "answer"), (actions, "action"), (signed, "assessment"))
        where = [_counted(count, word) for count, word in counts if count]
        named = f"The name stays in {joined(where)}. " if where else ""
        packs = (
            "" if not self._db.sign_offs.list() else " A signed-off assessment that counts them can make no new pack."
        )
        return f"{named}Backups and packs made before stay as they are.{packs}"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _naming(person: Person, records: Iterable[Iterable[str]]) -> int:
    """How many records name someone."""
    return sum(any(same_person(person.name, said) for said in names if said.strip()) for names in records)
