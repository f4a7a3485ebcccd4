# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The place Our charity: who we are, who signs, backups, the passphrase, and how Sevenfold looks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.desk import Desk
from desktop.services.signing_desk import SigningKind
from desktop.services.targets import Place, Target
from tests.storage.desks import MANAGER, desk_of, named_workbook
from tests.storage.workbooks import NEW, OLD, reopen
from tests.ui.drivers.charity import CharityDriver
from tests.ui.drivers.controls import NARROW_EM

SECTIONS = ("details services at-work diversity signing backups keys workbooks look language about").split()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "workbook"


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    with desk_of(named_workbook(folder)) as desk:
        yield desk


@pytest.fixture
def charity(qtbot: QtBot, desk: Desk) -> CharityDriver:
    return CharityDriver(qtbot, desk)


def test_every_section_opens_and_looking_writes_nothing(charity: CharityDriver) -> None:
    for name in SECTIONS:
        charity.section(name)
    charity.page.show_target(Target(Place.CHARITY, "details"))
    assert charity.value("organisation-name") == "Harbour Example"
    charity.page.leave()
    assert charity.saves == 0


def test_details_are_saved_by_going_elsewhere_and_undo_shows_the_old_ones(charity: CharityDriver, desk: Desk) -> None:
    charity.type_in("organisation-phone", "01632 960001")
    charity.section("look")
    kept = desk.charity.organisation()
    assert kept is not None
    assert (kept.name, kept.phone, charity.saves) == ("Harbour Example", "01632 960001", 1)
    desk.undo()
    charity.section("details")
    assert charity.value("organisation-phone") == ""
    assert charity.saves == 2


def test_a_service_is_added_with_its_scope_told_then_changed_and_removed(charity: CharityDriver, desk: Desk) -> None:
    charity.section("services")
    charity.click("service-add")
    charity.click("service-save")
    assert charity.problem("service-name")
    charity.type_in("service-name", "Quay programme")
    charity.type_in("service-weeks", "10")
    charity.click("service-save")
    added = next(line.service for line in desk.charity.services() if line.service.name == "Quay programme")
    assert "It lasts 10 weeks" in charity.everything_said()
    charity.click(f"service-change-{added.id}")
    charity.type_in("service-weeks", "26")
    charity.page.leave()
    charity.click("service-save")
    assert "It lasts 10 weeks" not in charity.everything_said()
    assert charity.saves == 2
    charity.click(f"service-remove-{added.id}")
    assert "Quay programme" not in charity.everything_said()
    assert "Ctrl+Z" in charity.person.told[-1]


def test_who_is_at_work_is_chosen_or_typed(charity: CharityDriver, desk: Desk) -> None:
    charity.section("at-work")
    assert charity.text("at-work-now") == MANAGER
    charity.click("at-work-use")
    assert charity.problem("at-work-typed")
    charity.type_in("at-work-typed", "Owain Example")
    charity.click("at-work-use")
    assert desk.charity.at_work() == charity.text("at-work-now") == "Owain Example"
    assert charity.saves == 1


def test_signing_is_set_up_with_a_key_file_and_a_passphrase_of_its_own(
    charity: CharityDriver, desk: Desk, tmp_path: Path
) -> None:
    desk.keep_draft("pack-chosen", "a pack was begun")
    charity.section("signing")
    assert not charity.shows("signing-to-pack")
    charity.click("signing-begin")
    charity.click("signing-go")
    assert charity.problem("root-place")
    charity.person.path = tmp_path / "root.key"
    charity.click("root-place")
    assert "same drive as the workbook" in charity.text("root-remark")
    assert desk.signing.remark_on_place(tmp_path / "not there" / "root.key") == ""
    charity.click("signing-go")
    assert "tick the box" in charity.problem("root-secret")
    charity.tick("root-written")
    charity.click("signing-go")
    assert charity.problem("signing-passphrase")
    charity.type_in("signing-passphrase", OLD)
    charity.click("signing-go")
    charity.finish_jobs()
    assert desk.signing.state().kind is SigningKind.READY
    assert charity.person.path.is_file()
    assert not charity.shows("signing-form")
    assert charity.text("fingerprint-words") == ", ".join(desk.signing.state().words)
    assert charity.value("root-secret") == ""
    charity.person.path = tmp_path / "root.pem"
    charity.click("root-save")
    assert charity.person.path.read_bytes() == desk.signing.root_certificate()
    charity.click("signing-to-pack")
    assert charity.gone_to == [Target(Place.PACKS, "make")]


def test_with_a_wrong_passphrase_no_keys_are_left_behind_and_nothing_has_to_be_typed_again(
    charity: CharityDriver, desk: Desk, tmp_path: Path
) -> None:
    charity.section("signing")
    charity.click("signing-begin")
    charity.person.path = tmp_path / "root.key"
    charity.click("root-place")
    charity.type_in("root-secret", NEW)
    charity.tick("root-written")
    charity.type_in("signing-passphrase", "not the one at all")
    charity.click("signing-go")
    charity.finish_jobs()
    assert charity.problem("signing-passphrase").startswith("This passphrase does not open the workbook.")
    assert not charity.person.path.exists()
    assert desk.signing.state().kind is SigningKind.NONE
    assert charity.value("root-secret") == NEW
    charity.type_in("signing-passphrase", OLD)
    charity.click("signing-go")
    charity.finish_jobs()
    assert desk.signing.state().kind is SigningKind.READY


