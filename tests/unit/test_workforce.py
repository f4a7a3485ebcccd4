# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Standard 6 figures: who counts, when a course lapses, and what is held of what was planned."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.pack import CountOf
from desktop.models.workforce.expiry import add_months
from desktop.models.workforce.figures import (
    core_training,
    course_counts,
    mandatory_enough,
    mandatory_training,
    masked,
    supervision_held,
    workforce_part,
)
from desktop.models.workforce.live import figure_sentences
from desktop.models.workforce.people import Person, held
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.sides import on_both_sides
from desktop.models.workforce.supervision import SupervisionSession, SupervisionState
from desktop.models.workforce.training import TrainingRecord
from desktop.support.catalogue_file import load_catalogue
from tests.unit import small_catalogue

HELD, CANCELLED = SupervisionState.HELD, SupervisionState.CANCELLED
CATALOGUE = load_catalogue()
AS_AT = date(2026, 11, 20)
MANDATORY = [course.id for course in CATALOGUE.courses if course.mandatory]
CORE = {"FAC": ["T01", "T23"], "COF": ["T01"], "ONE": ["T02"], "CMG": ["T03"], "VSW": ["T04"]}


def person(code: str, *roles: str, started: date | None = None, left: date | None = None) -> Person:
    return Person(code, code, f"Name {code}", held(*roles), started, left)


def trained(code: str, courses: list[str], on: date = date(2026, 6, 1)) -> list[TrainingRecord]:
    return [TrainingRecord(f"{code}-{course}-{on}", code, course, on) for course in courses]


def session(code: str, kind: str, on: date, *, took_place: bool = True) -> SupervisionSession:
    return SupervisionSession(f"{code}-{kind}-{on}", code, kind, on, HELD if took_place else CANCELLED, 60)


def workforce(
    people: list[Person],
    training: list[TrainingRecord] | None = None,
    supervision: list[SupervisionSession] | None = None,
    as_at: date = AS_AT,
) -> Workforce:
    return Workforce(CATALOGUE, people, training or [], supervision or [], as_at)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2026, 11, 20), -12, date(2025, 11, 20)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
    ],
)
def test_calendar_months(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 120))
def test_months_on_keep_the_day_or_take_the_last(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("completed", "expires", "course", "expected"),
    [
        (date(2025, 11, 20), None, "T09", True),
        (date(2025, 11, 19), None, "T09", False),
        (date(2026, 11, 21), None, "T09", False),
        (date(2010, 1, 1), None, "T01", True),
        (date(2010, 1, 1), date(2026, 11, 20), "T01", True),
        (date(2010, 1, 1), date(2026, 11, 19), "T01", False),
        (date(2025, 1, 1), date(2027, 1, 1), "T09", True),
        (date(2026, 10, 1), date(2026, 11, 1), "T09", False),
    ],
)
def test_record_counts_up_to_its_last_day(
    completed: date, expires: date | None, course: str, *, expected: bool
) -> None:
    record = TrainingRecord("r", "p", course, completed, expires)
    ann = person("p", "FAC")
    assert Workforce(CATALOGUE, [ann], [record], [], AS_AT).holds(ann, CATALOGUE.course(course)) is expected


@pytest.mark.parametrize(
    ("started", "left", "expected"),
    [
        (None, None, True),
        (AS_AT, None, True),
        (AS_AT + timedelta(days=1), None, False),
        (None, AS_AT, True),
        (None, AS_AT - timedelta(days=1), False),
    ],
)
def test_first_and_last_day_count(started: date | None, left: date | None, *, expected: bool) -> None:
    assert person("a", "FAC", started=started, left=left).works_on(AS_AT) is expected


