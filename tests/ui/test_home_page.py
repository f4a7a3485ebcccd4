# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Home: one press starts the first assessment, and what is not answered yet is not called a result."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.changes import Op
from desktop.models.records import Judgement
from desktop.services.at_work import AT_WORK
from desktop.services.desk import Desk
from desktop.services.targets import Place, Target
from desktop.ui.infra.jobs import Jobs
from desktop.ui.infra.page import Tools
from desktop.ui.pages.home.page import HomePage
from desktop.ui.widgets.fold import PanelButton
from tests.storage.desks import MANAGER, desk_of, named_workbook
from tests.storage.workbooks import CLOCK
from tests.ui.drivers.controls import Controls
from tests.ui.drivers.listener import Listener


class HomeDriver(Controls):
    """Home on a desk; a save shows itself as it does in the frame."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self._qtbot, self.gone_to = qtbot, list[Target]()
        person = Listener()
        page = HomePage(desk.overview, Tools(person, Jobs(person.tell), self.gone_to.append, CLOCK.today, drafts=desk))
        desk.on_saved(lambda _changes: page.refresh())
        super().__init__(qtbot, page)

    def take_next_step(self) -> None:
        """What was just made is shown in the next turn."""
        self._qtbot.waitUntil(lambda: self.one(QPushButton, "next-step-go").isVisible())
        self.click("next-step-go")

    def panels(self) -> list[str]:
        return [panel.accessibleName() for panel in self.page.findChildren(PanelButton)]

    def says(self, text: str) -> bool:
        return any(label.text() == text and label.isVisible() for label in self.page.findChildren(QLabel))


def test_one_press_starts_the_assessment_and_goes_to_the_first_judgement(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_of(named_workbook(tmp_path / "new")) as desk:
        home = HomeDriver(qtbot, desk)
        home.take_next_step()
        view = desk.assessing.view()
        assert view is not None
        assert view.assessment.assessor == MANAGER
        assert home.gone_to == [Target(Place.STANDARDS, "begin")]


def test_where_nobody_is_named_it_asks_first(qtbot: QtBot, tmp_path: Path) -> None:
    workbook = named_workbook(tmp_path / "new")
    with workbook.db.write(Op.EDIT_ORGANISATION):
        workbook.db.meta.set(AT_WORK, "")
    with desk_of(workbook) as desk:
        home = HomeDriver(qtbot, desk)
        home.take_next_step()
        assert desk.assessing.view() is None
        assert home.gone_to == [Target(Place.STANDARDS)]


def test_the_fold_says_not_started_then_so_far(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_of(named_workbook(tmp_path / "new")) as desk:
        home = HomeDriver(qtbot, desk)
        desk.rounds.starting.fresh(MANAGER)
        assert home.panels()[1].endswith("Not started, 0 of 9 answered")
        desk.assessing.judge("1.4", Judgement.IN_PLACE)
        assert home.panels()[0].endswith("Not yet met so far, 1 of 10 answered")
        assert home.says("The seven standards so far")
