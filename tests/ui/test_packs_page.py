# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Making a pack in the window: chosen, drawn, read to its last page, signed, checked, and kept in the list."""

import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.services.desk import Desk
from desktop.services.targets import Place, Target
from desktop.storage.workbook import Workbook
from desktop.ui.pages.packs.chosen import Chosen
from desktop.ui.pages.packs.making import Making, Stage
from tests.storage.charities import set_up, small_charity
from tests.storage.desks import MANAGER, practice_workbook
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK, OLD
from tests.ui.drivers.packs import PacksDriver


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    """A small charity that can sign. Shared: what tests add to it is told apart by its folder."""
    folder = tmp_path_factory.mktemp("packs")
    opened = small_charity(folder / "workbook")
    set_up(opened, folder / "root-key.pem")
    yield opened
    opened.close(backup=False)


@pytest.fixture
def driver(qtbot: QtBot, workbook: Workbook) -> Iterator[PacksDriver]:
    driver = PacksDriver(qtbot, Desk(workbook, CLOCK, FastFiles()))
    yield driver
    driver.end()


def making(driver: PacksDriver) -> Making:
    return Making.of(driver.desk.packing, driver.jobs, driver.desk)


def show_every_page(driver: PacksDriver) -> None:
    """As if each page had been scrolled through; the first test does it for real."""
    draft = making(driver).draft
    assert draft is not None
    for page in range(1, draft.pages + 1):
        driver.preview().page_seen.emit(page)


def choose_all_but_one(driver: PacksDriver) -> int:
    """Fill in the first step, and leave one file out; gives how many are left in."""
    driver.press("pack-make")
    driver.type("pack-made-for", "Northmere Council")
    driver.type("pack-reference", "117")
    evidence = driver.desk.packing.choices().evidence
    going = [each.id for each in evidence if each.may_go]
    assert not driver.tick(f"evidence-{going[0]}")
    assert not any(driver.sees(f"evidence-{each.id}") for each in evidence if not each.may_go)
    return len(going) - 1


def check_what_was_made(driver: PacksDriver, folder: Path, files: int) -> None:
    assert driver.says("verdict-heading") == "The pack is signed, and it is genuine"
    assert driver.says("answer-1") == "No, nothing was changed"
    assert driver.says("answer-3") == "Yes, it is your own charity"
    driver.press("pack-open-folder")
    assert driver.person.opened == [folder]
    assert {path.name for path in folder.iterdir()} == {"pack.pdf", "evidence.zip", "root.pem"}
    with zipfile.ZipFile(folder / "evidence.zip") as archive:
        assert len(archive.namelist()) == files
    driver.press("pack-finish")
    ((when, made_for, reference, *_),) = driver.packs()
    assert (when, made_for, reference) == ("22 Nov", "Northmere Council", "117")
    assert driver.desk.packing.made()[0].read_by == MANAGER
    driver.press("pack-check-again")
    assert driver.person.checked == [(folder,)]


def test_the_practice_charity_makes_a_pack_from_its_choices_to_the_open_folder(qtbot: QtBot, tmp_path: Path) -> None:
    workbook = practice_workbook(tmp_path / "workbook")
    set_up(workbook, tmp_path / "root-key.pem")
    desk = Desk(workbook, CLOCK, FastFiles())
    desk.charity.set_at_work(MANAGER)
    driver = PacksDriver(qtbot, desk)
    files = choose_all_but_one(driver)
    driver.person.folder = tmp_path
    driver.press("pack-folder")
    folder = tmp_path / "Evidence pack 2026-11-22"
    assert str(folder) in driver.says("pack-folder-words")
    driver.press("pack-draw")
    assert driver.part() == "progress-1"
    driver.until_at("pack-read")
    assert not folder.exists()
    driver.read_all()
    assert driver.says("drawn-from").startswith("Drawn from your records as they stood at ")
    assert driver.tick("pack-read-tick")
    driver.press("pack-go-sign")
    assert driver.says("pack-signs-as").endswith("Authorised signatory 1")
    driver.sign(OLD)
    driver.until_at("pack-made")
    check_what_was_made(driver, folder, files)
    driver.end()
    desk.close(backup=False)


