# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Scenes of people: one person's tabs, training days, the matrix, Standard 6 and what goes out."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton

from desktop.models.workforce.checks import CheckKind, DbsLevel, Decision
from desktop.services.place_words import COURSES, MATRIX, TRAINING_DAYS, six_target
from desktop.services.targets import Place
from desktop.services.workforce.checks import DbsFacts
from desktop.ui.widgets.heat_table import HeatTable
from desktop.ui.widgets.table import DataTable
from tests.app.stage import Stage, breathe

LONG_GONE = date(2019, 3, 29)
FORM_BACKS = frozenset({"session-back", "check-back", "hours-back"})
Way = Callable[[Stage], object]


def first_person(stage: Stage) -> None:
    """The first person of the list."""
    stage.go(Place.PEOPLE, stage.working.desk.people.lines()[0].id)


def tab_of_person(name: str, *buttons: str) -> Way:
    """A tab of the first person's card, and there these buttons, one after another."""

    def go(stage: Stage) -> None:
        first_person(stage)
        stage.press(f"person-tab-{name}")
        for back in stage.window.findChildren(QPushButton):
            if back.objectName() in FORM_BACKS and back.isVisible():
                back.click()
        for button in buttons:
            stage.press(button)

    return go


def supervision_policy(stage: Stage) -> None:
    """How often each kind of supervision is due: the fold is open, and one of its choices has the focus."""
    tab_of_person("supervision")(stage)
    if "Closed" in stage.find("fold-how-often").accessibleDescription():
        stage.press("fold-how-often")
        breathe()
    stage.find("how-often-SV6").setFocus()


def with_checks(stage: Stage) -> None:
    """The checks of the first person, some of them recorded."""
    desk, day = stage.working.desk, date(2026, 3, 2)
    someone = desk.people.lines()[0].id
    if not desk.checks.lines(someone)[0].check:
        desk.checks.record(someone, CheckKind.REFERENCES, day, "Llŷr Hafgan")
        facts = DbsFacts(DbsLevel.ENHANCED_BARRED, day, True, Decision.WITH_SAFEGUARDS, day, "Llŷr Hafgan")
        desk.checks.record_dbs(someone, facts, day, "Llŷr Hafgan")
    tab_of_person("checks")(stage)


def with_bookings(stage: Stage) -> None:
    """The training of the first person, booked on two courses; the first way to cancel has the focus."""
    desk = stage.working.desk
    someone = desk.people.lines()[0].id
    booked = {line.course_id for line in desk.bookings.lines(person_id=someone)}
    for course_id, day in (("T05", date(2027, 1, 19)), ("T16", None)):
        if course_id not in booked:
            desk.bookings.book(course_id, [someone], day)
    tab_of_person("training")(stage)
    breathe()
    stage.find(f"cancel-booking-{desk.bookings.lines(person_id=someone)[0].id}").setFocus()


def with_hours(stage: Stage) -> None:
    """The hours of the first person, some of them logged."""
    desk = stage.working.desk
    someone = desk.people.lines()[0].id
    for line in desk.hours.view(someone):
        if not line.minutes:
            desk.hours.add(someone, line.course_id, date(2026, 10, 5), 150, "Llŷr Hafgan")
            desk.hours.add(someone, line.course_id, date(2026, 10, 12), 120, "Llŷr Hafgan")
    tab_of_person("hours")(stage)


def new_dbs_check(stage: Stage) -> None:
    """A DBS check about to be recorded, with a number where a name goes."""
    tab_of_person("checks", "record-check")(stage)
    choose(stage, "check-kind", CheckKind.DBS.value)
    choose(stage, "dbs-level", DbsLevel.ENHANCED.value)
    choose(stage, "dbs-decision", Decision.SUITABLE.value)
    stage.fill("check-seen-by", "0012 3456 7890")
    stage.press("check-save")


def opened_details(stage: Stage) -> None:
    """The details of the first person with their groups opened."""
    tab_of_person("details")(stage)
    for name in ("roles", "terms", "whom", "sides", "induction"):
        if not stage.find(f"fold-{name}").accessibleDescription().startswith("Opened"):
            stage.press(f"fold-{name}")
    choose(stage, "terms-supervisor", "elsewhere")
    stage.find("terms-hours").setFocus()


