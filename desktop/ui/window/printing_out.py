# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Printing from the window: the list of a place, or the assessment as a form; read on the screen before it goes out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.models.errors import AppError
from desktop.models.prints import FormKind, ListPrint
from desktop.services.printing import (
    PRINTER_NOTE,
    Printing,
    draw_form_pdf,
    draw_form_xlsx,
    draw_list_pdf,
    draw_list_xlsx,
    save,
)
from desktop.support.files import Files
from desktop.ui.infra.jobs import Job, Jobs, Step, while_there
from desktop.ui.infra.messages import Notice
from desktop.ui.infra.screen import Screen
from desktop.ui.preview.paper import Paper
from desktop.ui.widgets.buttons import button
from desktop.ui.window.print_screen import PrintScreen
from desktop.ui.window.window_messages import WindowMessages

Draw = Callable[[Step], bytes]


@dataclass(frozen=True, slots=True)
class Printout:
    """Something to print: its title, and how it is drawn as PDF, and as spreadsheet where it is a table."""

    title: str
    pdf: Draw
    sheet: Draw | None = None


class PrintingOut:
    """Opens the print screen over the window, and takes the pages to a printer or a file."""

    def __init__(
        self,
        printing: Printing,
        messages: WindowMessages,
        jobs: Jobs,
        show_over: Callable[[Screen], object],
        close_over: Callable[[], object],
    ) -> None:
        self._printing = printing
        self._messages = messages
        self._jobs = jobs
        self._show_over = show_over
        self._close_over = close_over
        self._paper: Paper | None = None

    def print_list(self, listing: ListPrint | None) -> None:
        """Show a list as pages."""
        if listing is None or not listing.rows:
            self._messages.tell(Notice("There is nothing to print here yet.", to_do="Add something to the list first."))
            return
        self._show(self._of_list(listing))

    def print_pages(self, title: str, pdf: Draw) -> None:
        """Show what a page draws."""
        self._show(Printout(title, pdf))

    def save_sheet(self, listing: ListPrint | None) -> None:
        """Save a list as a spreadsheet."""
        if listing is None or not listing.rows:
            self._messages.tell(Notice("There is nothing to save here yet.", to_do="Add something to the list first."))
            return
        self._save_sheet(self._of_list(listing))

    def save_file(self, title: str, ending: str, draw: Draw) -> None:
        """Draw a file in a job, and save it where the person says. ``title`` gives it its name."""
        self._jobs.start(Job("Saving", draw, lambda data: self._write(title, ending, data)))

    def print_form(self, kind: FormKind) -> None:
        """Show the assessment as a form: blank for a meeting, or filled in as it stands."""
        try:
            form = self._printing.capture_form(kind)
        except AppError as error:
            self._messages.tell(error)
            return
        title = "Blank assessment" if kind is FormKind.BLANK else "Assessment as it stands"

        def pdf(step: Step) -> bytes:
            return draw_form_pdf(form, step)

        def sheet(step: Step) -> bytes:
            return draw_form_xlsx(form, step)

        self._show(Printout(title, pdf, sheet))

    def _of_list(self, listing: ListPrint) -> Printout:
        head = self._printing.capture_head()

        def pdf(step: Step) -> bytes:
            return draw_list_pdf(head, listing, step)

        def sheet(step: Step) -> bytes:
            return draw_list_xlsx(head, listing, step)

        return Printout(listing.title, pdf, sheet)

    def _show(self, printout: Printout) -> None:
        screen = PrintScreen(printout.title, self._printing.file_name(printout.title, "pdf"), PRINTER_NOTE, self._close)
        self._show_over(screen)
        self._messages.use(screen.banner)
        screen.begin()

        def drawn(pdf: bytes) -> None:
            ways = [
                button("Print", "print-now", lambda: self._print(pdf), kind="primary", icon_name="printer"),
                button("Save as PDF", "save-pdf", lambda: self._write(printout.title, "pdf", pdf)),
            ]
            if printout.sheet is not None:
                ways.append(button("Save as a spreadsheet", "save-xlsx", lambda: self._save_sheet(printout)))
            screen.show_pages(pdf, ways)

        self._jobs.start(Job("Printing", printout.pdf, while_there(screen, drawn)))

    def _save_sheet(self, printout: Printout) -> None:
        if printout.sheet is not None:
            self.save_file(printout.title, "xlsx", printout.sheet)

    def _close(self) -> None:
        self._close_over()

    def _print(self, pdf: bytes) -> None:
        self._paper = Paper(pdf, self._messages)
        self._paper.ask()

    def _write(self, title: str, ending: str, data: bytes) -> None:
        def chosen(path: Path) -> None:
            target = path if path.suffix else path.with_suffix(f".{ending}")
            try:
                save(data, target, Files(), replace=target == path)  # the dialog asked about that name alone
            except AppError as error:
                self._messages.tell(error)
                return
            self._messages.done(f"Saved as {target.name}.", folder=target.parent)

        self._messages.choose_target("Save", self._printing.file_name(title, ending), chosen)
