# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The place Due and actions: an action is added for its indicator, and one half filled in is shown again."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.services.desk import Desk
from desktop.services.targets import Target
from desktop.ui.infra.jobs import Jobs
from desktop.ui.infra.page import Tools
from desktop.ui.pages.due.page import DuePage
from tests.storage.desks import MANAGER, desk_of, named_workbook
from tests.storage.workbooks import CLOCK
from tests.ui.drivers.controls import WIDE_EM, Controls
from tests.ui.drivers.listener import Listener


class DueDriver(Controls):
    """The page on a desk; a save shows itself as it does in the frame."""

    def __init__(self, qtbot: QtBot, desk: Desk, *, em: float = WIDE_EM) -> None:
        person, self.gone_to, self.saves = Listener(), list[Target](), 0
        tools = Tools(person, Jobs(person.tell), self.gone_to.append, CLOCK.today, drafts=desk)
        page = DuePage(desk.overview, desk.actions, desk.assessing, desk.charity, desk.library, tools)
        super().__init__(qtbot, page, em)
        desk.on_saved(lambda _changes: self._saved())

    def _saved(self) -> None:
        self.saves += 1
        self.page.refresh()


def test_an_action_half_filled_in_waits_with_its_indicator_and_is_added(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_of(named_workbook(tmp_path / "w")) as desk:
        desk.assessing.start(MANAGER)
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
