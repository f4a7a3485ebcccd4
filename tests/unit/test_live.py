# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Standard 6, live: n of N with who and why, as at any day, and what lapses soon."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.workforce.checks import CheckKind, DbsLevel, Decision, RecruitmentCheck
from desktop.models.workforce.live import NO_FIGURE, NOTHING_RECORDED, LiveFigure, live_figures, look_ahead
from desktop.models.workforce.people import Person, held
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.supervision import SupervisionSession, SupervisionState
from desktop.models.workforce.training import HoursEntry, TrainingRecord
from desktop.support.catalogue_file import load_catalogue

CATALOGUE = load_catalogue()
DAY = date(2026, 11, 22)
STARTED = date(2020, 1, 6)
EMPTY = Workforce(CATALOGUE, [], [], [], DAY)
MANDATORY = [course.id for course in CATALOGUE.courses if course.mandatory]


def person(code: str, *roles: str) -> Person:
    return Person(code, code, f"Name {code}", held(*roles), STARTED)


def figure(workforce: Workforce, indicator_id: str) -> LiveFigure:
    return next(one for one in live_figures(workforce) if one.indicator_id == indicator_id)


def why(workforce: Workforce, indicator_id: str) -> dict[str, str]:
    return {one.person.id: one.why for one in figure(workforce, indicator_id).people}


def test_every_indicator_has_its_line_in_order_and_says_when_there_is_no_figure() -> None:
    lines = live_figures(EMPTY)
    assert [one.indicator_id for one in lines] == [f"6.{number}" for number in range(1, 12)]
    assert {one.indicator_id for one in lines if one.sentence == NO_FIGURE} == {"6.9", "6.10"}
    assert all(one.sentence == NOTHING_RECORDED for one in lines if one.indicator_id not in {"6.9", "6.10"})
    assert all(one.met is None for one in lines)


def test_core_training_says_who_why_and_what_lapses_before_a_day() -> None:
    people = [person(code, "CMG") for code in "abcdef"]
    taken = {"a": date(2025, 2, 27), "b": date(2025, 3, 1), "c": date(2024, 11, 21), "d": DAY, "e": date(2025, 2, 28)}
    training = [TrainingRecord(code, code, "T03", day) for code, day in taken.items()]
    force = replace(EMPTY, people=people, training=training)
    found = figure(force, "6.3")
    assert found.sentence == "4 of 6 practitioners hold core training in date; 2 lapse before 1 March 2027"
    assert (found.met, found.in_pack) == (False, found.sentence)
    name = CATALOGUE.course("T03").name
    assert why(force, "6.3")["a"] == f"In date; {name} until 27 February 2027."
    assert why(force, "6.3")["c"] == f"{name} lapsed 21 November 2026."
    assert why(force, "6.3")["f"] == f"{name} is missing."
    assert not any(one.why in found.in_pack for one in found.people)
    before = figure(replace(force, as_at=DAY - timedelta(days=1)), "6.3")
    assert before.sentence.startswith("4 of 6"), "d had not taken it yet, c still held it"
    assert [one.person.id for one in before.people if one.met] == ["a", "b", "c", "e"]


def test_few_people_are_hidden_in_packs_and_shown_in_the_window() -> None:
    force = replace(EMPTY, people=[person("a", "CMG")])
    found = figure(force, "6.3")
    assert found.sentence == "0 of 1 practitioners hold core training in date"
    assert found.in_pack == "hidden: fewer than 5 people"


def check(code: str, kind: CheckKind, day: date, decision: Decision | None = None) -> RecruitmentCheck:
    dbs = kind is CheckKind.DBS
    return RecruitmentCheck(
        f"{code}{kind}{day}", code, kind, day, "Sam", DbsLevel.ENHANCED if dbs else None, None, None, decision,
        day if dbs else None,
    )  # fmt: skip


def test_safe_recruitment_counts_what_came_before_first_contact() -> None:
    contact = date(2020, 2, 3)
    people = [replace(person(code, "ONE"), first_contact=contact) for code in "abcd"] + [person("e", "ADM")]
    checks = [
        check(code, kind, contact, Decision.SUITABLE if kind is CheckKind.DBS else None)
        for code in "abce"
        for kind in CheckKind
    ]
    late = [one for one in checks if (one.person_id, one.kind) != ("b", CheckKind.DBS)]
    late.append(check("b", CheckKind.DBS, contact + timedelta(days=1), Decision.SUITABLE))
    late.append(check("c", CheckKind.DBS, date(2026, 1, 1), Decision.NOT_SUITABLE))
    force = replace(EMPTY, people=people, checks=late)
    found = figure(force, "6.2")
    assert found.sentence.startswith("2 of 5 people had references, an identity check and a DBS decision")
    assert {one.person.id for one in found.people if one.met} == {"a", "e"}
    assert why(force, "6.2")["b"] == "Not recorded before first contact on 3 February 2020: DBS decision."
    assert why(force, "6.2")["c"] == "The newest DBS decision is: not suitable."
    assert why(force, "6.2")["d"].endswith("references, identity, DBS decision.")
    assert figure(replace(force, as_at=date(2025, 12, 31)), "6.2").sentence.startswith("3 of 5")


