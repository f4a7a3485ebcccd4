# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Step 3: who signs, and the passphrase. After this the pack is written and checked."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.models.dates import long_date
from desktop.models.errors import AppError
from desktop.services.packing import Packing
from desktop.services.signing_desk import SigningDesk, SigningKind, SigningState
from desktop.services.targets import Place, Target
from desktop.ui.infra.page import Tools
from desktop.ui.pages.packs.making import Making
from desktop.ui.pages.packs.step_head import StepHead
from desktop.ui.pages.packs.what_goes_in import Ways
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import card, column, row
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.field import Field, line, tick
from desktop.ui.widgets.text import heading, hint, words

_WIDTH = 720
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse
_WRONG = "This passphrase does not open the signing key. Look at Caps Lock, then type it again."
_SOON = 60


class SignPart(QWidget):
    """``reader`` gives the name of who is at work: they read the pages."""

    def __init__(
        self,
        packing: Packing,
        signing: SigningDesk,
        making: Making,
        reader: Callable[[], str],
        tools: Tools,
        ways: Ways,
    ) -> None:
        super().__init__()
        self.setObjectName("pack-sign")
        self._signing, self._making, self._reader, self._tools = signing, making, reader, tools
        self._head = StepHead(3, "Read the pages again", ways.back, ways.give_up)
        self._who = words("", "lead", 600, wrap=True)
        self._who.setObjectName("pack-signs-as")
        self._until = words("", tone="soft", wrap=True)
        self._read_by = words("", tone="soft", wrap=True)
        self._where = words("", tone="soft", wrap=True)
        self._passphrase = line("pack-passphrase", secret=True)
        self._passphrase.returnPressed.connect(self._sign)
        self._field = Field(
            "Your passphrase", self._passphrase, "The one you unlock with. It opens the signing key.", width=420
        )
        self._show = tick("pack-show-passphrase", "Show what I type", self._show_typed)
        self._sign_button = button("Sign the pack", "pack-sign-now", self._sign, kind="primary", icon_name="pen-line")
        self._renew = button("Go to signing", "pack-go-signing", self._go_to_signing)
        practice = packing.practice_passphrase()
        self._practice = words(f"In the practice charity the passphrase is: {practice}", wrap=True)
        self._practice.setTextInteractionFlags(_SELECTABLE)
        facts = card(heading("Who signs", "h3"), self._who, self._until, self._read_by, self._where, gap=6)
        secret = card(
            self._field,
            self._show,
            self._practice,
            hint("Signing cannot be undone. A pack that was not sent can be deleted from its folder."),
            row(self._sign_button, self._renew, None, gap=10),
            gap=10,
        )
        self._practice.setVisible(bool(practice))
        for part in (self._head, facts, secret):
            part.setMaximumWidth(sp(_WIDTH))
        self.setLayout(column(self._head, facts, secret, None, gap=12, margins=(24, 2, 10, 14)))

    def show_signer(self) -> None:
        """Show who signs, and until when they may."""
        state = self._signing.state()
        ready = state.kind is SigningKind.READY
        self._who.setText(f"{state.charity}, {state.signatory}" if ready else state.sentence)
        self._until.setText(_until(state))
        self._until.setVisible(bool(self._until.text()))
        reader = self._reader()
        self._read_by.setText(f"Read by {reader}." if reader else "")
        self._read_by.setVisible(bool(reader))
        self._where.setText(f"It is saved in {self._making.chosen.folder}.")
        self._renew.setVisible(not ready)
        say(self._renew, "Set up signing" if state.kind is SigningKind.NONE else "Go to signing")

    def begin(self) -> None:
        """Type the passphrase at once."""
        self._forget_typed()
        self._passphrase.setFocus()

    def tell(self, error: AppError) -> None:
        """A passphrase that does not open the key is told under the field; all else above."""
        self._forget_typed()
        if error.code == "wrong_passphrase":
            self._field.show_problem(_WRONG)
        else:
            self._tools.messages.tell(error)

    def _forget_typed(self) -> None:
        self._passphrase.clear()
        self._field.clear_problem()
        self._show.setChecked(False)
        self._show_typed(False)

    def _show_typed(self, on: bool) -> None:
        modes = QLineEdit.EchoMode
        self._passphrase.setEchoMode(modes.Normal if on else modes.Password)

    def _go_to_signing(self) -> None:
        self._tools.go(Target(Place.CHARITY, "signing"))

    def _sign(self) -> None:
        typed = self._passphrase.text()
        if not typed:
            self._field.show_problem("Type your passphrase. It opens the signing key.")
            return
        self._tools.messages.clear()
        self._forget_typed()
        self._making.sign(typed, self._reader())


def _until(state: SigningState) -> str:
    if state.valid_until is None:
        return ""
    left = state.days_left
    days = "1 day" if left == 1 else f"{left} days"
    soon = f" That is in {days}." if left is not None and 0 <= left <= _SOON else ""
    return f"The signing certificate lasts until {long_date(state.valid_until)}.{soon}"
