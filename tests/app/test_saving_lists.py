# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A list that is saved goes where it was asked to, and over no file that nobody asked about."""

from pathlib import Path

from desktop.services.targets import Place
from tests.app.stage import Stage


def test_a_list_saved_without_its_ending_replaces_no_other_file(practice_stage: Stage, tmp_path: Path) -> None:
    there = tmp_path / "Team.xlsx"
    there.write_bytes(b"something else")
    practice_stage.go(Place.PEOPLE)
    for name in ("Team", "Our team"):
        practice_stage.choices.answer(tmp_path / name)
        practice_stage.working.save_sheet()
        practice_stage.settle()
    assert practice_stage.choices.asked == ["Save | Practice People 22 November 2026.xlsx"] * 2
    told = [each.sentence for each in practice_stage.steering.messages.told[-2:]]
    assert told[0].startswith("A file named Team.xlsx is already in this folder.")
    assert told[1] == "Saved as Our team.xlsx."
    assert there.read_bytes() == b"something else"
    assert (tmp_path / "Our team.xlsx").read_bytes().startswith(b"PK")