def test_a_backup_is_made_here_and_in_the_second_place_and_can_be_checked(
    charity: CharityDriver, desk: Desk, tmp_path: Path
) -> None:
    charity.section("backups")
    assert not charity.shows("backups")
    charity.click("back-up-now")
    charity.finish_jobs()
    assert "On this computer only" in charity.badges()
    charity.person.path = tmp_path / "stick"
    charity.click("choose-second-place")
    assert "there is no such folder" in charity.person.told[-1]
    charity.person.path.mkdir()
    charity.click("choose-second-place")
    charity.click("back-up-now")
    charity.wait_until_told("Backed up here and in the second place, and checked.")
    assert {row[1] for row in charity.rows("backups")} == {"Beside the workbook", "Second place"}
    assert "All well" in charity.badges()
    desk.charity.set_at_work("Owain Example")
    charity.stand_on("backups", "22 November 2026")
    assert "without the last" in charity.text("backup-lost")
    charity.click("check-backup")
    charity.finish_jobs()
    assert "is whole" in charity.person.told[-1]


def test_the_passphrase_is_changed_only_with_the_old_one_and_twice_the_same(
    charity: CharityDriver, folder: Path
) -> None:
    charity.section("keys")
    charity.type_in("passphrase-old", "not the one at all")
    charity.type_in("passphrase-new", "short")
    charity.click("passphrase-change")
    assert charity.problem("passphrase-new")
    charity.type_in("passphrase-new", NEW)
    charity.type_in("passphrase-again", OLD)
    charity.click("passphrase-change")
    assert charity.problem("passphrase-again")
    charity.type_in("passphrase-again", NEW)
    charity.click("passphrase-change")
    charity.finish_jobs()
    assert charity.problem("passphrase-old")
    charity.type_in("passphrase-old", OLD)
    charity.click("passphrase-change")
    charity.finish_jobs()
    assert charity.value("passphrase-new") == ""
    charity.desk.close(backup=False)
    reopen(folder, NEW).close(backup=False)


def test_a_new_sheet_is_in_force_and_its_code_goes_from_the_screen_when_typed_back(
    charity: CharityDriver, desk: Desk, tmp_path: Path
) -> None:
    charity.person.path = tmp_path / "sheet.pdf"
    charity.section("keys")
    charity.click("sheet-new")
    charity.type_in("sheet-passphrase", "not the one at all")
    charity.click("sheet-issue")
    charity.finish_jobs()
    assert charity.problem("sheet-passphrase").startswith("This passphrase does not open the workbook.")
    charity.type_in("sheet-passphrase", OLD)
    charity.click("sheet-issue")
    charity.finish_jobs()
    assert not charity.shows("sheet-passphrase")
    code = charity.text("recovery-code").split()
    charity.click("sheet-save")
    assert charity.person.path.read_bytes().startswith(b"%PDF")
    charity.click("sheet-ask")
    charity.type_in("sheet-group", "0000")
    charity.click("sheet-confirm")
    at = int("".join(sign for sign in charity.problem("sheet-group") if sign.isdigit())[0])
    charity.type_in("sheet-group", code[at - 1])
    charity.click("sheet-confirm")
    assert not charity.shows("recovery-code")
    assert charity.text("recovery-code") == ""


def test_the_look_changes_through_the_settings_of_the_device_and_comes_back_here(charity: CharityDriver) -> None:
    charity.section("look")
    assert charity.device.now.text_percent == 100
    charity.pick("look-size", "150")
    charity.pick("look-theme", "dark")
    charity.pick("look-minutes", "10")
    charity.tick("look-keys")
    now = charity.device.now
    assert (now.text_percent, now.theme, now.idle_minutes, now.single_keys) == (150, "dark", 10, False)
    assert set(charity.gone_to) == {Target(Place.CHARITY, "look")}
    assert charity.saves == 0


def test_the_history_is_checked_and_what_was_found_goes_with_the_next_change(
    charity: CharityDriver, desk: Desk
) -> None:
    desk.rounds.starting.fresh("A. Manager")
    now = desk.assessing.view()
    assert now is not None
    charity.section("about")
    assert now.answered_words in charity.everything_said()  # counted as everywhere else
    charity.click("history-check")
    assert "is whole" in charity.text("history-told")
    assert charity.shows("history-told")
    desk.charity.set_at_work("Owain Example")
    assert not charity.shows("history-told")


def test_where_it_is_narrow_the_list_and_a_section_take_turns(qtbot: QtBot, desk: Desk) -> None:
    charity = CharityDriver(qtbot, desk, em=NARROW_EM)
    charity.page.show_target(Target(Place.CHARITY, "workbooks"))
    assert not charity.shows("charity-sections")
    charity.click("open-another")
    assert charity.locked == 1
    charity.click("charity-back")
    assert charity.shows("charity-sections")
    assert not charity.shows("open-another")
