# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The place Standards as a person uses it: the only code that knows the names of its controls."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.services.desk import Desk
from desktop.services.targets import Place, Target
from desktop.ui.infra.jobs import Jobs
from desktop.ui.infra.page import Tools
from desktop.ui.pages.standards.page import StandardsPage
from desktop.ui.pages.standards.tree import StandardsTree
from desktop.ui.widgets.badge import Badge
from tests.storage.workbooks import CLOCK
from tests.ui.drivers.controls import WIDE_EM, Controls
from tests.ui.drivers.listener import Listener


class StandardsDriver(Controls):
    """The page on a desk; a save shows itself as it does in the frame."""

    def __init__(self, qtbot: QtBot, desk: Desk, *, em: float = WIDE_EM, single_keys: bool = True) -> None:
        self.desk = desk
        self.person, self.gone_to, self.saves = Listener(), list[Target](), 0
        self.jobs = Jobs(self.person.tell)
        tools = Tools(self.person, self.jobs, self.gone_to.append, CLOCK.today, single_keys=single_keys, drafts=desk)
        page = StandardsPage(desk.assessing, desk.actions, desk.library, desk.charity, desk.rounds, desk.story, tools)
        page.destroyed.connect(self.jobs.finish)
        desk.on_saved(lambda _changes: self._saved())
        super().__init__(qtbot, page, em)

    def go(self, target: str) -> None:
        self.page.show_target(Target(Place.STANDARDS, target))

    def click(self, name: str) -> None:
        """Rows just built are shown in the next turn."""
        self._qtbot.waitUntil(lambda: self.shows(name))
        super().click(name)

    def judge(self, key: str) -> None:
        """By the mouse."""
        self.one(QRadioButton, f"judge-{key}").click()

    def type_key(self, key: str) -> None:
        """A key, wherever the focus is."""
        QTest.keyClicks(self._focused(), key)

    def press_here(self, key: Qt.Key) -> None:
        QTest.keyClick(self._focused(), key)

    def top_of(self, name: str) -> int:
        """How far down on the page a part begins, when all is laid out."""
        part = self.one(QWidget, name)
        self._qtbot.waitUntil(part.isVisible)
        QCoreApplication.sendPostedEvents()
        return part.mapTo(self.page, QPoint(0, 0)).y()

    def action_form_is_open(self) -> bool:
        """The form for a new action is made when it is first needed."""
        return any(each.isVisible() for each in self.page.findChildren(QLineEdit, "add-action-what"))

    def chosen(self) -> str:
        """Which judgement is shown, '' for none."""
        radios = [radio for radio in self.page.findChildren(QRadioButton) if radio.isChecked()]
        return radios[0].objectName().removeprefix("judge-") if radios else ""

    def badge(self) -> str:
        badge = self.one(QWidget, "standard-card").findChild(Badge)
        assert badge is not None
        return badge.text()

    def says(self, name: str) -> str:
        """Every word that is seen in a part."""
        labels = self.one(QWidget, name).findChildren(QLabel)
        return " | ".join(label.text() for label in labels if label.isVisible() and label.text())

    def until_says(self, name: str, words: str) -> None:
        """Wait until these words are seen in a part that was just made."""
        self._qtbot.waitUntil(lambda: words in self.says(name))

    def here(self) -> str:
        """The indicator that the tree stands on, as a screen reader says it."""
        return str(self.tree().currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))

    def tree(self) -> StandardsTree:
        return self.one(StandardsTree, "standards-tree")

    def focus(self) -> str:
        return self._focused().objectName()

    def focus_on(self, name: str) -> None:
        self.one(QWidget, name).setFocus(Qt.FocusReason.TabFocusReason)

    def write(self, text: str) -> None:
        """Type over the words, and stay in the field."""
        field = self.one(QPlainTextEdit, "narrative")
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)

    def written(self) -> str:
        return self.one(QPlainTextEdit, "narrative").toPlainText()

    def let_draft_be_kept(self) -> None:
        """As if two seconds had passed since the first letter."""
        timer = self.page._narrative._timer  # type: ignore[attr-defined]  # the page that this driver made
        assert timer.isActive()
        timer.setInterval(0)
        self._qtbot.waitUntil(lambda: not timer.isActive())

    def drop(self, *paths: Path) -> None:
        held = QMimeData()
        held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        card, buttons, keys = (
            self.one(QWidget, "indicator-card"),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        copy = Qt.DropAction.CopyAction
        QApplication.sendEvent(card, QDragEnterEvent(QPoint(20, 20), copy, held, buttons, keys))
        QApplication.sendEvent(card, QDropEvent(QPointF(20, 20), copy, held, buttons, keys))
        self.settle()

    def link_by_words(self, text: str) -> Sequence[str]:
        """Open the chooser, find by words, take the first by Enter; gives what was found."""
        self.click("link-evidence")
        field = self.one(QLineEdit, "link-find")
        QTest.keyClicks(field, text)
        items = self.one(QListWidget, "link-items")
        found = [items.item(at).text() for at in range(items.count())]
        QTest.keyClick(field, Qt.Key.Key_Return)
        with self._qtbot.waitActive(self.page):  # without a screen nobody gives the focus back to the window
            self.page.activateWindow()
        return found

    def names(self, start: str) -> list[str]:
        """The names of the buttons that begin so and are seen; rows just built are shown in the next turn."""

        def seen() -> list[str]:
            found = [made for made in self.page.findChildren(QPushButton) if made.objectName().startswith(start)]
            return [made.objectName() for made in found if made.isVisible()]

        self._qtbot.waitUntil(lambda: bool(seen()))
        return seen()

    def seen_on(self, name: str) -> str:
        """The words of a button as far as they are seen."""
        return self.one(QPushButton, name).text()

    def settle(self) -> None:
        """Wait until no job runs."""
        self._qtbot.waitUntil(lambda: not self.jobs.busy, timeout=60_000)

    def _focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def _saved(self) -> None:
        self.saves += 1
        self.page.refresh()
