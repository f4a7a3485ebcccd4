# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How often supervision is due: by roles, by time in role, over month ends and leap days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.workforce.expiry import add_months
from desktop.models.workforce.frequency import asked_for, due_session, due_sessions, every_words, next_due
from desktop.models.workforce.people import Person, RoleHeld, held
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.rules import with_rules
from desktop.models.workforce.supervision import SupervisionRule, SupervisionSession, SupervisionState
from desktop.support.catalogue_file import load_catalogue

CATALOGUE = load_catalogue()
DAY = date(2026, 11, 20)
LONG = date(2020, 1, 6)
ROLES = [role.code for role in CATALOGUE.roles]
DAYS = st.dates(date(2016, 1, 1), date(2040, 12, 31))


def person(*roles: RoleHeld, induction_on: date | None = None) -> Person:
    return Person("p", "P01", "Jo Test", roles, LONG, induction_on=induction_on)


def every(who: Person, day: date = DAY) -> dict[str, int]:
    return {asked.kind_id: asked.every_days for asked in asked_for(CATALOGUE, who, day)}


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (("FAC",), {"SV1": 42, "SV3": 30, "SV4": 30, "SV6": 90, "SV8": 14, "SV9": 365}),
        (("VSW",), {"SV1": 42, "SV3": 30, "SV4": 30, "SV8": 14, "SV9": 365}),
        (("MGR",), {"SV1": 42, "SV5": 30, "SV9": 365}),
        (("VOL",), {"SV1": 42, "SV9": 365}),
        ((), {"SV1": 42, "SV9": 365}),
        (("TSL",), {}),
        (("TSL", "MGR"), {"SV1": 42, "SV5": 30, "SV9": 365}),
    ],
)
def test_each_role_asks_for_its_own_kinds(roles: tuple[str, ...], expected: dict[str, int]) -> None:
    assert every(person(*held(*roles))) == expected


def test_six_months_in_a_practice_role_bring_practice_supervision_in_place_of_weekly() -> None:
    new = person(RoleHeld("ONE", date(2026, 5, 20)))
    before, after = every(new, date(2026, 11, 19)), every(new, date(2026, 11, 20))
    assert (before.get("SV2"), before.get("SV3"), before["SV6"]) == (7, None, 30)
    assert (after.get("SV2"), after["SV3"], after["SV6"]) == (None, 30, 90)
    signed_off = replace(new, induction_on=date(2026, 7, 1))
    assert (every(signed_off, date(2026, 6, 30))["SV6"], every(signed_off, date(2026, 7, 1))["SV6"]) == (30, 90)


def test_someone_settled_in_one_role_and_new_in_another_is_asked_for_both() -> None:
    asked = every(person(RoleHeld("FAC", LONG), RoleHeld("ONE", date(2026, 9, 1))))
    assert (asked["SV2"], asked["SV3"], asked["SV6"]) == (7, 30, 30)


def test_a_leaver_and_someone_who_has_not_started_are_asked_for_nothing() -> None:
    assert every(replace(person(*held("FAC")), left=DAY - timedelta(days=1))) == {}
    assert every(person(*held("FAC")), LONG - timedelta(days=1)) == {}


def test_the_charity_s_own_interval_goes_before_the_catalogue_s() -> None:
    ours = with_rules(CATALOGUE, [], [SupervisionRule("SV3", 14), SupervisionRule("SV7", 7)])
    found = {asked.kind_id: asked.every_days for asked in asked_for(ours, person(*held("FAC")), DAY)}
    assert (found["SV3"], found["SV7"], found["SV1"]) == (14, 7, 42)


@given(st.lists(st.sampled_from(ROLES), max_size=4, unique=True), st.data())
def test_overlapping_roles_ask_for_the_union_at_the_shorter_interval(codes: list[str], data: st.DataObject) -> None:
    roles = [RoleHeld(code, data.draw(st.dates(LONG, DAY))) for code in codes]
    inside = any(CATALOGUE.role(code).staff for code in codes)
    wanted: dict[str, int] = {}
    for role in roles:
        # An outside role (a trustee) asks for nothing on its own, and takes nothing away from the others.
        for kind, days in every(person(role)).items():
            wanted[kind] = min(days, wanted.get(kind, days))
    assert not roles or every(person(*roles)) == (wanted if inside else {})


