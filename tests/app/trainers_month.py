# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a trainer does in a month, chapter by chapter, with the charity's own matrix on the desk."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from desktop.services.people_lines import PersonLine
from desktop.ui.widgets.heat_table import HeatTable
from desktop.ui.widgets.table import DataTable
from tests.app.given_inputs import SHARED
from tests.app.hands import Hands
from tests.storage.databases import content

SOMEONE = "Maureen Trantock"
TWICE = "Aisling Deverough"


class TrainersMonth:
    """Each method is a job of the month and leaves the window where the next begins."""

    def __init__(self, hands: Hands, folder: Path) -> None:
        self.hands, self.stage, self.folder = hands, hands.stage, folder

    @property
    def people(self) -> tuple[PersonLine, ...]:
        """Who works here."""
        return self.stage.working.desk.people.lines()

    def records(self) -> dict[str, list[str]]:
        """Every row of the workbook."""
        return content(self.stage.working.desk._workbook.db)

    def bring_in_the_matrix(self) -> None:
        """The matrix as it is: what is not clear is decided, one person by mistake as someone new."""
        hands = self.hands
        hands.click("place-people")
        hands.choose(SHARED / "training-matrix.xlsx")
        hands.click("bring-in-first")
        hands.click("import-choose")
        hands.until("import-found")
        assert hands.says("import-found").startswith("16 people found.")
        hands.click("import-next")
        hands.pick("point-day L10", "3 April 2024")
        hands.pick("point-who A17 Ashling Devereux", "Someone new")
        self._choose("point-course LGBT+ & women who use harm (3yrly)", "known:T12")
        self._choose("point-role Admin", "left out")
        hands.click("import-next")
        assert "training records" in hands.says("import-sum")
        hands.click("import-next")
        hands.until("people")

    def merge_two_entries(self) -> None:
        """The line over the list leads to the two; the fuller one is kept."""
        hands = self.hands
        hands.click("alike-look")
        first, second = (hands.stage.find(f"entry-{name}") for name in ("first", "second"))
        assert first.isVisible()
        assert second.isVisible()
        assert TWICE in hands.words()
        kept = "first" if TWICE in _words_in(first) else "second"
        hands.click(f"entry-keep-{kept}")
        assert TWICE in {line.name for line in self.people}

    def record_a_day_of_everyone(self, course: str, day: str) -> None:
        """Names pasted from the register, and Enter."""
        hands = self.hands
        hands.click("people-tab-training-days")
        hands.click("record-first-day" if hands.sees("record-first-day") else "record-day")
        hands.pick("day-course", course)
        hands.type("day-held", day)
        hands.type("day-hours", "6")
        hands.paste("day-names", "\n".join(line.name for line in self.people))
        QTest.keyClick(hands.stage.find("day-names"), Qt.Key.Key_Return)
        hands.settle()
        QTest.keyClick(hands.stage.find("day-names"), Qt.Key.Key_Return)
        hands.settle()

    def sign_off_competence(self, levels: str, judge: str) -> None:
        """Beside the person: one level after another by key, then all signed off."""
        hands = self.hands
        self._open_tab("competence")
        table = hands.see(DataTable, "competences")
        for at, level in enumerate(levels):
            table.selectRow(at)
            QTest.keyClicks(table, level)
        hands.type("competence-judge", judge)
        hands.click("competence-sign-off")

    def log_supervision(self, kind: str, day: str, minutes: str) -> None:
        """A session that was held."""
        hands = self.hands
        self._open_tab("supervision")
        hands.click("record-session")
        hands.pick("session-kind", kind)
        hands.type("session-day", day)
        hands.type("session-minutes", minutes)
        hands.click("session-record")

    def plan_and_cancel(self, kind: str, day: str) -> None:
        """A session that was planned, and fell through."""
        hands = self.hands
        hands.click("record-session")
        hands.pick("session-kind", kind)
        hands.type("session-day", day)
        hands.click("session-plan")
        self._open_row("sessions", day)
        hands.click("session-cancel")

    def make_up(self, day: str, minutes: str) -> None:
        """What is owed stands on top; it is held on another day."""
        hands = self.hands
        hands.click("change-session")
        hands.type("session-day", day)
        hands.type("session-minutes", minutes)
        hands.click("session-made-up")

    def cells_of_matrix(self) -> int:
        """The matrix, and how many cells it has."""
        self.hands.click("people-tab-matrix")
        values = self.hands.see(HeatTable, "matrix").values
        return len(values.down) * len(values.across)

    def save_the_matrix(self) -> tuple[Path, Path]:
        """As a spreadsheet, and in its colours as a PDF."""
        hands, sheet, paper = self.hands, self.folder / "matrix.xlsx", self.folder / "matrix.pdf"
        hands.choose(sheet)
        self._menu("save-sheet")
        hands.keys("Ctrl+P")
        hands.until("save-pdf")
        hands.choose(paper)
        hands.click("save-pdf")
        hands.click("close-print")
        return sheet, paper

    def save_the_calendar(self) -> Path:
        """What lapses and what is planned."""
        target = self.folder / "due.ics"
        self.hands.choose(target)
        self._menu("save-calendar")
        return target

    def undo_to(self, records: dict[str, list[str]]) -> int:
        """Press Ctrl+Z until the workbook is as it was; gives how often."""
        steps = 0
        while self.records() != records:
            assert self.stage.working.menus.undo.isEnabled(), "undone to the start, and still not the same"
            self.hands.keys("Ctrl+Z")
            steps += 1
        return steps

    def _open_tab(self, name: str) -> None:
        """A tab of someone among the people."""
        self.hands.click("people-tab-people")
        self._open_row("people", SOMEONE)
        self.hands.click(f"person-tab-{name}")

    def _open_row(self, table: str, words: str) -> None:
        shown = self.hands.see(DataTable, table)
        at = next(at for at, row in enumerate(shown.shown.rows) if row.cells[0].words.startswith(words))
        shown.setFocus()
        shown.selectRow(at)
        QTest.keyClick(shown, Qt.Key.Key_Return)
        self.hands.settle()

    def _choose(self, name: str, value: str) -> None:
        box = self.hands.see(QComboBox, name)
        self.hands.pick(name, box.itemText(box.findData(value)))

    def _menu(self, name: str) -> None:
        action = self.stage.window.findChild(QAction, name)
        assert action is not None
        action.trigger()
        self.hands.settle()


def _words_in(card: QWidget) -> str:
    return " ".join(label.text() for label in card.findChildren(QLabel))
