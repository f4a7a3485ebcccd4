# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The place Evidence: nothing given is lost, nothing is written by looking, and every state is told in words."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.models.records import FileState, Strength
from desktop.services.desk import Desk
from desktop.services.evidence_details import EvidenceDetails
from desktop.services.targets import Place, Target
from desktop.storage.layout import Layout
from desktop.ui.widgets.table import DataTable
from tests.storage.desks import desk_of
from tests.storage.workbooks import reopen
from tests.ui.drivers.evidence import NARROW_EM, EvidenceDriver

EIA, PROTOCOL = "Equality impact assessment", "Information sharing protocol"  # the two that stand worst, by title


@pytest.fixture
def folder(practice: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(practice, tmp_path / "workbook"))


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    with desk_of(reopen(folder)) as desk:
        yield desk


@pytest.fixture
def evidence(qtbot: QtBot, desk: Desk) -> EvidenceDriver:
    return EvidenceDriver(qtbot, desk)


def a_file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text)
    return path


def stored(folder: Path) -> list[Path]:
    """The files in the store, the newest last."""
    files = [path for path in Layout(folder).evidence.rglob("*") if path.is_file()]
    return sorted(files, key=lambda path: path.stat().st_mtime_ns)


def by_title(desk: Desk, title: str) -> str:
    return next(line.id for line in desk.library.lines() if line.title == title)


def test_the_worst_comes_first_and_looking_seeking_and_choosing_write_nothing(evidence: EvidenceDriver) -> None:
    assert evidence.states()[:4] == ["Past review", "Past review", "Past review", "Due soon"]
    assert evidence.titles()[:2] == [EIA, PROTOCOL]
    assert evidence.state_choices()[:3] == ["All evidence (15)", "Past review (3)", "Due soon (1)"]
    evidence.choose_state("Past review")
    assert len(evidence.titles()) == 3
    evidence.seek("sharing")
    assert evidence.titles() == [PROTOCOL]
    evidence.stand_on(PROTOCOL)
    assert evidence.text_of("evidence-title") == PROTOCOL
    assert evidence.badges() == ["Past review"]
    printed = evidence.page.listing()
    assert printed is not None
    assert printed.subtitle == "Past review, with the words sharing"
    assert printed.rows[0][0:3] == (PROTOCOL, "11 Sep 2023", "Past review")
    assert evidence.saves == 0


def test_several_files_are_asked_about_one_by_one_and_the_rest_may_get_the_same(
    evidence: EvidenceDriver, tmp_path: Path
) -> None:
    names = ("minutes_march.txt", "minutes_april.txt", "minutes_may.txt")
    evidence.add(*(a_file(tmp_path, name, name) for name in names))
    assert evidence.text_of("new-title") == "minutes march"
    evidence.type_in("new-title", "Minutes of March")
    evidence.click("new-keep")
    assert evidence.text_of("new-title") == "minutes april"
    evidence.type_in("new-dated", "30 February 2026")
    evidence.click("new-keep")
    assert "There is no 30 February." in evidence.sheet_words()
    evidence.type_in("new-dated", "3 March 2026")
    evidence.use_for("5.1", sheet=True)
    evidence.set_strength("5.1", "Shown in use", sheet=True)
    evidence.use_for("7.2", sheet=True)
    evidence.tick_same()
    evidence.click("new-keep")
    assert not evidence.sheet_is_open()
    assert evidence.person.told[-1].startswith("3 pieces of evidence were added.")
    for title in ("minutes april", "minutes may"):
        item = evidence.desk.library.item(by_title(evidence.desk, title))
        assert item.line.dated_on == date(2026, 3, 3)
        assert [(use.indicator_id, use.strength) for use in item.used_by] == [
            ("5.1", Strength.IN_USE),
            ("7.2", Strength.DOCUMENT),
        ]
    assert evidence.text_of("evidence-title") == "minutes may"
    evidence.desk.undo()
    assert evidence.titles().count("minutes april") + evidence.titles().count("minutes may") == 0
    assert "Minutes of March" in evidence.titles()


def test_files_that_cannot_be_used_are_told_with_their_reason_and_the_others_go_on(
    evidence: EvidenceDriver, tmp_path: Path
) -> None:
    bad = a_file(tmp_path, "empty\u202efdp.txt", "")
    evidence.drop(bad, a_file(tmp_path, "letter.txt", "A letter."), tmp_path)
    told = evidence.refused_words()
    assert "2 files were not added" in told
    assert "empty[U+202E]fdp.txt is empty (0 bytes)" in told
    assert "is a folder" in told
    evidence.click("refused-read")
    assert evidence.sheet_is_open()
    evidence.click("new-keep")
    assert "letter" in evidence.titles()
    assert len(evidence.titles()) == 16


