# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Training sheets of many shapes, as charities keep them."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.models.sheet import Sheet
from desktop.services.importing.cells import CellClass
from desktop.services.importing.layout import Field, Kind, Layout, Way
from desktop.services.importing.preview import Ask, Preview
from desktop.services.importing.previewing import NoLayoutError, guess_layout, preview
from tests.importing.sheets_made import Value, file, sheet

TODAY = date(2026, 11, 20)


def read(*sheets: Sheet) -> tuple[Layout, Preview]:
    made = file(*sheets)
    layout = guess_layout(made, Kind.TRAINING)
    return layout, preview(made, layout, TODAY)


def days(shown: Preview) -> dict[str, date | None]:
    return {line.cell: line.day for line in shown.records}


def classes(shown: Preview) -> dict[str, CellClass]:
    return {line.cell: line.cell_class for line in shown.cells}


def names(shown: Preview) -> list[str]:
    return [person.name for person in shown.people]


def test_courses_may_stand_in_rows_with_a_column_of_how_often() -> None:
    layout, shown = read(
        sheet(
            [
                ["Training record 2026"],
                ["Course", "How often", "Tamsin Penrose", "Chidi Obi"],
                ["Role", "", "Manager", "Facilitator"],
                ["Start date", "", date(2020, 1, 1), "14/02/2021"],
                ["MANDATORY"],
                ["Child safeguarding", "3 yrs", date(2025, 1, 4), "13/02/2025"],
                ["Data protection", "annual", "booked 13/01/2027", "exp 03/25"],
                ["Trauma informed practice", "", "", ""],
                ["Lone working", "2 yrly", "04/05/2025", "31/06/2025"],
                ["% complete", "", 0.5, 0.6],
            ]
        )
    )
    assert layout.way is Way.PEOPLE_ACROSS
    assert {place.heading: place.valid_months for place in layout.courses} == {
        "Child safeguarding": 36,
        "Data protection": 12,
        "Trauma informed practice": None,
        "Lone working": 24,
    }
    assert [(person.name, person.role, person.start) for person in shown.people] == [
        ("Tamsin Penrose", "Manager", date(2020, 1, 1)),
        ("Chidi Obi", "Facilitator", date(2021, 2, 14)),
    ]
    assert days(shown) == {"C6": date(2025, 1, 4), "D6": date(2025, 2, 13)}
    assert [each.cell for each in shown.problems] == ["D9"]
    assert [(each.cell, each.likely) for each in shown.questions] == [("C9", "2025-05-04")]


def test_a_list_has_one_record_in_each_row() -> None:
    layout, shown = read(
        sheet(
            [
                ["All training"],
                [],
                ["Staff name", "Job title", "Course", "Date completed", "Expiry date", "Status"],
                ["Tamsin Penrose", "Manager", "Risk tools", date(2025, 1, 4), date(2027, 1, 4), "Completed"],
                ["Tamsin Penrose", "Manager", "First aid", "13/02/2025", "", "Completed"],
                ["Chidi Obi", "Facilitator", "Risk tools", "13/03/2027", "", "Booked"],
                ["Chidi Obi", "Facilitator", "First aid", "", "03/2026", ""],
                ["chidi obi ", "Facilitator", "Lone working", "✓", "", ""],
                ["Chidi Obie", "Facilitator", "Lone working", "31/04/2025", "", ""],
                ["Tamsin Penrose", "Manager", "First aid", "13/02/2025", "", ""],
                ["", "", "First aid", "14/02/2025", "", ""],
                ["Total", "", "8", "", "", ""],
            ]
        )
    )
    assert layout.way is Way.LONG
    assert names(shown) == ["Tamsin Penrose", "Chidi Obi", "Chidi Obie"]
    assert days(shown) == {"D4": date(2025, 1, 4), "D5": date(2025, 2, 13)}
    assert shown.records[0].expires == date(2027, 1, 4)
    assert classes(shown)["D6"] is CellClass.BOOKED
    assert classes(shown)["D8"] is CellClass.DONE_UNDATED
    assert [line.expires for line in shown.cells if line.cell_class is CellClass.EXPIRY_ONLY] == [date(2026, 3, 31)]
    assert {each.cell for each in shown.problems} == {"D9", "D10", "A11"}
    assert [each.about for each in shown.questions] == [Ask.SAME_PERSON]


