# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What one cell of a training matrix says."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.dates import MONTHS
from desktop.models.sheet import SheetCell
from desktop.models.typed_date import WELSH_MONTHS
from desktop.services.importing.cells import CellClass, DateOrder, date_order, read_cell, read_day

TODAY = date(2026, 11, 20)
DAY_FIRST = DateOrder(day_first=True)
DAYS = st.dates(date(1980, 1, 1), TODAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14/11/2018", date(2018, 11, 14)),
        ("18/06/2025 ", date(2025, 6, 18)),
        ("29.11.24", date(2024, 11, 29)),
        ("17-03-2023", date(2023, 3, 17)),
        ("2025-03-04 00:00:00", date(2025, 3, 4)),
        ("3rd of March 2025", date(2025, 3, 3)),
        ("March 4, 2025", date(2025, 3, 4)),
        ("Thursday 17/09/2026", date(2026, 9, 17)),
        ("4-Mar-25", date(2025, 3, 4)),
        ("05/05/2025", date(2025, 5, 5)),
        ("✓ 16/05/2024", date(2024, 5, 16)),
        ("Level 3 - 16/05/2024", date(2024, 5, 16)),
        ("16/05/2024 - refresher booked", date(2024, 5, 16)),
        ("7fed o Dachwedd 2025", date(2025, 11, 7)),
        ("Cwblhawyd 14 Rhag 2024", date(2024, 12, 14)),
    ],
)
def test_a_clear_date_is_a_completion(text: str, day: date) -> None:
    reading = read_cell(SheetCell(text), DAY_FIRST, TODAY)
    assert (reading.cell_class, reading.day) == (CellClass.DATED, day)


@pytest.mark.parametrize(
    ("text", "cell_class"),
    [
        ("", CellClass.BLANK),
        ("✔", CellClass.DONE_UNDATED),
        ("yes (2019?)", CellClass.DONE_UNDATED),
        ("Completed", CellClass.DONE_UNDATED),
        ("booked", CellClass.BOOKED),
        ("Booked - Feb 27", CellClass.BOOKED),
        ("13/01/2027 booked", CellClass.BOOKED),
        ("exp. 03/25", CellClass.EXPIRY_ONLY),
        ("renewal due Mar 2027", CellClass.EXPIRY_ONLY),
        ("N/A", CellClass.NOT_APPLICABLE),
        ("–", CellClass.NOT_APPLICABLE),
        ("not required", CellClass.NOT_APPLICABLE),
        ("not yet", CellClass.NOT_DONE),
        ("see cert", CellClass.PROBLEM),
        ("31/02/2024", CellClass.PROBLEM),
        ("Sept 2024", CellClass.PROBLEM),
        ("2024", CellClass.PROBLEM),
        ("expired", CellClass.PROBLEM),
        ("03/04/2024", CellClass.QUESTION),
        ("x", CellClass.QUESTION),
        ("45356", CellClass.QUESTION),
        ("5 Febuary 2024", CellClass.QUESTION),
        ("02/14/2024", CellClass.QUESTION),
        ("13/05/2024?", CellClass.QUESTION),
        ("13/05/2024 DNA", CellClass.QUESTION),
        ("13/05/2024 & 20/05/2024", CellClass.QUESTION),
        ("13/05/2027", CellClass.QUESTION),
    ],
)
def test_everything_else_makes_up_no_date(text: str, cell_class: CellClass) -> None:
    reading = read_cell(SheetCell(text), DAY_FIRST, TODAY)
    assert reading.cell_class is cell_class
    assert reading.day is None or cell_class is CellClass.BOOKED


def test_an_expiry_beside_a_date_and_a_remark_are_kept() -> None:
    reading = read_cell(SheetCell("16/05/2024 (exp 05/27)", note="certificate seen"), DAY_FIRST, TODAY)
    assert (reading.day, reading.expires) == (date(2024, 5, 16), date(2027, 5, 31))
    assert "certificate seen" in reading.note


def test_the_order_of_a_sheet_is_known_only_when_all_dates_agree() -> None:
    assert date_order([SheetCell("14/02/2025"), SheetCell("03/04/2025")]).day_first is True
    assert date_order([SheetCell("02/14/2025")]).day_first is False
    assert date_order([SheetCell("02/14/2025"), SheetCell("14/02/2025")]).day_first is None
    assert date_order([SheetCell("03/04/2025"), SheetCell("", day=TODAY)]).day_first is None


def test_a_day_that_lies_ahead_is_a_day_where_no_completion_is_asked_for() -> None:
    assert read_day(SheetCell("13/05/2027"), DAY_FIRST, TODAY).day == date(2027, 5, 13)


@given(DAYS, st.sampled_from(["{d:02}/{m:02}/{y}", "{d}.{m}.{y}", "{d}-{m}-{y}", "{d:02}/{m:02}/{s:02}"]))
def test_a_typed_date_is_read_right_or_asked_never_wrong(day: date, form: str) -> None:
    text = form.format(d=day.day, m=day.month, y=day.year, s=day.year % 100)
    reading = read_cell(SheetCell(text), DAY_FIRST, TODAY)
    if reading.cell_class is CellClass.DATED:
        assert reading.day == day
    else:
        assert reading.cell_class is CellClass.QUESTION
        assert day in reading.readings
        assert day.day <= 12


@given(DAYS, st.sampled_from([MONTHS, WELSH_MONTHS]), st.booleans())
def test_months_in_words_are_always_clear(day: date, months: tuple[str, ...], short: bool) -> None:
    name = months[day.month - 1]
    text = f"{day.day} {name[:4] if short else name} {day.year}"
    assert read_cell(SheetCell(text), DateOrder(), TODAY).day == day


@given(st.text(max_size=40))
def test_no_text_makes_up_a_date_without_figures(text: str) -> None:
    reading = read_cell(SheetCell(text), DAY_FIRST, TODAY)
    assert reading.day is None or any(sign.isdigit() for sign in text)


@given(st.dates(TODAY + timedelta(days=1), date(2090, 1, 1)))
def test_no_date_to_come_is_a_completion(day: date) -> None:
    assert read_cell(SheetCell("", day=day), DAY_FIRST, TODAY).cell_class is CellClass.QUESTION
