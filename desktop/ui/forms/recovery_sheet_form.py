# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A new recovery code on the screen: save its sheet, and type a group of it back. The code is kept nowhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFrame

from desktop.models.errors import AppError
from desktop.services.printing import PRINTER_NOTE, Printing, save
from desktop.services.set_up_steps import SetUpSteps
from desktop.services.setting_up import GroupAsked, ask_group
from desktop.support.files import Files
from desktop.ui.infra.page import Tools
from desktop.ui.preview.paper import Paper
from desktop.ui.widgets.boxes import column, plain, side_by_side
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.text import hint, words


class RecoverySheet(QFrame):
    """Hidden until there is a code, and again when its sheet is in a person's hands.

    ``done``: what follows in a first run, where no older sheet stops working.
    """

    def __init__(
        self, steps: SetUpSteps, printing: Printing, tools: Tools, done: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self.setProperty("shape", "well")
        self.setObjectName("new-sheet")
        self._steps, self._printing, self._tools = steps, printing, tools
        self._done = done
        self._code = ""
        self._paper: Paper | None = None
        self._asked: GroupAsked | None = None
        self._shown = words("", "lead", 600, wrap=True)
        self._shown.setObjectName("recovery-code")
        keep = button("Save the sheet as a PDF", "sheet-save", self._choose, icon_name="download")
        self._to_paper = button("Print the sheet", "sheet-print", self._print, icon_name="printer")
        self._ask = button("I have kept the sheet. Go on", "sheet-ask", self._hide_code, kind="primary")
        again = button("Show the code again", "sheet-show", self._show_again, kind="link")
        self._typed = line("sheet-group", limit=12)
        self._question = words("", wrap=True)
        self._field = Field("Type the group back from your sheet", self._typed, width=160)
        check = button("This is it", "sheet-confirm", self._confirm, kind="primary")
        self._typed.returnPressed.connect(self._confirm)
        note = hint(f"{PRINTER_NOTE} Delete the PDF when it is printed.")
        copy = hint("Or copy the code by hand, letter for letter.")
        title = words("Your recovery code", "body", 600)
        shown = (title, self._shown, copy, side_by_side(self._to_paper, keep), note, side_by_side(self._ask))
        self._with_code = plain(column(*shown, gap=10))
        asked = (self._question, self._field, side_by_side(check, again))
        self._without_code = plain(column(*asked, gap=10))
        self.setLayout(column(self._with_code, self._without_code, margins=(14, 12, 14, 12)))
        self.hide()

    def show_code(self, code: str) -> None:
        """Show a code that was just made."""
        self._code = code
        self._asked = ask_group(code)
        self._shown.setText(code.replace("-", "  "))
        self._shown.setAccessibleName(f"Recovery code, {code.count('-') + 1} groups: {code}")
        old = "" if self._done else "The old sheet works no more. "
        self._question.setText(f"{old}What is group {self._asked.number} of the code on your sheet?")
        self._typed.clear()
        self._field.clear_problem()
        self.show()
        self._show_again()

    def take_focus(self) -> None:
        """Begin where the sheet is printed; one goes on from there to the button that asks for a group."""
        self._to_paper.setFocus()

    def _show_again(self) -> None:
        self._with_code.show()
        self._without_code.hide()
        self.take_focus()

    def _hide_code(self) -> None:
        """What is typed back has to come from the sheet, not from the screen."""
        self._with_code.hide()
        self._without_code.show()
        self._typed.setFocus()

    def _print(self) -> None:
        self._paper = Paper(self._printing.recovery_sheet_pdf(self._code), self._tools.messages)
        self._paper.ask()

    def _choose(self) -> None:
        name = self._printing.file_name("Recovery sheet", "pdf")
        self._tools.messages.choose_target("Save the recovery sheet", name, self._save)

    def _save(self, path: Path) -> None:
        try:
            save(self._printing.recovery_sheet_pdf(self._code), path, Files(), replace=True)  # the dialog asked
        except AppError as error:
            self._tools.messages.tell(error)
            return
        self._tools.messages.done(f"Saved {path.name}. Print it, then delete the file.", folder=path.parent)

    def _confirm(self) -> None:
        if self._asked is None:
            return
        self._field.clear_problem()
        try:
            self._steps.confirm_code(self._asked, self._typed.text())
        except AppError as error:
            self._field.show_problem(error.brief)
            return
        self._code, self._asked = "", None
        self._shown.clear()
        self._shown.setAccessibleName("")
        self._typed.clear()
        if self._done:
            self._done()
            return
        self.hide()
        self._tools.messages.done("The new recovery sheet is the one that works now. Destroy the old one.")
