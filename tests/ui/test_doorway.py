# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Before a workbook is open: unlocking, and the ways back in."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import NEW, OLD, create, name_charity, reopen
from tests.ui.drivers.doorway import DoorwayDriver

Open = Callable[[], DoorwayDriver]
pytestmark = pytest.mark.usefixtures("dressed_by_the_window")


def made(home: Path) -> tuple[Path, str]:
    """A workbook that is set up, with a backup beside it; and its recovery code."""
    FastFiles().make_folder(home)
    folder = home / "workbooks" / "1"
    workbook, code = create(folder)
    name_charity(workbook, "Kindly Bridge")
    with workbook:
        workbook.backup()
    return folder, code


def test_a_wrong_passphrase_is_told_under_the_field_and_five_of_them_make_one_wait(
    open_window: Open, home: Path
) -> None:
    made(home)
    door = open_window()
    assert (door.screen, door.focused()) == ("unlock", "passphrase")
    for _ in range(5):
        door.unlock("not the passphrase")
        assert door.problem("passphrase").startswith("This passphrase does not open the workbook.")
    assert not door.can_press("unlock-workbook")
    assert door.verb("unlock-workbook").startswith("Wait ")
    door.unlock(OLD)
    assert door.screen == "unlock"
    door.larger()
    assert not door.can_press("unlock-workbook")
    assert door.verb("unlock-workbook").startswith("Wait ")
    assert door.problem("passphrase")


def test_in_a_small_window_all_ways_to_begin_are_in_sight(open_window: Open, home: Path) -> None:
    made(home)
    door = open_window()
    door.make_small()
    assert door.out_of_sight() == []
    door.begin_with("other-workbooks")
    assert door.out_of_sight() == []


def test_by_the_recovery_sheet_a_new_passphrase_opens_what_the_old_one_does_no_more(
    open_window: Open, home: Path
) -> None:
    _, code = made(home)
    door = open_window()
    door.begin_with("use-recovery")
    door.reset(code[:-1], NEW)
    assert "characters instead of 28" in door.problem("recovery-code")
    door.reset(code, NEW)
    assert "new passphrase is set" in door.told
    door.unlock(OLD)
    assert door.problem("passphrase")
    door.unlock(NEW)
    assert door.screen == "first-run-4"  # the charity is named; who is at work was never said


def test_a_restored_backup_is_unlocked_next_and_the_workbook_before_stays_known(open_window: Open, home: Path) -> None:
    folder, _ = made(home)
    door = open_window()
    door.begin_with("other-workbooks")
    door.begin_with("restore-backup")
    door.begin_with("choose-backups", folder)
    door.restore(passphrase="not the passphrase")
    assert door.problem("backup-passphrase")
    door.restore(passphrase=OLD)
    assert door.screen == "unlock"
    assert "Restored: 22 November 2026" in door.told
    door.begin_with("other-workbooks")
    assert door.says("Workbook 1")
    assert door.says("Workbook 2")


def test_a_damaged_workbook_offers_its_newest_good_backup_and_stays_as_it_is(open_window: Open, home: Path) -> None:
    folder, _ = made(home)
    with reopen(folder) as workbook:
        spoilt = workbook.backup().folder
    (spoilt / "manifest.json").write_bytes(b"{")
    database = folder / "workbook.db"
    altered = bytearray(database.read_bytes())
    altered[9000] ^= 4
    database.write_bytes(altered)

    door = open_window()
    door.unlock(OLD)
    assert (door.screen, door.focused(), door.told) == ("damaged", "restore-this", "")
    door.begin_with("theme-dark")
    door.begin_with("restore-this")
    assert door.focused() == "backup-passphrase"
    assert door.says(f"(folder {spoilt.name})")
    assert len(door.backups()) == 1
    door.restore(passphrase=OLD)
    assert "Restored: 22 November 2026" in door.told
    door.unlock(OLD)
    assert door.screen == "first-run-4"
    assert database.read_bytes() == altered


def test_a_damaged_workbook_without_a_backup_leads_to_where_backups_may_be(open_window: Open, home: Path) -> None:
    folder, _ = made(home)
    FastFiles().remove_tree(folder / "backups")
    (folder / "workbook.db").write_bytes(b"")
    door = open_window()
    door.unlock(OLD)
    assert (door.screen, door.focused()) == ("damaged", "restore-another")
    door.begin_with("restore-another")
    assert (door.screen, door.focused()) == ("restore", "choose-backups")


def test_another_look_keeps_what_was_found_chosen_and_typed(open_window: Open, home: Path) -> None:
    folder, _ = made(home)
    door = open_window()
    door.begin_with("other-workbooks")
    door.begin_with("restore-backup")
    door.begin_with("choose-backups", folder)
    door.type_in("backup-passphrase", OLD)
    found = door.backups()
    door.larger()
    assert door.backups() == found
    door.begin_with("restore-chosen")
    assert "Restored" in door.told
    door.begin_with("use-recovery")
    door.type_in("recovery-code", "ABCD")
    door.type_in("new-passphrase", NEW)
    door.larger()
    assert (door.typed("recovery-code"), door.typed("new-passphrase")) == ("ABCD", NEW)
    assert door.focused() == "new-passphrase"


def test_a_folder_without_a_workbook_is_told_and_the_workbook_in_use_stays(
    open_window: Open, home: Path, tmp_path: Path
) -> None:
    made(home)
    door = open_window()
    door.begin_with("other-workbooks")
    FastFiles().make_folder(tmp_path / "papers")
    door.begin_with("open-workbook", tmp_path / "papers")
    assert door.told.startswith("There is no workbook in")
    assert open_window().screen == "unlock"


def test_where_the_workbook_in_use_has_gone_that_is_told_and_the_others_are_offered(
    open_window: Open, home: Path, tmp_path: Path
) -> None:
    made(home)
    away = tmp_path / "stick" / "ours"
    create(away)[0].close(backup=False)
    door = open_window()
    door.begin_with("other-workbooks")
    door.begin_with("open-workbook", away)
    door.unlock(OLD)
    FastFiles().replace(away.parent, tmp_path / "taken out")
    door = open_window()
    assert "ours cannot be found" in door.told
    door.begin_with("known-1")
    assert (door.screen, door.says("Workbook 1")) == ("unlock", True)


def test_the_way_in_loads_nothing_that_only_an_open_workbook_needs() -> None:
    heavy = "desktop.services.doorway desktop.services.desk desktop.storage.workbook cryptography pyhanko reportlab"
    program = (
        f"import sys, desktop.ui.doorway.way_in; print([name for name in {heavy.split()!r} if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
