# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Printing: any screen's list, the assessment as a form, and the recovery sheet, as PDF or as a spreadsheet.

``capture`` parts read the workbook and are short; ``draw`` parts are pure and may run in a thread.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop import __version__
from desktop.models.errors import AppError
from desktop.models.prints import FormKind, FormPrint, ListPrint, PrintHead
from desktop.reports.assessment_form import draw_form
from desktop.reports.form_sheets import form_book
from desktop.reports.listing import draw_list
from desktop.reports.recovery_sheet import draw_recovery_sheet
from desktop.reports.sheets import list_book
from desktop.reports.wording import day
from desktop.services.form_capture import capture_form
from desktop.storage.recovery import sheet_text
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files

Step = Callable[[int, int, str], None]
PRINTER_NOTE = "A printer may keep a copy of what it prints. Collect the pages at once."


class FileThereError(AppError):
    """A file of this name is there, and nobody said that it may be replaced."""

    code = "file_there"
    happened = "A file named {name} is already in this folder."
    safe = "It was not changed."
    to_do = "Choose another name, or say that the old file may be replaced."


def no_step(done: int, total: int, label: str) -> None:
    """Tell nobody."""


class Printing:
    """What one open workbook can print."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._workbook = workbook
        self._clock = clock

    def capture_head(self) -> PrintHead:
        """What every page says of itself: the charity, the practice mark, the day."""
        found = self._workbook.db.organisation.find()
        return PrintHead(
            charity=found.name if found else "",
            practice=self._workbook.practice,
            printed=self._clock.today(),
            made=self._clock.now(),
            app_version=__version__,
        )

    def file_name(self, title: str, ending: str) -> str:
        """A name to offer for saving, like 'Actions 22 November 2026.pdf'; ``ending`` is 'pdf' or 'xlsx'."""
        plain = " ".join("".join(sign if sign.isalnum() or sign in " -" else " " for sign in title).split())
        practice = "Practice " if self._workbook.practice else ""
        return f"{practice}{plain or 'List'} {day(self._clock.today())}.{ending}"

    def capture_form(self, kind: FormKind, standards: Sequence[int] = ()) -> FormPrint:
        """The newest assessment as a form, for the standards with these numbers (none given: all)."""
        return capture_form(self._workbook.db, self.capture_head(), kind, standards, self._clock.today())

    def recovery_sheet_text(self, code: str) -> str:
        """The recovery sheet of this workbook as plain text, with a code that was just made."""
        return sheet_text(
            code,
            made=self._clock.today(),
            workbook_id=self._workbook.workbook_id,
            version=__version__,
            practice=self._workbook.practice,
        )

    def recovery_sheet_pdf(self, code: str) -> bytes:
        """The recovery sheet on one page, with a code that was just made. Keep it in no file that is not asked for."""
        return draw_recovery_sheet(self.capture_head(), self.recovery_sheet_text(code))


def draw_list_pdf(head: PrintHead, listing: ListPrint, step: Step = no_step) -> bytes:
    """A list as a tagged A4 PDF. Pure."""
    return draw_list(head, listing, step)


def draw_list_xlsx(head: PrintHead, listing: ListPrint, step: Step = no_step) -> bytes:
    """A list as a spreadsheet. Pure."""
    return list_book(head, listing, step)


def draw_form_pdf(form: FormPrint, step: Step = no_step) -> bytes:
    """A form as a tagged A4 PDF. Pure."""
    return draw_form(form, step)


def draw_form_xlsx(form: FormPrint, step: Step = no_step) -> bytes:
    """A form as a spreadsheet, one sheet a standard. Pure."""
    return form_book(form, step)


def save(data: bytes, path: Path, files: Files, *, replace: bool = False) -> None:
    """Save what was drawn. Never over another file without ``replace``; raises ``FileThereError``."""
    if path.exists() and not replace:
        raise FileThereError(name=path.name)
    with plain_disk_errors(f"The file {path.name}"):
        files.write(path, data)
