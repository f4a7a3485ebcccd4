# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What lay over the window leaves the person where they were; undo names the step it takes back; Saved stays said."""

from pathlib import Path

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPlainTextEdit, QWidget

from desktop.services.targets import Place
from desktop.ui.infra.messages import Notice
from desktop.ui.theme import LOOK
from tests.app.stage import Stage, breathe


def saved(stage: Stage) -> str:
    label = stage.window.findChild(QLabel, "saved")
    assert label is not None
    return label.text()


def narrative(stage: Stage) -> QPlainTextEdit:
    stage.go(Place.STANDARDS, "3.2")
    found = stage.find("narrative")
    assert isinstance(found, QPlainTextEdit)
    found.setFocus()
    return found


def test_after_help_the_focus_is_where_it_was(practice_stage: Stage) -> None:
    field: QWidget = narrative(practice_stage)
    practice_stage.working.help_on()
    breathe()
    assert practice_stage.window.focusWidget() is not field
    practice_stage.press("close-help")
    breathe()
    assert practice_stage.window.focusWidget() is field


def test_undo_saves_what_is_typed_first_and_names_that_step(practice_stage: Stage) -> None:
    practice_stage.working.desk.charity.set_at_work("B. Deputy")
    field = narrative(practice_stage)
    before = field.toPlainText()
    QTest.keyClicks(field, "New words. ")
    practice_stage.working.undo()
    assert saved(practice_stage).startswith("Undone: write about SA 3.2")
    answer = practice_stage.working.desk.assessing.indicator("3.2").answer
    assert answer.narrative == before


def test_the_focus_stays_in_the_page_when_undo_takes_away_what_had_it(practice_stage: Stage) -> None:
    working = practice_stage.working
    who = working.desk.people.lines()[0]
    for booking in working.desk.bookings.lines(person_id=who.id):
        working.desk.bookings.cancel([booking.id])
    (booked,) = working.desk.bookings.book("T05", [who.id])
    practice_stage.go(Place.PEOPLE, who.id)
    practice_stage.find(f"cancel-booking-{booked}").setFocus()
    working.undo()
    focus = practice_stage.window.focusWidget()
    assert focus is not None
    assert working.frame.page.isAncestorOf(focus)


def test_what_was_said_to_be_done_goes_with_the_step_and_an_error_stays(practice_stage: Stage) -> None:
    working, messages = practice_stage.working, practice_stage.steering.messages
    shown = working.frame.banner
    working.desk.charity.set_at_work("B. Deputy")
    messages.done("B. Deputy is at work.")
    assert shown.notice is not None
    working.undo()
    assert shown.notice is None
    messages.tell(Notice("The disk is full.", to_do="Make room."))
    working.redo()
    assert shown.notice is not None


def test_who_stands_on_close_is_back_where_they_were_when_undo_takes_the_message_away(practice_stage: Stage) -> None:
    field = narrative(practice_stage)
    practice_stage.working.desk.charity.set_at_work("B. Deputy")
    practice_stage.steering.messages.done("B. Deputy is at work.")
    practice_stage.find("close-banner").setFocus()
    practice_stage.working.undo()
    assert practice_stage.window.focusWidget() is field


def test_a_file_that_was_saved_is_still_said_to_be_saved_after_undo(practice_stage: Stage, tmp_path: Path) -> None:
    working = practice_stage.working
    working.desk.charity.set_at_work("B. Deputy")
    practice_stage.steering.messages.done("Saved as Workforce.xlsx.", folder=tmp_path)
    working.undo()
    assert working.frame.banner.notice is not None


def test_saved_stays_said_in_another_look(practice_stage: Stage) -> None:
    practice_stage.working.desk.charity.set_at_work("B. Deputy")
    told = saved(practice_stage)
    assert told.startswith("Saved ")
    practice_stage.wear("dark", 100)
    assert saved(practice_stage) == told


