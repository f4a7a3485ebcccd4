# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Training days and bookings: a whole day as one step, names as typed, and what is refused."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.models.certificate_numbers import CertificateNumberError
from desktop.models.day_checks import DayNotComeError, DaysCrossedError
from desktop.models.errors import AppError
from desktop.models.workforce.training import TrainingResult
from desktop.services.course_standing import TrainingState
from desktop.services.people import People, TrainingThereError
from desktop.services.workforce.bookings import BookedAlreadyError, Bookings, NobodyToBookError
from desktop.services.workforce.day_facts import (
    Attendee,
    AttendeeTwiceError,
    CourseLengthError,
    DayFacts,
    DayLengthError,
    HoursNoCourseError,
    NobodyAttendedError,
    OutsideCountError,
)
from desktop.services.workforce.training_days import TrainingDays
from desktop.services.workforce.training_records import RecordFacts, TrainingRecords
from desktop.storage.workbook import Workbook
from tests.storage.databases import content
from tests.storage.workbooks import CLOCK, add_evidence, create

TODAY = CLOCK.today()  # 22 November 2026
DAY = date(2026, 11, 20)
FACTS = DayFacts("T09", DAY, 90, "Val Trainer", 2)


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    workbook, _code = create(tmp_path / "workbook")
    yield workbook
    workbook.close(backup=False)


@pytest.fixture
def people(workbook: Workbook) -> People:
    return People(workbook, CLOCK)


@pytest.fixture
def days(workbook: Workbook) -> TrainingDays:
    return TrainingDays(workbook, CLOCK)


@pytest.fixture
def bookings(workbook: Workbook) -> Bookings:
    return Bookings(workbook, CLOCK)


def fourteen(people: People) -> list[str]:
    return [people.add(f"Person {letter * 5}", ["FAC"]) for letter in "BCDFGHJKLMNPQR"]


def state(people: People, person_id: str, course_id: str = "T09") -> TrainingState:
    return next(line.state for line in people.view(person_id).training if line.course_id == course_id)


def test_a_day_of_14_is_one_step_and_only_who_completed_it_holds_the_course(
    days: TrainingDays, people: People, workbook: Workbook
) -> None:
    everyone = fourteen(people)
    before = content(workbook.db)
    results = {everyone[0]: TrainingResult.PART, everyone[1]: TrainingResult.NOT_PASSED}
    attendees = [Attendee(one, results.get(one, TrainingResult.COMPLETED)) for one in everyone]
    day = days.record(FACTS, attendees)
    view = days.view(day)
    assert (view.line.attended, view.line.length) == ("14 people and 2 from elsewhere", "1 hour 30 minutes")
    assert [line.minutes for line in view.attendees[:3]] == [None, 90, 90]
    assert [line.words for line in view.attendees[:3]] == ["Part attended", "Not passed", "Completed"]
    assert state(people, everyone[0]) is TrainingState.MISSING
    assert state(people, everyone[1]) is TrainingState.MISSING
    assert state(people, everyone[2]) is TrainingState.IN_DATE
    assert workbook.db.can_undo() == ("Undo: record training day Data protection and cyber security, 20 November 2026")
    workbook.db.undo()
    assert content(workbook.db) == before
    workbook.db.redo()
    assert [line.id for line in days.lines()] == [day]


def test_a_day_is_changed_and_its_records_follow(days: TrainingDays, people: People, workbook: Workbook) -> None:
    ann, bob, cat = (people.add(name, ["FAC"]) for name in ("Ann Test", "Bob Test", "Cat Test"))
    day = days.record(FACTS, [Attendee(ann), Attendee(bob, TrainingResult.PART, 30)])
    add_evidence(workbook, "sheet", b"signed")
    moved = DayFacts("T16", date(2026, 11, 19), 120, " Val  Trainer ", 0, "sheet")
    days.put_right(day, moved, [Attendee(ann), Attendee(bob, TrainingResult.PART)])
    records = {record.person_id: record for record in workbook.db.training.list()}
    assert {(one.course_id, one.completed) for one in records.values()} == {("T16", date(2026, 11, 19))}
    assert (records[ann].minutes, records[bob].minutes) == (120, 30)
    assert (days.lines()[0].has_file, days.lines()[0].trainer) == (True, "Val Trainer")
    days.put_right(day, moved, [Attendee(bob), Attendee(cat)])
    assert [(line.name, line.minutes) for line in days.view(day).attendees] == [("Bob Test", 120), ("Cat Test", 120)]
    before = content(workbook.db)
    days.remove(day)
    assert (days.lines(), workbook.db.training.list()) == ((), ())
    workbook.db.undo()
    assert content(workbook.db) == before


