# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The first two steps of a first run: the passphrase, and the recovery sheet. What is typed here is kept nowhere."""

from collections.abc import Callable

from desktop.models.errors import AppError
from desktop.services.desk import Desk
from desktop.services.setting_up import offer
from desktop.ui.doorway.step_screen import Steps, StepScreen
from desktop.ui.forms.new_secret import NewSecret
from desktop.ui.forms.recovery_sheet_form import RecoverySheet
from desktop.ui.infra.jobs import Job, while_there
from desktop.ui.infra.jobs import Step as JobStep
from desktop.ui.infra.page import Tools
from desktop.ui.widgets.boxes import box, column, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, line, tick

ASKED = "sheet-group"  # the field for a group of the code; which group is asked changes when the screen is built anew
Told = Callable[[str], object]


class PassphraseStep(StepScreen):
    """Five words are offered; others may be typed."""

    def __init__(self, steps: Steps, make: Callable[[str], object]) -> None:
        super().__init__(steps)
        self._make = make
        about = "Type your own, or keep these words. Whoever knows it can read everything."
        self._secret = NewSecret("first-passphrase", "Passphrase", about, secret=False)
        self._secret.fill(offer())
        another = button("Offer other words", "other-words", self._another, kind="link")
        self._written = tick("passphrase-kept", "I have written it down, or I know it by heart")
        self._secret.control.returnPressed.connect(self._go)
        self.build(
            "Choose a passphrase",
            "It locks your records. There is no other way in but the recovery sheet, which comes next.",
            self._secret,
            row(another, None),
            self._written,
            go=("Make our workbook", self._go),
        )
        self.begin_at(self._secret.control)

    def begin(self) -> None:
        """The words offered are chosen, so that typing one's own takes their place."""
        super().begin()
        self._secret.control.selectAll()

    def _another(self) -> None:
        self._secret.fill(offer())

    def _go(self) -> None:
        if not self._secret.check():
            return
        if not self._written.isChecked():
            self._secret.field.show_problem("Write it down, then tick the box below.", focus=False)
            self._written.setFocus()
            return
        self.setEnabled(False)
        self._make(self._secret.text)


class SheetStep(StepScreen):
    """The recovery sheet: kept, and a group typed back. After a stop the passphrase is asked, for a new sheet."""

    def __init__(self, steps: Steps, desk: Desk, tools: Tools, code: str, told: Told, on: Callable[[], object]) -> None:
        super().__init__(steps)
        self._desk, self._tools, self._told = desk, tools, told
        self._sheet = RecoverySheet(desk.set_up, desk.printing, tools, on)
        self._again = line("sheet-passphrase", secret=True)
        self._again_field = Field("Your passphrase", self._again, "A new sheet is made. One from before stops working.")
        self._again.returnPressed.connect(self._issue)
        issue = button("Make a new sheet", "sheet-issue", self._issue)
        ask = box(column(self._again_field, row(issue, None), gap=10, margins=(14, 12, 14, 12)), "well")
        self.build(
            "Keep a recovery sheet",
            "It opens the workbook when the passphrase is lost. Keep it away from this computer, such as in a locked "
            "drawer. A trustee is a good keeper.",
            ask,
            self._sheet,
            go=None,
        )
        ask.setVisible(not code)
        self._ask = ask
        if code:
            self._sheet.show_code(code)
        else:
            self.begin_at(self._again)

    def begin(self) -> None:
        """First the passphrase where it is asked, else the sheet."""
        if self._ask.isVisibleTo(self):
            super().begin()
        else:
            self._sheet.take_focus()

    def show_code(self, code: str) -> None:
        """The new sheet, in place of the question for the passphrase."""
        self._again.clear()
        self._ask.hide()
        self._sheet.show_code(code)

    def _issue(self) -> None:
        typed = self._again.text()
        self._again_field.clear_problem()
        if self._tools.jobs.busy:
            return  # pressed twice

        def work(_step: JobStep) -> str:
            return self._desk.passphrases.issue_code(typed)

        def wrong(error: AppError) -> None:
            self._again_field.show_problem(error.brief)

        self._tools.jobs.start(Job("A new sheet", work, self._issued, while_there(self, wrong)))

    def _issued(self, code: str) -> None:
        """The code is in force. This screen may have been built anew meanwhile, so the first run shows it."""
        self._desk.passphrases.record_code()
        self._told(code)
