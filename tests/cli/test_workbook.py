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


def backups_of(kept: Path) -> list[Path]:
    return sorted(path for path in (kept / "workbook" / "backups").iterdir() if path.name[0].isdigit())


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_check_reads_the_backups_and_neither_makes_nor_thins_any(kept: Path) -> None:
    secrets = kept / "passphrase.txt"
    for _ in range(2):
        made = sevenfold("workbook", "backup", kept / "workbook", "--passphrase-file", secrets)
        assert made.code == 0, made.err
    cut, unlisted = backups_of(kept)[-2:]
    database = cut / "workbook.db"
    database.write_bytes(database.read_bytes()[:-1])
    (unlisted / "manifest.json").write_bytes(b"{")
    before = contents(kept / "workbook" / "backups")
    said = check(kept / "workbook", secrets)
    assert (said.code, said.data["whole"]) == (3, False)
    assert said.data["problems"] == [
        f"The backup {unlisted.name} has no list that can be read.",
        f"The backup {cut.name} does not pass. This backup is not whole: workbook.db is missing or differs.",
    ]
    assert not {str(cut), str(unlisted)} & set(said.data["backups"])
    in_words = sevenfold("workbook", "check", kept / "workbook", "--passphrase-file", secrets)
    assert "The workbook is whole. Make a new backup now." in in_words.out
    assert contents(kept / "workbook" / "backups") == before


def test_a_restore_tells_lost_evidence_by_its_title(kept: Path, tmp_path: Path) -> None:
    secrets = kept / "passphrase.txt"
    made = sevenfold("workbook", "backup", kept / "workbook", "--passphrase-file", secrets, "--json")
    pooled = [path for path in (kept / "workbook" / "backups" / "evidence").rglob("*") if path.is_file()]
    pooled[0].unlink()
    done = sevenfold("workbook", "restore", made.data["backup"], tmp_path / "new", "--passphrase-file", secrets)
    assert done.code == 0, done.err
    lost = check(tmp_path / "new", secrets).data["problems"]
    title = lost[0].removeprefix("The evidence file of '").removesuffix("' is missing.")
    assert title != lost[0]
    assert f"The evidence file of this item is not in the backup: {title}" in done.out
    assert pooled[0].name not in done.out


def test_a_backup_on_a_stick_is_restored_beside_the_old_workbook(kept: Path, tmp_path: Path) -> None:
    secrets = kept / "passphrase.txt"
    (tmp_path / "stick").mkdir()
    made = sevenfold(
        "workbook", "backup", kept / "workbook", "--to", tmp_path / "stick", "--passphrase-file", secrets, "--json"
    )
    assert made.code == 0, made.err
    backup = Path(made.data["backup"])
    assert backup.is_relative_to(tmp_path / "stick")
    before = (kept / "workbook" / "workbook.db").read_bytes()
    done = sevenfold(
        "workbook", "restore", backup, tmp_path / "new", "--recovery-code-file", kept / "recovery-sheet.txt", "--json"
    )
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


def test_a_stick_that_is_not_there_is_never_made(kept: Path, tmp_path: Path) -> None:
    away = tmp_path / "stick"
    said = sevenfold(
        "workbook", "backup", kept / "workbook", "--to", away, "--passphrase-file", kept / "passphrase.txt"
    )
    assert said.code == 3
    assert "There is no folder" in said.err
    assert not away.exists()


def test_the_folder_of_all_backups_is_told_how_to_name_one(kept: Path, tmp_path: Path) -> None:
    place = kept / "workbook" / "backups"
    said = sevenfold("workbook", "restore", place, tmp_path / "new", "--passphrase-file", kept / "passphrase.txt")
    assert said.code == 3
    assert "holds 1 backups" in said.err
    assert str(place / "000001-") in said.err
    nothing = sevenfold("workbook", "restore", kept, tmp_path / "new", "--passphrase-file", kept / "passphrase.txt")
    assert nothing.code == 3
