# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Records who signed the assessment off, in what role, when, and by which minute."""

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.models.errors import AppError
from desktop.models.typed_date import TypedDateError
from desktop.services.rounds.signing_off import Readiness, SigningOff, SignOffDayError
from desktop.ui.infra.form_draft import FormDraft
from desktop.ui.infra.page import Tools
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import column, plain, put
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.day_field import DayField
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import heading, hint, words
from desktop.ui.widgets.wrapped_tick import WrappedTick

_ABOUT = (
    "From then on the answers stay as they are, with the evidence and the figures of that day. Packs are made from "
    "what was signed off. This cannot be undone with Ctrl+Z; it can be reopened with a reason."
)
_BESIDE_EM = 44


class SignOffForm(QWidget):
    """``sign_off`` may refuse with an ``AppError``; ``back`` is called when the form is done with."""

    def __init__(self, sign_off: Callable[[SigningOff], object], tools: Tools, back: Callable[[], object]) -> None:
        super().__init__()
        self._sign_off, self._tools, self._back = sign_off, tools, back
        self._name = line("sign-off-name", limit=120)
        self._name_field = Field("Who signs it off?", self._name, "A trustee, or who the trustees asked.")
        self._role = line("sign-off-role", limit=120)
        self._role_field = Field("Their role", self._role, "Packs show the role, never the name.")
        self._day = DayField("On which day?", "sign-off-day", "Such as 3 March 2026.")
        self._minute = line("sign-off-minute", limit=120)
        minute = Field("Minute", self._minute, "Such as 4.2, if there is one.")
        self._one_reader = WrappedTick(
            "sign-off-one-reader", "We know that one person alone judged some critical indicators. Packs say so."
        )
        self._problem = words("", "small", 700, "gap", wrap=True)
        self._problem.setObjectName("sign-off-problem")
        acts = Flow(
            button("Sign it off", "sign-off-save", self._go, kind="primary"),
            button("Not now", "sign-off-back", back, kind="plain"),
        )
        title = heading("Sign this assessment off", "h3")
        pairs = ((self._name_field, self._role_field), (self._day, minute))
        self._rows = [
            put(QBoxLayout(QBoxLayout.Direction.LeftToRight), *((each, 1) for each in pair)) for pair in pairs
        ]
        for beside in self._rows:
            beside.setSpacing(sp(20))
        fields = plain(column(*self._rows, gap=10))
        fields.setMaximumWidth(sp(720))
        self.setLayout(column(title, hint(_ABOUT), fields, self._one_reader, self._problem, plain(acts), gap=10))
        self._draft = FormDraft(tools.drafts, self._name, self._role, self._day.line, self._minute)
        for each in (self._name, self._role, self._day.line, self._minute):
            each.returnPressed.connect(self._go)

    def begin(self, ready: Readiness) -> None:
        """Offer today; what was half filled in stands there again."""
        self._clear()
        self._day.show_day(self._tools.today())
        self._one_reader.show_ticked(on=False)
        self._one_reader.setVisible(bool(ready.by_one))
        self._draft.begin("sign-off")
        self._name.setFocus()

    def arrange(self, em: float) -> None:
        """Two fields side by side, or one under another."""
        way = QBoxLayout.Direction
        for each in self._rows:
            each.setDirection(way.LeftToRight if em >= _BESIDE_EM else way.TopToBottom)

    def leave(self) -> None:
        """Keep what is filled in for the next time."""
        self._draft.keep()

    def _clear(self) -> None:
        for field in (self._name_field, self._role_field, self._day):
            field.clear_problem()
        self._tell("")

    def _go(self) -> None:
        self._clear()
        try:
            day = self._day.read(self._tools.today())
        except TypedDateError:
            return  # it is told under its field
        if day is None:
            self._day.show_problem("Give the day on which it was signed off.")
            return
        said = SigningOff(
            self._name.text(), self._role.text(), day, self._minute.text(), one_reader=self._one_reader.ticked
        )
        try:
            self._sign_off(said)
        except AppError as error:
            self._refused(error)
            return
        self._draft.drop()
        self._back()

    def _refused(self, error: AppError) -> None:
        if not self._name.text().strip():
            self._name_field.show_problem(error.brief)
        elif not self._role.text().strip():
            self._role_field.show_problem(error.brief)
        elif isinstance(error, SignOffDayError):
            self._day.show_problem(error.brief)
        else:
            self._tell(error.brief)

    def _tell(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
