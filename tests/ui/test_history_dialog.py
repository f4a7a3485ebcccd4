# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The history of a record in a dialog: long ones in parts, and an earlier wording that is used again."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.records import Judgement
from desktop.services.desk import Desk
from desktop.services.story import StoryLine
from desktop.ui.forms.history_dialog import HistoryDialog
from tests.ui.drivers.standards import StandardsDriver

AT = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def said(dialog: HistoryDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_a_long_history_is_shown_in_parts(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    lines = [StoryLine(number, AT, False, (f"Step {number}.",), None) for number in range(70, 0, -1)]
    dialog = HistoryDialog(parent, "History", lines)
    more = dialog.findChild(QPushButton, "history-more")
    assert more is not None
    assert ("Step 41." in said(dialog), "Step 40." in said(dialog)) == (True, False)
    more.click()
    more.click()
    assert "Step 1." in said(dialog)
    assert more.isHidden()


def test_nothing_yet_is_said(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert "Nothing was saved of it yet." in said(HistoryDialog(parent, "History", ()))


def test_an_earlier_wording_is_used_again_from_the_indicator(qtbot: QtBot, desk: Desk) -> None:
    page = StandardsDriver(qtbot, desk)
    page.go("1.4")
    before = desk.assessing.indicator("1.4").answer.narrative
    desk.assessing.write("1.4", "Other words.")
    desk.assessing.judge("1.4", Judgement.NOT_IN_PLACE)
    page.click("indicator-history")
    dialog = page.one(HistoryDialog, "history")
    qtbot.waitUntil(dialog.isVisible)
    assert any("Judged 0, Not in place" in text for text in said(dialog))
    uses = [one for one in dialog.findChildren(QPushButton) if one.objectName().startswith("history-use-")]
    assert len(uses) == 1, "the present words are not offered"
    uses[0].click()
    assert desk.assessing.indicator("1.4").answer.narrative == before
    assert page.written() == before
    desk.undo()
    assert desk.assessing.indicator("1.4").answer.narrative == "Other words."