def test_the_tick_holds_only_when_every_page_was_shown(driver: PacksDriver, tmp_path: Path) -> None:
    driver.draw(tmp_path / "out")
    driver.until_at("pack-read")
    assert not driver.tick("pack-read-tick")
    assert "were not shown yet" in driver.says("pack-read-problem")
    driver.press("pack-go-sign")
    making(driver).go_to(Stage.TO_SIGN)
    assert driver.part() == "pack-read"
    draft = making(driver).draft
    assert draft is not None
    driver.preview().page_seen.emit(1)
    assert driver.says("pack-read-problem").startswith(f"Pages 2 to {draft.pages} ")
    for page in range(2, draft.pages):
        driver.preview().page_seen.emit(page)
    assert driver.says("pages-shown") == f"{draft.pages - 1} of {draft.pages} pages shown"
    assert not driver.tick("pack-read-tick")
    assert driver.says("pack-read-problem") == f"Page {draft.pages} was not shown yet. Scroll through it first."
    making(driver).sign(OLD, "Jo")
    assert driver.part() == "pack-read"
    driver.preview().page_seen.emit(draft.pages)
    assert driver.says("pack-read-problem") == ""
    assert driver.tick("pack-read-tick")
    driver.press("pack-go-sign")
    assert driver.part() == "pack-sign"


def test_cancelling_leaves_nothing_and_what_was_chosen_stays(driver: PacksDriver, tmp_path: Path) -> None:
    out, before = tmp_path / "out", len(driver.desk.packing.made())
    driver.press("pack-make")
    driver.type("pack-made-for", "Northmere Council")
    driver.press("pack-back-1")
    driver.draw(out)
    driver.cancel(1)
    assert driver.part() == "pack-choose"
    driver.until_idle()
    assert driver.part() == "pack-choose"
    assert driver.typed("pack-made-for") == "Northmere Council"
    driver.press("pack-draw")
    driver.until_at("pack-read")
    show_every_page(driver)
    driver.tick("pack-read-tick")
    driver.press("pack-go-sign")
    driver.sign(OLD)
    driver.cancel(3)
    assert driver.part() == "pack-sign"
    driver.until_idle()
    assert driver.part() == "pack-sign"
    assert not out.exists()
    assert len(driver.desk.packing.made()) == before
    driver.press("pack-give-up-3")
    assert driver.person.told[-1] == "Give this pack up?"
    assert driver.part() == "packs-home"
    assert making(driver).draft is None


def test_pages_that_still_hold_are_gone_back_to_before_they_are_drawn_again(
    driver: PacksDriver, tmp_path: Path
) -> None:
    driver.press("pack-make")
    driver.scroll_to("pack-choose", "pack-draw")
    assert driver.scroller("pack-choose").verticalScrollBar().value() > 0
    driver.person.folder = tmp_path / "out"
    driver.press("pack-folder")
    driver.press("pack-draw")
    driver.until_at("pack-read")
    show_every_page(driver)
    driver.press("pack-back-2")
    assert driver.scroller("pack-choose").verticalScrollBar().value() == 0
    assert driver.says("pack-drawn-words") == "The pages are drawn, and nothing was changed since."
    assert driver.filled() == ["pack-read-drawn"]
    driver.type("pack-made-for", "Northmere Council")
    assert driver.filled() == ["pack-draw"]
    driver.find(QLineEdit, "pack-made-for").clear()
    assert driver.filled() == ["pack-read-drawn"]
    driver.press("pack-read-drawn")
    assert driver.part() == "pack-read"
    assert not driver.sees("pages-next-unseen")


def test_a_wrong_passphrase_keeps_the_pages_and_a_look_put_on_anew_too(
    qtbot: QtBot, driver: PacksDriver, tmp_path: Path
) -> None:
    driver.draw(tmp_path / "out")
    driver.until_at("pack-read")
    show_every_page(driver)
    driver.tick("pack-read-tick")
    driver.press("pack-go-sign")
    driver.sign("not this one at all")
    driver.until_idle()
    assert driver.part() == "pack-sign"
    assert "does not open the signing key" in driver.words()
    assert driver.typed("pack-passphrase") == ""
    driver.press("pack-back-3")
    again = PacksDriver(qtbot, driver.desk, driver.jobs)
    assert again.part() == "pack-read"
    assert not again.sees("pages-next-unseen")
    driver.desk.charity.set_at_work("Somebody Else")
    again.page.refresh()
    assert "They have changed since" in again.says("drawn-from")
    again.press("pack-go-sign")
    again.sign(OLD)
    again.until_at("pack-made")


