# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Before a workbook is open: the first run and where it goes on, unlocking, and the ways back in."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.theme import LOOK
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import NEW, OLD, create, name_charity
from tests.ui.drivers.doorway import DoorwayDriver

Open = Callable[[], DoorwayDriver]
pytestmark = pytest.mark.usefixtures("dressed_by_the_window")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def open_window(qapp: QApplication, home: Path) -> Iterator[Open]:
    """Opens the window on this home; the one before is closed first, as by leaving."""
    opened: list[DoorwayDriver] = []

    def begin() -> DoorwayDriver:
        if opened:
            opened.pop().end()
        opened.append(DoorwayDriver(home))
        return opened[0]

    yield begin
    if opened:
        opened.pop().end()
    LOOK.wear("light", 100)


def made(home: Path) -> tuple[Path, str]:
    """A workbook that is set up, with a backup beside it; and its recovery code."""
    FastFiles().make_folder(home)
    folder = home / "workbooks" / "1"
    workbook, code = create(folder)
    name_charity(workbook, "Kindly Bridge")
    with workbook:
        workbook.backup()
    return folder, code


def test_a_first_run_left_at_every_step_goes_on_there_and_ends_at_home(open_window: Open) -> None:
    door = open_window()
    assert (door.screen, door.focused()) == ("welcome", "make-workbook")
    door.begin_with("make-workbook")
    passphrase = door.keep_passphrase()
    first_code = door.code()

    door = open_window()
    door.unlock(passphrase)
    door.sheet_for(passphrase)
    assert door.code() != first_code
    door.type_group_back()
    assert door.screen == "first-run-3"

    door = open_window()
    door.unlock(passphrase)
    assert door.screen == "first-run-3"
    door.begin_with("step-later")
    door.name_charity("", "A. Manager")
    assert door.problem("organisation-name") == "Type the name of the charity first."

    door = open_window()
    door.unlock(passphrase)
    assert door.screen == "first-run-4"
    door.name_charity("Kindly Bridge", "A. Manager")

    door = open_window()
    door.unlock(passphrase)
    assert door.screen == "first-run-5"
    door.begin_with("step-later")

    door = open_window()
    door.unlock(passphrase)
    assert door.screen == "first-run-6"
    door.describe_service("Harbour programme", "12")
    assert door.says("expected to last at least 22")
    door.begin_with("service-more")
    door.describe_service("Quay programme", "26")
    door.go_home()

    assert door.screen == "home"
    assert [each.service.name for each in door.desk.charity.services()] == ["Harbour programme", "Quay programme"]
    assert door.desk.charity.at_work() == "A. Manager"


def test_a_wrong_group_of_the_code_is_told_and_the_code_is_not_on_the_screen_then(open_window: Open) -> None:
    door = open_window()
    door.begin_with("make-workbook")
    door.keep_passphrase()
    code = door.type_group_back("UUUU")
    assert door.problem("sheet-group").startswith("This is not group")
    assert not door.says(code.replace("-", "  "))


def test_without_a_written_passphrase_nothing_is_made_and_escape_goes_back(open_window: Open, home: Path) -> None:
    door = open_window()
    door.begin_with("make-workbook")
    door.begin_with("step-go")
    assert "Write it down" in door.problem("first-passphrase")
    door.escape()
    assert (door.screen, (home / "workbooks").exists()) == ("welcome", False)


def test_a_workbook_that_cannot_be_made_is_told_and_the_words_written_down_stay(open_window: Open, home: Path) -> None:
    door = open_window()
    door.begin_with("make-workbook")
    FastFiles().write(home / "workbooks", b"a file where the folder has to be")
    offered = door.keep_passphrase()
    assert door.told
    assert door.can_press("step-go")
    (home / "workbooks").unlink()
    door.begin_with("step-go")
    code = door.type_group_back()
    assert code.count("-") == 6
    door = open_window()
    door.unlock(offered)
    assert door.screen == "first-run-3"


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
