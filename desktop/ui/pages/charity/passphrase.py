# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The passphrase, and the recovery sheet that helps when it is forgotten."""

from PySide6.QtWidgets import QLineEdit

from desktop.models.errors import AppError
from desktop.services.passphrases import Passphrases
from desktop.ui.forms.new_secret import NewSecret
from desktop.ui.forms.recovery_sheet_form import RecoverySheet
from desktop.ui.infra.jobs import Job, Step, while_there
from desktop.ui.infra.messages import Question
from desktop.ui.infra.page import Tools
from desktop.ui.pages.charity.section import Section
from desktop.ui.widgets.boxes import box, card, column, side_by_side
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, line, tick
from desktop.ui.widgets.text import heading, hint, words

_WRONG = "wrong_passphrase"


class PassphraseSection(Section):
    """Change the passphrase, or make a new sheet. Both take seconds, in a job."""

    title = "Passphrase and recovery sheet"
    about = "Nobody can open this workbook without one of the two. We cannot help either, so keep the sheet safe."

    def __init__(self, passphrases: Passphrases, sheet: RecoverySheet, tools: Tools, *, practice: bool = False) -> None:
        super().__init__()
        self._passphrases, self._sheet, self._tools = passphrases, sheet, tools
        self._old = line("passphrase-old", secret=True)
        self._old_field = Field("The passphrase now", self._old, width=420)
        self._new = NewSecret("passphrase-new", "The new passphrase", "Four or five words are strong and easy to type.")
        self._again = line("passphrase-again", secret=True)
        self._again_field = Field("The new one again", self._again, width=420)
        shown = tick("passphrase-shown", "Show what I type", self._show_typed)
        change = button("Change the passphrase", "passphrase-change", self._change)
        older = hint("Backups made before still open with the passphrase of their day. Make a new backup afterwards.")
        renew = button("Make a new recovery sheet", "sheet-new", self._ask_for_sheet, icon_name="printer")
        why = words(
            "The recovery sheet opens the workbook when the passphrase is forgotten. Keep it on paper, away from this "
            "computer. A new sheet makes the old one worthless.",
            wrap=True,
        )
        self._own = line("sheet-passphrase", secret=True)
        self._own_field = Field("Your passphrase", self._own, "The one that opens this workbook.", width=420)
        self._own.returnPressed.connect(self._issue)
        self._make = button("Make the sheet", "sheet-issue", self._issue, kind="primary")
        keep = button("Keep the old sheet", "sheet-keep", self._close_ask)
        self._ask = box(column(self._own_field, side_by_side(self._make, keep), margins=(14, 12, 14, 12)), "well")
        self._ask.hide()
        fields = (self._old_field, self._new, self._again_field, shown)
        own = words("The practice charity opens by itself. Your own workbook has a passphrase and a sheet.", wrap=True)
        cards = (
            card(heading("Change the passphrase", "h3"), *fields, side_by_side(change), older, gap=10),
            card(heading("Recovery sheet", "h3"), why, side_by_side(renew), self._ask, sheet, gap=10),
        )
        self.build(own, *cards)
        own.setVisible(practice)
        for each in cards:
            each.setVisible(not practice)

    def refresh(self) -> None:
        """Nothing is read: passphrases are kept nowhere."""

    def leave(self) -> None:
        """Let go of what was typed: a passphrase waits in no field."""
        for field in (self._old, self._again):
            field.clear()
        self._new.fill("")
        self._close_ask()

    def _show_typed(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self._old, self._again):
            field.setEchoMode(mode)
        self._new.show_typed(shown)

    def _change(self) -> None:
        self._old_field.clear_problem()
        self._again_field.clear_problem()
        old, new = self._old.text(), self._new.text
        if not old:
            self._old_field.show_problem("Type the passphrase that opens this workbook now.")
        elif self._new.check():
            if new != self._again.text():
                self._again_field.show_problem("These two are not the same. Type the new one again.")
                return
            passphrases = self._passphrases

            def work(step: Step) -> AppError | None:
                step(0, 1, "Making the new key")
                return passphrases.change(old, new)

            self._tools.jobs.start(
                Job("Changing the passphrase", work, self._changed, while_there(self, self._refused))
            )

    def _changed(self, half: AppError | None) -> None:
        self._passphrases.record_change()
        while_there(self, self.leave)()
        if half is not None:
            self._tools.messages.tell(half)
            return
        self._tools.messages.done("The passphrase was changed. The recovery sheet still works.")

    def _refused(self, error: AppError) -> None:
        self._tell_under(self._old_field, error)

    def _tell_under(self, field: Field, error: AppError) -> None:
        """A wrong passphrase is told under its field, and all that was typed stays; anything else above."""
        if error.code == _WRONG:
            field.show_problem(error.brief)
        else:
            self._tools.messages.tell(error)

    def _ask_for_sheet(self) -> None:
        told = "The sheet you have stops working at once. Have a printer or a memory stick ready for the new one."
        question = Question("Make a new recovery sheet?", told, "Keep the old sheet", "Make a new sheet")
        self._tools.messages.ask(question, self._ask_passphrase)

    def _ask_passphrase(self) -> None:
        self._ask.show()
        self._own.setFocus()
        self.bring_into_view(self._ask)

    def _close_ask(self) -> None:
        self._own.clear()
        self._own_field.clear_problem()
        self._ask.hide()

    def _issue(self) -> None:
        passphrases, typed = self._passphrases, self._own.text()
        self._own_field.clear_problem()
        if not typed:
            self._own_field.show_problem("Type the passphrase that opens this workbook.")
            return
        if not self._make.isEnabled():
            return
        self._make.setEnabled(False)

        def work(step: Step) -> str:
            step(0, 1, "Making the new code")
            return passphrases.issue_code(typed)

        def refused(error: AppError) -> None:
            self._make.setEnabled(True)
            self._tell_under(self._own_field, error)

        ready = while_there(self, lambda: self._make.setEnabled(True))
        self._tools.jobs.start(Job("Making a recovery sheet", work, self._issued, while_there(self, refused), ready))

    def _issued(self, code: str) -> None:
        self._passphrases.record_code()
        while_there(self, self._show_code)(code)

    def _show_code(self, code: str) -> None:
        self._make.setEnabled(True)
        self._close_ask()
        self._sheet.show_code(code)
        self.bring_into_view(self._sheet)
