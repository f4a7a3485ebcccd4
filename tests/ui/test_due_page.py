# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The place Due and actions: adding, costing, moving and closing actions, and everything that falls due."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.records import ActionState, Closing, EvidenceItem, Strength
from desktop.services.desk import Desk
from desktop.services.targets import Place, Target
from desktop.ui.forms.evidence_chooser import EvidenceChooser
from desktop.ui.infra.jobs import Jobs
from desktop.ui.infra.page import Tools
from desktop.ui.pages.due.page import DuePage
from desktop.ui.widgets.table import DataTable
from tests.storage.desks import MANAGER, desk_of, hold, named_workbook
from tests.storage.workbooks import CLOCK
from tests.ui.drivers.controls import WIDE_EM, Controls
from tests.ui.drivers.listener import Listener


class DueDriver(Controls):
    """The page on a desk; a save shows itself as it does in the frame."""

    def __init__(self, qtbot: QtBot, desk: Desk, *, em: float = WIDE_EM) -> None:
        person, self.gone_to, self.saves = Listener(), list[Target](), 0
        tools = Tools(person, Jobs(person.tell), self.gone_to.append, CLOCK.today, drafts=desk)
        page = DuePage(desk, tools)
        super().__init__(qtbot, page, em)
        desk.on_saved(lambda _changes: self._saved())

    def _saved(self) -> None:
        self.saves += 1
        self.page.refresh()


