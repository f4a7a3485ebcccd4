# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The calendar: what lapses and what is planned, without a name, under ids that stay; and a file as RFC 5545 says."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from desktop.models.changes import Op
from desktop.models.records import EvidenceItem, Strength
from desktop.models.workforce.people import Person, held
from desktop.models.workforce.supervision import SupervisionSession, SupervisionState
from desktop.models.workforce.training import Booking, TrainingRecord
from desktop.services.workforce.calendar_export import CalendarExport, draw_calendar
from desktop.storage.workbook import Workbook
from tests.storage.desks import desk_of, hold, named_workbook
from tests.storage.workbooks import CLOCK, create, later, reopen

TODAY = CLOCK.today()
SOON = TODAY + timedelta(days=9)


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    made, _code = create(tmp_path / "workbook")
    db = made.db
    with db.write(Op.IMPORT_RECORDS):
        db.people.save_all(Person(one, one, f"{one} Secretname", held("FAC")) for one in ("ann", "bob"))
        db.people.save(Person("gone", "P3", "Gone Secretname", held("FAC"), left=TODAY - timedelta(days=1)))
        for number, (person, course, completed) in enumerate(
            (
                ("ann", "T09", TODAY - timedelta(days=200)),  # lapses later
                ("bob", "T09", TODAY - timedelta(days=500)),  # lapsed long ago
                ("gone", "T09", TODAY - timedelta(days=10)),
            )
        ):
            db.training.save(TrainingRecord(f"r{number}", person, course, completed))
        db.bookings.save(Booking("b1", "bob", "T09", SOON))
        db.bookings.save(Booking("b2", "bob", "T01"))
        for person in ("ann", "bob"):
            db.supervision.save(SupervisionSession(f"g-{person}", person, "SV3", SOON, group_id="group"))
        db.supervision.save(SupervisionSession("old", "ann", "SV1", TODAY - timedelta(days=30)))
        db.supervision.save(SupervisionSession("off", "ann", "SV1", SOON, SupervisionState.CANCELLED))
    yield made
    made.close(backup=False)


def lines_of(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_it_tells_what_is_due_and_planned_and_nothing_else(workbook: Workbook) -> None:
    calendar = CalendarExport(workbook, CLOCK, tuple).capture()
    lapses = date(2027, 5, 6)
    assert [(entry.day, entry.title) for entry in calendar.entries] == [
        (SOON, "Supervision planned"),
        (SOON, "Training planned"),
        (lapses, "Training due"),
    ]
    content = draw_calendar(calendar).decode()
    assert "DTSTART;VALUE=DATE:20261201\r\n" in content
    for word in ("Secretname", "ann", "bob", "T09", "SV3", "group"):
        assert not re.search(rf"\b{word}\b", content), word


def test_the_same_things_have_the_same_ids_after_a_restart_and_other_ones_elsewhere(
    workbook: Workbook, tmp_path: Path
) -> None:
    first = CalendarExport(workbook, CLOCK, tuple).capture()
    workbook.close(backup=False)
    again = reopen(tmp_path / "workbook")
    second = CalendarExport(again, later(hours=1), tuple).capture()
    assert second.entries == first.entries
    with again.db.write(Op.MOVE_SUPERVISION):
        for session in again.db.supervision.list(group_id="group"):
            again.db.supervision.save(SupervisionSession(session.id, session.person_id, "SV3", TODAY, group_id="group"))
    moved = {entry.uid: entry.day for entry in CalendarExport(again, CLOCK, tuple).capture().entries}
    assert moved[first.entries[0].uid] == TODAY, "a session that is moved keeps its entry"
    other, _code = create(tmp_path / "other")
    assert other.naming_key("calendar") != again.naming_key("calendar") != again.naming_key("else")
    other.close(backup=False)
    again.close(backup=False)


def test_the_file_is_as_the_standard_says(workbook: Workbook) -> None:
    content = draw_calendar(CalendarExport(workbook, CLOCK, tuple).capture())
    assert content.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert content.endswith(b"END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    lines = lines_of(content)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 3
    assert lines.count("DTSTAMP:20261122T100000Z") == 3
    assert len({line for line in lines if line.startswith("UID:")}) == 3
    assert "X-WR-CALNAME:Sevenfold\\, due and planned" in lines


def test_a_title_of_any_letters_comes_through_whole(workbook: Workbook) -> None:
    calendar = CalendarExport(workbook, CLOCK, tuple).capture()
    title = "Hyfforddiant; \u0175ythnos, \\ " + "\u0177 " * 60
    entry = replace(calendar.entries[0], title=title + "\x07")
    content = draw_calendar(replace(calendar, entries=(entry,)))
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert (str(event["SUMMARY"]), event.decoded("DTSTART"), str(event["UID"])) == (title, entry.day, entry.uid)


def test_actions_reviews_and_the_assessment_are_in_it_without_their_words(tmp_path: Path) -> None:
    workbook = named_workbook(tmp_path / "w")
    with desk_of(workbook) as desk:
        desk.rounds.starting.fresh("Kirsty Secretname")
        hold(workbook, EvidenceItem("ev-1", "Secret policy", review_by=SOON))
        desk.assessing.link("6.2", "ev-1", Strength.DOCUMENT)
        desk.actions.add("1.3", "Secret leaflet", "Kirsty Secretname", SOON)
        desk.actions.add("1.3", "Late", due=TODAY - timedelta(days=1))
        desk.actions.finish(desk.actions.add("1.4", "Done", due=SOON))
        calendar = desk.calendar.capture()
        assert [(entry.day, entry.title) for entry in calendar.entries] == [
            (SOON, "Action due, SA 1.3"),
            (SOON, "Review of evidence due, SA 6.2"),
            (date(2027, 11, 22), "Assessment lapses"),
        ]
        assert "secret" not in draw_calendar(calendar).decode().casefold()
