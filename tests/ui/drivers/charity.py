# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The place Our charity as a person uses it."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.desk import Desk
from desktop.services.device_settings import DeviceSettings
from desktop.services.targets import Target
from desktop.ui.infra.jobs import Jobs
from desktop.ui.infra.page import Tools
from desktop.ui.pages.charity.page import CharityPage
from desktop.ui.widgets.badge import Badge
from tests.storage.workbooks import CLOCK
from tests.ui.drivers.controls import WIDE_EM, Controls
from tests.ui.drivers.listener import Listener


class Device:
    """The settings of a device, kept nowhere."""

    def __init__(self) -> None:
        self.now = DeviceSettings()

    def change(self, **settings: object) -> None:
        self.now = replace(self.now, **settings)  # type: ignore[arg-type]  # as the window's own does


class CharityDriver(Controls):
    """The page on a desk."""

    def __init__(self, qtbot: QtBot, desk: Desk, *, em: float = WIDE_EM) -> None:
        self._qtbot = qtbot
        self.desk, self.person, self.device = desk, Listener(), Device()
        self.gone_to, self.saves, self.locked = list[Target](), 0, 0
        self.jobs = Jobs(self.person.tell)
        tools = Tools(
            self.person,
            self.jobs,
            self.gone_to.append,
            CLOCK.today,
            view=self.device,
            lock=self._lock,
            drafts=desk,
        )
        super().__init__(qtbot, CharityPage(desk, tools), em)
        desk.on_saved(lambda _changes: self._saved())

    def section(self, name: str) -> None:
        self.click(f"charity-{name}")

    def finish_jobs(self) -> None:
        """Wait until no job runs or waits."""
        self._qtbot.waitUntil(lambda: not self.jobs.busy, timeout=30_000)

    def wait_until_told(self, words: str) -> None:
        """Wait until this is the last thing that was told."""
        self._qtbot.waitUntil(lambda: self.person.told[-1:] == [words], timeout=30_000)

    def write_lines(self, name: str, text: str) -> None:
        """Put lines over what stands in a field of several, as pasting does."""
        field = self.one(QPlainTextEdit, name)
        field.setFocus()
        field.selectAll()
        field.insertPlainText(text)

    def written(self, name: str) -> str:
        return self.one(QPlainTextEdit, name).toPlainText()

    def chosen(self, name: str) -> str:
        return self.one(QComboBox, name).currentText()

    def badges(self) -> str:
        """What the badges that are shown say."""
        return " ".join(each.accessibleName() for each in self.page.findChildren(Badge) if each.isVisible())

    def everything_said(self) -> str:
        """Every word that is shown."""
        texts = (getattr(each, "text", str)() for each in self.page.findChildren(QWidget) if each.isVisible())
        return " ".join(str(text) for text in texts)

    def _lock(self) -> None:
        self.locked += 1

    def _saved(self) -> None:
        self.saves += 1
        self.page.refresh()
