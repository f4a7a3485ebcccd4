# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Attendance sheets: the practice one row by row, and made ones of other shapes."""

from datetime import date
from typing import Any

import pytest

from desktop.models.sheet import SheetFile
from desktop.services.importing.attendance import guess_attendance, preview_attendance
from desktop.services.importing.attendees import AttendancePreview, Attended
from desktop.services.importing.layout import Kind
from desktop.services.importing.previewing import guess_layout
from tests.importing.given_sheets import AS_AT, expected, given, needs_inputs
from tests.importing.sheets_made import file, sheet, typed


def read(one: SheetFile, **more: Any) -> AttendancePreview:
    layout = guess_layout(one)
    assert layout.kind is Kind.ATTENDANCE
    return preview_attendance(one, layout, AS_AT, **more)


def people_of_the_matrix() -> list[str]:
    named = {each["person"] for each in expected("training_matrix")["records"]}
    rows = expected("attendance")["rows"]
    return sorted(named | {row["person"] for row in rows if "person" in row})


@needs_inputs
def test_the_practice_sheet_gives_every_count_that_is_expected() -> None:
    wanted = expected("attendance")
    found = read(given("attendance-sheet.csv"))

    figures = dict(found.figures)
    same = "people attended own_people_attended own_people_absent outside_people".split()
    assert {name: figures[name] for name in same} == {name: wanted[name] for name in same}
    assert (found.course, str(found.day), found.hours) == (wanted["course"], wanted["date"], wanted["hours"])
    assert len(found.people) == wanted["people"]
    assert found.problems == ()
    assert found.notes[0] == "Risk tools refresher (DASH / SARA), 17 September 2026, 5.5 hours."
    assert {each.cell for each in found.questions} == {"B13", "B26"}  # the morning only; the total that is wrong
    assert len(found.records) == figures["own_people_attended"] - 1  # one was there for a part: not before it is asked


@needs_inputs
def test_each_name_of_the_practice_sheet_is_matched_offered_or_kept_apart() -> None:
    rows = expected("attendance")["rows"]
    found = read(given("attendance-sheet.csv"), known=people_of_the_matrix())

    for row, each in zip(rows, found.attendees, strict=True):
        meant, outcome = row.get("person", row["name"]), row["expect"]
        offered = {each.known_as, *each.near} - {""}
        if outcome == "outside":
            assert not each.own
            assert offered == set()
        elif outcome == "absent":
            assert each.attended is Attended.NOT
        elif outcome == "match":
            assert each.known_as.casefold() == meant.casefold()
        else:
            assert meant in offered, row


def test_a_sheet_with_surnames_apart_half_days_and_two_facts_in_a_line() -> None:
    found = read(
        typed(
            "Cofrestr Presenoldeb;;;;;\n"
            "Cwrs: Diogelu oedolion;;Dyddiad: 12 Mai 2026;;Oriau: 5;\n"
            "Hyfforddwr;Eira Wyn;;;;\n"
            ";;;;;\n"
            "Cyfenw;Enw cyntaf;Sefydliad;Bore;Prynhawn;Llofnod\n"
            "Prys;Siân;Cymorth Afon;✓;✓;SP\n"
            "Rees;Ifan;Cymorth Afon;✓;;IR\n"
            "Haf;Owain;Cyngor y Dref;✓;✓;OH\n"
            "Teg;Non;Cymorth Afon;;;\n",
            ";",
        )
    )
    assert (found.course, found.day, found.hours, found.trainer) == (
        "Diogelu oedolion",
        date(2026, 5, 12),
        5,
        "Eira Wyn",
    )
    assert [(each.name, each.own, each.attended) for each in found.attendees] == [
        ("Siân Prys", True, Attended.ALL),
        ("Ifan Rees", True, Attended.PART),
        ("Owain Haf", False, Attended.ALL),
        ("Non Teg", True, Attended.NOT),
    ]
    assert [each.choices for each in found.questions if each.cell == "C5"] == [("Cymorth Afon", "Cyngor y Dref")]


def test_the_charity_is_known_by_its_title_and_the_weekday_settles_the_date() -> None:
    found = read(
        file(
            sheet(
                [
                    ["RIVERSIDE SUPPORT SERVICES"],
                    ["Sign-in sheet: First aid at work"],
                    ["Date", "Wed 03/06/2026", None, "Duration", "6 hrs"],
                    [],
                    ["Name", "Job title", "Agency", "Signature", "Comments"],
                    ["Tessa Nye", "Worker", "RSS", "T Nye", None],
                    ["Idris Marsh", "Worker", "Riverside", "I Marsh", "arrived late, 11.00"],
                    ["Ann Lowe", "PC", "Police", "AL", "discussed client B, disclosed an assault"],
                    ["Zed Kay", None, "RSS", None, "apologies"],
                    ["Total", "4"],
                ]
            )
        ),
        known=["Tessa Nye", "Idriss Marsh", "Ann Lowe"],
    )
    assert (found.course, found.day, found.hours) == ("First aid at work", date(2026, 6, 3), 6)
    assert [each.own for each in found.attendees] == [True, True, False, True]
    assert [each.known_as for each in found.attendees] == ["Tessa Nye", "", "", ""]
    assert [each.attended for each in found.attendees] == [Attended.ALL, Attended.PART, Attended.ALL, Attended.NOT]
    assert [each.cell for each in found.problems] == ["E8"]
    assert "assault" not in repr(found)
    assert {each.cell for each in found.questions} == {"A7", "A9", "B10"}


@pytest.mark.parametrize(("mark", "there"), [("x", 2), ("✓", 2), ("P", 2), ("yes", 2), ("09:25", 2)])
def test_each_way_of_marking_counts(mark: str, there: int) -> None:
    found = read(
        typed(
            "Attendance register - Lone working\nDate: 14th May 2026\n\nName,Present\n"
            f"Ann Lowe,{mark}\nBob Tarn,{mark}\nCy Fry,\n"
        )
    )
    assert dict(found.figures)["attended"] == there
    assert (found.course, len(found.records)) == ("Lone working", there)


def test_without_a_course_or_a_day_nothing_would_be_stored() -> None:
    found = read(typed("Attendance register\n\nName,Present\nAnn Lowe,x\nBob Tarn,x\n"))
    assert len(found.problems) == 2
    assert found.records == ()


def test_a_list_without_marks_is_no_attendance_sheet() -> None:
    assert guess_attendance(typed("Name,E-mail\nAnn Lowe,a@example.org\n").sheets[0]) is None
