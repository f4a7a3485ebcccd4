# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Who may sign: how the certificate stands, setting it up, renewing it, and giving the root certificate away."""

from pathlib import Path

from desktop.models.dates import long_date
from desktop.models.errors import AppError
from desktop.services.charity import Charity
from desktop.services.packing import BEGUN_PACK
from desktop.services.printing import save
from desktop.services.signing_desk import SigningDesk, SigningKind, SigningState
from desktop.services.targets import Place, Target
from desktop.support.files import Files
from desktop.ui.checking.fingerprint import Fingerprint
from desktop.ui.forms.signing_form import SigningForm
from desktop.ui.infra.messages import Notice
from desktop.ui.infra.page import Tools
from desktop.ui.pages.charity.section import Facts, Section
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.boxes import card, column, plain, row, side_by_side
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.text import heading, hint, words

_BADGES = {
    SigningKind.NONE: ("not_answered", "Not set up"),
    SigningKind.READY: ("done", "Ready to sign"),
    SigningKind.LAPSED: ("lapsed", "Ran out"),
    SigningKind.LOST: ("missing", "No key here"),
}
_SOON_DAYS = 60


class SigningSection(Section):
    """The state, its fingerprint, and the form for keys."""

    title = "Who may sign"
    about = "A signed pack shows a commissioner that it came from you and was not changed since."

    def __init__(self, signing: SigningDesk, charity: Charity, tools: Tools) -> None:
        super().__init__()
        self._signing, self._charity, self._tools = signing, charity, tools
        self._state: SigningState | None = None
        self._badge = Badge("not_answered")
        self._sentence = words("", "body", 600, wrap=True)
        self._sentence.setObjectName("signing-state")
        self._facts = Facts(("Charity", "Signatory", "Good until"))
        self._begin = button("Set up signing", "signing-begin", self._open_form, icon_name="pen-line")
        self._to_pack = button("Go on with the pack", "signing-to-pack", self._go_to_pack, icon_name="briefcase")
        head = plain(row(self._badge, (self._sentence, 1), gap=10))
        self._fingerprint = Fingerprint()
        give = button("Save the root certificate", "root-save", self._choose_target, icon_name="download")
        told = hint(
            "Give the root certificate to your commissioner once. Let them phone you and compare the fingerprint with "
            "what their own checker shows."
        )
        title = heading("Fingerprint", "h3")
        self._known = plain(column(title, told, self._fingerprint, side_by_side(give), gap=8))
        self._form = SigningForm(signing, tools, self._made)
        self._card = card(head, self._facts, side_by_side(self._to_pack, self._begin), gap=10)
        self.build(self._card, self._form, self._known)

    def refresh(self) -> None:
        """Show how signing stands."""
        state = self._signing.state()
        self._state = state
        name, said = _BADGES[state.kind]
        soon = state.kind is SigningKind.READY and state.days_left is not None and state.days_left <= _SOON_DAYS
        self._badge.show_state("due" if soon else name, "Runs out soon" if soon else said, "Signing")
        self._sentence.setText(state.sentence)
        there = state.kind is not SigningKind.NONE
        begun = state.kind is SigningKind.READY and bool(self._tools.drafts.draft(BEGUN_PACK))
        self._to_pack.setVisible(begun)
        self._facts.setVisible(there)
        self._known.setVisible(there)
        say(self._begin, "Renew the certificate" if there else "Set up signing")
        self._begin.setVisible(not self._form.isVisibleTo(self))
        if there:
            until = long_date(state.valid_until) if state.valid_until else "Not known on this computer"
            self._facts.show_facts(Charity=state.charity, Signatory=state.signatory, Good_until=until)
            self._fingerprint.show_fingerprint(state.groups, state.words)

    def leave(self) -> None:
        """A passphrase waits in no field."""
        self._form.let_go()

    def _open_form(self) -> None:
        if self._charity.organisation() is None:
            self._tools.messages.tell(Notice("The charity has no name yet.", "", "Give it under Details first."))
            return
        self._form.begin(renew=self._state is not None and self._state.kind is not SigningKind.NONE)
        self._begin.hide()
        self.bring_into_view(self._form)

    def _made(self, told: str) -> None:
        """The form is done with; ``told`` says what was made, or '' when it was given up."""
        self.refresh()
        self._begin.setVisible(True)
        (self._begin if self._to_pack.isHidden() else self._to_pack).setFocus()
        if told:
            self._tools.messages.done(told)

    def _go_to_pack(self) -> None:
        self._tools.go(Target(Place.PACKS, "make"))

    def _choose_target(self) -> None:
        self._tools.messages.choose_target("Save the root certificate", "root.pem", self._save_root)

    def _save_root(self, path: Path) -> None:
        try:
            save(self._signing.root_certificate(), path, Files(), replace=True)  # the dialog asked
        except AppError as error:
            self._tools.messages.tell(error)
            return
        self._tools.messages.done(f"Saved {path.name}. It holds no secret.", folder=path.parent)
