# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The practice staff list: its people, what cannot be read in it, and what it warns of."""

import pytest

from desktop.models.sheet import SheetFile
from desktop.services.importing.layout import Kind, Layout
from desktop.services.importing.preview import Ask, Preview
from desktop.services.importing.previewing import guess_layout, preview
from tests.importing.given_sheets import AS_AT, expected, given, needs_inputs

pytestmark = needs_inputs


@pytest.fixture(scope="module")
def file() -> SheetFile:
    return given("staff-list.csv")


@pytest.fixture(scope="module")
def layout(file: SheetFile) -> Layout:
    return guess_layout(file)


@pytest.fixture(scope="module")
def shown(file: SheetFile, layout: Layout) -> Preview:
    return preview(file, layout, AS_AT)


def test_each_row_with_a_person_is_one_and_the_total_is_none(layout: Layout, shown: Preview) -> None:
    assert layout.kind is Kind.STAFF
    assert len(shown.people) == expected("staff_list")["rows_with_a_person"]
    assert shown.records == ()
    wanted = {other for _, other in expected("staff_list")["names_that_differ_from_the_matrix"]}
    assert wanted <= {person.name.replace("’", "'") for person in shown.people}


def test_what_cannot_be_read_and_what_is_missing_is_shown_and_no_more(layout: Layout, shown: Preview) -> None:
    wanted = expected("staff_list")
    headings = {place.at: place.heading for place in layout.places}
    people = {person.cell[1:]: person.name for person in shown.people}
    told = {(people[each.cell[1:]], headings[ord(each.cell[0]) - ord("A")], each.text) for each in shown.problems}
    missing = {(each["person"], each["column"], "") for each in wanted["missing"]}
    assert told == {(each["person"], each["column"], each["text"]) for each in wanted["cannot_be_read"]} | missing


def test_one_question_for_the_file_is_asked_about_the_order_of_dates(shown: Preview) -> None:
    assert [(each.about, each.likely) for each in shown.questions] == [(Ask.DATE_ORDER, "day first")]


def test_the_warnings_are_those_expected(shown: Preview) -> None:
    reasons = {
        "both": "works with both",
        "line manager": "line manager",
        "is after the start": "DBS date is after",
        "recheck": "DBS recheck",
        "The practice supervisor": "practice supervisor is a co-facilitator",
    }
    told = sorted(
        (each.person, short) for each in shown.warnings for word, short in reasons.items() if word in each.message
    )
    wanted = sorted(
        (each["person"], short)
        for each in expected("staff_list")["warnings"]
        for short in reasons.values()
        if each["what"].startswith(short)
    )
    assert told == wanted
    assert len(told) == len(shown.warnings)


def test_fields_are_read_as_they_stand(shown: Preview) -> None:
    by_name = {person.name: person for person in shown.people}
    known_short = next(person for person in shown.people if person.also_known_as)
    assert known_short.also_known_as == "Mo"
    assert [person.hours for person in shown.people[:3]] == [37, 37, 30]
    assert by_name["Beverley Askwyth"].notes == "paper DBS - date to be found asked 3 times"