def test_a_file_that_is_here_already_is_used_again_and_not_added(evidence: EvidenceDriver, tmp_path: Path) -> None:
    evidence.add(a_file(tmp_path, "first.txt", "The same words."))
    evidence.click("new-keep")
    assert evidence.drop(a_file(tmp_path, "second.txt", "The same words."))
    assert "is here already as \N{LEFT DOUBLE QUOTATION MARK}first" in evidence.sheet_words()
    evidence.use_for("5.1", sheet=True)
    evidence.click("new-keep")
    assert len(evidence.titles()) == 16
    item = evidence.desk.library.item(by_title(evidence.desk, "first"))
    assert item.line.supports == ("SA 5.1",)
    assert "second.txt is here already" in evidence.person.told[-1]


def test_leaving_in_the_middle_keeps_what_is_ready_and_what_was_typed(evidence: EvidenceDriver, tmp_path: Path) -> None:
    evidence.add(a_file(tmp_path, "one.txt", "One."), a_file(tmp_path, "two.txt", "Two."))
    evidence.type_in("new-title", "The first of two", leave=False)
    evidence.page.leave()
    assert {"The first of two", "two"} <= set(evidence.titles())
    assert not evidence.sheet_is_open()
    evidence.note()
    evidence.type_in("new-title", "Half a note")
    evidence.page.leave()
    assert evidence.sheet_is_open()
    assert "does not say where" in evidence.sheet_words()
    evidence.type_in("new-kept", "Blue folder")
    evidence.page.leave()
    assert "Half a note" in evidence.titles()


def test_files_made_ready_while_the_page_was_built_anew_are_not_lost(evidence: EvidenceDriver, tmp_path: Path) -> None:
    evidence.change_look_while_adding(a_file(tmp_path, "minutes.txt", "Minutes."), a_file(tmp_path, "empty.txt", ""))
    assert "minutes" in [line.title for line in evidence.desk.library.lines()]
    assert evidence.person.told[-1].startswith("1 piece of evidence was added. empty.txt is empty (0 bytes)")


def test_what_is_left_out_leaves_no_file_behind(evidence: EvidenceDriver, folder: Path, tmp_path: Path) -> None:
    before = stored(folder)
    evidence.add(a_file(tmp_path, "one.txt", "One."), a_file(tmp_path, "two.txt", "Two."))
    evidence.click("new-leave-out")
    assert evidence.text_of("new-title") == "two"
    evidence.click("new-leave-out")
    assert stored(folder) == before
    assert (evidence.saves, len(evidence.titles())) == (0, 15)


def test_walking_down_the_list_stays_in_the_list(evidence: EvidenceDriver) -> None:
    evidence.stand_on(evidence.titles()[0])
    for _ in range(3):
        evidence.press(Qt.Key.Key_Down)
        assert evidence.focus() == "evidence-table"


def test_details_are_saved_as_typed_and_a_date_that_cannot_be_is_told_under_its_field(
    evidence: EvidenceDriver,
) -> None:
    evidence.stand_on(PROTOCOL)
    evidence.type_in("evidence-dated", "12 Sepember 2023")
    assert "There is no month called Sepember." in evidence.item_words()
    assert (evidence.saves, evidence.focus()) == (0, "evidence-review")
    evidence.type_in("evidence-dated", "12 September 2023")
    assert "There is no month" not in evidence.item_words()
    evidence.type_in("evidence-review", "1 September 2022")
    assert "which is before it" in evidence.item_words()
    evidence.type_in("evidence-review", "1 September 2027")
    assert evidence.badges() == ["Current"]
    assert evidence.saves == 2
    evidence.type_in("evidence-review", "1 September 2024")
    evidence.type_in("evidence-dated", "1 October 2025")
    assert "which is before it" in evidence.item_words()
    evidence.type_in("evidence-title", "Sharing protocol", leave=False)
    evidence.stand_on(EIA)
    assert "Sharing protocol" in evidence.titles()
    evidence.desk.undo()
    assert PROTOCOL in evidence.titles()
    assert evidence.text_of("evidence-title") == EIA
    evidence.dictate("evidence-title", "Assessment of equality")
    evidence.stand_on(PROTOCOL)
    assert "Assessment of equality" in evidence.titles()


def test_uses_are_found_by_number_weighed_taken_off_and_followed(evidence: EvidenceDriver) -> None:
    evidence.stand_on(PROTOCOL)
    evidence.use_for("5.1")
    assert evidence.focus() == "use-search"
    evidence.set_strength("5.1", "Checked from outside")
    assert evidence.focus() == "use-strength-5.1"
    item_id = by_title(evidence.desk, PROTOCOL)
    assert ("5.1", Strength.OUTSIDE) in [
        (use.indicator_id, use.strength) for use in evidence.desk.library.item(item_id).used_by
    ]
    evidence.click("use-open-2.2")
    assert evidence.gone_to == [Target(Place.STANDARDS, "2.2")]
    evidence.click("use-stop-2.2")
    assert evidence.desk.library.item(item_id).line.supports == ("SA 5.1",)


def test_delete_removes_says_how_to_bring_it_back_and_stands_on_the_next(evidence: EvidenceDriver) -> None:
    evidence.stand_on(EIA)
    evidence.press(Qt.Key.Key_Delete)
    assert EIA not in evidence.titles()
    assert evidence.text_of("evidence-title") == PROTOCOL
    assert evidence.person.told == [f"{EIA} was removed. Ctrl+Z brings it back."]
    evidence.desk.undo()
    assert EIA in evidence.titles()


