# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The place Evidence as a person uses it: the only code that knows the names of its controls."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.models.errors import AppError
from desktop.services.desk import Desk
from desktop.services.targets import Target
from desktop.ui.infra.jobs import Jobs
from desktop.ui.infra.messages import Notice, Question
from desktop.ui.infra.page import Tools
from desktop.ui.pages.evidence.page import EvidencePage
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.table import DataTable
from tests.storage.workbooks import CLOCK

W = TypeVar("W", bound=QWidget)
WIDE_EM, NARROW_EM = 72, 40


class Person:
    """Who is told and asked: remembers what was told, and answers with the paths set before."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.files: Sequence[Path] = ()
        self.target = Path()

    def tell(self, notice: Notice | AppError) -> None:
        shown = Notice.of(notice) if isinstance(notice, AppError) else notice
        self.told.append(" ".join(filter(None, (shown.happened, shown.safe, shown.to_do))))

    def done(self, sentence: str, *, folder: Path | None = None) -> None:
        self.told.append(sentence)

    def clear(self) -> None:
        self.told.clear()

    def ask(self, question: Question, act: Callable[[], object]) -> None:
        act()

    def choose_files(self, title: str, kinds: str, chosen: Callable[[Sequence[Path]], object]) -> None:
        chosen(self.files)

    def choose_folder(self, title: str, chosen: Callable[[Path], object]) -> None:
        chosen(self.target)

    def open_folder(self, folder: Path) -> None:
        raise AssertionError(folder)

    def choose_target(self, title: str, suggested: str, chosen: Callable[[Path], object]) -> None:
        chosen(self.target / suggested)


class EvidenceDriver:
    """The page on a desk, in a window of its own."""

    def __init__(self, qtbot: QtBot, desk: Desk, *, em: float = WIDE_EM) -> None:
        self._qtbot, self.desk = qtbot, desk
        self.person, self.gone_to, self.saves = Person(), list[Target](), 0
        self.jobs = Jobs(self.person.tell)
        self._em = em
        self._window = QWidget()
        self._window.setLayout(column(margins=(0, 0, 0, 0)))
        qtbot.addWidget(self._window, before_close_func=self._let_go)
        self.page = self._new_page()
        desk.on_saved(lambda _changes: self._saved())
        self._window.resize(1084 if em >= WIDE_EM else 600, 680)
        self._window.show()
        with qtbot.waitActive(self._window):
            self._window.activateWindow()

    # The list

    def titles(self) -> list[str]:
        return [line.title for line in self.page._list.in_order()]

    def states(self) -> list[str]:
        return [line.state.words for line in self.page._list.in_order()]

    def stand_on(self, title: str) -> None:
        table, at = self.table(), self.titles().index(title)
        table.setFocus()
        place = table.visualRect(table.model().index(at, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def walk_to(self, title: str) -> None:
        """By arrow keys, from the top of the list."""
        self.press(Qt.Key.Key_Up)
        for _ in self.titles():
            if self.table().shown.rows[self.table().currentIndex().row()].cells[0].words == title:
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(title)

    def press(self, key: Qt.Key) -> None:
        """A key while one stands in the list."""
        self.table().setFocus()
        QTest.keyClick(self.table(), key)

    def seek(self, text: str) -> None:
        field = self.one(QLineEdit, "evidence-search")
        field.clear()
        QTest.keyClicks(field, text)

    def choose_state(self, words: str) -> None:
        self._pick(self.one(QComboBox, "evidence-state"), words)

    def state_choices(self) -> list[str]:
        box = self.one(QComboBox, "evidence-state")
        return [box.itemText(at) for at in range(box.count())]

    def table(self) -> DataTable:
        return self.one(DataTable, "evidence-table")

    # One item

    def item_words(self) -> str:
        """Every word about the item that is shown."""
        return self._words_in("item-pane")

    def badges(self) -> list[str]:
        self._breathe()
        return [badge.text() for badge in self.one(QWidget, "item-pane").findChildren(Badge) if badge.isVisible()]

    def type_in(self, name: str, text: str, *, leave: bool = True) -> None:
        """Type over what a field holds, and leave it by Tab."""
        field = self.one(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        if text:
            QTest.keyClicks(field, text)
        else:
            QTest.keyClick(field, Qt.Key.Key_Delete)
        if leave:
            QTest.keyClick(field, Qt.Key.Key_Tab)

    def dictate(self, name: str, text: str) -> None:
        """As a screen reader or speech does it: the words are there, and no key was pressed."""
        self.one(QLineEdit, name).setText(text)

    def text_of(self, name: str) -> str:
        return self.one(QLineEdit, name).text()

    def focus(self) -> str:
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None else ""

    def use_for(self, words: str, *, sheet: bool = False) -> None:
        """Find an indicator and choose the first that fits, by keys alone."""
        field = self._part(sheet).findChild(QLineEdit, "use-search")
        assert field is not None
        field.setFocus()
        QTest.keyClicks(field, words)
        found = self._part(sheet).findChild(QListWidget, "use-found")
        assert found is not None
        assert found.count() > 0, words
        QTest.keyClick(field, Qt.Key.Key_Return)

    def set_strength(self, indicator_id: str, words: str, *, sheet: bool = False) -> None:
        box = self._part(sheet).findChild(QComboBox, f"use-strength-{indicator_id}")
        assert box is not None
        box.setFocus()
        self._pick(box, words)

    # New items

    def sheet_words(self) -> str:
        return self._words_in("new-sheet")

    def sheet_is_open(self) -> bool:
        return self.one(QWidget, "new-sheet").isVisible()

    def add(self, *paths: Path) -> None:
        self.person.files = paths
        self.page._adding.choose()
        self.settle()

    def change_look_while_adding(self, *paths: Path) -> None:
        """The frame builds every page anew when the text size changes; here that happens while files are read."""
        self.person.files = paths
        self.page._adding.choose()
        self._let_previews_go()
        delete(self.page)
        self.page = self._new_page()
        self.settle()

    def note(self) -> None:
        """Note where something is kept, by the header's button."""
        self._header("note-kept")

    def check_all(self) -> None:
        """Check all files, by the header's button."""
        self._header("check-files")
        self.settle()

    def refused_words(self) -> str:
        return self._words_in("refused-sheet")

    def tick_same(self) -> None:
        self.one(QCheckBox, "new-same").click()

    def drop(self, *paths: Path) -> bool:
        """Hold files over the page and let them fall; whether the page said that they may."""
        held = QMimeData()
        held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(
            self.page, QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, held, buttons, keys)
        )
        seen = self.one(QWidget, "drop-hint").isVisible()
        QApplication.sendEvent(self.page, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, held, buttons, keys))
        self.settle()
        return seen

    def paste(self, held: QMimeData) -> None:
        """Ctrl+V outside any field."""
        QApplication.clipboard().setMimeData(held)
        QTest.keyClick(self.table(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        self.settle()

    # All of it

    def click(self, name: str) -> None:
        """Press the visible button of that name."""
        self._breathe()
        next(made for made in self.page.findChildren(QPushButton, name) if made.isVisible()).click()

    def sees(self, name: str) -> bool:
        return any(widget.isVisible() for widget in self.page.findChildren(QWidget, name))

    def settle(self) -> None:
        """Wait until no job runs."""
        self._qtbot.waitUntil(lambda: not self.jobs.busy, timeout=60_000)

    def until(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds, timeout=60_000)

    def one(self, kind: type[W], name: str) -> W:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def _header(self, name: str) -> None:
        next(made for made in self.page.header_buttons() if made.objectName() == name).click()

    def _breathe(self) -> None:
        """Let the page do what it has put off: what was just made is shown in the next turn."""
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()

    def _part(self, sheet: bool) -> QWidget:
        return self.one(QWidget, "new-sheet" if sheet else "details")

    def _words_in(self, name: str) -> str:
        self._breathe()
        labels = self.one(QWidget, name).findChildren(QLabel)
        return " | ".join(label.text() for label in labels if label.isVisible() and label.text()).replace(
            "\N{ZERO WIDTH SPACE}", ""
        )

    @staticmethod
    def _pick(box: QComboBox, words: str) -> None:
        """As a person picks: the words shown, then ``activated``."""
        at = next(at for at in range(box.count()) if box.itemText(at).startswith(words))
        box.setCurrentIndex(at)
        box.activated.emit(at)

    def _saved(self) -> None:
        self.saves += 1
        self.page.refresh()

    def _new_page(self) -> EvidencePage:
        tools = Tools(self.person, self.jobs, self.gone_to.append, CLOCK.today)
        page = EvidencePage(self.desk.library, self.desk.assessing, self.desk.story, tools)
        layout = self._window.layout()
        assert layout is not None
        layout.addWidget(page)
        page.arrange(self._em)
        page.refresh()
        return page

    def _let_go(self, _window: QWidget) -> None:
        self.jobs.finish()
        self._let_previews_go()

    def _let_previews_go(self) -> None:
        self.page._item.forget_preview()
        self.page._layers.sheet.forget()
