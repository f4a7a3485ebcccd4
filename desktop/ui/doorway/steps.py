# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The later steps of a first run, one screen each: the second place, the charity, who signs, what it runs."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.models.errors import AppError
from desktop.services.charity import Charity
from desktop.services.desk import Desk
from desktop.services.keeping import Keeping
from desktop.ui.doorway.kept_fields import ScreenDraft
from desktop.ui.doorway.step_screen import Steps, StepScreen
from desktop.ui.forms.organisation_form import OrganisationForm
from desktop.ui.forms.service_form import ServiceForm
from desktop.ui.forms.signing_form import SigningForm
from desktop.ui.infra.form_draft import Drafts
from desktop.ui.infra.page import Tools
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import box, clear, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import words

On = Callable[[], object]


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
            self._keeping.second_place.choose(place)
        except AppError as error:
            self._field.show_problem(error.brief)
            return
        self._on()


class CharityStep(StepScreen):
    """Who we are, and who is at work."""

    def __init__(self, steps: Steps, charity: Charity, drafts: Drafts, on: On) -> None:
        super().__init__(steps)
        self._charity, self._on = charity, on
        self._who = line("at-work", charity.at_work())
        self._who_field = Field(
            "Your own name", self._who, "It stands beside the judgements you make. Packs show roles."
        )
        self._form = OrganisationForm(self._who_field, folded=True)
        enter_goes_on(self._form, self._go)
        self._form.show_record(charity.organisation())
        about = "Packs say whose they are. You can change all of this later."
        self.build("Who are you?", about, self._form, go=("Go on", self._go))
        self.draft = ScreenDraft(self, drafts, "set-up-charity")

    def begin(self) -> None:
        """The name comes first."""
        self._form.begin()

    def _go(self) -> None:
        record = None if self.over else self._form.record()
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
            self._who_field.show_problem(error.brief)
            return
        drop(self.draft)
        self._on()


class SignersStep(StepScreen):
    """Who may sign packs."""

    def __init__(self, steps: Steps, desk: Desk, tools: Tools, on: On) -> None:
        super().__init__(steps)
        self._on = on
        self._form = SigningForm(desk.signing, tools, self._ended)
        self.build(
            "Who may sign?",
            _who_may_sign(desk.charity),
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

    def __init__(self, steps: Steps, charity: Charity, drafts: Drafts, on: On) -> None:
        super().__init__(steps)
        self._charity, self._on = charity, on
        self._room = QVBoxLayout()
        self._room.setSpacing(sp(6))
        self._form = ServiceForm(charity.scope_of)
        enter_goes_on(self._form, self._finish)
        more = button("Save it, and add another", "service-more", self._more)
        self.build(
            "What do you run?",
            "Each service by itself. Its type decides which indicators apply.",
            self._room,
            self._form,
            go=("Save and go to Home", self._finish),
            also=[more],
        )
        self._show_kept()
        self.draft = ScreenDraft(self, drafts, "set-up-service")

    def begin(self) -> None:
        """The name comes first."""
        self._form.begin()

    def _more(self) -> None:
        if self._keep():
            self._form.show_record(None)
            drop(self.draft)
            self._form.begin()

    def _finish(self) -> None:
        if self._form.untouched and self._charity.services():
            self._on()
        elif self._keep():
            drop(self.draft)
            self._on()

    def _keep(self) -> bool:
        record = None if self.over else self._form.record()
        if record is None:
            return False
        try:
            self._charity.add_service(record)
        except AppError as error:
            self._form.show_problem(error.brief)
            return False
        self._show_kept()
        return True

    def _show_kept(self) -> None:
        clear(self._room)
        for kept in self._charity.services():
            self._room.addWidget(_kept_row(kept.service.name, kept.type))


def enter_goes_on(form: QWidget, go_on: Callable[[], object]) -> None:
    """Enter in any field of one line does what the step's button does."""
    for field in form.findChildren(QLineEdit):
        field.returnPressed.connect(go_on)


def drop(draft: ScreenDraft | None) -> None:
    """What stood in the fields was saved."""
    if draft is not None:
        draft.drop()


def _who_may_sign(charity: Charity) -> str:
    """Whom this is about, by name."""
    kept, who = charity.organisation(), charity.at_work()
    name = kept.name if kept else "your charity"
    example = f"{who}, when a commissioner asks for a pack" if who else "a manager, when a commissioner asks for a pack"
    return f"Whoever knows the passphrase of this workbook may sign packs for {name}. For example: {example}."


def _kept_row(name: str, kind: str) -> QWidget:
    said = row(
        Mark("done", 18, ground="sunken"), (words(f"{name}. {kind}.", wrap=True), 1), gap=10, margins=(12, 6, 12, 6)
    )
    return box(said, "well")
