# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A pack gets a folder of its own, whatever was chosen."""

from datetime import date
from pathlib import Path

from desktop.services.pack_folder import folder_for

TODAY = date(2026, 11, 22)


def test_a_new_or_empty_folder_is_taken_as_it_is(tmp_path: Path) -> None:
    assert folder_for(tmp_path, TODAY) == tmp_path
    assert folder_for(tmp_path / "new", TODAY) == tmp_path / "new"


def test_in_a_folder_with_other_things_the_pack_lies_apart_and_never_in_an_older_one(tmp_path: Path) -> None:
    (tmp_path / "letter.odt").write_bytes(b"")
    first = folder_for(tmp_path, TODAY)
    assert first == tmp_path / "Evidence pack 2026-11-22"
    first.mkdir()
    assert folder_for(tmp_path, TODAY) == tmp_path / "Evidence pack 2026-11-22 (2)"