def test_a_day_and_who_attended_are_put_right_as_one_step(
    days: TrainingDays, people: People, bookings: Bookings, workbook: Workbook
) -> None:
    ann, bob, cat = (people.add(name, ["FAC"]) for name in ("Ann Test", "Bob Test", "Cat Test"))
    bookings.book("T09", [cat])
    day = days.record(FACTS, [Attendee(ann), Attendee(bob, TrainingResult.PART, 30)])
    before = content(workbook.db)
    later = DayFacts("T09", date(2026, 11, 19), 120, "Val Trainer", 0)
    days.put_right(day, later, [Attendee(bob, TrainingResult.PART), Attendee(cat, TrainingResult.NOT_PASSED)])
    assert [(one.name, one.words, one.minutes) for one in days.view(day).attendees] == [
        ("Bob Test", "Part attended", 30),
        ("Cat Test", "Not passed", 120),
    ]
    assert bookings.lines() == ()
    assert state(people, ann) is TrainingState.MISSING
    workbook.db.undo()
    assert content(workbook.db) == before
    with pytest.raises(AttendeeTwiceError):
        days.put_right(day, later, [Attendee(cat), Attendee(cat)])
    with pytest.raises(NobodyAttendedError):
        days.put_right(day, later, [])
    assert content(workbook.db) == before


def test_what_a_recorded_day_did_is_told_in_sentences(days: TrainingDays, people: People) -> None:
    ann, bob = people.add("Ann Test", ["FAC"]), people.add("Bob Test", ["FAC"])
    day = days.record(FACTS, [Attendee(ann), Attendee(bob, TrainingResult.PART)])
    assert days.told(day) == (
        "Data protection and cyber security, 20 November 2026: recorded for 2 people and 2 from elsewhere. "
        "1 completed, 1 part attended. Now 1 of the 2 who need it holds it in date."
    )


def test_the_same_person_or_record_twice_is_refused_with_the_reason(days: TrainingDays, people: People) -> None:
    ann, bob = people.add("Ann Test", ["FAC"]), people.add("Bob Test", ["FAC"])
    with pytest.raises(AttendeeTwiceError, match="Ann Test is on the list of this day twice"):
        days.record(FACTS, [Attendee(ann), Attendee(bob), Attendee(ann)])
    day = days.record(FACTS, [Attendee(ann)])
    with pytest.raises(AttendeeTwiceError):
        days.put_right(day, FACTS, [Attendee(ann), Attendee(ann)])
    with pytest.raises(TrainingThereError, match="recorded for Ann Test already"):
        days.record(FACTS, [Attendee(bob), Attendee(ann)])
    assert len(days.lines()) == 1
    people.record_training(bob, "T16", DAY)
    other = days.record(DayFacts("T09", date(2026, 11, 19)), [Attendee(bob)])
    with pytest.raises(TrainingThereError):
        days.put_right(other, DayFacts("T16", DAY), [Attendee(bob)])


@pytest.mark.parametrize(
    ("facts", "refused"),
    [
        (DayFacts("T09", TODAY + timedelta(days=1)), DayNotComeError),
        (DayFacts("T20", DAY), HoursNoCourseError),
        (DayFacts("T09", DAY, 0), DayLengthError),
        (DayFacts("T09", DAY, 24 * 60 + 1), DayLengthError),
        (DayFacts("T09", DAY, outside=-1), OutsideCountError),
        (DayFacts("T09", DAY, trainer="Val 123456789012"), CertificateNumberError),
    ],
)
def test_a_day_that_cannot_be_right_is_refused(
    days: TrainingDays, people: People, facts: DayFacts, refused: type[AppError]
) -> None:
    ann = people.add("Ann Test", ["FAC"])
    with pytest.raises(refused):
        days.record(facts, [Attendee(ann)])
    with pytest.raises(NobodyAttendedError):
        days.record(DayFacts("T09", DAY), [])
    assert days.lines() == ()


def test_names_are_found_near_ones_offered_and_the_same_one_named(days: TrainingDays, people: People) -> None:
    sian = people.add("Siân O'Hara", ["FAC"])
    people.add("Robert Lane", ["FAC"])
    people.add("Ann Webb", ["FAC"])
    people.add("Ann Wills", ["FAC"])
    gone = people.add("Gone Before", ["FAC"])
    people.leave(gone, date(2026, 1, 1))
    found = days.match("sian ohara\nBob Lane, Ann\n\nO'Hara Siân\nGone Before\nXerxes Quill", DAY)
    assert [(one.typed, one.name) for one in found if one.person_id] == [
        ("sian ohara", "Siân O'Hara"),
        ("O'Hara Siân", "Siân O'Hara"),
    ]
    assert [one.again for one in found if one.person_id == sian] == [False, True]
    near = {one.typed: [choice.name for choice in one.near] for one in found}
    assert near["Bob Lane"] == ["Robert Lane"]
    assert near["Ann"] == ["Ann Webb", "Ann Wills"]
    assert near["Gone Before"] == near["Xerxes Quill"] == []
    assert found[-1].words == "Nobody of that name here"
    turned = days.match("Lane, Robert\nWebb, Ann", DAY)
    assert [one.name for one in turned] == ["Robert Lane", "Ann Webb"]
    pasted = days.match("Lane\tRobert\r\nAnn Webb\tSiân O'Hara\n\t\n", DAY)
    assert [one.name for one in pasted] == ["Robert Lane", "Ann Webb", "Siân O'Hara"]
    assert days.match(" \n,", DAY) == ()


