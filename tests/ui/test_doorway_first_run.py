# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The first run: where it goes on after a stop, where it goes back, and what it keeps of what is typed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.storage.faulty_files import FastFiles
from tests.ui.drivers.doorway import DoorwayDriver

Open = Callable[[], DoorwayDriver]
pytestmark = pytest.mark.usefixtures("dressed_by_the_window")


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
    door.begin_with("service-more")
    door.begin_with("step-go")  # nothing more to add: the services kept are enough

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


def test_words_of_ones_own_take_the_place_of_those_offered(open_window: Open) -> None:
    door = open_window()
    door.begin_with("make-workbook")
    offered = door.typed("first-passphrase")
    door.type_over("first-passphrase", "our office kettle is blue")
    assert offered
    assert door.typed("first-passphrase") == "our office kettle is blue"


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


def test_one_goes_back_where_nothing_is_undone_by_it_and_what_was_typed_waits(open_window: Open) -> None:
    door = open_window()
    door.begin_with("make-workbook")
    passphrase = door.keep_passphrase()
    assert door.says("Your workbook is made")
    door.type_group_back()
    assert not door.offers("first-run-back")
    assert door.says("is kept nowhere")
    door.begin_with("step-later")
    door.type_in("organisation-name", "Kindly Bridge")
    door.pick("organisation-nation", 1)
    door.press_enter("organisation-name")
    assert (door.screen, door.problem("at-work")) == ("first-run-4", "Type your name first.")
    door.begin_with("first-run-back")
    assert door.screen == "first-run-3"
    door.larger()
    door.begin_with("step-later")
    assert (door.screen, door.typed("organisation-name"), door.picked("organisation-nation")) == (
        "first-run-4",
        "Kindly Bridge",
        1,
    )
    door.type_in("at-work", "A. Manager")

    door = open_window()
    door.unlock(passphrase)
    assert (door.typed("organisation-name"), door.typed("at-work")) == ("Kindly Bridge", "A. Manager")
    door.press_enter("organisation-name")
    assert door.says("may sign packs for Kindly Bridge. For example: A. Manager,")
    door.escape()
    assert (door.screen, door.typed("organisation-name")) == ("first-run-4", "Kindly Bridge")


def test_another_look_offers_the_same_words_that_are_written_down_already(open_window: Open) -> None:
    door = open_window()
    door.begin_with("make-workbook")
    offered = door.typed("first-passphrase")
    door.larger()
    assert door.typed("first-passphrase") == offered
    door.keep_passphrase()
    code = door.code()
    door.larger()
    assert door.code() == code


def test_a_new_sheet_is_shown_though_another_look_was_chosen_while_it_was_made(open_window: Open) -> None:
    door = open_window()
    door.begin_with("make-workbook")
    passphrase = door.keep_passphrase()
    door = open_window()
    door.unlock(passphrase)
    door.sheet_in_another_look(passphrase)
    assert len(door.code().split("-")) == 7
    door.type_group_back()
    assert door.screen == "first-run-3"


def test_a_step_shows_what_is_needed_first_with_its_buttons_and_keeps_open_what_was_typed(open_window: Open) -> None:
    door = open_window()
    door.begin_with("make-workbook")
    door.keep_passphrase()
    door.type_group_back()
    door.begin_with("step-later")
    door.make_small()
    assert door.fields() == {"organisation-name", "at-work"}
    assert door.out_of_sight() == []
    door.begin_with("organisation-optional")
    door.type_in("organisation-phone", "01632 960001")
    door.larger()
    assert door.typed("organisation-phone") == "01632 960001"
    door.name_charity("Kindly Bridge", "A. Manager")
    door.begin_with("step-later")
    assert door.fields() == {"service-name", "service-weeks"}