def test_core_training_counts_practitioners_who_hold_all_their_core_courses() -> None:
    people = [
        person("a", "FAC"),
        person("b", "FAC"),  # lacks the practice hours
        person("c", "COF"),
        person("d", "ONE", "VSW"),  # holds one of two
        person("e", "VSW"),
        person("f", "HLP"),  # no core course for the role
        person("g", "MGR"),
        person("h", "FAC", left=date(2026, 1, 1)),
    ]
    training = [
        *trained("a", CORE["FAC"]),
        *trained("b", ["T01"]),
        *trained("c", CORE["COF"]),
        *trained("d", CORE["ONE"]),
        *trained("e", CORE["VSW"]),
        *trained("h", CORE["FAC"]),
    ]
    count = core_training(workforce(people, training))
    assert count == CountOf("Practitioners with core training in date", 3, 5, "SA 6.3, critical")


def test_core_figure_falls_when_a_record_lapses() -> None:
    people, training = [person("a", "CMG")], trained("a", CORE["CMG"], date(2024, 11, 20))
    assert core_training(workforce(people, training)).holders == 1
    assert core_training(workforce(people, training, as_at=date(2026, 11, 21))).holders == 0


def test_mandatory_courses_are_for_all_staff_and_volunteers_whatever_their_role() -> None:
    people = [
        person("a", "MGR"),
        person("b", "VOL"),
        person("c", "ADM"),
        person("d", "TSL"),  # a trustee is neither staff nor volunteer
        person("e", "INT"),
        person("f", "TSL", "FAC"),
        person("g"),
    ]
    training = [*trained("a", MANDATORY), *trained("b", MANDATORY), *trained("c", MANDATORY[1:])]
    count = mandatory_training(workforce(people, training))
    assert (count.holders, count.needing, count.note) == (2, 5, "SA 6.8")


@pytest.mark.parametrize(
    ("holders", "needing", "expected"),
    [
        (19, 20, True),
        (18, 19, False),
        (20, 20, True),
        (94, 100, False),
        (95, 100, True),
        (0, 0, False),
        (13, 14, False),
    ],
)
def test_95_per_cent_is_worked_out_in_whole_people(holders: int, needing: int, *, expected: bool) -> None:
    assert mandatory_enough(CountOf("", holders, needing)) is expected


def test_supervision_counts_what_was_planned_in_the_last_12_months() -> None:
    people = [person("a", "FAC"), person("b", "MGR"), person("c", "FAC", left=date(2026, 3, 1))]
    sessions = [
        session("a", "SV3", date(2026, 11, 20)),
        session("a", "SV4", date(2025, 11, 21)),
        session("a", "SV3", date(2026, 5, 1), took_place=False),
        session("a", "SV3", date(2025, 11, 20)),  # a day too old
        session("a", "SV3", date(2026, 11, 21)),  # still to come
        session("a", "SV1", date(2026, 5, 1)),  # line management
        session("b", "SV3", date(2026, 5, 1)),  # no practitioner
        session("c", "SV3", date(2026, 2, 1)),  # has left
    ]
    force = workforce(people, supervision=sessions)
    assert supervision_held(force) == CountOf(
        "Practice supervision sessions held of those planned, last 12 months", 2, 3, "SA 6.5, critical", people=1
    )
    line = supervision_held(force, "6.4")
    assert (line.holders, line.needing, line.note) == (1, 1, "SA 6.4")


def test_course_counts_name_only_courses_that_somebody_needs() -> None:
    people = [person("a", "VSW"), person("b", "VSW"), person("c", "VOL")]
    counts = {count.label: count for count in course_counts(workforce(people, trained("a", ["T04", "T20"])))}
    assert "Core group facilitation with people who use abuse" not in counts
    core = counts["Support for victim-survivors alongside an intervention"]
    assert (core.holders, core.needing, core.note) == (1, 2, "SA 6.3, critical")
    assert counts["Data protection and cyber security"].needing == 3
    assert counts["Data protection and cyber security"].note == "SA 6.8"
    assert counts["Yearly practice learning hours"].note == "SA 6.11"
    assert counts["LGBT+ relationships"].note == ""


