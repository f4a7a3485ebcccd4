# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Prints everything that is held about someone. DBS facts go along only after the passphrase."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.models.errors import AppError
from desktop.models.workforce.checks import CheckKind
from desktop.models.workforce.people import Person
from desktop.services.desk import Desk
from desktop.services.workforce.printing import draw_record_pdf
from desktop.ui.infra.jobs import Job, Step, while_there
from desktop.ui.infra.page import Tools
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, line, tick
from desktop.ui.widgets.text import hint

_WRONG = "wrong_passphrase"


class PrintRecord(QWidget):
    """A button, and a tick where there are DBS facts. The practice charity has no passphrase to ask for."""

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__()
        self._desk, self._tools = desk, tools
        self._person: Person | None = None
        self._print = button("Print this person's record", "print-record", self._begin, icon_name="printer")
        self._dbs = tick("print-with-dbs", "With DBS facts", lambda _on: self._turn())
        self._secret = line("print-passphrase", secret=True)
        self._secret.returnPressed.connect(self._begin)
        self._field = Field("Your passphrase", self._secret, "DBS facts leave the workbook only after it.")
        about = hint("Everything held about them, such as when they ask for it. You read it before it is printed.")
        self.setLayout(column(about, self._dbs, self._field, row(self._print, None), gap=10))
        self._turn()

    def show_person(self, person: Person) -> None:
        """Whose record it is. Someone else's begins without DBS facts."""
        if self._person is None or self._person.id != person.id:
            self.leave()
        self._person = person
        lines = self._desk.checks.lines(person.id)
        held = any(one.kind is CheckKind.DBS and one.check for one in lines)
        self._dbs.setVisible(held)
        if not held:
            self.leave()

    def leave(self) -> None:
        """A passphrase waits in no field."""
        self._dbs.setChecked(False)
        self._turn()

    def _turn(self) -> None:
        self._secret.clear()
        self._field.clear_problem()
        self._field.setVisible(self._dbs.isChecked() and not self._desk.practice)

    def _begin(self) -> None:
        if (person := self._person) is None or not self._print.isEnabled():
            return
        if self._field.isHidden():
            self._show(person, include_dbs=self._dbs.isChecked())
        elif not self._secret.text():
            self._field.show_problem("Type the passphrase that opens this workbook.")
        else:
            self._check(person, self._secret.text())

    def _check(self, person: Person, typed: str) -> None:
        passphrases = self._desk.passphrases
        self._field.clear_problem()
        self._print.setEnabled(False)

        def work(step: Step) -> None:
            step(0, 1, "Checking the passphrase")
            passphrases.check(typed)

        done, again = partial(self._allowed, person), partial(self._print.setEnabled, True)
        ends = (while_there(self, done), while_there(self, self._refused), while_there(self, again))
        self._tools.jobs.start(Job("Checking", work, *ends))

    def _allowed(self, person: Person, _none: None) -> None:
        self._print.setEnabled(True)
        if self._person is not None and self._person.id == person.id and self._dbs.isChecked():
            self._show(person, include_dbs=True)

    def _refused(self, error: AppError) -> None:
        self._print.setEnabled(True)
        if error.code == _WRONG:
            self._field.show_problem(error.brief)
        else:
            self._tools.messages.tell(error)

    def _show(self, person: Person, *, include_dbs: bool) -> None:
        record = self._desk.workforce_printing.capture_record(person.id, include_dbs=include_dbs)
        self.leave()
        self._tools.print_pages(f"Record {person.code}", lambda step: draw_record_pdf(record, step))
