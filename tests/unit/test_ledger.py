# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The ledger: owed until made up, counted once, and never in a circle."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.models.workforce.figures import supervision_held
from desktop.models.workforce.ledger import Ledger
from desktop.models.workforce.people import Person, held
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.supervision import SupervisionSession, SupervisionState
from desktop.support.catalogue_file import load_catalogue

CATALOGUE = load_catalogue()
AS_AT = date(2026, 11, 20)
HELD, PLANNED, MOVED = SupervisionState.HELD, SupervisionState.PLANNED, SupervisionState.MOVED
CANCELLED, MISSED = SupervisionState.CANCELLED, SupervisionState.NOT_ATTENDED


def session(number: int, state: SupervisionState, ago: int, makes_up: int | None = None) -> SupervisionSession:
    link = None if makes_up is None else str(makes_up)
    return SupervisionSession(str(number), "p", "SV3", AS_AT - timedelta(days=ago), state, 60, makes_up=link)


def ledger(*sessions: SupervisionSession) -> Ledger:
    return Ledger(sessions, AS_AT)


def figure(*sessions: SupervisionSession) -> tuple[int, int]:
    jo = Person("p", "P01", "Jo Test", held("FAC"))
    count = supervision_held(Workforce(CATALOGUE, [jo], [], sessions, AS_AT))
    return count.holders, count.needing


def test_what_fell_through_stays_owed_until_a_held_session_makes_it_up() -> None:
    chain = [session(1, CANCELLED, 90), session(2, MOVED, 60, 1), session(3, PLANNED, -7, 2)]
    (promise,) = ledger(*chain).promises
    assert (promise.first.id, promise.owed, promise.held) == ("1", True, None)
    assert promise.coming == chain[2]
    assert figure(*chain) == (0, 1)
    made_up = session(3, HELD, 30, 2)
    (promise,) = ledger(*chain[:2], made_up).promises
    assert (promise.owed, promise.held, promise.coming) == (False, made_up, None)
    assert figure(*chain[:2], made_up) == (1, 1)


def test_a_planned_day_that_has_passed_is_not_owed_but_unsaid() -> None:
    (promise,) = ledger(session(1, PLANNED, 1)).promises
    assert (promise.owed, promise.unsaid, promise.coming) == (False, session(1, PLANNED, 1), None)
    (today,) = ledger(session(1, PLANNED, 0)).promises
    assert (today.unsaid, today.coming) == (None, session(1, PLANNED, 0))


def test_a_session_held_after_the_day_did_not_yet_make_up() -> None:
    late = replace(session(2, HELD, 20, 1), held_on=AS_AT + timedelta(days=1))
    assert ledger(session(1, MISSED, 40), late).promises[0].owed


def test_nobody_makes_up_the_session_of_another() -> None:
    other = replace(session(2, HELD, 10, 1), person_id="q")
    found = ledger(session(1, CANCELLED, 40), other)
    assert [promise.owed for promise in found.promises] == [True, False]
    assert [promise.first.id for promise in found.of("q")] == ["2"]


def test_a_ring_of_sessions_is_one_promise_and_ends() -> None:
    ring = [session(1, CANCELLED, 40, 3), session(2, MOVED, 30, 1), session(3, MOVED, 20, 2), session(4, PLANNED, 1, 3)]
    for turn in range(4):
        (promise,) = ledger(*ring[turn:], *ring[:turn]).promises
        assert (promise.first.id, promise.owed) == ("1", True)


STATES = st.lists(st.tuples(st.sampled_from(list(SupervisionState)), st.integers(0, 300)), min_size=1, max_size=12)


def linked(states: list[tuple[SupervisionState, int]], data: st.DataObject) -> list[SupervisionSession]:
    links = [data.draw(st.one_of(st.none(), st.integers(0, len(states) - 1))) for _ in states]
    return [session(number, state, ago, links[number]) for number, (state, ago) in enumerate(states)]


@given(STATES, st.data())
def test_every_session_is_in_one_promise_however_they_are_linked(
    states: list[tuple[SupervisionState, int]], data: st.DataObject
) -> None:
    sessions = linked(states, data)
    found = ledger(*sessions)
    inside = [one.id for promise in found.promises for one in promise.sessions]
    assert sorted(inside) == sorted(one.id for one in sessions)
    assert all(one in found.promise_of(one.id).sessions for one in sessions)
    assert all((one.held is not None) == any(each.held for each in one.sessions) for one in found.promises)
    assert all(one.held is None for one in found.promises if one.owed)
    order = data.draw(st.permutations(sessions))
    assert set(ledger(*order).promises) == set(found.promises)


@given(STATES, st.data())
def test_making_up_never_lowers_the_figure_and_a_cancelled_one_never_raises_it(
    states: list[tuple[SupervisionState, int]], data: st.DataObject
) -> None:
    sessions = linked(states, data)
    before, planned = figure(*sessions)
    owed = [promise for promise in ledger(*sessions).promises if promise.owed]
    if owed:
        chosen = data.draw(st.sampled_from(owed))
        made_up = session(99, HELD, 0, int(chosen.sessions[-1].id))
        assert figure(*sessions, made_up) == (before + 1, planned)
    cancelled = session(98, CANCELLED, 0)
    assert figure(*sessions, cancelled) == (before, planned + 1)
