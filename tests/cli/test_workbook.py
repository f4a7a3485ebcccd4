# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``sevenfold workbook``: a charity can look after its records by command alone."""

import shutil
from pathlib import Path

import pytest

from tests.cli.command import Said, sevenfold

Demo = tuple[Path, Said]


@pytest.fixture
def kept(demo: Demo, tmp_path: Path) -> Path:
    """A copy of the practice folder that a test may change."""
    return Path(shutil.copytree(demo[0], tmp_path / "practice"))


def check(folder: Path, secrets: Path, *more: str) -> Said:
    return sevenfold("workbook", "check", folder, "--passphrase-file", secrets, "--json", *more)


def test_a_whole_workbook_checks_against_what_the_pack_carries(kept: Path) -> None:
    pack = sevenfold("check-pack", kept / "pack.pdf", "--json").data["history"]
    said = check(kept / "workbook", kept / "passphrase.txt", "--history", f"{pack['number']}:{pack['head']}")
    assert said.code == 0, said.err
    assert said.data["whole"] is True
    assert said.data["history"]["number"] > pack["number"]
    other = check(kept / "workbook", kept / "passphrase.txt", "--history", f"{pack['number']}:{'0' * 64}")
    assert other.code == 3
    assert other.data["whole"] is False
    assert check(kept / "workbook", kept / "passphrase.txt", "--history", "five").code == 64


def test_a_damaged_evidence_file_is_named_by_its_title(kept: Path) -> None:
    stored = max((kept / "workbook" / "evidence").rglob("*"), key=lambda path: path.is_file() and path.stat().st_size)
    content = bytearray(stored.read_bytes())
    content[len(content) // 2] ^= 1
    stored.write_bytes(content)
    said = check(kept / "workbook", kept / "passphrase.txt")
    assert said.code == 3
    assert len(said.data["problems"]) == 1
    assert said.data["problems"][0].endswith("is damaged.")


def test_a_backup_on_a_stick_is_restored_beside_the_old_workbook(kept: Path, tmp_path: Path) -> None:
    secrets = kept / "passphrase.txt"
    made = sevenfold(
        "workbook", "backup", kept / "workbook", "--to", tmp_path / "stick", "--passphrase-file", secrets, "--json"
    )
    assert made.code == 0, made.err
    backup = Path(made.data["backup"])
    assert backup.is_relative_to(tmp_path / "stick")
    before = (kept / "workbook" / "workbook.db").read_bytes()
    done = sevenfold("workbook", "restore", backup, tmp_path / "new", "--recovery-code-file", secrets, "--json")
    assert done.code == 0, done.err
    assert done.data == {"workbook": str(tmp_path / "new"), "missing_evidence": []}
    assert (kept / "workbook" / "workbook.db").read_bytes() == before
    restored = check(tmp_path / "new", secrets).data
    assert (restored["whole"], restored["evidence"]) == (True, 14)
    again = sevenfold("workbook", "restore", backup, tmp_path / "new", "--passphrase-file", secrets)
    assert again.code == 3


def test_the_passphrase_changes_and_the_signing_key_goes_with_it(kept: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.txt"
    new.write_text("seven folded sheets of paper\n", encoding="utf-8")
    changed = sevenfold(
        *("workbook", "passphrase", kept / "workbook", "--passphrase-file", kept / "passphrase.txt"),
        *("--new-passphrase-file", new),
    )
    assert changed.code == 0, changed.err
    assert check(kept / "workbook", kept / "passphrase.txt").data["error"] == "wrong_passphrase"
    assert check(kept / "workbook", new).code == 0


def test_the_recovery_code_opens_a_workbook_whose_passphrase_is_lost(kept: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.txt"
    new.write_text("seven folded sheets of paper\n", encoding="utf-8")
    reset = sevenfold(
        *("workbook", "passphrase", kept / "workbook", "--recovery-code-file", kept / "passphrase.txt"),
        *("--new-passphrase-file", new, "--json"),
    )
    assert reset.code == 0, reset.err
    assert check(kept / "workbook", new).code == 0


def test_a_folder_that_is_no_workbook_and_a_short_passphrase_are_refused(kept: Path, tmp_path: Path) -> None:
    secrets = kept / "passphrase.txt"
    assert check(tmp_path, secrets).code == 3
    assert check(kept / "workbook", tmp_path / "none.txt").code == 3
    short = tmp_path / "short.txt"
    short.write_text("short\n", encoding="utf-8")
    refused = sevenfold(
        *("workbook", "passphrase", kept / "workbook", "--passphrase-file", secrets, "--new-passphrase-file", short)
    )
    assert refused.code == 3
    assert "12 characters" in refused.err
    assert check(kept / "workbook", secrets).code == 0
