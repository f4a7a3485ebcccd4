# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Before a workbook is open: unlocking, the first run, the practice charity, a restored backup."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.models.changes import Op
from desktop.models.dates import long_date
from desktop.models.errors import CancelledError
from desktop.models.records import Organisation, Service, ServiceType
from desktop.services.at_work import AT_WORK
from desktop.services.desk import Desk
from desktop.services.doorway import Doorway, WindowOpenError
from desktop.services.passphrases import Passphrases
from desktop.services.practice import NoPracticeCharityError
from desktop.services.restoring import NoBackupHereError
from desktop.services.setting_up import (
    GroupAsked,
    GroupDiffersError,
    OtherGroupError,
    Step,
    StepCannotWaitError,
    ask_group,
    offer,
    strength,
)
from desktop.storage.instance_lock import AlreadyOpenError
from desktop.storage.key_store import WrongPassphraseError, WrongRecoveryCodeError
from desktop.storage.pointer import POINTER
from desktop.storage.workbook import Workbook
from desktop.support.disk_errors import DiskFullError
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK, NEW, OLD, QUICK, START, create, name_charity


def doorway(home: Path) -> Doorway:
    return Doorway(home, CLOCK, FastFiles(), kdf=QUICK)


def begun(door: Doorway) -> tuple[Desk, str]:
    made = door.make_workbook(OLD)
    return door.enter(made.entered), made.code


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Doorway]:
    made = doorway(tmp_path / "home")
    yield made
    made.leave()


def workbook_of(desk: Desk) -> Workbook:
    return desk.set_up._workbook


def test_a_new_device_knows_no_workbook(door: Doorway) -> None:
    assert (door.known(), door.current()) == ((), None)


def test_a_workbook_made_is_the_current_one_by_a_neutral_name_and_opens_again(door: Doorway) -> None:
    desk, _ = begun(door)
    name_charity(workbook_of(desk), "Kindly Bridge")
    desk.close(backup=False)
    current = door.current()
    assert current is not None
    assert (current.name, current.is_there, current.is_current, current.is_practice) == (
        "Workbook 1",
        True,
        True,
        False,
    )
    assert current.last_used is not None
    again = door.open(current.folder, OLD)
    assert workbook_of(again).db.organisation.get().name == "Kindly Bridge"
    again.close(backup=False)


def test_a_workbook_whose_folder_went_is_known_and_said_to_be_gone(door: Doorway, tmp_path: Path) -> None:
    door.use(tmp_path / "Papers")
    current = door.current()
    assert current is not None
    assert (current.name, current.is_there, current.last_used) == ("Papers", False, None)


def test_each_wrong_passphrase_after_the_fifth_makes_one_wait_longer_until_the_right_one(door: Doorway) -> None:
    desk, _ = begun(door)
    desk.close(backup=False)
    folder = door.known()[0].folder
    waits = []
    for _ in range(11):
        with pytest.raises(WrongPassphraseError):
            door.unlock(folder, NEW)
        waits.append(door.seconds_to_wait(folder))
    assert waits == [0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30]
    door.give_back(door.unlock(folder, OLD))
    assert door.seconds_to_wait(folder) == 0


def test_what_was_unlocked_is_locked_to_others_until_it_is_given_back(door: Doorway, tmp_path: Path) -> None:
    desk, _ = begun(door)
    desk.close(backup=False)
    folder = door.known()[0].folder
    unlocked = door.unlock(folder, OLD)
    with pytest.raises(AlreadyOpenError):
        Workbook.open(folder, OLD, clock=CLOCK, files=FastFiles())
    door.give_back(unlocked)
    Workbook.open(folder, OLD, clock=CLOCK, files=FastFiles()).close(backup=False)


def test_a_second_window_opens_nothing_beside_the_first(door: Doorway) -> None:
    desk, _ = begun(door)
    other = doorway(door.home)
    with pytest.raises(WindowOpenError, match="One workbook is open at a time"):
        other.make_practice()
    desk.close(backup=False)
    door.leave()
    with pytest.raises(WrongPassphraseError):
        other.unlock(other.known()[0].folder, NEW)
    door.open(door.known()[0].folder, OLD).close(backup=False)  # the wrong passphrase did not keep the place


class NoNotes(FastFiles):
    """A disk that takes no note of which workbook is in use."""

    full = True

    def write(self, path: Path, data: bytes) -> None:
        if self.full and path.name == POINTER:
            raise OSError(errno.ENOSPC, "full")
        super().write(path, data)


def test_a_way_in_that_ends_half_way_locks_nobody_out(tmp_path: Path) -> None:
    files = NoNotes()
    door = Doorway(tmp_path / "home", CLOCK, files, kdf=QUICK)
    made = door.make_workbook(OLD)
    with pytest.raises(DiskFullError):
        door.enter(made.entered)
    files.full = False
    other = doorway(door.home)  # every lock was let go
    other.open(made.entered.layout.folder, OLD).close(backup=False)
    other.leave()


