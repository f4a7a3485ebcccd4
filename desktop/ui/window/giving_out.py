# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Files about the workforce for other programs: everything as a spreadsheet, and what is due as a calendar."""

from desktop.services.desk import Desk
from desktop.services.workforce.calendar_export import draw_calendar
from desktop.services.workforce.exporting import draw_workforce_xlsx
from desktop.ui.infra.jobs import Step
from desktop.ui.infra.messages import Messages, Notice, Question
from desktop.ui.window.printing_out import PrintingOut

_NAMED = Question(
    "Save the workforce as a spreadsheet?",
    "It names people and it is not encrypted: whoever has the file can read it. DBS facts are left out of it.",
    "Do not save it",
    "Save it",
)


class GivingOut:
    """Asks where a file goes, draws it in a job and saves it."""

    def __init__(self, desk: Desk, messages: Messages, printing: PrintingOut) -> None:
        self._desk, self._messages, self._printing = desk, messages, printing

    def workforce(self) -> None:
        """Everyone's records as sheets of one spreadsheet, once it is clear that it names people."""
        if not self._desk.people.lines(include_leavers=True):
            self._messages.tell(Notice("Nobody is recorded yet.", to_do="Add people first, or bring in a sheet."))
            return
        self._messages.ask(_NAMED, self._save_workforce)

    def calendar(self) -> None:
        """What lapses and what is planned, without names."""
        calendar = self._desk.calendar.capture()
        if not calendar.entries:
            told = "Nothing lapses and nothing is planned from today on."
            self._messages.tell(Notice(told, to_do="Record training, or plan supervision, first."))
            return
        self._printing.save_file(calendar.title, "ics", lambda _step: draw_calendar(calendar))

    def _save_workforce(self) -> None:
        book = self._desk.exporting.capture()

        def draw(step: Step) -> bytes:
            return draw_workforce_xlsx(book, step)

        self._printing.save_file(book.title, "xlsx", draw)
