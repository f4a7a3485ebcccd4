# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Prints everything that is held about someone. DBS facts go along only after the passphrase."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.models.workforce.checks import CheckKind
from desktop.models.workforce.people import Person
from desktop.services.desk import Desk
from desktop.services.workforce.printing import draw_record_pdf
from desktop.ui.forms.with_dbs import WithDbs
from desktop.ui.infra.jobs import Step
from desktop.ui.infra.page import Tools
from desktop.ui.infra.printout import Printout
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import hint


class PrintRecord(QWidget):
    """A button, and a tick where there are DBS facts."""

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__()
        self._desk, self._tools = desk, tools
        self._person: Person | None = None
        printed = button("Print this person's record", "print-record", self._begin, icon_name="printer")
        self._dbs = WithDbs(desk, tools.jobs, tools.messages, "print")
        self._dbs.secret.returnPressed.connect(self._begin)
        about = hint("Everything held about them, such as when they ask for it. You read it before it is printed.")
        self.setLayout(column(about, self._dbs, row(printed, None), gap=10))

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
        self._dbs.forget()

    def _begin(self) -> None:
        if self._person is not None:
            self._dbs.ask(partial(self._show, self._person))

    def _show(self, person: Person, with_dbs: bool) -> None:
        if self._person is None or self._person.id != person.id:
            return
        record = self._desk.workforce_printing.capture_record(person.id, include_dbs=with_dbs)
        self.leave()

        def draw(step: Step) -> bytes:
            return draw_record_pdf(record, step)

        self._tools.print_out(Printout(f"Record {person.code}", draw))
