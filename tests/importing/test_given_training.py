# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The practice training matrix: every count, class and cell that is expected of it, either way round."""

from collections import Counter

import pytest

from desktop.models.sheet import SheetFile, cell_name
from desktop.services.importing.cells import CellClass
from desktop.services.importing.layout import Field, Kind, Layout, Way
from desktop.services.importing.preview import Ask, Preview
from desktop.services.importing.previewing import guess_layout, preview
from tests.importing.given_sheets import AS_AT, expected, given, needs_inputs
from tests.importing.sheets_made import turned

pytestmark = needs_inputs


@pytest.fixture(scope="module")
def file() -> SheetFile:
    return given("training-matrix.xlsx")


@pytest.fixture(scope="module")
def layout(file: SheetFile) -> Layout:
    return guess_layout(file)


@pytest.fixture(scope="module")
def shown(file: SheetFile, layout: Layout) -> Preview:
    return preview(file, layout, AS_AT)


def test_the_layout_is_found_without_being_told(layout: Layout) -> None:
    wanted = expected("training_matrix")
    assert (layout.kind, layout.sheet, layout.way.value) == (Kind.TRAINING, wanted["sheet"], wanted["orientation"])
    assert [row + 1 for row in layout.header_rows] == wanted["header_rows"]
    assert (layout.rows[0] + 1, layout.rows[-1] + 1) == (wanted["first_person_row"], wanted["last_person_row"])
    assert not {row + 1 for row in layout.rows} & set(wanted["rows_that_are_not_people"])
    assert {place.heading: place.valid_months for place in layout.courses} == wanted["courses"]["validity_months"]
    assert [cell_name(0, at)[:-1] for at in layout.hidden_columns] == wanted["hidden_columns"]
    assert list(layout.sheets_left_alone) == wanted["other_sheets_to_leave_alone"]


def test_every_cell_has_its_class_day_person_and_course(shown: Preview) -> None:
    wanted = {each["cell"]: each for each in expected("training_matrix")["records"]}
    assert {line.cell for line in shown.cells} == set(wanted)
    for line in shown.cells:
        want = wanted[line.cell]
        found = CellClass.PROBLEM if line.cell_class is CellClass.QUESTION else line.cell_class
        assert found == want["class"], want
        assert (line.day.isoformat() if line.day else None) == want["date"], want
        assert (shown.people[line.person].name, line.course) == (want["person"], want["course"])
        assert line.typed == (want["source"] == "text")


def test_the_counts_are_those_expected(shown: Preview) -> None:
    wanted = expected("training_matrix")
    counts = Counter(line.cell_class.value for line in shown.cells)
    counts["problem"] += counts.pop("question")
    assert counts == wanted["cells_by_class"]
    assert len(shown.people) == wanted["people"]["rows"]
    assert len(shown.records) == wanted["cells_by_class"]["dated"]
    assert sum(line.typed for line in shown.records) == wanted["text_dates"]


def test_only_the_doubtful_cells_are_shown_and_the_ambiguous_one_is_asked(shown: Preview) -> None:
    wanted = expected("training_matrix")["problems"]
    assert {each.cell for each in shown.problems} == {each["cell"] for each in wanted if each["severity"] == "report"}
    dates = [each for each in shown.questions if each.about is not Ask.SAME_PERSON]
    assert [each.cell for each in dates] == [each["cell"] for each in wanted if each["severity"] == "ask"]
    assert dates[0].likely == "2024-04-03"


def test_leavers_and_the_doubled_person_are_found(shown: Preview) -> None:
    wanted = expected("training_matrix")["people"]
    assert [person.name for person in shown.people if person.left] == wanted["leavers"]
    pairs = [[shown.people[pair.first].name, shown.people[pair.second].name] for pair in shown.same_people]
    assert pairs == wanted["likely_same_person"]


def test_notes_beside_a_date_and_on_a_cell_are_kept(shown: Preview) -> None:
    notes = {line.cell: line.note for line in shown.cells if line.note}
    assert (notes["Q7"], notes["M14"]) == ("half day only", "online")
    assert set(expected("training_matrix")["cell_comments"]) <= set(notes)


def test_nothing_of_a_hidden_column_comes_in_and_it_is_said(file: SheetFile, layout: Layout, shown: Preview) -> None:
    secret = {row[2].text for row in file.sheets[0].rows[5:] if len(row) > 2 and row[2].text}
    assert secret
    assert not any(number in repr(shown) for number in secret)
    assert layout.column(Field.DBS_ISSUED) is None
    assert any("column C" in note for note in shown.notes)
    assert any("OLD 2021" in note for note in shown.notes)


def test_the_same_sheet_turned_says_the_same(file: SheetFile, shown: Preview) -> None:
    other_way = SheetFile(file.name, "xlsx", (turned(file.sheets[0]),))
    layout = guess_layout(other_way)
    found = preview(other_way, layout, AS_AT)
    assert layout.way is Way.PEOPLE_ACROSS
    assert [(line.person, line.course, line.cell_class, line.day) for line in found.cells] == [
        (line.person, line.course, line.cell_class, line.day) for line in shown.cells
    ]
    assert {each.cell for each in found.problems} == {"M17", "P14", "U11"}
