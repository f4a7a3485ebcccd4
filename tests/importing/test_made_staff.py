# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Staff lists of other shapes, and what they warn of."""

from datetime import date

import pytest

from desktop.models.sheet import SheetCell
from desktop.services.importing.layout import Kind
from desktop.services.importing.preview import Ask, Preview
from desktop.services.importing.previewing import guess_layout, preview
from desktop.services.importing.staff import hours_of, yes_or_no
from tests.importing.sheets_made import Value, file, sheet

TODAY = date(2026, 11, 20)
HEADINGS: list[Value] = [
    "Name",
    "Job Title",
    "Start date",
    "DBS type",
    "DBS date",
    "Line manager",
    "Clinical supervisor",
]


def read(rows: list[list[Value]]) -> Preview:
    made = file(sheet(rows, "Staff"))
    return preview(made, guess_layout(made, Kind.STAFF), TODAY)


def test_titles_groups_sums_and_names_in_two_columns() -> None:
    shown = read(
        [
            ["STAFF CONTACT LIST"],
            [],
            ["First name", "Surname", "Job Title", "Contract", "Start date", "Leaving date", "Weekly hours", "E-mail"],
            ["Tamsin", "Penrose", "Manager", "Employed", "13/01/2020", "", 37, ""],
            ["Chidi", "Obi", "Facilitator", "Sessional", date(2021, 2, 14), "30/06/2026", "7.5 hrs", ""],
            ["VOLUNTEERS"],
            ["Siân", "Llewellyn", "Helpline", "Volunteer", "3 Mawrth 2024", "", "full time", ""],
            ["", "", "", "", "", "", 44.5, ""],
        ]
    )
    assert [(each.name, each.left, each.hours) for each in shown.people] == [
        ("Tamsin Penrose", False, 37),
        ("Chidi Obi", True, 7.5),
        ("Siân Llewellyn", False, None),
    ]
    assert shown.people[2].start == date(2024, 3, 3)
    assert [each.cell for each in shown.problems] == ["G7"]
    assert not shown.questions


def test_while_nothing_shows_the_order_of_dates_none_is_taken() -> None:
    shown = read([["Name", "Role", "Start date"], ["Tamsin Penrose", "Manager", "03/04/2020"]])
    assert shown.people[0].start is None
    assert [(each.about, each.likely) for each in shown.questions] == [(Ask.DATE_ORDER, "")]


def test_warnings_need_their_facts_and_pass_over_leavers() -> None:
    shown = read(
        [
            [*HEADINGS, "End date"],
            ["Tamsin Penrose", "Manager", "13/01/2020", "Enhanced", "20/12/2025", "Board", "", ""],
            ["Chidi Obi", "Co-facilitator", "14/09/2026", "Enhanced", "20/09/2026", "Tamsin Penrose", "T Penrose", ""],
            ["Siân Llewellyn", "Worker", "13/01/2026", "Enhanced", "13/01/2026", "Chidi Obi", "Chidi Obi", ""],
            ["Gwen Past", "Worker", "13/01/2010", "Enhanced", "13/01/2010", "Chidi Obi", "Chidi Obi", "30/06/2020"],
        ]
    )
    told = {(each.person, each.message.split("(")[-1].strip(" ).")) for each in shown.warnings}
    assert ("Chidi Obi", "indicator 6.2") in told
    assert sorted(each.person for each in shown.warnings) == ["Chidi Obi", "Siân Llewellyn", "Siân Llewellyn"]


def test_no_number_of_a_check_is_taken_in() -> None:
    shown = read(
        [
            ["Name", "Role", "Start date", "DBS certificate number"],
            ["Tamsin Penrose", "Manager", "13/01/2020", "001234567890"],
        ]
    )
    assert "001234567890" not in repr(shown)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("37", 37),
        ("22.5 hrs", 22.5),
        ("30 hours per week", 30),
        ("0.8 FTE", None),
        ("30 (term time 25)", None),
        ("400", None),
    ],
)
def test_hours_are_taken_only_when_they_are_a_plain_number(text: str, hours: float | None) -> None:
    assert hours_of(SheetCell(text)) == hours


@pytest.mark.parametrize(
    ("text", "said"), [("Y", True), ("yes", True), ("✓", True), ("N", False), ("", None), ("maybe", None)]
)
def test_yes_and_no(text: str, said: bool | None) -> None:
    assert yes_or_no(text) is said