def test_a_course_may_have_a_column_for_the_day_and_one_for_the_expiry() -> None:
    layout, shown = read(
        sheet(
            [
                ["", "", "Safeguarding", "", "First aid (3 yrs)", "", "Data protection annual", ""],
                ["First name", "Surname", "Date", "Expires", "Date", "Expires", "Date", "Expires"],
                ["Tamsin", "Penrose", date(2025, 1, 4), date(2028, 1, 4), "", "03/27", "13/02/2025", ""],
                ["Chidi", "Obi", "13/02/2025", "", "n/a", "", "", "31/02/2027"],
            ],
            merged=[(0, 2, 0, 3), (0, 4, 0, 5), (0, 6, 0, 7)],
        )
    )
    assert layout.header_rows == (0, 1)
    assert [(place.heading, place.valid_months) for place in layout.courses] == [
        ("Safeguarding", None),
        ("First aid (3 yrs)", 36),
        ("Data protection annual", 12),
    ]
    assert names(shown) == ["Tamsin Penrose", "Chidi Obi"]
    assert {line.cell: (line.day, line.expires) for line in shown.cells if line.day or line.expires} == {
        "C3": (date(2025, 1, 4), date(2028, 1, 4)),
        "F3": (None, date(2027, 3, 31)),
        "G3": (date(2025, 2, 13), None),
        "C4": (date(2025, 2, 13), None),
    }
    assert [each.cell for each in shown.problems] == ["H4"]


@pytest.mark.parametrize(
    "heads",
    [
        [["Name", "Fire", "", "Lifting", ""], ["", "Completed", "Due", "Completed", "Due"]],
        [["Name", "Fire date", "Fire expiry", "Lifting - date", "Lifting - expiry"]],
    ],
)
def test_columns_of_completions_and_expiries_are_paired_without_joined_cells(heads: list[list[Value]]) -> None:
    row: list[Value] = ["Tamsin Penrose", "13/02/2025", "13/02/2026", "", "14/02/2026"]
    layout, shown = read(sheet([*heads, row]))
    assert [place.heading for place in layout.courses] == ["Fire", "Lifting"]
    assert [(line.day, line.expires) for line in shown.cells] == [
        (date(2025, 2, 13), date(2026, 2, 13)),
        (None, date(2026, 2, 14)),
    ]


def test_welsh_headings_months_and_words_are_read() -> None:
    layout, shown = read(
        sheet(
            [
                ["Cofnod hyfforddiant"],
                ["Enw", "Swydd", "Diogelu plant (bob 3 blynedd)", "Cymorth cyntaf", "GDPR (blynyddol)"],
                ["Siân Llewellyn", "Hwylusydd", "3 Mawrth 2025", "14 Rhagfyr 2024", "amherthnasol"],
                ["Gethin ap Rhys", "Rheolwr", "wedi'i archebu 13/01/2027", "✓", "7fed o Dachwedd 2025"],
                ["Cyfanswm", "", 2, 2, 1],
            ]
        )
    )
    assert [place.valid_months for place in layout.courses] == [36, None, 12]
    assert names(shown) == ["Siân Llewellyn", "Gethin ap Rhys"]
    assert days(shown) == {"C3": date(2025, 3, 3), "D3": date(2024, 12, 14), "E4": date(2025, 11, 7)}
    assert classes(shown)["C4"] is CellClass.BOOKED
    assert not shown.problems


def test_hidden_rows_and_columns_other_columns_and_groups_of_leavers() -> None:
    layout, shown = read(
        sheet(
            [
                ["No", "Employee Name", "Team", "Date of birth", "Start Date", "Abuse awareness", "Adults", "Comments"],
                [1, "Tamsin Penrose", "North", date(1980, 2, 2), date(2020, 1, 1), date(2025, 1, 4), "Yes", ""],
                [2, "Chidi Obi", "South", date(1985, 2, 2), date(2020, 1, 1), "Yes", "13/02/2025", "left 01/02/2026"],
                [3, "Hidden Person", "South", date(1985, 2, 2), date(2020, 1, 1), "Yes", date(2025, 1, 1), ""],
                ["", "Leavers"],
                [4, "Old Person", "South", date(1985, 2, 2), date(2010, 1, 1), date(2020, 1, 1), "n/a", ""],
                ["", "Key: green = in date"],
            ],
            hidden_rows=[3],
        )
    )
    assert [place.heading for place in layout.courses] == ["Abuse awareness", "Adults"]
    assert [(person.name, person.left) for person in shown.people] == [
        ("Tamsin Penrose", False),
        ("Chidi Obi", True),
        ("Old Person", True),
    ]
    assert "1985" not in repr(shown.people)
    assert any("row 4" in note for note in shown.notes)