def test_a_booking_never_counts_and_ends_when_the_day_is_recorded(
    days: TrainingDays, bookings: Bookings, people: People, workbook: Workbook
) -> None:
    ann, bob, cat = (people.add(name, ["FAC"]) for name in ("Ann Test", "Bob Test", "Cat Test"))
    bookings.book("T09", [ann, bob], DAY)
    (late,) = bookings.book("T16", [cat])
    assert state(people, ann) is TrainingState.BOOKED
    assert not state(people, ann).counts
    assert [(line.name, line.late) for line in bookings.lines(course_id="T09")] == [
        ("Ann Test", True),
        ("Bob Test", True),
    ]
    assert [(one.name, one.booked) for one in days.candidates("T09", DAY)] == [
        ("Ann Test", True),
        ("Bob Test", True),
        ("Cat Test", False),
    ]
    assert days.candidates("T09", DAY)[0].words == "Booked for 20 November 2026"
    with pytest.raises(BookedAlreadyError, match="Bob Test is booked on Data protection"):
        bookings.book("T09", [cat, bob], TODAY)
    with pytest.raises(HoursNoCourseError):
        bookings.book("T23", [ann])
    assert {"T20", "T23"}.isdisjoint(choice.code for choice in days.courses())
    with pytest.raises(NobodyToBookError):
        bookings.book("T09", [])
    before = content(workbook.db)
    days.record(FACTS, [Attendee(ann)])
    assert [(line.name, line.day) for line in bookings.lines()] == [
        ("Bob Test", "20 Nov"),
        ("Cat Test", "Day not known"),
    ]
    workbook.db.undo()
    assert content(workbook.db) == before
    bookings.cancel([late])
    assert bookings.lines(person_id=cat) == ()
    assert workbook.db.can_undo() == "Undo: cancel booking of Cat Test"


def test_a_booking_for_a_later_day_stays(days: TrainingDays, bookings: Bookings, people: People) -> None:
    ann = people.add("Ann Test", ["FAC"])
    bookings.book("T09", [ann], TODAY + timedelta(days=200))
    days.record(FACTS, [Attendee(ann)])
    assert len(bookings.lines()) == 1


def test_a_renewal_is_added_with_its_proof_and_the_old_record_stays(
    people: People, bookings: Bookings, workbook: Workbook
) -> None:
    records = TrainingRecords(workbook, CLOCK)
    ann = people.add("Ann Test", ["FAC"])
    add_evidence(workbook, "paper", b"certificate")
    bookings.book("T09", [ann])
    records.record(ann, "T09", RecordFacts(date(2025, 1, 10), seen_by=" Val  Trainer "))
    renewed = records.record(ann, "T09", RecordFacts(date(2026, 1, 5), minutes=90, certificate_id="paper"))
    records.record(ann, "T09", RecordFacts(date(2026, 2, 5), result=TrainingResult.NOT_PASSED))
    assert [(line.day, line.until, line.proof) for line in records.history(ann, "T09")] == [
        ("5 February 2026", "Does not count", "No proof yet"),
        ("5 January 2026", "In date until 5 January 2027", "Certificate: Paper paper"),
        ("10 January 2025", "Lapsed 10 January 2026", "Certificate seen by Val Trainer"),
    ]
    assert bookings.lines() == ()
    records.edit(renewed, RecordFacts(date(2026, 1, 6), date(2026, 6, 30)))
    assert records.history(ann, "T09")[1].until == "Lapsed 30 June 2026"
    for facts, refused in (
        (RecordFacts(date(2025, 1, 10)), TrainingThereError),
        (RecordFacts(DAY, minutes=0), CourseLengthError),
        (RecordFacts(DAY, provider="0012 3456 7890"), CertificateNumberError),
        (RecordFacts(DAY, expires=date(2026, 1, 1)), DaysCrossedError),
    ):
        with pytest.raises(refused):
            records.record(ann, "T09", facts)