def test_the_first_run_goes_on_at_its_step_after_each_end(door: Doorway) -> None:
    desk, code = begun(door)
    with pytest.raises(StepCannotWaitError):
        desk.set_up.postpone(Step.RECOVERY_SHEET)
    seen = []
    for _ in range(6):
        seen.append(desk.set_up.next_step())
        _do(desk, seen[-1], code)
        desk.close(backup=False)
        desk = door.open(door.known()[0].folder, OLD)
    assert seen == [*Step, None]
    assert desk.set_up.left_for_later() == (Step.SECOND_BACKUP, Step.SIGNERS)
    assert desk.can_undo() == "Undo: add service Groups"  # the steps themselves are nothing to undo
    desk.close(backup=False)


def _do(desk: Desk, step: Step | None, code: str) -> None:
    db = workbook_of(desk).db
    match step:
        case Step.RECOVERY_SHEET:
            asked = ask_group(code)
            desk.set_up.confirm_code(asked, code.split("-")[asked.number - 1].lower())
        case Step.SECOND_BACKUP | Step.SIGNERS:
            desk.set_up.postpone(step)
        case Step.ORGANISATION:
            name_charity(workbook_of(desk), "Kindly Bridge")
            assert desk.set_up.next_step() is step
            with db.write(Op.SET_UP_WORKBOOK):
                db.meta.set(AT_WORK, "A. Manager")
        case Step.SERVICES:
            with db.write(Op.ADD_SERVICE, "Groups"):
                db.services.save(Service("s1", "Groups", ServiceType.BEHAVIOUR_CHANGE))


def test_a_code_that_was_never_typed_back_is_replaced_and_stops_working(door: Doorway) -> None:
    desk, old_code = begun(door)
    desk.close(backup=False)
    desk = door.open(door.known()[0].folder, OLD)
    new_code = desk.passphrases.issue_code(OLD)
    desk.passphrases.record_code()
    assert desk.set_up.next_step() is Step.RECOVERY_SHEET
    folder = desk.set_up.folder
    desk.close(backup=False)
    with pytest.raises(WrongRecoveryCodeError):
        door.restoring.reset_passphrase(folder, old_code, NEW)
    door.restoring.reset_passphrase(folder, new_code, NEW)
    door.open(folder, NEW).close(backup=False)


def test_a_new_sheet_later_is_asked_back_and_nothing_else_is(door: Doorway, tmp_path: Path) -> None:
    workbook, _ = create(tmp_path / "by command")
    name_charity(workbook, "Kindly Bridge")
    with workbook.db.write(Op.SET_UP_WORKBOOK):
        workbook.db.meta.set(AT_WORK, "A. Manager")
    workbook.close(backup=False)
    desk = door.open(tmp_path / "by command", OLD)
    assert desk.set_up.next_step() is None
    code = desk.passphrases.issue_code(OLD)
    desk.passphrases.record_code()
    assert desk.set_up.next_step() is Step.RECOVERY_SHEET
    desk.set_up.confirm_code(GroupAsked(1, 7, code[:4]), code[:4])
    assert desk.set_up.next_step() is None
    desk.passphrases.issue_code(OLD)  # and killed before it was recorded
    assert desk.set_up.next_step() is Step.RECOVERY_SHEET
    desk.close(backup=False)


def test_a_changed_passphrase_opens_from_then_on_and_signs_still(door: Doorway) -> None:
    desk, _ = begun(door)
    keys, folder = workbook_of(desk).keys, desk.set_up.folder
    keys.put_signing_key(OLD, b"leaf")
    passphrases = Passphrases(workbook_of(desk), desk.set_up, QUICK)
    with pytest.raises(WrongPassphraseError):
        passphrases.change(NEW, NEW)
    assert passphrases.change(OLD, NEW) is None
    passphrases.record_change()
    passphrases.check(NEW)
    with pytest.raises(WrongPassphraseError):
        passphrases.check(OLD)
    assert keys.signing_key(NEW) == b"leaf"
    desk.close(backup=False)
    door.open(folder, NEW).close(backup=False)


def test_a_group_is_asked_by_its_number_and_a_wrong_one_is_refused() -> None:
    code = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"
    asked = ask_group(code)
    right = code.split("-")[asked.number - 1]
    asked.check(f" {right[:2]} {right[2:].lower()}")
    if asked.number == 1:
        asked.check("Oi23")
    for wrong in ("", "ZZZZ", right[:3], code):
        with pytest.raises(GroupDiffersError, match=f"group {asked.number}"):
            asked.check(wrong)
    other = asked.number % 7 + 1
    with pytest.raises(OtherGroupError, match=f"This is group {other} of the code.*type group {asked.number}"):
        asked.check(code.split("-")[other - 1])