def test_the_struck_through_have_left_and_one_struck_cell_is_asked() -> None:
    plain = sheet(
        [
            ["Name", "Risk tools", "First aid"],
            ["Tamsin Penrose", date(2025, 1, 4), date(2025, 2, 4)],
            ["Chidi Obi", date(2025, 1, 4), date(2025, 2, 4)],
        ],
        struck=[2],
    )
    rows = [list(row) for row in plain.rows]
    rows[1][1] = replace(rows[1][1], struck=True)
    _, shown = read(replace(plain, rows=tuple(map(tuple, rows))))
    assert [person.left for person in shown.people] == [False, True]
    assert [each.cell for each in shown.questions] == ["B2"]
    assert set(days(shown)) == {"C2", "B3", "C3"}


def test_a_sheet_that_is_kept_month_first_is_asked_the_other_way_round() -> None:
    _, shown = read(sheet([["Name", "Risk tools"], ["Tamsin Penrose", "02/14/2025"], ["Chidi Obi", "03/04/2025"]]))
    assert days(shown) == {"B2": date(2025, 2, 14)}
    assert [(each.cell, each.choices, each.likely) for each in shown.questions] == [
        ("B3", ("2025-03-04", "2025-04-03"), "2025-03-04")
    ]


def test_once_a_person_has_said_the_order_no_date_is_asked() -> None:
    made = file(sheet([["Name", "Risk tools"], ["Tamsin Penrose", "03/04/2025"], ["Chidi Obi", "05/06/2025"]]))
    layout = guess_layout(made, Kind.TRAINING)
    assert [each.cell for each in preview(made, layout, TODAY).questions] == ["B2", "B3"]
    told = preview(made, replace(layout, day_first=True), TODAY)
    assert days(told) == {"B2": date(2025, 4, 3), "B3": date(2025, 6, 5)}
    assert not told.questions


def test_many_unclear_dates_are_first_asked_in_one_question() -> None:
    rows = [["Name", "Risk tools"], *([f"Person {letter}", f"0{at}/07/2025"] for at, letter in enumerate("ABCDE", 1))]
    _, shown = read(sheet(rows))
    assert [each.about for each in shown.questions] == [Ask.DATE_ORDER, *[Ask.DATE] * 5]


def test_a_sheet_whose_title_says_so_holds_expiries_and_no_completions() -> None:
    _, shown = read(
        sheet(
            [
                ["Dates shown are expiry dates"],
                ["Name", "Risk tools", "First aid"],
                ["Tamsin Penrose", date(2027, 1, 4), date(2025, 2, 4)],
            ]
        )
    )
    assert not shown.records
    assert [line.expires for line in shown.cells] == [date(2027, 1, 4), date(2025, 2, 4)]


def test_a_date_that_is_still_to_come_is_asked_and_not_stored() -> None:
    _, shown = read(sheet([["Name", "Risk tools", "First aid"], ["Tamsin Penrose", date(2027, 1, 4), "13/02/2025"]]))
    assert set(days(shown)) == {"C2"}
    assert [each.cell for each in shown.questions] == ["B2"]


def test_of_two_sheets_the_one_in_use_is_taken_and_another_can_be_asked_for() -> None:
    old = sheet(
        [["Name", "A course"], ["Tamsin Penrose", date(2020, 1, 1)], ["Chidi Obi", date(2020, 1, 1)]], "2019 old"
    )
    now = sheet([["Name", "A course"], ["Tamsin Penrose", date(2025, 1, 1)]], "Now")
    made = file(old, now)
    layout = guess_layout(made)
    assert (layout.sheet, layout.sheets_left_alone) == ("Now", ("2019 old",))
    assert guess_layout(made, sheet="2019 old").sheet == "2019 old"


@pytest.mark.parametrize("rows", [[], [["Shopping"], ["Milk", 2], ["Eggs", 12]], [["Just a note about training"]]])
def test_a_sheet_without_people_and_courses_is_refused_in_plain_words(rows: list[list[str | int]]) -> None:
    with pytest.raises(NoLayoutError, match="No training sheet was found"):
        guess_layout(file(sheet(rows)), Kind.TRAINING)


def test_a_layout_may_be_corrected_by_hand() -> None:
    made = file(sheet([["Name", "Risk tools", "Fire warden"], ["Tamsin Penrose", date(2025, 1, 4), date(2025, 2, 4)]]))
    layout = guess_layout(made, Kind.TRAINING)
    places = tuple(replace(each, field=Field.LEFT_OUT) if each.at == 2 else each for each in layout.places)
    assert set(days(preview(made, replace(layout, places=places), TODAY))) == {"B2"}
