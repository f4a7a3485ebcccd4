# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The steps of a first run, one screen each."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.errors import AppError
from desktop.services.charity import Charity
from desktop.services.desk import Desk
from desktop.services.keeping import Keeping
from desktop.services.setting_up import offer
from desktop.services.signing_desk import SigningDesk
from desktop.ui.doorway.step_screen import Steps, StepScreen
from desktop.ui.forms.new_secret import NewSecret
from desktop.ui.forms.organisation_form import OrganisationForm
from desktop.ui.forms.recovery_sheet_form import RecoverySheet
from desktop.ui.forms.service_form import ServiceForm
from desktop.ui.forms.signing_form import SigningForm
from desktop.ui.infra.jobs import Job
from desktop.ui.infra.jobs import Step as JobStep
from desktop.ui.infra.page import Tools
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import box, clear, column, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, line, tick
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import words

On = Callable[[], object]


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

    def __init__(self, steps: Steps, desk: Desk, tools: Tools, code: str, on: On) -> None:
        super().__init__(steps)
        self._desk, self._tools = desk, tools
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

    def _issue(self) -> None:
        typed = self._again.text()
        self._again_field.clear_problem()

        def work(_step: JobStep) -> str:
            return self._desk.passphrases.issue_code(typed)

        def wrong(error: AppError) -> None:
            self._again_field.show_problem(" ".join(error.sentences[::2]))

        self._tools.jobs.start(Job("A new sheet", work, self._issued, wrong))

    def _issued(self, code: str) -> None:
        self._desk.passphrases.record_code()
        self._again.clear()
        self._ask.hide()
        self._sheet.show_code(code)


class SecondBackupStep(StepScreen):
    """A place for backups away from this computer."""

    def __init__(self, steps: Steps, keeping: Keeping, tools: Tools, on: On) -> None:
        super().__init__(steps)
        self._keeping, self._tools, self._on = keeping, tools, on
        place = button("Choose a stick or folder", "second-place", self._choose, kind="primary", icon_name="hard-drive")
        self._field = Field("Second place", place, "A memory stick, or a folder that another computer shares.")
        self.build(
            "Choose a second place for backups",
            "Sevenfold makes backups beside the workbook by itself. A second place keeps your work when this "
            "computer is lost or broken. Backups are locked with your passphrase.",
            self._field,
            go=None,
        )
        self.begin_at(place)

    def _choose(self) -> None:
        self._tools.messages.choose_folder("Where shall the second backup go?", self._chosen)

    def _chosen(self, place: Path) -> None:
        try:
            self._keeping.set_second_place(place)
        except AppError as error:
            self._field.show_problem(" ".join(error.sentences[::2]))
            return
        self._on()


class CharityStep(StepScreen):
    """Who we are, and who is at work."""

    def __init__(self, steps: Steps, charity: Charity, on: On) -> None:
        super().__init__(steps)
        self._charity, self._on = charity, on
        self._form = OrganisationForm()
        self._form.show_record(charity.organisation())
        self._who = line("at-work", charity.at_work())
        self._who_field = Field(
            "Your own name", self._who, "It stands beside the judgements you make. Packs show roles."
        )
        self._who.returnPressed.connect(self._go)
        about = "Packs say whose they are. You can change all of this later."
        self.build("Who are you?", about, self._form, self._who_field, go=("Go on", self._go))

    def begin(self) -> None:
        """The name comes first."""
        self._form.begin()

    def _go(self) -> None:
        record = self._form.record()
        self._who_field.clear_problem()
        if record is None:
            return
        if not self._who.text().strip():
            self._who_field.show_problem("Type your name first.")
            return
        try:
            self._charity.save_organisation(record)
            self._charity.set_at_work(self._who.text().strip())
        except AppError as error:
            self._who_field.show_problem(" ".join(error.sentences[::2]))
            return
        self._on()


class SignersStep(StepScreen):
    """Who may sign packs."""

    def __init__(self, steps: Steps, signing: SigningDesk, tools: Tools, on: On) -> None:
        super().__init__(steps)
        self._on = on
        self._form = SigningForm(signing, tools, self._ended)
        self.build(
            "Who may sign?",
            "Packs carry a signature, so that nobody can change them unseen. You need this before the first pack, not "
            "before the first judgement.",
            self._form,
            go=None,
        )
        self._form.begin(renew=False, alone=False)

    def begin(self) -> None:
        """First where the root key goes."""
        self._form.take_focus()

    def _ended(self, told: str) -> None:
        if told:
            self._on()
        elif self._steps.later is not None:
            self._steps.later()


class ServicesStep(StepScreen):
    """What the charity runs. Several may be added."""

    def __init__(self, steps: Steps, charity: Charity, on: On) -> None:
        super().__init__(steps)
        self._charity, self._on = charity, on
        self._room = QVBoxLayout()
        self._room.setSpacing(sp(6))
        self._form = ServiceForm(charity.scope_of)
        more = button("Save it, and add another", "service-more", self._more)
        self.build(
            "What do you run?",
            "Each service by itself. Its type decides which indicators apply.",
            self._room,
            self._form,
            row(more, None),
            go=("Save and go to Home", self._finish),
        )
        self._show_kept()

    def begin(self) -> None:
        """The name comes first."""
        self._form.begin()

    def _more(self) -> None:
        if self._keep():
            self._form.show_record(None)
            self._form.begin()

    def _finish(self) -> None:
        if self._keep():
            self._on()

    def _keep(self) -> bool:
        record = self._form.record()
        if record is None:
            return False
        try:
            self._charity.add_service(record)
        except AppError as error:
            self._form.show_problem(" ".join(error.sentences[::2]))
            return False
        self._show_kept()
        return True

    def _show_kept(self) -> None:
        clear(self._room)
        for kept in self._charity.services():
            self._room.addWidget(_kept_row(kept.service.name, kept.type))


def _kept_row(name: str, kind: str) -> QWidget:
    said = row(
        Mark("done", 18, ground="sunken"), (words(f"{name}. {kind}.", wrap=True), 1), gap=10, margins=(12, 6, 12, 6)
    )
    return box(said, "well")
