# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the app writes can be read by its owner alone, whatever the system's habit for new files is."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.workbooks import add_evidence, create, restored

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in the folder of the person")


@pytest.fixture(autouse=True)
def _open_handed_system() -> Iterator[None]:
    """Files of everyone for everyone, unless the program asks otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in (folder, *folder.rglob("*")) if path.stat().st_mode & 0o077)


def test_only_the_owner_can_read_keys_evidence_and_folders(tmp_path: Path) -> None:
    workbook, _ = create(tmp_path / "records")
    add_evidence(workbook, "e1", b"policy")
    backup = workbook.backup()
    workbook.close()
    back = restored(backup.folder, tmp_path / "back").folder
    encrypted = {
        "workbook.db",
        "workbook.db-journal",
        f"backups/{backup.folder.name}/workbook.db",
    }  # the engine makes these itself
    assert set(open_to_others(workbook.layout.folder)) <= encrypted
    assert set(open_to_others(back)) <= encrypted
