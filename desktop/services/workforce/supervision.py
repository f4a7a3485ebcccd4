# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Supervision: planned, held, moved, cancelled, missed and made up. Days, minutes and people; never what was said."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop.models.catalogue import SupervisionKind
from desktop.models.changes import Op
from desktop.models.choices import Choice
from desktop.models.day_checks import check_passed
from desktop.models.workforce.ledger import FELL_THROUGH, Ledger, Promise
from desktop.models.workforce.people import Person
from desktop.models.workforce.supervision import SupervisionSession, SupervisionState
from desktop.models.workforce.themes import THEMES
from desktop.services.intake import new_id
from desktop.services.kept_workforce import KeptWorkforce
from desktop.services.workforce.session_checks import (
    GivenBy,
    HeldSession,
    NobodyChosenError,
    SessionStateError,
    check_held,
    check_once,
    check_people,
)
from desktop.services.workforce.supervision_lines import Lines
from desktop.services.workforce.supervision_policy import SupervisionPolicy
from desktop.services.workforce.supervision_views import SessionLine, SupervisionLine, SupervisionView
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

NOT_SAID = GivenBy()
_PLANNED, _HELD = SupervisionState.PLANNED, SupervisionState.HELD


class Supervision:
    """The supervision ledger of one open workbook."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock
        self._kept = KeptWorkforce(workbook.db)
        self.policy = SupervisionPolicy(workbook)

    def lines(self) -> tuple[SupervisionLine, ...]:
        """Everyone who works here, by name, with what is owed, due and overdue."""
        workforce = self._kept.on(self._clock.today())
        lines = Lines(workforce)
        return tuple(lines.person(one) for one in sorted(workforce.staff, key=lambda each: each.name.casefold()))

    def view(self, person_id: str) -> SupervisionView:
        """One person's supervision; ``LookupError`` when they are gone."""
        return Lines(self._kept.on(self._clock.today())).view(self._db.people.get(person_id))

    def owed(self) -> tuple[SessionLine, ...]:
        """Everything that is owed to those who work here, oldest first."""
        workforce = self._kept.on(self._clock.today())
        here = {person.id for person in workforce.current}
        return Lines(workforce).owed(one for one in workforce.ledger.promises if one.first.person_id in here)

    def kinds(self) -> tuple[Choice, ...]:
        """The kinds of supervision, with how often each is due."""
        kinds = self._kept.on(self._clock.today()).catalogue.supervision
        return tuple(Choice(kind.id, kind.name, kind.frequency) for kind in kinds)

    @staticmethod
    def themes() -> tuple[Choice, ...]:
        """The themes of an observation."""
        return tuple(Choice(theme, words) for theme, words in THEMES.items())

    def supervisors(self) -> tuple[Choice, ...]:
        """Who works here and may have given a session, by name."""
        here = sorted(self._kept.on(self._clock.today()).current, key=lambda one: one.name.casefold())
        return tuple(Choice(person.id, person.name) for person in here)

    def plan(self, person_ids: Sequence[str], kind_id: str, day: date, by: GivenBy = NOT_SAID) -> tuple[str, ...]:
        """Plan a session for one person, or one for a group; gives the ids, one for each person."""
        people = self._people(person_ids)
        check_people(day, by, kind_id, people)
        blank = SupervisionSession("", "", kind_id, day, supervisor_id=by.id, outside_supervisor=by.outside.strip())
        return self._add(Op.PLAN_SUPERVISION, people, blank)

    def record(self, person_ids: Sequence[str], kind_id: str, held: HeldSession) -> tuple[str, ...]:
        """Record a session that was held and not planned here; gives the ids, one for each person."""
        people = self._people(person_ids)
        check_held(held, kind_id, people, self._clock.today())
        return self._add(Op.RECORD_SUPERVISION, people, held.of(SupervisionSession("", "", kind_id, held.day)))

    def hold(self, session_ids: Sequence[str], held: HeldSession) -> None:
        """Say that planned sessions were held: one, or those of a group who came."""
        sessions = [self._in_state(one, _PLANNED, "recorded as held") for one in session_ids]
        people = self._people([one.person_id for one in sessions])
        for session, person in zip(sessions, people, strict=True):
            check_held(held, session.kind_id, [person], self._clock.today())
            self._check_once(replace(session, held_on=held.day, state=_HELD), person)
        with self._db.write(Op.RECORD_SUPERVISION, _of(people), about=people[0].id):
            self._db.supervision.save_all(held.of(session) for session in sessions)

    def move(self, session_id: str, to: date) -> str:
        """Move a planned session to another day; gives the id of the new one. Until held, it stays owed."""
        session = self._in_state(session_id, _PLANNED, "moved")
        return self._again(Op.MOVE_SUPERVISION, session, to, SupervisionState.MOVED)

    def cancel(self, session_ids: Sequence[str]) -> None:
        """Say that planned sessions were cancelled: they stay owed until made up."""
        self._fell_through(Op.CANCEL_SUPERVISION, session_ids, SupervisionState.CANCELLED, "cancelled")

    def not_attended(self, session_ids: Sequence[str]) -> None:
        """Say that people did not come to planned sessions: they stay owed until made up."""
        for one in session_ids:
            check_passed(self._db.supervision.get(one).planned_for, self._clock.today(), "A missed session")
        self._fell_through(Op.MISS_SUPERVISION, session_ids, SupervisionState.NOT_ATTENDED, "recorded as missed")

    def plan_again(self, session_id: str, day: date) -> str:
        """Plan a day to make up a session that is owed; gives the id of the new one."""
        promise = self._owed(session_id)
        waiting = promise.coming or promise.unsaid
        if waiting:
            return self._again(Op.MOVE_SUPERVISION, waiting, day, SupervisionState.MOVED)
        last = promise.sessions[-1]
        return self._again(Op.PLAN_SUPERVISION, last, day, last.state)

    def make_up(self, session_id: str, held: HeldSession) -> str:
        """Record the session that made up one that was owed; gives its id."""
        promise = self._owed(session_id)
        person = self._db.people.get(promise.first.person_id)
        check_held(held, promise.first.kind_id, [person], self._clock.today())
        waiting = promise.coming or promise.unsaid
        last = promise.sessions[-1]
        again = waiting or SupervisionSession(new_id(), person.id, last.kind_id, held.day, makes_up=last.id)
        self._check_once(replace(again, held_on=held.day, state=_HELD), person)
        with self._db.write(Op.MAKE_UP_SUPERVISION, f"of {person.name}", about=person.id):
            self._db.supervision.save(held.of(again))
        return again.id

    def put_back(self, session_id: str) -> None:
        """Take back that a session was cancelled, missed or held: it is planned again."""
        session = self._db.supervision.get(session_id)
        if session.state is _PLANNED or self._stands_in(session) or session.state is SupervisionState.MOVED:
            raise SessionStateError(state=session.state.value, act="put back", to_do="Look at what stands in for it.")
        self._save(Op.EDIT_SUPERVISION, replace(session, state=_PLANNED, minutes=0, held_on=None, themes=()))

    def edit(self, session_id: str, held: HeldSession) -> None:
        """Put right what is recorded of a session that was held."""
        session = self._in_state(session_id, _HELD, "edited")
        person = self._db.people.get(session.person_id)
        check_held(held, session.kind_id, [person], self._clock.today())
        # What was recorded without a plan was planned for the day on which it was held.
        planned = held.day if session.held_on is None else session.planned_for
        changed = replace(held.of(session), planned_for=planned, held_on=None if planned == held.day else held.day)
        self._check_once(changed, person)
        self._save(Op.EDIT_SUPERVISION, changed)

    def edit_plan(self, session_id: str, day: date, by: GivenBy = NOT_SAID) -> None:
        """Put right the day or the supervisor of a planned session that was typed wrong. ``move`` is for a change."""
        session = self._in_state(session_id, _PLANNED, "edited")
        person = self._db.people.get(session.person_id)
        check_people(day, by, session.kind_id, [person])
        changed = replace(session, planned_for=day, supervisor_id=by.id, outside_supervisor=by.outside.strip())
        self._check_once(changed, person)
        self._save(Op.EDIT_SUPERVISION, changed)

    def remove(self, session_id: str) -> None:
        """Take a session away. What stood in for it stands in for the one before it."""
        session = self._db.supervision.get(session_id)
        name = self._db.people.get(session.person_id).name
        later = self._db.supervision.list(makes_up=session.id)
        with self._db.write(Op.REMOVE_SUPERVISION, f"of {name}", about=session.person_id):
            self._db.supervision.save_all(replace(one, makes_up=session.makes_up) for one in later)
            self._db.supervision.remove(session.id)

    def _add(self, op: Op, people: Sequence[Person], blank: SupervisionSession) -> tuple[str, ...]:
        self._kind(blank.kind_id)
        group = new_id() if len(people) > 1 else ""
        sessions = [replace(blank, id=new_id(), person_id=person.id, group_id=group) for person in people]
        for session, person in zip(sessions, people, strict=True):
            self._check_once(session, person)
        with self._db.write(op, _of(people), about=people[0].id):
            self._db.supervision.save_all(sessions)
        return tuple(session.id for session in sessions)

    def _again(self, op: Op, session: SupervisionSession, day: date, state: SupervisionState) -> str:
        """Plan another day for a session; the new one stands in for it."""
        person = self._db.people.get(session.person_id)
        again = replace(session, id=new_id(), planned_for=day, state=_PLANNED, makes_up=session.id, group_id="")
        check_people(day, GivenBy(session.supervisor_id, session.outside_supervisor), session.kind_id, [person])
        self._check_once(again, person)
        with self._db.write(op, f"of {person.name}", about=person.id):
            self._db.supervision.save_all([replace(session, state=state), again])
        return again.id

    def _fell_through(self, op: Op, session_ids: Sequence[str], state: SupervisionState, act: str) -> None:
        sessions = [self._in_state(one, _PLANNED, act) for one in session_ids]
        people = self._people([session.person_id for session in sessions])
        with self._db.write(op, _of(people), about=people[0].id):
            self._db.supervision.save_all(replace(session, state=state) for session in sessions)

    def _owed(self, session_id: str) -> Promise:
        """The promise of a session that is owed. Each is made up by one that comes last, so nothing goes in a ring."""
        session = self._db.supervision.get(session_id)
        every = self._db.supervision.list(person_id=session.person_id)
        promise = Ledger(every, self._clock.today()).promise_of(session_id)
        if not promise.owed:
            state = "made up already" if session.state in FELL_THROUGH else session.state.value
            raise SessionStateError(
                state=state, act="made up", to_do="Only what was cancelled, moved or missed is owed."
            )
        return promise

    def _stands_in(self, session: SupervisionSession) -> bool:
        return bool(self._db.supervision.list(makes_up=session.id))

    def _in_state(self, session_id: str, state: SupervisionState, act: str) -> SupervisionSession:
        session = self._db.supervision.get(session_id)
        if session.state is not state:
            raise SessionStateError(
                state=session.state.value, act=act, to_do="Look at what is recorded, or take that back first."
            )
        return session

    def _check_once(self, session: SupervisionSession, person: Person) -> None:
        same = self._db.supervision.list(person_id=person.id, kind_id=session.kind_id)
        check_once(same, session, person, self._kind(session.kind_id).name)

    def _kind(self, kind_id: str) -> SupervisionKind:
        return self._kept.on(self._clock.today()).catalogue.supervision_kind(kind_id)

    def _people(self, person_ids: Sequence[str]) -> list[Person]:
        people = [self._db.people.get(one) for one in person_ids]
        if not people:
            raise NobodyChosenError
        return people

    def _save(self, op: Op, session: SupervisionSession) -> None:
        name = self._db.people.get(session.person_id).name
        with self._db.write(op, f"of {name}", about=session.person_id):
            self._db.supervision.save(session)


def _of(people: Sequence[Person]) -> str:
    return f"of {people[0].name}" if len(people) == 1 else f"of {len(people)} people"
