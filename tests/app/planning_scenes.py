# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Scenes of training needs, prints about the workforce, two entries for one person, and diversity counts."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton

from desktop.services.place_words import ALL_PEOPLE, MATRIX, NEEDS, SAME_PERSON, TRAINING_DAYS
from desktop.services.targets import Place
from desktop.services.workforce.day_facts import Attendee, DayFacts
from desktop.ui.widgets.table import DataTable
from tests.app.stage import Stage

Way = Callable[[Stage], object]


def needs(which: str, *, opened: bool = False) -> Way:
    """One list of the training needs; its first row opened."""

    def go(stage: Stage) -> None:
        stage.go(Place.PEOPLE, NEEDS)
        _press_if_seen(stage, "need-back")
        chosen = stage.find("needs-which")
        assert isinstance(chosen, QComboBox)
        chosen.setCurrentIndex(chosen.findData(which))
        chosen.activated.emit(chosen.currentIndex())
        stage.settle()
        if opened:
            _open_first(stage, f"needs-{which}")

    return go


def matrix_print(stage: Stage) -> None:
    """The matrix in its colours, drawn, to be printed."""
    stage.go(Place.PEOPLE, MATRIX)
    stage.working.print_list()
    stage.settle()


def recorded_day(stage: Stage) -> None:
    """A training day that is recorded, opened."""
    desk = stage.working.desk
    if not desk.training_days.lines():
        who = [Attendee(line.id) for line in desk.people.lines()[:3]]
        desk.training_days.record(DayFacts(desk.training_days.courses()[0].code, stage.clock.today(), 180), who)
    stage.go(Place.PEOPLE, TRAINING_DAYS)
    _press_if_seen(stage, "day-back")
    _open_first(stage, "training-days")


def certificates(stage: Stage) -> None:
    """The certificates of a training day, drawn, to be printed."""
    recorded_day(stage)
    stage.press("day-certificates")


def alike(target_id: str) -> Way:
    """The people or the page of the entries, where two entries may be one person."""

    def go(stage: Stage) -> None:
        desk = stage.working.desk
        if not desk.merging.offered():
            first = desk.people.lines()[0]
            desk.people.add(f"{first.name[:-2]}{first.name[-1]}", [desk.people.roles()[0].code])
        stage.go(Place.PEOPLE, target_id)

    return go


def counted(stage: Stage) -> None:
    """A group that is counted."""
    diversity = stage.working.desk.diversity
    if not diversity.groups():
        diversity.enter("Languages", [("English", 9), ("Welsh", 3), ("Polish", 6)], stage.clock.today())
    stage.go(Place.CHARITY, "diversity")
    _press_if_seen(stage, "diversity-back")


def counting(stage: Stage) -> None:
    """A group that is being counted anew."""
    counted(stage)
    stage.press("diversity-change-0")


def _press_if_seen(stage: Stage, name: str) -> None:
    for each in stage.window.findChildren(QPushButton, name):
        if each.isVisible():
            each.click()
    stage.settle()


def _open_first(stage: Stage, name: str) -> None:
    table = stage.find(name)
    assert isinstance(table, DataTable)
    table.setFocus()
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    stage.settle()


NEEDS_LISTS: dict[str, Way] = {
    "needs-plan": needs("plan"),
    "needs-plan-course": needs("plan", opened=True),
    "needs-people": needs("people", opened=True),
    "needs-roles": needs("roles", opened=True),
    "needs-lapsing": needs("lapsing", opened=True),
    "print-matrix": matrix_print,
}
LEAVING_RECORDS: dict[str, Way] = {
    "training-day-recorded": recorded_day,
    "print-certificates": certificates,
    "alike-line": alike(ALL_PEOPLE),
    "alike": alike(SAME_PERSON),
    "charity-diversity-counted": counted,
    "charity-diversity-form": counting,
}
