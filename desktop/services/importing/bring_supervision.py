# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a supervision log would store: dates, minutes, kind and people; a session moved or made up keeps its link."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from desktop.models.workforce.supervision import SupervisionSession, SupervisionState
from desktop.services.importing.bringing import Bringing, Gathering
from desktop.services.importing.decisions import Choice
from desktop.services.importing.names import match
from desktop.services.importing.sessions import SessionLine, SupervisionPreview
from desktop.services.importing.statuses import Status

_STATES = {
    Status.HELD: SupervisionState.HELD,
    Status.CANCELLED: SupervisionState.CANCELLED,
    Status.NOT_ATTENDED: SupervisionState.NOT_ATTENDED,
    Status.MOVED: SupervisionState.MOVED,
    Status.PLANNED: SupervisionState.PLANNED,
}
_NOT_HELD = {SupervisionState.CANCELLED, SupervisionState.NOT_ATTENDED, SupervisionState.MOVED}
_Key = tuple[str, str, date]


def bring_supervision(gathering: Gathering) -> Bringing:
    """The sessions of a log that have a person, a kind, a day and a status."""
    preview = gathering.preview
    if not isinstance(preview, SupervisionPreview):
        msg = "not a preview of a supervision log"
        raise TypeError(msg)
    gathering.meet_everyone()
    ledger = _Ledger(gathering)
    for line in preview.sessions:
        ledger.take(line)
    ledger.make_up(preview.sessions)
    return Bringing(
        people=gathering.changed(),
        new_people=len(gathering.new),
        supervision=tuple(ledger.new.values()),
        already=gathering.already,
        other_names=gathering.other_names(),
        left_out=gathering.left_out_lines(),
    )


class _Ledger:
    """The sessions by person, kind and day planned for: each once."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._there = {_key(session): session for session in gathering.present.supervision}
        self._names: Mapping[str, str] = {person.name: person.id for person in gathering.people.values()}
        self._supervisors: dict[str, str] = {}
        self.new: dict[_Key, SupervisionSession] = {}

    def take(self, line: SessionLine) -> None:
        """One row: a session for each of its people."""
        kind_id, state = self._kind(line), _STATES.get(line.status)
        if not line.good or line.day is None or state is None:
            self._gathering.leave_out(line.cell, _why(line))
            return
        if not kind_id:
            return
        if state is SupervisionState.HELD and line.day > self._gathering.today:
            self._gathering.leave_out(line.cell, "Held on a day that has not come yet.")
            return
        together = self._gathering.new_id() if len(line.people) > 1 else ""
        for place in line.people:
            if place not in self._gathering.ids:
                name = self._gathering.preview.people[place].name
                self._gathering.leave_out(line.cell, f"{name} is left out, and this session with them.")
            else:
                self._add(line, self._gathering.ids[place], kind_id, line.day, state, together)

    def make_up(self, lines: Iterable[SessionLine]) -> None:
        """Tie what was not held to the session of its next day; where the log has none, one is planned."""
        for line in lines:
            kind_id, state = self._kind(line), _STATES.get(line.status)
            if not (line.good and line.day and line.next_day and kind_id and state in _NOT_HELD):
                continue
            for place in line.people:
                if place in self._gathering.ids:
                    self._tie((self._gathering.ids[place], kind_id, line.day), line.next_day)

    def _add(
        self, line: SessionLine, person_id: str, kind_id: str, day: date, state: SupervisionState, together: str
    ) -> None:
        key = (person_id, kind_id, day)
        if key in self._there or key in self.new:
            self._gathering.already += 1
            return
        minutes = (line.minutes or 0) if state is SupervisionState.HELD else 0
        supervisor_id = self._supervisor(line.supervisor)
        self.new[key] = SupervisionSession(
            self._gathering.new_id(),
            person_id,
            kind_id,
            day,
            state,
            minutes,
            supervisor_id=supervisor_id,
            outside_supervisor="" if supervisor_id else line.supervisor,
            group_id=together,
        )

    def _tie(self, key: _Key, next_day: date) -> None:
        missed = self.new.get(key)
        if missed is None or next_day <= missed.planned_for:
            return
        next_key = (*key[:2], next_day)
        if next_key in self._there:
            return
        made_up = self.new.get(next_key) or SupervisionSession(self._gathering.new_id(), *next_key)
        if made_up.makes_up is None:
            self.new[next_key] = replace(made_up, makes_up=missed.id)

    def _kind(self, line: SessionLine) -> str:
        meaning = self._gathering.decisions.kinds.get(line.kind.value)
        if meaning is not None and meaning.choice is Choice.KNOWN:
            return meaning.id
        self._gathering.leave_out(line.cell, "Say which kind of supervision it is.")
        return ""

    def _supervisor(self, name: str) -> str | None:
        if name not in self._supervisors:
            self._supervisors[name] = self._names.get(match(name, self._names).same, "") if name else ""
        return self._supervisors[name] or None


def _key(session: SupervisionSession) -> _Key:
    return session.person_id, session.kind_id, session.planned_for


def _why(line: SessionLine) -> str:
    if line.day is None:
        return "The day cannot be read."
    if line.status in {Status.NONE, Status.UNKNOWN}:
        return "Say whether it was held."
    return "A problem stands in its way."
