# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Makes the charity's keys, or a new certificate: where the root key file is, its own passphrase, then a job."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFrame, QPushButton
from shiboken6 import isValid

from desktop.models.dates import long_date
from desktop.models.errors import AppError
from desktop.services.setting_up import offer
from desktop.services.signer_keys import SignerPrepared
from desktop.services.signing_desk import SigningDesk
from desktop.ui.forms.new_secret import NewSecret
from desktop.ui.infra.jobs import Job, Step
from desktop.ui.infra.page import Tools
from desktop.ui.theme import icon
from desktop.ui.widgets.boxes import column, side_by_side
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.field import Field, line, tick
from desktop.ui.widgets.text import heading, words

_SET_UP = "Anyone can check that a pack is yours and unchanged. It may wait until you make the first pack."
_HOW = (
    "Two keys are made. The root key stands for the charity for 20 years. It goes into a file on a memory stick, under "
    "a passphrase of its own, and is needed again in five years. The signing key stays in this workbook."
)
_RENEW = "A new certificate is made with the root key file. The fingerprint stays the same."


class SigningForm(QFrame):
    """One form for both. ``done`` is given a sentence when keys were made, and '' when it was given up."""

    def __init__(self, signing: SigningDesk, tools: Tools, done: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("signing-form")
        self._signing, self._tools, self._done = signing, tools, done
        self._renewing = False
        self._file: Path | None = None
        self._title = heading("", "h3")
        self._about = words("", wrap=True)
        self._how_button = button("How this works", "signing-how", self._turn_how, kind="linkic")
        self._how = words(_HOW, tone="soft", wrap=True)
        self._place: QPushButton = button("", "root-place", self._choose_place, icon_name="folder-open")
        self._place_field = Field("Root key file", self._place, "Best on a memory stick that is locked away.")
        self._chosen = words("", wrap=True)
        self._chosen.setObjectName("root-chosen")
        self._remark = words("", wrap=True)
        self._remark.setObjectName("root-remark")
        self._secret = NewSecret(
            "root-secret",
            "Passphrase of the root key",
            "Write it on paper. Keep it apart from the stick.",
            secret=False,
        )
        self._others = button("Offer other words", "root-offer", self._offer, kind="link")
        self._known = line("root-known", secret=True)
        self._known_field = Field("Passphrase of the root key", self._known, "As written down then.", width=420)
        self._written = tick("root-written", "I have written it down")
        self._own = line("signing-passphrase", secret=True)
        about_own = "The one that opens this workbook. It locks the signing key."
        self._own_field = Field("Your own passphrase", self._own, about_own, width=420)
        self._own.returnPressed.connect(self._start)
        self._go = button("Make the keys", "signing-go", self._start, kind="primary")
        self._back = button("Go back", "signing-back", self._give_up)
        about = (self._title, self._about, side_by_side(self._how_button), self._how)
        parts = (*about, self._place_field, self._chosen, self._remark, self._secret, side_by_side(self._others))
        last = (self._known_field, self._written, self._own_field, 2, side_by_side(self._go, self._back))
        self.setLayout(column(*parts, *last, gap=10, margins=(16, 12, 16, 12)))
        self.hide()

    def begin(self, *, renew: bool, alone: bool = True) -> None:
        """Start empty, for the first keys or for a new certificate. ``alone``: with its own way back."""
        self._back.setVisible(alone)
        self._renewing, self._file = renew, None
        self._title.setText("Renew the certificate" if renew else "Set up signing")
        self._about.setText(_RENEW if renew else _SET_UP)
        say(self._place, "Find the root key file" if renew else "Choose where to keep it")
        say(self._go, "Make the new certificate" if renew else "Make the keys")
        self._chosen.setText("No file chosen yet.")
        self._remark.hide()
        self._how_button.setVisible(not renew)
        self._show_how(shown=False)
        for widget in (self._secret, self._others, self._written):
            widget.setVisible(not renew)
        self._known_field.setVisible(renew)
        self._known.clear()
        self._own.clear()
        self._written.setChecked(False)
        self._offer() if not renew else self._secret.fill("")
        self._clear_problems()
        self.show()
        self.take_focus()

    def let_go(self) -> None:
        """Another section is shown: a passphrase waits in no field. The rest stays as it is."""
        self._own.clear()
        self._known.clear()

    def take_focus(self) -> None:
        """Begin with the place of the root key file."""
        self._place.setFocus()

    def _turn_how(self) -> None:
        self._show_how(shown=self._how.isHidden())

    def _show_how(self, *, shown: bool) -> None:
        self._how.setVisible(shown)
        self._how_button.setIcon(icon("chevron-down" if shown else "chevron-right", "action"))

    def _offer(self) -> None:
        self._secret.fill(offer())

    def _give_up(self) -> None:
        self._close("")

    def _close(self, told: str) -> None:
        self._secret.fill("")
        self.let_go()
        self.hide()
        self._done(told)

    def _choose_place(self) -> None:
        if self._renewing:
            kinds = "Root key files (*.key);;All files (*)"
            self._tools.messages.choose_files("The root key file", kinds, self._take_files)
        else:
            self._tools.messages.choose_target("Where to keep the root key", "sevenfold-root.key", self._take)

    def _take_files(self, paths: Sequence[Path]) -> None:
        self._take(paths[0])

    def _take(self, path: Path) -> None:
        self._file = path
        self._chosen.setText(str(path))
        self._remark.setText("" if self._renewing else self._signing.remark_on_place(path))
        self._remark.setVisible(bool(self._remark.text()))
        self._place_field.clear_problem()

    def _clear_problems(self) -> None:
        for field in (self._place_field, self._known_field, self._secret.field, self._own_field):
            field.clear_problem()

    def _start(self) -> None:
        self._clear_problems()
        if self._file is None:
            self._place_field.show_problem("Choose the file first.")
        elif self._renewing and not self._known.text():
            self._known_field.show_problem("Type the passphrase of the root key.")
        elif not self._renewing and not self._secret.check():
            return
        elif not self._renewing and not self._written.isChecked():
            self._secret.field.show_problem("Write it down on paper, then tick the box below.")
        elif not self._own.text():
            self._own_field.show_problem("Type the passphrase that opens this workbook.")
        elif self._go.isEnabled():
            self._make(self._file, self._own.text())

    def _make(self, file: Path, passphrase: str) -> None:
        signing, renewing = self._signing, self._renewing
        root_secret = self._known.text() if renewing else self._secret.text
        try:
            asked = (signing.ask_to_renew if renewing else signing.ask_to_set_up)(file)
        except AppError as error:
            self._place_field.show_problem(error.brief)
            return

        def work(step: Step) -> SignerPrepared:
            step(0, 1, "Making keys")
            if renewing:
                return signing.prepare_renewal(asked, passphrase, root_secret)
            return signing.prepare_set_up(asked, passphrase, root_secret)

        self._go.setEnabled(False)
        self._tools.jobs.start(Job("Making keys", work, self._record, self._refused, self._ready))

    def _ready(self) -> None:
        if isValid(self):
            self._go.setEnabled(True)

    def _refused(self, error: AppError) -> None:
        """Say why, under the field that it is about. All that was typed stays."""
        self._ready()
        fields = {"wrong_passphrase": self._own_field, "root_passphrase": self._known_field}
        if error.code in fields and isValid(self):
            fields[error.code].show_problem(error.brief)
        else:
            self._tools.messages.tell(error)

    def _record(self, prepared: SignerPrepared) -> None:
        self._ready()
        try:
            state = self._signing.record(prepared)
        except AppError as error:
            self._signing.discard(prepared)
            self._tools.messages.tell(error)
            return
        until = f" until {long_date(state.valid_until)}" if state.valid_until else ""
        away = "" if self._renewing else " Take the stick with the root key out, and lock it away."
        told = f"Packs can be signed{until}.{away}"
        if isValid(self):
            self._close(told)
        else:  # built anew meanwhile, as the look changed: the keys are recorded all the same
            self._tools.messages.done(told)