@pytest.mark.parametrize(("needing", "expected"), [(0, True), (4, True), (5, False), (11, False)])
def test_counts_of_fewer_than_five_people_are_masked(needing: int, *, expected: bool) -> None:
    assert masked(CountOf("", 0, needing)) is expected
    assert masked(CountOf("", 0, 40, people=needing)) is expected


def test_part_of_a_pack_has_three_headlines_and_the_number_of_people() -> None:
    part = workforce_part(workforce([person("a", "FAC"), person("t", "TSL")]))
    assert [headline.note for headline in part.headlines] == ["SA 6.3, critical", "SA 6.8", "SA 6.5, critical"]
    assert part.people == 1


def test_figures_read_as_sentences_and_stay_silent_without_records() -> None:
    assert figure_sentences(workforce([])) == {
        "6.9": "No figure: judge from evidence",
        "6.10": "No figure: judge from evidence",
    }
    people = [person(code, "COF") for code in "abcde"]
    training = [*trained("a", CORE["COF"]), *[record for code in "abcde" for record in trained(code, MANDATORY)]]
    sessions = [session(code, "SV1", AS_AT, took_place=code in "abc") for code in "abcde"]
    found = figure_sentences(workforce(people, training, sessions))
    assert found["6.3"] == "1 of 5 practitioners holds core training in date"
    assert found["6.8"] == "5 of 5 people hold every mandatory course in date; 95% is reached"
    assert found["6.4"] == "3 of 5 line management supervision sessions planned in the last 12 months were held"
    assert "6.5" not in found


def test_sentences_hide_what_is_about_fewer_than_five_people() -> None:
    people = [person("v", "VSW", "ONE"), *[person(code, "COF") for code in "abc"]]
    sessions = [session("a", "SV1", AS_AT - timedelta(days=days)) for days in range(30)]
    hidden = figure_sentences(workforce(people, [], sessions))
    assert {hidden[number] for number in ("6.3", "6.4", "6.8")} == {"hidden: fewer than 5 people"}
    assert "1.2" not in hidden
    more = figure_sentences(workforce([*people, person("m", "MGR")], [], sessions))
    assert more["6.3"] == "hidden: fewer than 5 people", "only four of the five are practitioners"
    assert more["6.4"] == "hidden: fewer than 5 people", "thirty meetings, but all of one person"
    assert more["6.8"].startswith("0 of 5 people")
    assert more["1.2"].startswith("A warning: at least one person")


def test_one_person_on_both_sides_is_found() -> None:
    people = [person("a", "VSW", "ONE"), person("b", "VSW", "MGR"), *[person(code, "ONE", "FAC") for code in "cdefg"]]
    assert [found.code for found in on_both_sides(workforce(people))] == ["a"]
    assert figure_sentences(workforce(people))["1.2"].startswith("A warning: at least one person")
    assert "1.2" not in figure_sentences(workforce(people[1:]))


def test_no_figure_rises_when_a_record_is_lost() -> None:
    people = [person("a", "FAC"), person("b", "COF")]
    training = [*trained("a", [*CORE["FAC"], *MANDATORY]), *trained("b", [*CORE["COF"], *MANDATORY])]
    full = workforce_part(workforce(people, training))
    for lost in range(len(training)):
        fewer = workforce_part(workforce(people, training[:lost] + training[lost + 1 :]))
        pairs = zip(fewer.headlines + fewer.courses, full.headlines + full.courses, strict=True)
        assert all(less.holders <= more.holders and less.needing == more.needing for less, more in pairs)


def test_catalogue_without_these_indicators_gives_counts_without_a_note() -> None:
    catalogue = small_catalogue.catalogue()
    force = Workforce(catalogue, [person("a", "FAC")], trained("a", ["T01"]), [session("a", "SV1", AS_AT)], AS_AT)
    assert core_training(force) == CountOf("Practitioners with core training in date", 1, 1, "")
    assert figure_sentences(force)["6.3"] == "hidden: fewer than 5 people"
    assert "6.9" not in figure_sentences(force)
    assert supervision_held(force, "6.1").label == "Sessions held of those planned, last 12 months"
