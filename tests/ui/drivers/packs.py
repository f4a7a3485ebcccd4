# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Bids and packs as a person uses it: the only code that knows the names of its controls."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.errors import AppError
from desktop.services.desk import Desk
from desktop.services.targets import Target
from desktop.ui.infra.jobs import Jobs
from desktop.ui.infra.messages import Notice, Question
from desktop.ui.infra.page import Tools
from desktop.ui.pages.packs.page import PacksPage
from desktop.ui.preview.preview_pane import PreviewPane
from desktop.ui.widgets.table import DataTable
from tests.storage.workbooks import CLOCK

W = TypeVar("W", bound=QWidget)
WIDE_EM = 72.0


class Person:
    """Who is told and asked: remembers what was told, and answers as was set before."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.opened: list[Path] = []
        self.went: list[Target] = []
        self.checked: list[Sequence[Path]] = []
        self.files: Sequence[Path] = ()
        self.folder = Path()

    def tell(self, notice: Notice | AppError) -> None:
        shown = Notice.of(notice) if isinstance(notice, AppError) else notice
        self.told.append(" ".join((shown.happened, shown.safe, shown.to_do)))

    def done(self, sentence: str, *, folder: Path | None = None) -> None:
        self.told.append(sentence)
        self.opened += [folder] if folder else []

    def clear(self) -> None:
        self.told.clear()

    def ask(self, question: Question, act: Callable[[], object]) -> None:
        self.told.append(question.title)
        act()

    def choose_files(self, title: str, kinds: str, chosen: Callable[[Sequence[Path]], object]) -> None:
        chosen(self.files)

    def choose_folder(self, title: str, chosen: Callable[[Path], object]) -> None:
        chosen(self.folder)

    def open_folder(self, folder: Path) -> None:
        self.opened.append(folder)

    def choose_target(self, title: str, suggested: str, chosen: Callable[[Path], object]) -> None:
        raise AssertionError(title)


class PacksDriver:
    """The place in a window of its own."""

    def __init__(self, qtbot: QtBot, desk: Desk, jobs: Jobs | None = None) -> None:
        self.person = Person()
        self.qtbot = qtbot
        self.jobs = jobs or Jobs(self.person.tell)
        person = self.person
        self.tools = Tools(
            person, self.jobs, person.went.append, CLOCK.today, check_pack=person.checked.append, drafts=desk
        )
        self.desk = desk
        self.page = PacksPage(desk.packing, desk.signing, desk.charity, self.tools)
        qtbot.addWidget(self.page, before_close_func=lambda _page: self.end_preview())
        self.page.resize(1000, 1500)
        self.page.arrange(WIDE_EM)
        self.page.show()
        self.page.refresh()

    def find(self, kind: type[W], name: str) -> W:
        QApplication.sendPostedEvents()
        found = self.page.findChild(kind, name)
        if found is None:  # made in a turn of its own
            self.qtbot.waitUntil(lambda: self.page.findChild(kind, name) is not None)
            found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def press(self, name: str) -> None:
        control = self.find(QPushButton, name)
        assert control.isVisible(), name
        QTest.mouseClick(control, Qt.MouseButton.LeftButton)

    def sees(self, name: str) -> bool:
        found = self.page.findChild(QWidget, name)
        return found is not None and found.isVisible()

    def type(self, name: str, text: str) -> None:
        field = self.find(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)

    def dictate(self, name: str, text: str) -> None:
        """As a screen reader or speech does it: the words are there, and no key was pressed."""
        self.find(QLineEdit, name).setText(text)

    def typed(self, name: str) -> str:
        return self.find(QLineEdit, name).text()

    def filled(self) -> list[str]:
        """The names of the filled buttons that are on the screen."""
        buttons = self.page.findChildren(QPushButton)
        return [each.objectName() for each in buttons if each.isVisible() and each.property("kind") == "primary"]

    def scroll_to(self, part: str, name: str) -> None:
        """Scroll a part until this control is seen."""
        self.page.resize(1000, 500)
        QApplication.sendPostedEvents()
        self.scroller(part).ensureWidgetVisible(self.find(QPushButton, name))

    def scroller(self, part: str) -> QScrollArea:
        found: QWidget | None = self.find(QWidget, part)
        while found is not None and not isinstance(found, QScrollArea):
            found = found.parentWidget()
        assert found is not None, part
        return found

    def enter(self, name: str) -> None:
        QTest.keyClick(self.find(QLineEdit, name), Qt.Key.Key_Return)

    def tick(self, name: str) -> bool:
        box = self.find(QCheckBox, name)
        box.click()
        return box.isChecked()

    def says(self, name: str) -> str:
        return self.find(QLabel, name).text()

    def words(self) -> str:
        """Every word that is on the screen."""
        QApplication.sendPostedEvents()
        return " | ".join(label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def part(self) -> str:
        """The name of the part that is shown."""
        names = ("packs-home", "pack-choose", "progress-1", "pack-read", "pack-sign", "progress-3", "pack-made")
        return next((name for name in (*names, "empty-place") if self.sees(name)), "")

    def until_at(self, part: str) -> None:
        self.qtbot.waitUntil(lambda: self.part() == part, timeout=60_000)

    def until_idle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.jobs.busy, timeout=60_000)

    def preview(self) -> PreviewPane:
        return self.find(PreviewPane, "preview")

    def end_preview(self) -> None:
        """No child process is left behind."""
        shown = self.page.findChild(PreviewPane, "preview")
        if shown is not None:
            shown.clear()

    def draw(self, folder: Path) -> None:
        """From the list to drawing."""
        self.press("pack-make")
        self.person.folder = folder
        self.press("pack-folder")
        self.press("pack-draw")

    def read_all(self) -> None:
        """Look at every page, as many at once as there is room for."""
        preview = self.preview()
        self.qtbot.waitUntil(lambda: preview.page_count > 0, timeout=60_000)
        smaller = self.find(QPushButton, "preview_smaller")
        for _ in range(4):
            QTest.mouseClick(smaller, Qt.MouseButton.LeftButton)
        while self.sees("pages-next-unseen"):
            more = len(preview.seen) + 1
            self.press("pages-next-unseen")
            self.until_seen(more)

    def until_seen(self, count: int) -> None:
        """Until this many pages were shown."""
        preview = self.preview()
        self.qtbot.waitUntil(lambda: len(preview.seen) >= count, timeout=60_000)

    def cancel(self, step: int) -> None:
        """Cancel the job of a step."""
        self.press(f"progress-{step}-cancel")

    def sign(self, passphrase: str) -> None:
        self.type("pack-passphrase", passphrase)
        self.press("pack-sign-now")

    def packs(self) -> list[tuple[str, ...]]:
        return list(self.find(DataTable, "packs-made").as_list().rows)

    def end(self) -> None:
        """No thread is left behind, and no half made pack in a workbook that tests share."""
        self.desk.drop_draft("pack-chosen")
        self.jobs.finish()
        QApplication.sendPostedEvents()