def test_an_action_half_filled_in_waits_with_its_indicator_and_is_added(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_of(named_workbook(tmp_path / "w")) as desk:
        desk.rounds.starting.fresh(MANAGER)
        due = DueDriver(qtbot, desk)
        due.click("add-first-action")
        due.pick("new-action-indicator", "2.3")
        due.type_in("new-action-what", "Agree a protocol")
        due.let_drafts_be_kept()
        again = DueDriver(qtbot, desk)
        assert (again.picked("new-action-indicator"), again.value("new-action-what")) == ("2.3", "Agree a protocol")
        assert again.saves == 0
        again.click("new-action-save")
        (line,) = desk.actions.lines()
        assert (line.action.indicator_id, line.action.what, line.action.owner) == ("2.3", "Agree a protocol", MANAGER)
        assert desk.draft("new action") == ""
        assert again.rows("actions")[0][0] == "Agree a protocol"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    workbook = named_workbook(tmp_path / "w")
    with desk_of(workbook) as found:
        found.rounds.starting.fresh(MANAGER)
        hold(workbook, EvidenceItem("ev1", "Signed protocol", review_by=CLOCK.today()))
        found.assessing.link("6.2", "ev1", Strength.DOCUMENT)
        yield found


def test_a_cost_is_kept_in_pence_and_one_that_is_not_clear_waits_under_its_field(qtbot: QtBot, desk: Desk) -> None:
    desk.actions.add("2.2", "Agree it", MANAGER)
    desk.actions.add("2.3", "Second")
    due = DueDriver(qtbot, desk)
    due.open_row("actions", "Agree it")
    assert due.saves == 0, "showing writes nothing"
    due.type_in("action-cost", "about 50")
    assert "Type it like this" in due.problem("action-cost")
    assert (due.saves, due.value("action-cost")) == (0, "about 50")
    due.type_in("action-cost", "1,200.5")
    due.type_in("action-cost", "1200.50")
    assert (due.problem("action-cost"), due.value("action-cost"), due.saves) == ("", "£1,200.50", 1)
    assert due.rows("actions")[0][-1] == "£1,200.50"
    assert [label.text() for label in due.page.findChildren(QLabel) if label.text().startswith("Cost:")] == [
        "Cost: £1,200.50 for the 1 of 2 actions with a cost."
    ]
    printed = due.page.listing()
    assert printed is not None
    assert printed.rows[0][:6] == ("Agree it", "SA 2.2", MANAGER, "", Decimal("1200.50"), "To do")
    due.one(DataTable, "actions").sort_by(0, descending=True)
    sorted_now = due.page.listing()
    assert sorted_now is not None
    assert [row[0] for row in sorted_now.rows] == ["Second", "Agree it"], "printed as it is shown"


@pytest.mark.parametrize("tab", ["open", "board"])
def test_closing_asks_what_shows_it_and_offers_to_judge_again(qtbot: QtBot, desk: Desk, tab: str) -> None:
    made = desk.actions.add("2.2", "Agree it", MANAGER)
    due = DueDriver(qtbot, desk)
    if tab == "board":
        due.click("due-tab-board")
        due.click(f"card-{made}")
    else:
        due.stand_on("actions", "Agree it")
    due.click("action-done")
    assert QApplication.focusWidget() is due.one(QLineEdit, "action-shown-by")
    assert desk.actions.lines()[0].action.closing == Closing(MANAGER, CLOCK.today()), (
        "what shows it is asked for and never forced"
    )
    due.type_in("action-shown-by", "In the minutes")
    due.click("action-evidence-pick")
    take = due.one(EvidenceChooser, "link-chooser").findChild(QPushButton, "link-chosen")
    assert take is not None
    take.click()
    line = desk.actions.lines()[0]
    assert (line.action.closing.shown_by, line.evidence) == ("In the minutes", "Signed protocol")
    due.click("action-evidence")
    due.click("action-judge")
    assert due.gone_to == [Target(Place.EVIDENCE, "ev1"), Target(Place.STANDARDS, "2.2")]
    due.pick("action-status", "waiting")
    opened = desk.actions.lines()[0].action
    assert (opened.state, opened.closing) == (ActionState.WAITING, Closing())
    assert not due.shows("action-shown-by")
    desk.undo()
    assert desk.actions.lines()[0] == line
    assert (due.shows("action-shown-by"), due.value("action-shown-by")) == (True, "In the minutes")


def test_a_card_is_moved_by_keys_and_by_buttons_and_keeps_the_focus(qtbot: QtBot, desk: Desk) -> None:
    first, second = (desk.actions.add("2.2", what) for what in ("Agree it", "Brief the team"))
    due = DueDriver(qtbot, desk)
    due.click("due-tab-board")
    assert due.saves == 0
    due.one(QPushButton, f"card-{first}").setFocus()
    for key, state in ((Qt.Key.Key_Right, "under way"), (Qt.Key.Key_Right, "waiting"), (Qt.Key.Key_Left, "under way")):
        QTest.keyClick(due.one(QPushButton, f"card-{first}"), key, Qt.KeyboardModifier.ControlModifier)
        assert desk.actions.lines()[0].action.state == state
        assert focus() == f"card-{first}"
    assert due.saves == 3
    QTest.keyClick(due.one(QPushButton, f"card-{first}"), Qt.Key.Key_Left)
    assert focus() == f"card-{second}"
    for name, there in (("on", f"move-on-{second}"), ("on", f"move-on-{second}"), ("on", f"card-{second}")):
        due.one(QPushButton, f"move-{name}-{second}").setFocus()
        QTest.keyClick(due.one(QPushButton, f"move-{name}-{second}"), Qt.Key.Key_Space)
        assert focus() == there
    assert [line.action.state.value for line in desk.actions.lines()] == ["under way", "done"]
    QTest.keyClick(due.one(QPushButton, f"card-{second}"), Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert due.saves == 6, "there is no column after the last"
    for _step in range(6):
        desk.undo()
    assert [line.action.state for line in desk.actions.lines()] == [ActionState.OPEN, ActionState.OPEN]
    assert due.one(QPushButton, f"card-{first}").accessibleName() == "Agree it, SA 2.2, No date, To do"


def test_what_falls_due_is_narrowed_by_kind_and_person_and_each_line_leads_there(qtbot: QtBot, desk: Desk) -> None:
    made = desk.actions.add("2.2", "Agree it", MANAGER, CLOCK.today() - timedelta(days=1))
    due = DueDriver(qtbot, desk)
    due.click("due-tab-everything")
    assert [row[:3] for row in due.rows("everything-due")] == [
        ("Agree it", "SA 2.2", "Do it, or move its day"),
        ("No backup yet", "", "Back up"),
        ("Review Signed protocol", "SA 6.2", "Review it"),
    ]
    due.pick("due-kind", "backup")
    due.open_row("everything-due", "No backup yet")
    due.pick("due-kind", "")
    due.pick("due-who", MANAGER)
    due.open_row("everything-due", "Agree it")
    assert due.gone_to == [Target(Place.CHARITY, "backups"), Target(Place.DUE, made)]
    printed = due.page.listing()
    assert printed is not None
    assert [row[3] for row in printed.rows] == [MANAGER]
    assert due.saves == 0


def focus() -> str:
    found = QApplication.focusWidget()
    return found.objectName() if found is not None else ""
