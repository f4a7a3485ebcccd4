# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The place Standards: a judgement shows at once, words are never lost, and looking around writes nothing."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from desktop.models.records import Judgement, Strength, WorkStatus
from desktop.models.results import RowState
from desktop.services.desk import Desk
from desktop.services.targets import Place, Target
from desktop.support.disk_errors import DiskFullError
from desktop.ui.pages.standards.narrative import Narrative
from tests.storage.desks import MANAGER, REASON, SECOND, desk_of, named_workbook
from tests.ui.drivers.controls import NARROW_EM
from tests.ui.drivers.standards import StandardsDriver


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.charity.set_at_work(MANAGER)
    return desk


@pytest.fixture
def standards(qtbot: QtBot, desk: Desk) -> StandardsDriver:
    return StandardsDriver(qtbot, desk)


def test_before_the_first_assessment_one_button_starts_it_for_who_is_at_work(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_of(named_workbook(tmp_path / "new")) as desk:
        standards = StandardsDriver(qtbot, desk)
        assert standards.value("assessor") == MANAGER
        assert standards.page.listing() is None
        standards.click("start-assessment")
        view = desk.assessing.view()
        assert view is not None
        assert view.assessment.assessor == MANAGER
        assert standards.here() == "SA 1.1, Support for victim-survivors, critical, Not answered"
        assert standards.focus() == "judge-0"


def test_beginning_from_home_waits_at_the_first_judgement(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_of(named_workbook(tmp_path / "new")) as desk:
        desk.rounds.starting.fresh(MANAGER)
        standards = StandardsDriver(qtbot, desk)
        assert standards.badge() == "Not started"
        standards.go("begin")
        qtbot.waitUntil(lambda: standards.focus() == "judge-0")


def test_looking_around_by_keys_and_links_writes_nothing(standards: StandardsDriver) -> None:
    standards.go("5")
    assert standards.here().startswith("SA 5.1, ")
    standards.go("2.2")
    assert standards.here().startswith("SA 2.2, ")
    assert standards.here().endswith("critical, 3 said, counts as 2")
    standards.press("Alt+Down")
    assert standards.here().startswith("SA 2.3, ")
    assert standards.focus() == "judge-1"
    standards.tree().setFocus()
    standards.go("2.9")
    standards.press_here(Qt.Key.Key_Down)
    assert standards.here().startswith("Standard 3, ")
    standards.press_here(Qt.Key.Key_Return)
    standards.press_here(Qt.Key.Key_Down)
    assert standards.here().startswith("SA 3.1, ")
    standards.go("6.1")
    standards.type_key("6.3")
    assert standards.here().startswith("SA 6.3, ")
    standards.press_here(Qt.Key.Key_Up)
    standards.press_here(Qt.Key.Key_Return)
    assert standards.here().startswith("SA 6.2, ")
    assert standards.focus().startswith("judge-")
    standards.click("open-working")
    assert "How Standard 6 was worked out" in standards.says("working")
    standards.press_here(Qt.Key.Key_Escape)
    assert not standards.shows("working")
    assert standards.saves == 0


def test_a_judgement_changes_the_card_the_tree_and_the_result_at_once(standards: StandardsDriver) -> None:
    standards.go("1.1")
    assert (standards.badge(), standards.chosen()) == ("Met", "3")
    standards.focus_on("judge-3")
    standards.press_here(Qt.Key.Key_Left)
    assert (standards.chosen(), standards.saves) == ("3", 0)
    standards.type_key("1")
    assert (standards.badge(), standards.chosen(), standards.saves) == ("Safety gap", "1", 1)
    assert standards.here().endswith("critical, 1, Being developed")
    assert MANAGER in standards.says("indicator-card")
    standards.go("working")
    standards.click("working-1.1")
    assert standards.here().startswith("SA 1.1")
    standards.desk.undo()
    assert (standards.badge(), standards.chosen()) == ("Met", "3")


def test_figures_and_n_are_only_words_where_single_keys_are_off(qtbot: QtBot, desk: Desk) -> None:
    standards = StandardsDriver(qtbot, desk, single_keys=False)
    standards.focus_on("judge-3")
    for key in "0n":
        standards.type_key(key)
    assert standards.saves == 0
    standards.press_here(Qt.Key.Key_Left)
    standards.press_here(Qt.Key.Key_Return)
    assert standards.chosen() == "2"


def test_what_is_said_and_what_is_supported_stand_together_until_evidence_carries_it(
    standards: StandardsDriver,
) -> None:
    standards.go("2.2")
    assert "You said 3, In place. It counts as 2, Partly in place." in standards.says("said-and-supported")
    assert standards.link_by_words("safeguarding policy") == ["Safeguarding policy"]
    used = standards.desk.assessing.indicator("2.2").evidence
    link = next(line.link_id for line in used if line.item.title == "Safeguarding policy")
    standards.focus_on(f"strength-{link}")
    standards.pick(f"strength-{link}", str(int(Strength.IN_USE)))
    assert not standards.shows("said-and-supported")
    assert standards.focus() == f"strength-{link}"
    standards.click(f"unlink-{link}")
    assert standards.shows("said-and-supported")
    assert standards.focus() == "add-evidence"


def test_a_judgement_without_evidence_says_below_the_words_what_makes_it_count(standards: StandardsDriver) -> None:
    standards.go("5.7")
    before = standards.top_of("narrative")
    standards.judge("3")
    assert standards.top_of("said-and-supported") > standards.top_of("narrative") == before
    assert standards.says("said-and-supported").startswith("Add evidence to count this. | You said 3, In place. It")
    standards.go("5.5")
    for link in standards.desk.assessing.indicator("5.5").evidence:
        standards.desk.assessing.unlink(link.link_id)
    standards.judge("3")
    assert standards.badge() == "Evidence needed"
    standards.judge("1")
    assert standards.badge() == "Safety gap"


def test_words_are_counted_drafted_and_saved_once_when_the_field_is_left(standards: StandardsDriver) -> None:
    standards.go("5.7")
    standards.write("We count who works here. ")
    assert "5 words" in standards.says("indicator-card")
    standards.let_draft_be_kept()
    view = standards.desk.assessing.indicator("5.7")
    assert (view.answer.narrative != "We count who works here.", view.draft) == (True, "We count who works here. ")
    assert standards.saves == 0
    standards.page.leave()
    standards.press_here(Qt.Key.Key_Tab)
    view = standards.desk.assessing.indicator("5.7")
    assert (view.answer.narrative, view.draft, standards.saves) == ("We count who works here.", None, 1)


def test_undo_while_the_words_have_the_focus_is_seen_and_stays(standards: StandardsDriver) -> None:
    standards.go("2.2")
    before = standards.written()
    standards.write("Other words.")
    standards.page.leave()  # as Edit, Undo does
    standards.desk.undo()
    assert standards.written() == before
    standards.press_here(Qt.Key.Key_Tab)
    assert standards.desk.assessing.indicator("2.2").answer.narrative == before


def test_a_draft_that_was_taken_back_does_not_return(standards: StandardsDriver) -> None:
    standards.go("2.2")
    before = standards.written()
    standards.write("Half a thought")
    standards.let_draft_be_kept()
    standards.write(before)
    standards.press_here(Qt.Key.Key_Tab)
    assert standards.desk.assessing.indicator("2.2").draft is None
    assert standards.saves == 0


def test_not_applicable_counts_when_the_reason_is_long_enough_and_another_person_confirms(
    standards: StandardsDriver,
) -> None:
    standards.go("5.7")
    standards.judge("N")
    assert standards.focus() == "narrative"
    standards.write("Too short.")
    assert "2 words, 18 more needed" in standards.says("indicator-card")
    standards.type_in("confirm-name", SECOND)
    standards.click("confirm-not-applicable")
    assert "2 of the 20 words" in standards.problem("confirm-name")
    standards.write(REASON)
    standards.type_in("confirm-name", MANAGER)
    standards.click("confirm-not-applicable")
    assert "nobody confirms their own" in standards.problem("confirm-name")
    standards.type_in("confirm-name", SECOND)
    standards.click("confirm-not-applicable")
    assert standards.desk.assessing.indicator("5.7").score.state is RowState.NOT_APPLICABLE
    assert SECOND in standards.says("said-and-supported")


def test_dropped_files_are_linked_to_the_indicator_shown_and_refused_ones_are_told(
    standards: StandardsDriver, tmp_path: Path
) -> None:
    good, empty = tmp_path / "interpreter_log.txt", tmp_path / "nothing.pdf"
    good.write_text("Interpreters briefed, by date")
    empty.write_bytes(b"")
    standards.go("5.5")
    standards.drop(good, empty)
    titles = {line.item.title: line.item.id for line in standards.desk.assessing.indicator("5.5").evidence}
    assert "interpreter log" in titles
    assert "nothing.pdf" in standards.person.told[-1]
    standards.click(f"evidence-{titles['interpreter log']}")
    assert standards.gone_to == [Target(Place.EVIDENCE, titles["interpreter log"])]


def test_an_action_is_added_where_it_is_needed_and_finished_by_keys(standards: StandardsDriver) -> None:
    standards.go("5.7")
    standards.press("Ctrl+Shift+A")
    assert (standards.focus(), standards.value("add-action-owner")) == ("add-action-what", MANAGER)
    standards.type_in("add-action-what", "Ask who our volunteers are")
    standards.type_in("add-action-due", "30 February 2027")
    standards.click("add-action-save")
    assert "There is no 30 February" in standards.problem("add-action-due")
    standards.type_in("add-action-due", "18 December 2026")
    standards.focus_on("add-action-due")
    standards.press_here(Qt.Key.Key_Return)
    assert standards.focus() == "add-action-here"
    (line,) = [
        line for line in standards.desk.assessing.indicator("5.7").actions if line.action.what.startswith("Ask who")
    ]
    assert (line.action.owner, line.action.due) == (MANAGER, date(2026, 12, 18))
    standards.focus_on(f"turn-{line.action.id}")
    standards.press_here(Qt.Key.Key_Space)
    assert not next(each for each in standards.desk.actions.lines() if each.action.id == line.action.id).is_open
    assert standards.focus() == f"turn-{line.action.id}"


def test_an_action_half_filled_in_is_open_where_it_was_begun(qtbot: QtBot, desk: Desk) -> None:
    standards = StandardsDriver(qtbot, desk)
    standards.go("5.7")
    standards.press("Ctrl+Shift+A")
    standards.type_in("add-action-what", "Ask who our")
    standards.let_drafts_be_kept()
    again = StandardsDriver(qtbot, desk)
    assert not again.action_form_is_open()
    again.go("5.7")
    assert (again.shows("add-action-what"), again.value("add-action-what")) == (True, "Ask who our")
    again.go("5.8")
    assert not again.action_form_is_open()
    again.go("5.7")
    again.click("add-action-back")
    assert not again.action_form_is_open()
    assert desk.draft("new action 5.7") == ""


def test_a_narrow_page_has_one_column_and_the_tree_is_walked_before_one_is_opened(qtbot: QtBot, desk: Desk) -> None:
    standards = StandardsDriver(qtbot, desk, em=NARROW_EM)
    standards.go("2.2")
    assert (standards.shows("indicator-card"), standards.shows("standards-tree")) == (True, False)
    assert [standards.seen_on(name) for name in standards.names("evidence-")] == ["Information sharing protocol"]
    standards.click("all-of-standard")
    assert (standards.shows("indicator-card"), standards.shows("standards-tree")) == (False, True)
    standards.press_here(Qt.Key.Key_Down)
    standards.press_here(Qt.Key.Key_Down)
    assert (standards.shows("standards-tree"), standards.here().startswith("SA 2.4")) == (True, True)
    standards.press_here(Qt.Key.Key_Return)
    assert standards.shows("indicator-card")
    assert "SA 2.4" in standards.says("indicator-card")
    assert standards.focus().startswith("judge-")


def test_a_long_name_takes_a_second_line_in_the_tree(standards: StandardsDriver) -> None:
    standards.go("1.4")
    tree = standards.tree()
    names = tree.model().index(0, 0)
    long, short = (tree.visualRect(tree.model().index(at, 0, names)).height() for at in (2, 3))
    assert long > short


def test_the_list_has_every_indicator_with_its_evidence_and_open_actions(standards: StandardsDriver) -> None:
    printed = standards.page.listing()
    assert printed is not None
    assert len(printed.rows) == 67
    row = next(row for row in printed.rows if row[0] == "SA 2.2")
    view = standards.desk.assessing.indicator("2.2")
    still_open = sum(line.is_open for line in view.actions)
    assert row[1:] == (
        f"{view.indicator.short_name} (critical)",
        "3 said, counts as 2",
        str(len(view.evidence)),
        str(still_open),
    )
    assert view.answer.judgement is Judgement.IN_PLACE


def test_words_that_the_disk_did_not_take_stay_and_are_saved_later(qtbot: QtBot, desk: Desk) -> None:
    tries = list[str]()

    def save(_indicator_id: str, text: str) -> None:
        tries.append(text)
        if len(tries) == 1:
            raise DiskFullError(what="The last change")

    narrative = Narrative(save, lambda _name, _text: None)
    qtbot.addWidget(narrative)
    view = desk.assessing.indicator("2.2")
    narrative.show_view(view)
    field = narrative.findChild(QPlainTextEdit, "narrative")
    assert field is not None
    field.setPlainText("Two trained people answer each call.")
    with pytest.raises(DiskFullError):
        narrative.save()
    narrative.show_view(view)
    assert field.toPlainText() == "Two trained people answer each call."
    narrative.save()
    narrative.save()
    assert tries == ["Two trained people answer each call."] * 2


def test_what_was_not_saved_does_not_stand_as_if_it_were(qtbot: QtBot, desk: Desk) -> None:
    standards = StandardsDriver(qtbot, desk)
    standards.go("1.1")
    linked = desk.assessing.indicator("1.1").evidence[0]
    recorded = desk.assessing.indicator("1.1").answer.judgement
    assert recorded is Judgement.IN_PLACE
    connection = desk._workbook.db._connection
    connection.run("PRAGMA query_only = 1")
    with qtbot.capture_exceptions() as raised:
        standards.judge("0")
        box = standards.one(QComboBox, f"strength-{linked.link_id}")
        box.setCurrentIndex(0 if linked.strength is not Strength.WORD else 1)
        box.activated.emit(box.currentIndex())
    assert len(raised) == 2
    connection.run("PRAGMA query_only = 0")
    assert standards.one(QRadioButton, "judge-3").isChecked()
    assert box.currentData() == str(int(linked.strength))
    standards.judge("0")
    assert desk.assessing.indicator("1.1").answer.judgement is Judgement.NOT_IN_PLACE


def test_a_list_of_strengths_closes_when_its_row_shows_another_piece(standards: StandardsDriver, desk: Desk) -> None:
    standards.go("1.1")
    first = desk.assessing.indicator("1.1").evidence[0]
    box = standards.one(QComboBox, f"strength-{first.link_id}")
    box.showPopup()
    assert box.view().isVisible()
    other = next(item.id for item in desk._workbook.db.evidence.list() if item.id not in _used(desk, "1.1"))
    desk.assessing.link("1.1", other, Strength.OUTSIDE)
    desk.assessing.unlink(first.link_id)
    standards.page.refresh()
    assert not box.view().isVisible()


def _used(desk: Desk, indicator_id: str) -> set[str]:
    return {linked.item.id for linked in desk.assessing.indicator(indicator_id).evidence}


def test_kinds_of_evidence_are_ticked_and_counted(standards: StandardsDriver, desk: Desk) -> None:
    standards.go("1.1")
    standards.click("more-help")
    standards.seen("kind-2")
    standards.tick("kind-2")
    kinds = desk.assessing.indicator("1.1").indicator.evidence
    assert desk.assessing.indicator("1.1").answer.kinds == (kinds[1],)
    standards.click("more-help")
    assert "(1 of 3 kinds)" in standards.one(QPushButton, "more-help").text()
    desk.undo()
    assert "kinds)" not in standards.one(QPushButton, "more-help").text()


def test_the_work_is_told_apart_from_the_judgement(standards: StandardsDriver, desk: Desk) -> None:
    standards.go("1.4")
    standards.pick("work-status", "waiting")
    assert desk.assessing.indicator("1.4").answer.work is WorkStatus.WAITING
    assert standards.here().endswith("Work: waiting")
    before = standards.badge()
    desk.undo()
    assert standards.picked("work-status") == ""
    assert standards.badge() == before


def test_how_it_was_first_judged_is_told_once_it_differs(standards: StandardsDriver, desk: Desk) -> None:
    standards.go("1.4")
    first = desk.assessing.indicator("1.4").answer
    standards.judge("0")
    assert f"First judged {first.judgement:d}" in standards.says("indicator-card")
    standards.judge(str(int(first.judgement or 0)))
    assert "First judged" not in standards.says("indicator-card")


def test_one_at_a_time_goes_through_those_that_are_wanted_and_back_to_the_list(
    standards: StandardsDriver, desk: Desk
) -> None:
    standards.go("2.2")
    (begin,) = [made for made in standards.page.header_buttons() if made.objectName() == "one-at-a-time"]
    begin.click()
    assert not standards.shows("standards-tree")
    assert standards.shows("kind-1")
    assert standards.text("alone-count") == "12 of 67"
    standards.pick("alone-which", "critical")
    critical = [one.id for one in desk.assessing.catalogue().indicators if one.critical]
    assert standards.text("alone-count") == f"{critical.index('2.2') + 1} of {len(critical)}"
    standards.click("next-indicator")
    assert standards.page.where().id == critical[critical.index("2.2") + 1]
    standards.pick("alone-which", "open")
    still_open = standards.page.where().id
    assert desk.assessing.indicator(still_open).score.state is RowState.OPEN
    standards.judge("2")
    assert standards.page.where().id == still_open, "what was just judged stays"
    standards.click("next-indicator")
    assert standards.page.where().id != still_open
    standards.press("Esc")
    assert standards.shows("standards-tree")
    assert not standards.shows("alone-count")


def test_a_service_that_differs_has_a_judgement_of_its_own(standards: StandardsDriver, desk: Desk) -> None:
    standards.go("1.1")
    standards.click("services-differ")
    standards.seen("service-judgement-1")
    standards.pick("service-judgement-1", "0")
    assert desk.assessing.indicator("1.1").score.said is Judgement.NOT_IN_PLACE
    assert standards.chosen() == str(int(desk.assessing.indicator("1.1").answer.judgement or 0))
    standards.click("open-working")
    standards.until_says("working", "By service: ")
    desk.undo()
    assert not standards.shows("service-judgement-1") or standards.picked("service-judgement-1") == ""
