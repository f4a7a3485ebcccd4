# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Supervision among what falls due: those who wait for a kind are one line, and so are those who are next."""

from dataclasses import replace
from datetime import date, timedelta

from desktop.models.workforce.people import Person, held
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.supervision import SupervisionSession, SupervisionState
from desktop.services.due import DueLine
from desktop.services.place_words import six_target
from desktop.services.targets import Place, Target
from desktop.services.workforce.supervision_due import due_supervision
from desktop.support.catalogue_file import load_catalogue

CATALOGUE = load_catalogue()
DAY = date(2026, 11, 22)
PEOPLE = [Person(code, code, f"Name {code}", held("FAC"), date(2020, 1, 6)) for code in "ab"]
LINE = "SV1"  # line management, every 6 weeks


def session(person_id: str, days_ago: int, state: SupervisionState = SupervisionState.HELD) -> SupervisionSession:
    day = DAY - timedelta(days=days_ago)
    return SupervisionSession(f"{person_id}{days_ago}", person_id, LINE, day, state)


def lines(*sessions: SupervisionSession, as_at: date = DAY) -> list[DueLine]:
    force = Workforce(CATALOGUE, PEOPLE, [], [], as_at)
    return [line for line in due_supervision(replace(force, supervision=sessions)) if line.number == "SA 6.4"]


def test_nothing_is_due_of_a_kind_that_was_never_recorded() -> None:
    assert lines() == []


def test_who_is_overdue_waits_since_the_earliest_day_and_who_is_not_is_next() -> None:
    (waiting, soon) = lines(session("a", 50), session("b", 15))
    assert waiting.words.startswith("Name a waits for ")
    assert (waiting.late, waiting.target) == (True, Target(Place.PEOPLE, "a"))
    assert soon.words.startswith("Name b is next for ")
    assert (soon.due, soon.late) == (date(2026, 12, 19), False)


def test_several_are_one_line_that_leads_to_the_figure() -> None:
    (waiting,) = lines(session("a", 50), session("b", 60))
    assert waiting.words.startswith("2 people wait for ")
    assert waiting.target == six_target("6.4")
    assert waiting.due == min(line.due for one in (50, 60) for line in lines(session("a", one), session("b", one)))


def test_a_session_that_was_cancelled_is_waited_for_until_it_is_planned_again() -> None:
    fell = session("a", 8, SupervisionState.CANCELLED)
    (waiting,) = lines(session("a", 20), session("b", 1), fell)
    assert (waiting.words[:17], waiting.due) == ("Name a waits for ", fell.day)
    again = SupervisionSession("n", "a", LINE, DAY + timedelta(days=5), SupervisionState.PLANNED, makes_up=fell.id)
    assert not [line for line in lines(session("a", 20), session("b", 1), fell, again) if line.late]


def test_who_has_one_planned_in_time_is_not_told_as_next() -> None:
    planned = SupervisionSession("n", "a", LINE, DAY + timedelta(days=5), SupervisionState.PLANNED)
    (soon,) = lines(session("a", 20), session("b", 20), planned)
    assert soon.words.startswith("Name b is next for ")
