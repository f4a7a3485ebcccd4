# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Supervision as screens show it: what is due, overdue and owed, line management apart from practice supervision."""

from collections.abc import Iterable, Sequence
from datetime import date

from desktop.models.dates import long_date, short_date
from desktop.models.workforce.frequency import DueSession, due_sessions, every_words
from desktop.models.workforce.hours import hours_words
from desktop.models.workforce.ledger import FELL_THROUGH, Promise
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.supervision import SupervisionSession, SupervisionState
from desktop.models.workforce.themes import THEMES
from desktop.services.targets import Mark
from desktop.services.workforce.supervision_views import KindLine, SessionLine, SupervisionLine, SupervisionView, Track


class Lines:
    """Makes the lines of one workforce; names and groups are looked up once."""

    def __init__(self, workforce: Workforce) -> None:
        self._force = workforce
        self._kinds = {kind.id: kind for kind in workforce.catalogue.supervision}
        self._people = {person.id: person for person in workforce.people}
        self._groups: dict[str, int] = {}
        for session in workforce.supervision:
            if session.group_id:
                self._groups[session.group_id] = self._groups.get(session.group_id, 0) + 1

    def person(self, person: Person) -> SupervisionLine:
        """The line of one person."""
        return self._line(person, self.kinds(person))

    def view(self, person: Person) -> SupervisionView:
        """All of one person's supervision."""
        kinds = self.kinds(person)
        promises = self._force.ledger.of(person.id)
        sessions = sorted(self._force.sessions_of(person), key=lambda one: (one.day, one.id), reverse=True)
        return SupervisionView(
            line=self._line(person, kinds),
            kinds=kinds,
            owed=self.owed(promises),
            sessions=tuple(self.session(session) for session in sessions),
            warnings=_warnings(person),
        )

    def owed(self, promises: Iterable[Promise]) -> tuple[SessionLine, ...]:
        """What is owed, oldest first: the session as first planned."""
        return tuple(self.session(one.first) for one in promises if one.owed)

    def kinds(self, person: Person) -> tuple[KindLine, ...]:
        """What is asked for of one person, in the order of the catalogue."""
        coming: dict[str, date] = {}
        for session in self._force.sessions_of(person):
            if session.state is SupervisionState.PLANNED and session.planned_for >= self._force.as_at:
                coming.setdefault(session.kind_id, session.planned_for)
        return tuple(self._kind(due, coming.get(due.asked.kind_id)) for due in due_sessions(self._force, person))

    def session(self, session: SupervisionSession) -> SessionLine:
        """The line of one session."""
        kind = self._kinds.get(session.kind_id)
        promise = self._force.ledger.promise_of(session.id)
        owed = promise.owed and session.state in FELL_THROUGH
        words, mark = _state(session, promise, self._force.as_at)
        track = Track.of(kind) if kind else Track.OTHER
        person = self._people[session.person_id]
        by_manager = session.supervisor_id is not None and session.supervisor_id == person.line_manager_id
        supervisor = self._people.get(session.supervisor_id or "")
        return SessionLine(
            id=session.id,
            person_id=person.id,
            person=person.name,
            kind_id=session.kind_id,
            kind=kind.name if kind else session.kind_id,
            track=track,
            day=session.day,
            day_words=long_date(session.day),
            state=words,
            mark=mark,
            owed=owed,
            minutes=session.minutes,
            length=hours_words(session.minutes) if session.minutes else "",
            supervisor=supervisor.name if supervisor else session.outside_supervisor,
            themes=tuple(THEMES.get(theme, theme) for theme in session.themes),
            together=self._groups.get(session.group_id, 1),
            warning="Given by the line manager (SA 6.5)." if by_manager and track is Track.PRACTICE else "",
            session=session,
        )

    def _kind(self, due: DueSession, planned: date | None) -> KindLine:
        kind = self._kinds[due.asked.kind_id]
        words, mark = _due_words(due, self._force.as_at)
        return KindLine(
            kind_id=kind.id,
            kind=kind.name,
            track=Track.of(kind),
            every=every_words(due.asked.every_days),
            last=long_date(due.last) if due.last else "None yet",
            due=due.due,
            words=words,
            mark=mark,
            overdue=due.overdue,
            planned=planned,
        )

    def _line(self, person: Person, kinds: Sequence[KindLine]) -> SupervisionLine:
        promises = self._force.ledger.of(person.id)
        owed = sum(one.owed for one in promises)
        unsaid = sum(one.unsaid is not None for one in promises)
        overdue = sum(line.overdue for line in kinds)
        told = [
            f"{count} {word}" for count, word in ((owed, "owed"), (overdue, "overdue"), (unsaid, "to say")) if count
        ]
        return SupervisionLine(
            person_id=person.id,
            code=person.code,
            name=person.name,
            owed=owed,
            overdue=overdue,
            unsaid=unsaid,
            next_due=min((line.due for line in kinds if line.due), default=None),
            words=", ".join(told) or ("Up to date" if kinds else "Nothing is asked for"),
            mark=_mark(owed, overdue, unsaid, kinds),
            line_management=self._track(kinds, Track.LINE),
            practice=self._track(kinds, Track.PRACTICE),
        )

    def _track(self, kinds: Sequence[KindLine], track: Track) -> str:
        """The soonest day of one track: 'due 3 Dec'; '' where nothing is asked for."""
        soonest = min(((line.due, line.overdue) for line in kinds if line.track is track and line.due), default=None)
        if soonest is None:
            return ""
        day, overdue = soonest
        return f"{'Overdue since' if overdue else 'Due'} {short_date(day, self._force.as_at)}"


def _mark(owed: int, overdue: int, unsaid: int, kinds: Sequence[KindLine]) -> Mark:
    if owed or overdue:
        return Mark.CLOCK
    if unsaid:
        return Mark.QUEST
    return Mark.TICK if kinds else Mark.DASH


def _due_words(due: DueSession, today: date) -> tuple[str, Mark]:
    if due.due is None:
        return "None recorded yet", Mark.RING
    if due.overdue:
        return f"Overdue since {long_date(due.due)}", Mark.CLOCK
    return (f"Due {long_date(due.due)}", Mark.TICK) if due.due > today else ("Due today", Mark.CAL)


def _state(session: SupervisionSession, promise: Promise, today: date) -> tuple[str, Mark]:
    if session.held:
        return "Held", Mark.TICK
    if session.state is SupervisionState.PLANNED:
        passed = session.planned_for < today
        return ("Was it held?", Mark.QUEST) if passed else ("Planned", Mark.CAL)
    word = session.state.value.capitalize()
    if promise.held is not None:
        return f"{word}, made up {long_date(promise.held.day)}", Mark.TICK
    if promise.coming is not None:
        return f"{word}, owed: planned for {long_date(promise.coming.planned_for)}", Mark.CLOCK
    return f"{word}, owed", Mark.CLOCK


def _warnings(person: Person) -> tuple[str, ...]:
    if person.line_manager_id is not None and person.line_manager_id == person.practice_supervisor_id:
        return ("The line manager is also the practice supervisor (SA 6.5).",)
    return ()