def test_what_is_missing_is_said_beside_it_and_a_weak_point_leads_to_its_place(
    driver: PacksDriver, tmp_path: Path
) -> None:
    driver.press("pack-make")
    driver.press("pack-draw")
    assert "Choose a folder first." in driver.words()
    driver.type("pack-as-at", "30 February 2026")
    driver.press("pack-draw")
    assert "There is no 30 February." in driver.words()
    driver.page.leave()
    assert making(driver).chosen == Chosen.of_text(driver.desk.draft("pack-chosen"))
    assert making(driver).chosen.as_at_typed == "30 February 2026"
    driver.type("pack-as-at", "1 October 2026")
    driver.enter("pack-as-at")
    assert "which is before the assessment" in driver.words()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "pack.pdf").write_bytes(b"")
    making(driver).chosen.folder = tmp_path / "out"
    driver.press("pack-draw")
    driver.until_at("pack-choose")
    assert "already holds pack.pdf" in driver.words()
    driver.press("weak-1")
    assert driver.person.went[-1].place is Place.STANDARDS


def test_what_was_chosen_outlives_a_lock_and_giving_up_forgets_it(
    qtbot: QtBot, driver: PacksDriver, tmp_path: Path
) -> None:
    driver.press("pack-make")
    driver.dictate("pack-made-for", "Northmere Council")
    driver.dictate("pack-reference", "117")
    driver.type("pack-as-at", "1 November 2026")
    evidence = next(each.id for each in driver.desk.packing.choices().evidence if each.may_go)
    driver.tick(f"evidence-{evidence}")
    driver.tick("pack-no-figures")
    making(driver).chosen.folder = tmp_path / "out"
    driver.page.leave()
    chosen = making(driver).chosen
    again = PacksDriver(qtbot, driver.desk)  # other jobs: as after a lock
    assert making(again).chosen == chosen
    assert (chosen.as_at, chosen.left_out, chosen.figures) == (date(2026, 11, 1), {evidence}, False)
    assert again.part() == "pack-choose"
    assert (again.typed("pack-made-for"), again.typed("pack-reference")) == ("Northmere Council", "117")
    assert not again.find(QCheckBox, f"evidence-{evidence}").isChecked()
    again.press("pack-give-up-1")
    again.page.leave()
    last = PacksDriver(qtbot, driver.desk)
    assert last.part() == "packs-home"
    again.end()
    last.end()


def test_looking_at_each_step_writes_nothing(driver: PacksDriver, tmp_path: Path, workbook: Workbook) -> None:
    before = workbook.db.history_head()
    driver.draw(tmp_path / "out")
    driver.until_at("pack-read")
    show_every_page(driver)
    for em in (40.0, 72.0):
        driver.page.arrange(em)
        driver.page.refresh()
        driver.page.leave()
    driver.tick("pack-read-tick")
    driver.press("pack-go-sign")
    driver.press("pack-back-3")
    driver.press("pack-back-2")
    driver.press("pack-back-1")
    assert "It is at step 1 of 4" in driver.words()
    assert workbook.db.history_head() == before
    assert list(tmp_path.iterdir()) == []


def test_with_nobody_to_sign_the_page_says_so_and_leads_there(qtbot: QtBot, tmp_path: Path) -> None:
    workbook = small_charity(tmp_path / "workbook")
    driver = PacksDriver(qtbot, Desk(workbook, CLOCK, FastFiles()))
    driver.draw(tmp_path / "out")
    assert "no signing certificate yet" in driver.person.told[-1]
    assert driver.part() == "pack-choose"
    assert driver.says("pack-signer").startswith("Nobody may sign yet.")
    driver.press("pack-set-up-signing")
    assert driver.person.went == [Target(Place.CHARITY, "signing")]
    driver.end()
    workbook.close(backup=False)
