# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The way in as a person goes it, in the real window: the only code here that knows the names of its controls."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from desktop.services.desk import Desk
from desktop.ui.infra.screen import Screen
from desktop.ui.widgets.field import Field
from tests.app.stage import Stage, until


class DoorwayDriver:
    """One window on one home folder."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.stage = Stage(home).start()

    def end(self) -> None:
        """Leave, as by closing the window."""
        self.stage.end()

    @property
    def screen(self) -> str:
        """Which screen is shown: 'welcome', 'unlock', 'first-run-3', or 'home' of an open workbook."""
        if self.stage.steering.working is not None:
            return self.stage.working.frame.page.place
        return self._screen().objectName()

    @property
    def told(self) -> str:
        """What the banner says."""
        return self._screen().banner.accessibleName() if self._screen().banner.isVisible() else ""

    @property
    def desk(self) -> Desk:
        """The open workbook."""
        return self.stage.working.desk

    def begin_with(self, name: str, *chosen: Path) -> None:
        """Press a choice; ``chosen`` answers the system's dialog."""
        if chosen:
            self.stage.choices.answer(*chosen)
        self.stage.press(name)

    def escape(self) -> None:
        QTest.keyClick(self.stage.window, Qt.Key.Key_Escape)
        self.stage.settle()

    def focused(self) -> str:
        widget = self.stage.window.focusWidget()
        return widget.objectName() if widget is not None else ""

    def can_press(self, name: str) -> bool:
        return self._button(name).isEnabled()

    def verb(self, name: str) -> str:
        """The words of a button."""
        return self._button(name).accessibleName()

    def offers(self, name: str) -> bool:
        """Whether there is such a button."""
        return any(each.isVisible() for each in self._screen().findChildren(QPushButton, name))

    def type_in(self, name: str, text: str) -> None:
        self.stage.fill(name, text)

    def type_over(self, name: str, text: str) -> None:
        """Type with the field as it was found."""
        QTest.keyClicks(self.stage.find(name), text)

    def press_enter(self, name: str) -> None:
        """Press Enter in a field."""
        QTest.keyClick(self.stage.find(name), Qt.Key.Key_Return)
        self.stage.settle()

    def fields(self) -> set[str]:
        """The names of the fields that are shown."""
        return {each.objectName() for each in self._screen().findChildren(QLineEdit) if each.isVisible()}

    def typed(self, name: str) -> str:
        return self._value(name)

    def pick(self, name: str, at: int) -> None:
        """Choose the one at this place of a list."""
        choice = self._chooser(name)
        choice.setCurrentIndex(at)
        choice.activated.emit(at)

    def picked(self, name: str) -> int:
        return self._chooser(name).currentIndex()

    def backups(self) -> list[str]:
        """The backups to choose from."""
        found = self.stage.find("backups-found")
        assert isinstance(found, QListWidget)
        return [found.item(at).text() for at in range(found.count())]

    def larger(self) -> None:
        """Choose larger text, which builds the screen anew."""
        self.stage.steering.view.larger()
        self.stage.settle()

    def make_small(self) -> None:
        """The smallest window that all fits into."""
        self.stage.wear("light", 100, (1024, 700))

    def out_of_sight(self) -> list[str]:
        """The buttons that one would have to scroll to, or that are cut."""
        buttons = [each for each in self._screen().findChildren(QPushButton) if each.isVisible()]
        assert buttons
        return [each.objectName() for each in buttons if each.visibleRegion().boundingRect() != each.rect()]

    def problem(self, name: str) -> str:
        """What is said under the field with this control."""
        field = self.stage.find(name).parentWidget()
        assert isinstance(field, Field)
        return field.problem

    def unlock(self, passphrase: str) -> None:
        self._enter("passphrase", passphrase)

    def keep_passphrase(self) -> str:
        """Take the words that are offered; gives them."""
        offered = self._value("first-passphrase")
        self.stage.press("passphrase-kept")
        self.stage.press("step-go")
        return offered

    def code(self) -> str:
        """The code on the screen, copied by hand."""
        label = self.stage.find("recovery-code")
        assert isinstance(label, QLabel)
        return label.text().replace("  ", "-")

    def type_group_back(self, group: str = "") -> str:
        """Say that the sheet is kept, and type the group asked for, or another one; gives the code."""
        code = self.code()
        self.stage.press("sheet-ask")
        asked = next(each for each in self._labels() if "What is group" in each)
        number = int(asked.split("group ")[1].split()[0])
        self._enter("sheet-group", group or code.split("-")[number - 1])
        return code

    def sheet_for(self, passphrase: str) -> None:
        """Ask for a new sheet, after a stop."""
        self.stage.fill("sheet-passphrase", passphrase)
        self.stage.press("sheet-issue")

    def sheet_in_another_look(self, passphrase: str) -> None:
        """Ask for a new sheet, and choose larger text before it is made."""
        self.stage.fill("sheet-passphrase", passphrase)
        self.stage.find("sheet-issue").click()  # type: ignore[attr-defined]  # it is a button
        self.larger()

    def name_charity(self, name: str, who: str) -> None:
        self.stage.fill("organisation-name", name)
        self.stage.fill("at-work", who)
        self.stage.press("step-go")

    def describe_service(self, name: str, weeks: str) -> None:
        self.stage.fill("service-name", name)
        self.stage.fill("service-weeks", weeks)

    def go_home(self) -> None:
        """End the last step. The places that are made ready afterwards are not waited for."""
        self.stage.find("step-go").click()  # type: ignore[attr-defined]  # it is a button
        until(lambda: self.stage.steering.working is not None, "Home is shown")

    def says(self, part: str) -> bool:
        """Whether these words stand on the screen."""
        return any(part in each for each in self._labels())

    def reset(self, code: str, passphrase: str) -> None:
        self.stage.fill("recovery-code", code)
        self.stage.fill("new-passphrase", passphrase)
        self.stage.press("set-passphrase")

    def restore(self, *, passphrase: str) -> None:
        self.stage.fill("backup-passphrase", passphrase)
        self.stage.press("restore-chosen")

    def _enter(self, name: str, text: str) -> None:
        self.stage.fill(name, text)
        QTest.keyClick(self.stage.find(name), Qt.Key.Key_Return)
        self.stage.settle()

    def _screen(self) -> Screen:
        shown = self.stage.window.screen_shown
        assert isinstance(shown, Screen)
        return shown

    def _button(self, name: str) -> QPushButton:
        found = self.stage.find(name)
        assert isinstance(found, QPushButton)
        return found

    def _chooser(self, name: str) -> QComboBox:
        found = self.stage.find(name)
        assert isinstance(found, QComboBox)
        return found

    def _value(self, name: str) -> str:
        found = self.stage.find(name)
        assert isinstance(found, QLineEdit)
        return found.text()

    def _labels(self) -> list[str]:
        shown: QWidget = self._screen()
        return [each.text() for each in shown.findChildren(QLabel) if each.isVisible()]
