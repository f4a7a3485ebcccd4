# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A charity far larger than most: 200 people, 12,000 training records, 5,000 supervision sessions, all invented."""

from collections.abc import Sequence
from datetime import date, timedelta

from desktop.models.workforce.checks import CheckKind, DbsLevel, Decision, RecruitmentCheck
from desktop.models.workforce.people import Person, RoleHeld
from desktop.models.workforce.supervision import SupervisionSession, SupervisionState
from desktop.models.workforce.training import HoursEntry, TrainingRecord
from desktop.services.workforce_records import WorkforceRecords
from desktop.support.catalogue_file import load_catalogue

AS_AT = date(2026, 11, 22)
PEOPLE, RECORDS, SESSIONS = 200, 12_000, 5_000
_ROLES = (("FAC", "SES"), ("ONE",), ("CMG", "ONE"), ("VSW",), ("HLP",), ("MGR", "SUP"), ("COF",), ("ADM",))
_STATES = (SupervisionState.HELD,) * 6 + (SupervisionState.CANCELLED, SupervisionState.NOT_ATTENDED)


def large_workforce(people: int = PEOPLE, records: int = RECORDS, sessions: int = SESSIONS) -> WorkforceRecords:
    """The records, the same every time. Training and supervision go round the people; every fourth is made up."""
    team = tuple(_person(number) for number in range(people))
    courses = [course.id for course in load_catalogue().courses]
    training = tuple(
        TrainingRecord(
            f"t{number}",
            team[number % people].id,
            courses[number // people % len(courses)],
            AS_AT - timedelta(days=number * 7 % 1500),
            minutes=90 if number % 3 else None,
        )
        for number in range(records)
    )
    return WorkforceRecords(
        people=team,
        training=training,
        supervision=tuple(_session(number, team) for number in range(sessions)),
        checks=tuple(_check(person, kind) for person in team for kind in CheckKind),
        hours=tuple(HoursEntry(f"h{one.id}", one.id, "T20", AS_AT - timedelta(days=30), 240) for one in team),
    )


def _person(number: int) -> Person:
    started = AS_AT - timedelta(days=60 + number * 11)
    roles = tuple(RoleHeld(code, started) for code in _ROLES[number % len(_ROLES)])
    manager = None if number < 5 else f"p{number % 5}"
    return Person(
        f"p{number}", f"P{number:03}", f"Person {number:03}", roles, started,
        line_manager_id=manager, first_contact=started + timedelta(days=30), induction_on=started + timedelta(days=40),
    )  # fmt: skip


def _session(number: int, team: Sequence[Person]) -> SupervisionSession:
    person = team[number % len(team)]
    kinds = ("SV1", "SV3", "SV4", "SV6", "SV8")
    turn = number // len(team)
    state = _STATES[(number + turn) % len(_STATES)]
    before = number - len(kinds) * len(team)
    return SupervisionSession(
        f"s{number}", person.id, kinds[turn % len(kinds)], AS_AT - timedelta(days=480 - 18 * turn), state, 60,
        makes_up=f"s{before}" if number % 4 == 0 and before >= 0 else None,
    )  # fmt: skip


def _check(person: Person, kind: CheckKind) -> RecruitmentCheck:
    day = person.started
    if kind is not CheckKind.DBS:
        return RecruitmentCheck(f"{person.id}-{kind}", person.id, kind, day, "Sam Example")
    return RecruitmentCheck(
        f"{person.id}-{kind}", person.id, kind, day, "Sam Example", DbsLevel.ENHANCED, day, None,
        Decision.SUITABLE, day, "Sam Example",
    )  # fmt: skip