def test_induction_is_signed_off_from_its_day_on() -> None:
    people = [replace(person("a", "FAC"), induction_on=DAY), person("b", "VOL"), person("t", "TSL")]
    force = replace(EMPTY, people=people)
    assert figure(force, "6.1").sentence == "1 of 2 people has an induction that is signed off"
    assert why(force, "6.1")["b"] == "Induction not signed off; here since 6 January 2020."
    assert figure(replace(force, as_at=DAY - timedelta(days=1)), "6.1").sentence.startswith("0 of 2 people have")


def test_supervision_is_met_when_all_was_held_or_made_up_and_nobody_waits() -> None:
    states = SupervisionState
    jo = person("a", "FAC")
    kept = SupervisionSession("1", "a", "SV3", DAY - timedelta(days=10), states.HELD, 60)
    group = SupervisionSession("2", "a", "SV4", DAY - timedelta(days=10), states.HELD, 60)
    fell = SupervisionSession("3", "a", "SV3", DAY - timedelta(days=40), states.CANCELLED)
    made = SupervisionSession("4", "a", "SV3", DAY - timedelta(days=35), states.HELD, 60, makes_up="3")
    force = replace(EMPTY, people=[jo], supervision=[kept, group, fell])
    found = figure(force, "6.5")
    assert found.sentence.endswith(
        "2 of 3 practice supervision sessions planned in the last 12 months were held; 1 person waits for one"
    )
    assert found.people[0].why == "2 of 3 held; 1 owed."
    made_up = replace(force, supervision=[kept, group, fell, made])
    assert (figure(made_up, "6.5").met, why(made_up, "6.5")["a"]) == (True, "3 of 3 held.")
    later = replace(made_up, as_at=DAY + timedelta(days=60))
    assert figure(later, "6.5").met is False
    assert "Group or peer supervision overdue since 12 December 2026" in why(later, "6.5")["a"]
    assert (figure(force, "6.6").met, figure(force, "6.6").sentence) == (None, NOTHING_RECORDED)
    stopped = figure(replace(made_up, as_at=date(2028, 1, 1)), "6.5")
    assert stopped.sentence.startswith("No practice supervision sessions were planned in the last 12 months; 1 person")
    assert (stopped.met, stopped.in_pack) == (False, "")


def test_learning_hours_lapse_when_the_oldest_go() -> None:
    people = [person("a", "FAC"), person("b", "VSW"), person("m", "MGR")]
    hours = [HoursEntry("1", "a", "T20", date(2026, 1, 10), 720), HoursEntry("2", "b", "T20", DAY, 90)]
    force = replace(EMPTY, people=people, hours=hours)
    found = figure(force, "6.11")
    assert found.sentence == ("1 of 2 practitioners has the year's learning hours; 1 lapses before 1 March 2027")
    assert why(force, "6.11")["b"] == "Yearly practice learning hours: 1 hour 30 minutes of 12."


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 22), date(2027, 3, 1)),
        (date(2027, 12, 1), date(2028, 3, 1)),
        (date(2027, 12, 2), date(2028, 4, 1)),
        (date(2026, 9, 2), date(2027, 1, 1)),
    ],
)
def test_the_look_ahead_ends_with_the_month_some_90_days_on(day: date, expected: date) -> None:
    assert look_ahead(day) == expected


@given(st.dates(date(2024, 1, 1), date(2028, 3, 1)), st.integers(0, 800))
def test_without_new_records_training_only_lapses(day: date, days: int) -> None:
    people = [person("a", "CMG"), person("b", "CMG", "VSW")]
    training = [
        TrainingRecord(f"{code}{course}", code, course, date(2023, 12, 1 + number))
        for code in "ab"
        for number, course in enumerate([*MANDATORY, "T03", "T04", "T20"])
    ]
    force = replace(EMPTY, people=people, training=training, as_at=day)
    later = replace(force, as_at=day + timedelta(days=days))
    for number in ("6.3", "6.8", "6.11"):
        now, then = figure(force, number), figure(later, number)
        assert now.count is not None
        assert then.count is not None
        assert then.count.holders <= now.count.holders
        gone = {one.person.id for one in now.people if one.lapses is not None and one.lapses < later.as_at}
        still = {one.person.id for one in then.people if one.met}
        assert still == {one.person.id for one in now.people if one.met} - gone
