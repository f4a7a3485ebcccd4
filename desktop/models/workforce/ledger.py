# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The ledger of supervision: what was promised, what was held, and what is owed until it is made up.

A session that is cancelled, missed or moved stays owed until one that stands in for it is held. However long such a
chain gets, it is one promise: counted once, on the day for which it was first planned.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from desktop.models.workforce.supervision import SupervisionSession, SupervisionState

FELL_THROUGH = frozenset({SupervisionState.CANCELLED, SupervisionState.NOT_ATTENDED, SupervisionState.MOVED})


class Promise(NamedTuple):
    """One session as first planned, with all that stand in for it, in the order of their days.

    ``held``: the one that kept the promise. ``owed``: it fell through, and nothing has made it up. ``unsaid``: its day
    has passed, and what became of it is not recorded. ``coming``: the planned day on which it is to be kept.
    """

    first: SupervisionSession
    sessions: tuple[SupervisionSession, ...]
    held: SupervisionSession | None
    owed: bool
    unsaid: SupervisionSession | None
    coming: SupervisionSession | None


@dataclass(frozen=True)
class Ledger:
    """All sessions, as at a day."""

    sessions: Sequence[SupervisionSession]
    as_at: date

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Every promise, by the day of the first session."""
        chains: dict[str, list[SupervisionSession]] = defaultdict(list)
        for session in self.sessions:
            chains[self._roots[session.id]].append(session)
        found = [
            self._alone(chain[0]) if len(chain) == 1 else self._promise(self._by_id[root], chain)
            for root, chain in chains.items()
        ]
        return tuple(sorted(found, key=lambda promise: (promise.first.planned_for, promise.first.id)))

    def of(self, person_id: str) -> Sequence[Promise]:
        """The promises to one person."""
        return self._of_person.get(person_id, ())

    def promise_of(self, session_id: str) -> Promise:
        """The promise that a session belongs to; ``KeyError`` for a session that is not there."""
        return self._of_root[self._roots[session_id]]

    def between(self, first: date, kinds: Iterable[str]) -> tuple[Promise, ...]:
        """Promises of some kinds for a day after ``first``, up to the day of the ledger."""
        wanted = frozenset(kinds)
        return tuple(
            promise
            for promise in self.promises
            if promise.first.kind_id in wanted and first < promise.first.planned_for <= self.as_at
        )

    @cached_property
    def _by_id(self) -> Mapping[str, SupervisionSession]:
        return {session.id: session for session in self.sessions}

    @cached_property
    def _of_person(self) -> Mapping[str, Sequence[Promise]]:
        found: dict[str, list[Promise]] = defaultdict(list)
        for promise in self.promises:
            found[promise.first.person_id].append(promise)
        return found

    @cached_property
    def _of_root(self) -> Mapping[str, Promise]:
        return {promise.first.id: promise for promise in self.promises}

    @cached_property
    def _roots(self) -> Mapping[str, str]:
        """By session id, the session that its chain begins with."""
        roots = {session.id: session.id for session in self.sessions if session.makes_up is None}
        for session in self.sessions:
            if session.id in roots:
                continue
            path = self._path(session, roots)
            root = roots.get(path[-1], path[-1])
            roots.update(dict.fromkeys(path, root))
        return roots

    def _path(self, session: SupervisionSession, roots: Mapping[str, str]) -> list[str]:
        """The ids from a session back to where its chain begins. A ring, which none can make here, is cut."""
        path = [session.id]
        while path[-1] not in roots:
            before = self._before(self._by_id[path[-1]])
            if before is None:
                return path
            if before.id in path:
                ring = path[path.index(before.id) :]
                return [*(one for one in path if one != min(ring)), min(ring)]
            path.append(before.id)
        return path

    def _before(self, session: SupervisionSession) -> SupervisionSession | None:
        """What a session stands in for. One of another person, or none that is there, does not count."""
        before = self._by_id.get(session.makes_up or "")
        return before if before is not None and before.person_id == session.person_id else None

    def _alone(self, session: SupervisionSession) -> Promise:
        """The promise of a session that nothing stands in for, as most are."""
        state = session.state
        held = session if state is SupervisionState.HELD and session.day <= self.as_at else None
        planned = session if state is SupervisionState.PLANNED else None
        passed = session.planned_for < self.as_at
        owed = state in FELL_THROUGH
        return Promise(session, (session,), held, owed, planned if passed else None, None if passed else planned)

    def _promise(self, first: SupervisionSession, chain: list[SupervisionSession]) -> Promise:
        ordered = sorted(chain, key=lambda one: (one.planned_for, one.day, one.id))
        kept = [one for one in ordered if one.held and one.day <= self.as_at]
        held = min(kept, key=lambda one: (one.day, one.id)) if kept else None
        open_ones = [one for one in ordered if one.state is SupervisionState.PLANNED] if held is None else []
        return Promise(
            first=first,
            sessions=tuple(ordered),
            held=held,
            owed=held is None and any(one.state in FELL_THROUGH for one in ordered),
            unsaid=next((one for one in open_ones if one.planned_for < self.as_at), None),
            coming=next((one for one in open_ones if one.planned_for >= self.as_at), None),
        )