def details_end(stage: Stage) -> None:
    """The end of the details, where the record is printed: with DBS facts."""
    with_checks(stage)
    tab_of_person("details")(stage)
    box = stage.find("print-with-dbs")
    assert isinstance(box, QCheckBox)
    box.setFocus()
    if not box.isChecked():
        box.click()
    stage.find("person-erase").setFocus()
    breathe()


def person_left(stage: Stage) -> None:
    """The end of the details of someone who left long ago."""
    desk = stage.working.desk
    left = next((one for one in desk.people.lines(include_leavers=True) if one.left), desk.people.lines()[-1])
    if desk.people.person(left.id).left != LONG_GONE:
        desk.people.edit(left.id, left.name, (), date(2012, 3, 5))
        desk.people.leave(left.id, LONG_GONE)
    stage.go(Place.PEOPLE, left.id)
    stage.press("person-tab-details")
    stage.find("kept-years").setFocus()
    breathe()


def person_record(stage: Stage) -> None:
    """The record of the first person, drawn, to be printed."""
    tab_of_person("details", "print-record")(stage)


def choose(stage: Stage, name: str, data: str) -> None:
    """Choose one of a field's choices."""
    box = stage.find(name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(data))
    breathe()


def training_day(*buttons: str, ticks: int = 0, names: str = "") -> Way:
    """The training days, and there these buttons; then so many ticks, and these names."""

    def go(stage: Stage) -> None:
        stage.go(Place.PEOPLE, TRAINING_DAYS)
        for back in stage.window.findChildren(QPushButton, "day-back"):
            if back.isVisible():
                back.click()
        for button in buttons:
            stage.press(button)
        if ticks or names:
            table = stage.find("attendees")
            assert isinstance(table, DataTable)
            table.setFocus()
            for at in range(ticks):
                table.selectRow(at)
                QTest.keyClick(table, Qt.Key.Key_Space)
            stage.fill("day-names", names)
            QTest.keyClick(stage.find("day-names"), Qt.Key.Key_Return)
            breathe()

    return go


def matrix(which: str, *, opened: bool = False) -> Way:
    """The matrix of courses or of competencies; a cell of it opened."""

    def go(stage: Stage) -> None:
        stage.go(Place.PEOPLE, MATRIX)
        for back in stage.window.findChildren(QPushButton, "matrix-back"):
            if back.isVisible():
                back.click()
        chosen = stage.find("matrix-which")
        assert isinstance(chosen, QComboBox)
        chosen.setCurrentIndex(chosen.findData(which))
        chosen.activated.emit(chosen.currentIndex())
        table = stage.find("matrix")
        assert isinstance(table, HeatTable)
        table.setFocus()
        table.setCurrentIndex(table.values.index(1, 1))
        if opened:
            QTest.keyClick(table, Qt.Key.Key_Return)
        stage.settle()

    return go


def courses(*buttons: str, open_first: bool = False) -> Way:
    """The courses and their rules; the first of them opened, or these buttons pressed."""

    def go(stage: Stage) -> None:
        stage.go(Place.PEOPLE, COURSES)
        for back in stage.window.findChildren(QPushButton, "course-back"):
            if back.isVisible():
                back.click()
        stage.settle()
        for button in buttons:
            stage.press(button)
        if open_first:
            table = stage.find("course-list")
            assert isinstance(table, DataTable)
            table.setFocus()
            table.selectRow(0)
            QTest.keyClick(table, Qt.Key.Key_Return)
        stage.settle()

    return go


def workforce_out(stage: Stage) -> None:
    """Before the workforce goes out as a spreadsheet."""
    stage.working._giving_out.workforce()
    stage.settle()


def standard_six(indicator_id: str = "") -> Way:
    """Standard 6 as the records have it, and who is behind one figure."""

    def go(stage: Stage) -> None:
        stage.working.go(six_target(indicator_id))
        stage.settle()
        if not indicator_id:
            for back in stage.window.findChildren(QPushButton, "figure-back"):
                back.click()
            stage.settle()

    return go