def test_a_picture_and_words_can_be_pasted_but_not_out_of_a_field(evidence: EvidenceDriver) -> None:
    held = QMimeData()
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    held.setImageData(picture)
    evidence.paste(held)
    assert evidence.text_of("new-title") == "Pasted picture 22 November 2026"
    evidence.click("new-keep")
    held = QMimeData()
    held.setText("What she said in the meeting.")
    evidence.paste(held)
    evidence.click("new-keep")
    assert len(evidence.titles()) == 17
    field = evidence.one(QLineEdit, "evidence-search")
    QApplication.clipboard().setText("Pasted words")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not evidence.sheet_is_open()
    assert evidence.titles() == ["Pasted words 22 November 2026"]


def test_a_check_of_all_files_tells_what_is_missing_and_the_same_file_makes_it_whole(
    evidence: EvidenceDriver, folder: Path, tmp_path: Path
) -> None:
    paper = a_file(tmp_path, "paper.txt", "A paper.")
    evidence.add(paper)
    evidence.click("new-keep")
    (made,) = (line for line in evidence.desk.library.lines() if line.title == "paper")
    evidence.check_all()
    assert evidence.person.told[-1].endswith("all whole.")
    stored(folder)[-1].unlink()
    evidence.check_all()
    assert "1 cannot be used: paper: file missing." in evidence.person.told[-1]
    assert (evidence.titles()[0], evidence.states()[0]) == ("paper", "File missing")
    evidence.stand_on("paper")
    assert "The stored file is missing." in evidence.item_words()
    evidence.person.files = (paper,)
    evidence.click("add-its-file")
    evidence.settle()
    assert evidence.desk.library.item(made.id).line.state.words == "Not used yet"
    assert evidence.person.told[-1] == "paper has its file again."


def test_space_shows_the_file_and_a_copy_can_be_saved(evidence: EvidenceDriver, tmp_path: Path) -> None:
    evidence.stand_on(EIA)
    evidence.person.target = tmp_path
    evidence.click("save-copy")
    evidence.settle()
    copies = list(tmp_path.glob("*.txt"))
    assert len(copies) == 1
    evidence.press(Qt.Key.Key_Space)
    evidence.until(lambda: evidence.page._item.preview.page_count == 1)
    evidence.until(lambda: evidence.sees("preview_text"))


def test_a_narrow_page_shows_the_list_then_one_item_with_a_way_back(qtbot: QtBot, desk: Desk) -> None:
    evidence = EvidenceDriver(qtbot, desk, em=NARROW_EM)
    assert evidence.sees("evidence-table")
    assert not evidence.sees("item-pane")
    evidence.walk_to(PROTOCOL)
    evidence.press(Qt.Key.Key_Return)
    assert evidence.text_of("evidence-title") == PROTOCOL
    assert (evidence.sees("evidence-table"), evidence.focus()) == (False, "back-to-list")
    evidence.click("back-to-list")
    assert (evidence.sees("evidence-table"), evidence.focus()) == (True, "evidence-table")
    evidence.stand_on(EIA)
    assert evidence.text_of("evidence-title") == EIA
    evidence.click("back-to-list")
    evidence.seek("nothing has these words")
    evidence.page.show_target(Target(Place.EVIDENCE, by_title(desk, EIA)))
    assert (evidence.text_of("evidence-title"), evidence.focus()) == (EIA, "back-to-list")
    assert len(evidence.titles()) == 15
    evidence.page.show_target(Target(Place.EVIDENCE, "gone"))
    assert "no longer here" in evidence.person.told[-1]


def test_no_column_of_the_list_is_out_of_sight_where_there_is_little_room(evidence: EvidenceDriver) -> None:
    table = evidence.one(DataTable, "evidence-table")
    for em in (55, 66, 72):
        evidence.page.window().resize(em * 15, 640)
        evidence.page.arrange(em)
        evidence.until(lambda: table.horizontalScrollBar().maximum() == 0)
        assert evidence.page.width() == em * 15


def test_what_is_kept_elsewhere_says_where_and_may_get_its_file_later(evidence: EvidenceDriver, tmp_path: Path) -> None:
    evidence.desk.library.add_note(EvidenceDetails("Lease", kept_where="Blue folder"))
    evidence.stand_on("Lease")
    assert evidence.badges() == ["Not used yet", "Kept elsewhere"]
    evidence.press(Qt.Key.Key_Space)
    assert "It is kept here: Blue folder." in evidence.item_words()
    evidence.click("tab-details")
    evidence.person.files = (a_file(tmp_path, "lease.txt", "The lease."),)
    evidence.click("add-its-file")
    evidence.settle()
    item = evidence.desk.library.item(by_title(evidence.desk, "Lease"))
    assert (item.line.file_name, item.can_preview) == ("lease.txt", True)
    assert FileState.HELD.value not in item.line.states