def test_a_first_run_killed_while_making_leaves_a_folder_that_is_made_again(door: Doorway) -> None:
    folder = door._known.folder_to_make()
    folder.mkdir(parents=True)
    (folder / "unfinished").touch()
    (folder / "keys.json").write_bytes(b"half")
    assert (door.known(), door.current()) == ((), None)
    assert door._known.folder_to_make() == folder
    desk, _ = begun(door)
    assert desk.set_up.folder == folder
    desk.close(backup=False)


@pytest.mark.parametrize(
    ("typed", "allowed", "words"),
    [
        ("", False, "12 more characters to go."),
        ("abcdefghijk", False, "1 more character to go."),
        ("aaaaaaaaaaaaaaaa", False, "Too easy to guess: it needs more different letters."),
        ("acegiacegiacegi", True, "Long enough, but the same few letters come again and again."),
        ("Sevenfold 2026!", True, "Long enough, but it holds a word that people try first."),
        ("blue kettle 9", True, "Long enough. Four or five words are stronger, and easier to type."),
        ("blue kettle tram", True, "Good. Longer is stronger."),
        ("seven kettles sing at dawn", True, "Strong."),
    ],
)
def test_the_strength_of_a_passphrase_is_said_in_words(typed: str, allowed: bool, words: str) -> None:
    assert (strength(typed).allowed, strength(typed).words) == (allowed, words)


def test_the_five_words_offered_are_strong_and_others_each_time() -> None:
    offers = {offer() for _ in range(5)}
    assert len(offers) == 5
    assert {strength(offer).words for offer in offers} == {"Strong."}


def test_the_practice_charity_is_made_kept_apart_and_removed(door: Doorway) -> None:
    with pytest.raises(NoPracticeCharityError):
        door.unlock_practice()
    door.make_practice()
    desk = door.open_practice()
    assert desk.practice
    assert (desk.set_up.next_step(), desk.set_up.left_for_later()) == (None, ())
    assert workbook_of(desk).db.meta.get(AT_WORK) == "Siân Penhallow-Rees"
    workbook_of(desk).keys.signing_key(door.practice.passphrase())
    assert (door.known(), door.current()) == ((), None)
    with pytest.raises(AlreadyOpenError):
        door.practice.remove()
    desk.close(backup=False)
    door.practice.remove()
    assert not door.practice.is_there()


def test_a_cancelled_practice_charity_leaves_nothing(door: Doorway) -> None:
    def cancel(done: int, total: int, label: str) -> None:
        if done == total:
            raise CancelledError

    with pytest.raises(CancelledError):
        door.make_practice(cancel)
    assert not door.practice.is_there()
    assert [path.name for path in door.home.iterdir()] == ["window.lock"]


def test_a_backup_is_found_on_a_stick_restored_beside_the_old_workbook_and_used(door: Doorway, tmp_path: Path) -> None:
    stick, here = tmp_path / "stick", START.astimezone()
    stick.mkdir()
    with pytest.raises(NoBackupHereError):
        door.restoring.backups_found(stick)
    desk, code = begun(door)
    workbook = workbook_of(desk)
    name_charity(workbook, "Kindly Bridge")
    workbook.backups_at(stick).make(workbook.db, "asked")
    name_charity(workbook, "Kindly Bridges")
    found = door.restoring.backups_found(stick).backups
    assert [each.words for each in found] == [f"{long_date(here.date())} at {here:%H:%M}, 0 evidence files"]
    assert [each.workbook_number for each in found] == [door.known()[0].number]
    desk.close(backup=False)
    restored = door.restoring.restore(found[0].folder, code=code)
    door.use(restored.folder)
    assert [(each.name, each.is_current) for each in door.known()] == [("Workbook 2", True), ("Workbook 1", False)]
    again = door.open(restored.folder, OLD)
    assert workbook_of(again).db.organisation.get() == Organisation("Kindly Bridge")
    again.close(backup=False)


def test_one_backup_chosen_by_itself_is_found(tmp_path: Path, door: Doorway) -> None:
    workbook, _ = create(tmp_path / "w")
    backup = workbook.backup()
    workbook.close(backup=False)
    alone = door.restoring.backups_found(backup.folder)
    assert [each.folder for each in alone.backups] == [backup.folder]
    assert door.restoring.backups_found(tmp_path / "w").backups == alone.backups
    (backup.folder / "manifest.json").write_bytes(b"{")
    with pytest.raises(NoBackupHereError, match=f"lists cannot be read: 22 November 2026 .*{backup.folder.name}"):
        door.restoring.backups_found(tmp_path / "w")
    with pytest.raises(NoBackupHereError, match="The place cannot be read"):
        door.restoring.backups_found(tmp_path / ("x" * 300))  # a name that no disk has
