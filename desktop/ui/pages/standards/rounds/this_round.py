# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The newest round: how it stands, what to know before a sign-off, and signing it off or reopening it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.models.errors import AppError
from desktop.models.rounds import RoundState
from desktop.services.place_words import SECOND_READER
from desktop.services.rounds.round_line import RoundLine
from desktop.services.rounds.rounds import Rounds
from desktop.services.rounds.signing_off import Readiness, SigningOff
from desktop.services.targets import Place, Target
from desktop.ui.infra.page import Tools
from desktop.ui.pages.standards.rounds.sign_off_form import SignOffForm
from desktop.ui.pages.standards.rounds.words import STATES, ready_lines
from desktop.ui.theme import sp
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.boxes import clear, column, plain, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import heading, words


class ThisRound(QFrame):
    """A card. ``print_page`` shows the trustees' page."""

    def __init__(self, rounds: Rounds, tools: Tools, print_page: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("this-round")
        self._rounds, self._tools = rounds, tools
        self._ready: Readiness | None = None
        self._title = heading("", "h3")
        self._badge = Badge("later")
        self._said = words("", wrap=True)
        self._said.setObjectName("round-said")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(sp(6))
        self._sign = button("Sign it off", "round-sign-off", self._begin, kind="primary")
        self._read = button("Second reader", "round-second-reader", self._to_reader)
        self._print = button("Page for the trustees", "round-print", print_page, icon_name="printer")
        self._reopen = button("Reopen it", "round-reopen", self._ask_why)
        self._acts = plain(Flow(self._sign, self._read, self._print, self._reopen))
        self._form = SignOffForm(self._signed, tools, self._close)
        self._why = line("reopen-why", limit=600)
        self._why_field = Field("Why must it be reopened?", self._why, "What was signed off is kept, with this reason.")
        self._why.returnPressed.connect(self._reopened)
        self._why_form: QWidget = plain(
            column(
                self._why_field,
                plain(
                    Flow(
                        button("Reopen it now", "reopen-save", self._reopened, kind="primary"),
                        button("Leave it closed", "reopen-back", self._close, kind="plain"),
                    )
                ),
                gap=10,
            )
        )
        head = row((self._title, 1), self._badge, gap=10)
        parts = (head, self._said, self._lines, self._acts, self._form, self._why_form)
        self.setLayout(column(*parts, gap=12, margins=(16, 12, 16, 14)))
        self._close()

    def show_round(self, found: RoundLine) -> None:
        """Show how it stands."""
        may_change = found.state.can_change
        self._ready = self._rounds.sign_offs.readiness() if may_change else None
        self._title.setText(f"Assessment of {found.title}")
        self._badge.show_state(STATES[found.state], found.state.value.capitalize())
        self._said.setText(found.words)
        clear(self._lines)
        for name, sentence in ready_lines(self._ready) if self._ready else ():
            self._lines.addLayout(row(Mark(name, 18), (words(sentence, wrap=True), 1), gap=10))
        for part in (self._sign, self._read):
            part.setVisible(may_change)
            part.setEnabled(not self._tools.drafts.read_only)
        self._reopen.setVisible(found.state is RoundState.SIGNED_OFF or found.state is RoundState.LAPSED)
        self._reopen.setEnabled(not self._tools.drafts.read_only)
        if may_change is self._why_form.isVisible() or not (may_change or self._form.isHidden()):
            self._close()

    def arrange(self, em: float) -> None:
        """Fit the width."""
        self._form.arrange(em)

    def leave(self) -> None:
        """Keep what is half filled in."""
        if not self._form.isHidden():
            self._form.leave()

    def begin(self) -> None:
        """Put the focus on the first act."""
        (self._sign if not self._sign.isHidden() else self._print).setFocus()

    def _begin(self) -> None:
        if self._ready is not None:
            self._open(self._form)
            self._form.begin(self._ready)

    def _ask_why(self) -> None:
        self._why.clear()
        self._why_field.clear_problem()
        self._open(self._why_form)
        self._why.setFocus()

    def _open(self, form: QWidget) -> None:
        self._acts.hide()
        form.show()

    def _close(self) -> None:
        inside = self.isAncestorOf(self.window().focusWidget() or self.window())
        self._form.hide()
        self._why_form.hide()
        self._acts.show()
        if inside:
            self.begin()

    def _signed(self, said: SigningOff) -> None:
        self._rounds.sign_offs.sign_off(said)
        self._tools.messages.done("The assessment is signed off. Packs are made from it as it stands now.")

    def _reopened(self) -> None:
        try:
            self._rounds.sign_offs.reopen(self._why.text())
        except AppError as error:
            self._why_field.show_problem(error.brief)
            return
        self._close()
        self._tools.messages.done("The assessment is open again. What was signed off is kept with your reason.")

    def _to_reader(self) -> None:
        self._tools.go(Target(Place.STANDARDS, SECOND_READER))
