# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Files about the workforce for other programs: everything as a spreadsheet or CSV, and what is due as a calendar."""

from PySide6.QtWidgets import QWidget

from desktop.services.desk import Desk
from desktop.services.workforce.calendar_export import draw_calendar
from desktop.services.workforce.exporting import draw_workforce_csv, draw_workforce_xlsx
from desktop.ui.infra.jobs import Jobs, Step
from desktop.ui.infra.messages import Messages, Notice
from desktop.ui.window.printing_out import PrintingOut
from desktop.ui.window.workforce_dialog import WorkforceDialog


class GivingOut:
    """Asks where a file goes, draws it in a job and saves it."""

    def __init__(self, desk: Desk, window: QWidget, messages: Messages, jobs: Jobs, printing: PrintingOut) -> None:
        self._desk, self._window, self._messages, self._jobs = desk, window, messages, jobs
        self._printing = printing

    def workforce(self) -> None:
        """Everyone's records as sheets of one spreadsheet, once it is clear that it names people."""
        if not self._desk.people.lines(include_leavers=True):
            self._messages.tell(Notice("Nobody is recorded yet.", to_do="Add people first, or bring in a sheet."))
            return
        dialog = WorkforceDialog(self._window, self._desk, self._jobs, self._messages, self._save_workforce)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def calendar(self) -> None:
        """What lapses and what is planned, without names."""
        calendar = self._desk.calendar.capture()
        if not calendar.entries:
            told = "Nothing lapses and nothing is planned from today on."
            self._messages.tell(Notice(told, to_do="Record training, or plan supervision, first."))
            return
        self._printing.save_file(calendar.title, "ics", lambda _step: draw_calendar(calendar))

    def _save_workforce(self, with_dbs: bool, ending: str) -> None:
        book = self._desk.exporting.capture(include_dbs=with_dbs)

        def draw(step: Step) -> bytes:
            return (draw_workforce_xlsx if ending == "xlsx" else draw_workforce_csv)(book, step)

        self._printing.save_file(book.title, ending, draw)
