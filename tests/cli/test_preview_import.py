# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``sevenfold preview-import``: counts, problems and questions of a file, or the reason why it is refused."""

import json
from pathlib import Path

import pytest

from tests.cli.command import SHARED, sevenfold

needs_inputs = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared inputs are not beside this checkout")
AS_AT = ("--as-at", "2026-11-20", "--json")


@needs_inputs
def test_the_shared_training_matrix_is_previewed_as_expected() -> None:
    expected = json.loads((SHARED / "expected.json").read_text(encoding="utf-8"))["training_matrix"]
    said = sevenfold("preview-import", SHARED / "training-matrix.xlsx", *AS_AT)
    assert said.code == 0
    assert (said.data["people"], said.data["records"]) == (
        expected["people"]["rows"],
        expected["cells_by_class"]["dated"],
    )
    layout = said.data["layout"]
    assert (layout["kind"], layout["sheet"], layout["orientation"]) == (
        "training",
        expected["sheet"],
        expected["orientation"],
    )
    assert [layout[key] for key in ("header_rows", "first_row", "last_row", "hidden_columns", "sheets_left_alone")] == [
        expected["header_rows"],
        expected["first_person_row"],
        expected["last_person_row"],
        expected["hidden_columns"],
        expected["other_sheets_to_leave_alone"],
    ]
    told = {(each["sheet"], each["cell"]) for each in said.data["problems"]}
    asked = {(each["sheet"], each["cell"]) for each in said.data["questions"] if each["about"] != "same person"}
    assert told | asked == {(each["sheet"], each["cell"]) for each in expected["problems"]}
    assert all(each["message"] for each in (*said.data["problems"], *said.data["questions"]))


@needs_inputs
def test_the_shared_staff_list_is_previewed_as_expected() -> None:
    expected = json.loads((SHARED / "expected.json").read_text(encoding="utf-8"))["staff_list"]
    said = sevenfold("preview-import", SHARED / "staff-list.csv", "--kind", "staff", *AS_AT)
    assert (said.code, said.data["people"], said.data["records"]) == (0, expected["rows_with_a_person"], 0)
    assert len(said.data["problems"]) == len(expected["cannot_be_read"]) + len(expected["missing"])
    assert len(said.data["warnings"]) == len(expected["warnings"])


def test_a_sheet_of_another_code_page_and_separator_is_told_in_words(tmp_path: Path) -> None:
    sheet = tmp_path / "hyfforddiant.csv"
    words = "Enw;Diogelu plant;Cymorth cyntaf\nSiân Llŷr;3 Mawrth 2025;n/a\nZoë Obi;13/02/2025;03/04/2025\n"
    sheet.write_bytes(words.replace("ŷ", "y").encode("cp1252"))
    said = sevenfold("preview-import", sheet, "--kind", "training")
    assert said.code == 0
    assert "People: 2" in said.out
    assert "Records: 2" in said.out
    assert "C3: The date could be 3 April 2025 or 4 March 2025." in said.out


def test_what_is_no_such_sheet_is_refused_with_the_reason(tmp_path: Path) -> None:
    sheet = tmp_path / "shopping.csv"
    sheet.write_text("milk,2\neggs,12\n", encoding="utf-8")
    said = sevenfold("preview-import", sheet, "--json")
    assert (said.code, said.data["error"]) == (3, "no_layout")
    assert list(tmp_path.iterdir()) == [sheet]