@given(st.dates(date(2018, 1, 1), date(2030, 1, 1)), st.integers(0, 400))
def test_only_time_in_role_decides_who_is_new(since: date, days: int) -> None:
    day = since + timedelta(days=days)
    asked = every(replace(person(RoleHeld("HLP", since)), started=since), day)
    new = day < add_months(since, 6)
    assert ("SV2" in asked, "SV3" in asked, asked["SV6"]) == (new, not new, 30 if new else 90)


@pytest.mark.parametrize(
    ("last", "days", "expected"),
    [
        (date(2026, 1, 31), 30, date(2026, 3, 2)),
        (date(2024, 1, 31), 30, date(2024, 3, 1)),
        (date(2026, 10, 15), 30, date(2026, 11, 15)),
        (date(2024, 2, 29), 365, date(2025, 2, 28)),
        (date(2027, 3, 1), 365, date(2028, 3, 1)),
        (date(2026, 11, 30), 90, date(2027, 2, 28)),
        (date(2024, 2, 22), 7, date(2024, 2, 29)),
        (date(2026, 1, 1), 45, date(2026, 2, 15)),
    ],
)
def test_a_month_is_the_same_day_of_the_next_and_never_under_30_days(last: date, days: int, expected: date) -> None:
    assert next_due(last, days) == expected


@given(DAYS, st.integers(1, 400), st.integers(0, 60))
def test_a_later_session_never_makes_the_next_due_sooner(last: date, every_days: int, gap: int) -> None:
    assert next_due(last + timedelta(days=gap), every_days) >= next_due(last, every_days)
    assert every_days <= (next_due(last, every_days) - last).days <= every_days + 5


def test_due_counts_from_the_last_one_held_or_from_when_it_began_to_be_asked_for() -> None:
    line, settled = asked_for(CATALOGUE, person(RoleHeld("ONE", date(2026, 4, 20))), DAY)[:2]
    assert (settled.kind_id, settled.since) == ("SV3", date(2026, 10, 20))
    first = due_session(settled, None, LONG, DAY)
    assert (first.due, first.overdue) == (date(2026, 11, 20), False)
    assert due_session(settled, date(2026, 10, 1), LONG, DAY + timedelta(days=1)).overdue
    assert due_session(line, date(2026, 11, 1), LONG, DAY).due == date(2026, 12, 13)
    assert due_session(replace(line, since=None), None, DAY, DAY).due == next_due(DAY, 42)


def test_nothing_is_overdue_from_before_the_charity_began_to_record_a_kind() -> None:
    line = asked_for(CATALOGUE, person(*held("ONE")), DAY)[0]
    begun = due_session(line, None, date(2026, 10, 1), DAY)
    assert (begun.due, begun.overdue) == (date(2026, 11, 12), True)
    assert (due_session(line, None, None, DAY).due, due_session(line, None, None, DAY).overdue) == (None, False)
    jo, al = person(*held("MGR")), replace(person(*held("MGR")), id="q")
    session = SupervisionSession("a", "q", "SV5", date(2026, 10, 10), SupervisionState.CANCELLED)
    found = {one.asked.kind_id: one.due for one in due_sessions(Workforce(CATALOGUE, [jo, al], [], [session], DAY), jo)}
    assert found == {"SV1": None, "SV5": date(2026, 11, 10), "SV9": None}


def test_only_what_was_held_up_to_the_day_counts() -> None:
    jo = person(*held("MGR"))
    sessions = [
        SupervisionSession("a", "p", "SV5", date(2026, 9, 1), SupervisionState.HELD, 60, date(2026, 9, 3)),
        SupervisionSession("b", "p", "SV5", date(2026, 10, 1), SupervisionState.CANCELLED),
        SupervisionSession("c", "p", "SV5", date(2026, 11, 21), SupervisionState.HELD),
    ]
    found = {one.asked.kind_id: one for one in due_sessions(Workforce(CATALOGUE, [jo], [], sessions, DAY), jo)}
    assert (found["SV5"].last, found["SV5"].due, found["SV5"].overdue) == (date(2026, 9, 3), date(2026, 10, 3), True)


def test_intervals_in_words() -> None:
    found = [every_words(days) for days in (1, 7, 10, 14, 30, 42, 90, 365)]
    assert found == [
        "every day",
        "every week",
        "every 10 days",
        "every 2 weeks",
        "every month",
        "every 6 weeks",
        "every 3 months",
        "every year",
    ]
