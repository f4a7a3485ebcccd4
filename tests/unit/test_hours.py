# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Hours: what counts towards leading alone and as the learning of a year, and what proves it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.models.workforce.hours import Spent, hours_words, last_day_reached, learning_spent, minutes_of, reached
from desktop.models.workforce.people import Person, held
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.training import HoursEntry, TrainingRecord, TrainingResult
from desktop.support.catalogue_file import load_catalogue

CATALOGUE = load_catalogue()
DAY = date(2026, 11, 20)
JO = Person("p", "P01", "Jo Test", held("FAC"))
LEARNING, PRACTICE = CATALOGUE.course("T20"), CATALOGUE.course("T23")


def entry(course: str, day: date, minutes: int, number: int = 0) -> HoursEntry:
    return HoursEntry(f"{course}{day}{number}", "p", course, day, minutes)


def record(
    course: str, day: date, minutes: int | None = None, result: TrainingResult = TrainingResult.COMPLETED
) -> TrainingRecord:
    return TrainingRecord(f"{course}{day}", "p", course, day, None, result, minutes)


def workforce(hours: list[HoursEntry], training: list[TrainingRecord] | None = None, day: date = DAY) -> Workforce:
    return Workforce(CATALOGUE, [JO], training or [], [], day, hours=hours)


def test_practice_hours_are_reached_by_the_log_or_by_a_dated_record() -> None:
    log = [entry("T23", date(2019, 3, number), 480) for number in range(1, 10)]
    assert workforce(log).holds(JO, PRACTICE)
    assert not workforce(log[1:]).holds(JO, PRACTICE)
    assert not workforce(log, day=date(2019, 3, 8)).holds(JO, PRACTICE)
    assert workforce([], [record("T23", date(2019, 1, 1))]).holds(JO, PRACTICE)
    assert not workforce([], [record("T23", DAY, 9999, TrainingResult.NOT_PASSED)]).holds(JO, PRACTICE)


def test_learning_is_what_courses_took_and_what_was_logged_in_12_months() -> None:
    taken = [record("T09", date(2025, 11, 21), 360), record("T08", date(2025, 11, 20), 600), record("T05", DAY)]
    logged = [entry("T20", date(2026, 3, 1), 300), entry("T23", date(2026, 3, 1), 6000)]
    assert minutes_of(workforce(logged, taken).spent(JO, LEARNING)) == 660
    assert not workforce(logged, taken).holds(JO, LEARNING)
    assert workforce([*logged, entry("T20", DAY, 60, 1)], taken).holds(JO, LEARNING)
    assert not workforce([*logged, entry("T20", DAY, 60, 1)], taken, DAY + timedelta(days=1)).holds(JO, LEARNING)
    assert workforce([], [record("T20", date(2026, 1, 1))]).holds(JO, LEARNING)
    assert not workforce(logged).spent(JO, CATALOGUE.course("T01"))


DAYS = st.dates(date(2023, 11, 1), date(2026, 3, 31))


@given(st.lists(st.tuples(DAYS, st.integers(1, 480)), max_size=12))
def test_the_last_day_is_the_last_on_which_the_year_s_hours_are_there(log: list[tuple[date, int]]) -> None:
    entries = [entry("T20", day, minutes, number) for number, (day, minutes) in enumerate(log)]

    def spent(day: date) -> tuple[Spent, ...]:
        return learning_spent(entries, [], LEARNING, day)

    day = max((one.day for one in entries), default=DAY)
    last = last_day_reached(spent(day), LEARNING)
    assert (last is not None) is reached(spent(day), LEARNING)
    if last is not None:
        assert reached(spent(last), LEARNING)
        assert not reached(spent(last + timedelta(days=1)), LEARNING)


def test_hours_are_said_as_people_say_them() -> None:
    assert [hours_words(minutes) for minutes in (0, 45, 60, 90, 61, 720)] == [
        "0 hours",
        "45 minutes",
        "1 hour",
        "1 hour 30 minutes",
        "1 hour 1 minute",
        "12 hours",
    ]