def test_in_another_look_the_focus_is_where_it_was(practice_stage: Stage) -> None:
    words = narrative(practice_stage).toPlainText()
    practice_stage.wear("dark", 150)
    found = practice_stage.find("narrative")
    assert isinstance(found, QPlainTextEdit)
    assert found.toPlainText() == words
    assert practice_stage.window.focusWidget() is found


def test_a_lock_in_the_middle_of_a_change_of_look_keeps_what_is_typed(practice_stage: Stage) -> None:
    field = narrative(practice_stage)
    QTest.keyClicks(field, "New words. ")
    practice_stage.steering.view.change(theme="dark")
    practice_stage.working.lock()
    breathe()
    assert practice_stage.relaunched == [["--locked"]]


def test_help_on_help_turns_its_page_and_hide_now_is_at_hand(practice_stage: Stage) -> None:
    practice_stage.working.help_on("keys")
    practice_stage.working.help_on("safety")
    topics = practice_stage.find("help-topics")
    assert isinstance(topics, QListWidget)
    assert topics.currentItem().text() == "Keeping it safe"
    practice_stage.press("hide-now")
    assert practice_stage.relaunched == [["--locked", "--minimised"]]


def test_the_checker_has_help_of_its_own(practice_stage: Stage) -> None:
    practice_stage.steering.check_pack()
    practice_stage.settle()
    practice_stage.working.help_on()
    topics = practice_stage.find("help-topics")
    assert isinstance(topics, QListWidget)
    assert topics.currentItem().text() == "Check a pack"


def test_in_another_look_the_caret_stands_where_it_stood(practice_stage: Stage) -> None:
    field = narrative(practice_stage)
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, " One more")
    practice_stage.wear("dark")
    again = practice_stage.find("narrative")
    QTest.keyClicks(again, " word.")
    assert isinstance(again, QPlainTextEdit)
    assert again.toPlainText().endswith(" One more word.")


def test_after_a_lock_one_goes_on_typing_in_the_middle_of_the_word(practice_home: Path, qapp: QApplication) -> None:
    stage = Stage(practice_home).start(practice=True)
    field = narrative(stage)
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, " Every ca")
    stage.working.lock()
    stage.end()
    again = Stage(practice_home).start(practice=True, locked=True)
    found = again.window.focusWidget()
    assert isinstance(found, QPlainTextEdit)
    QTest.keyClicks(found, "ll.")
    assert found.toPlainText().endswith(" Every call.")
    again.end()
    LOOK.wear("light", 100)


def test_words_typed_at_the_judgement_go_to_the_words_and_judge_nothing(practice_stage: Stage) -> None:
    practice_stage.working.desk.charity.set_at_work("B. Deputy")
    narrative(practice_stage)
    before = practice_stage.working.desk.assessing.indicator("3.2").answer
    chosen = practice_stage.find("judge-3")
    chosen.setFocus()
    for letter in "We answer nothing alone.":
        field = practice_stage.window.focusWidget()
        assert field is not None
        QTest.keyClicks(field, letter)
    practice_stage.working.keep_typed()
    answer = practice_stage.working.desk.assessing.indicator("3.2").answer
    assert answer.judgement == before.judgement
    assert answer.narrative == before.narrative + "We answer nothing alone."


def test_in_large_text_that_leaves_one_column_one_goes_on_typing(practice_stage: Stage) -> None:
    field = narrative(practice_stage)
    field.moveCursor(QTextCursor.MoveOperation.End)
    practice_stage.wear("light", 200)
    found = practice_stage.window.focusWidget()
    assert isinstance(found, QPlainTextEdit)
    assert not found.visibleRegion().isEmpty()


def test_hidden_in_the_middle_of_a_word_one_finds_the_word_again(practice_home: Path, qapp: QApplication) -> None:
    stage = Stage(practice_home).start(practice=True)
    field = narrative(stage)
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, " Every ca")
    stage.steering.hide()
    breathe()
    stage.end()
    again = Stage(practice_home).start(practice=True)
    found = again.window.focusWidget()
    assert isinstance(found, QPlainTextEdit)
    assert found.toPlainText().endswith(" Every ca")
    again.end()
    LOOK.wear("light", 100)
