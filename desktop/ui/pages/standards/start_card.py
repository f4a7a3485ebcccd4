# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Before there is an assessment: what it is, who assesses, and the one button to begin."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.models.errors import AppError
from desktop.services.charity import Charity
from desktop.services.rounds.starting import Starting
from desktop.ui.infra.messages import Messages
from desktop.ui.theme import picture, sp
from desktop.ui.widgets.boxes import card, column, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.text import heading, words


class StartCard(QWidget):
    """Starts it, and then calls ``begun``."""

    def __init__(self, charity: Charity, starting: Starting, messages: Messages, begun: Callable[[], object]) -> None:
        super().__init__()
        self._charity, self._starting, self._messages, self._begun = charity, starting, messages, begun
        self._name = line("assessor")
        self._field = Field("Who assesses?", self._name, "Your name, as it should stand beside the judgements.")
        self._name.returnPressed.connect(self._go)
        go = button("Start our self-assessment", "start-assessment", self._go, kind="primary")
        said = words(
            "You go through what the seven standards ask, one indicator at a time. You say how well each is in place "
            "and what shows it. Stop whenever you like: everything is saved as you go.",
            wrap=True,
        )
        inside = card(
            picture("clipboard-check", "soft", 26),
            heading("No assessment yet", "h3"),
            said,
            self._field,
            row(go, None),
            gap=12,
        )
        inside.setMaximumWidth(sp(620))
        self.setLayout(column(row((inside, 20), None), None))

    def begin(self) -> None:
        """Offer who is at work."""
        if not self._name.text():
            self._name.setText(self._charity.at_work())

    def _go(self) -> None:
        name = self._name.text().strip()
        if not name:
            self._field.show_problem("Type a name first, so that the pack can say who judged.")
            return
        try:
            self._starting.fresh(name)
        except AppError as error:
            self._messages.tell(error)
        else:
            self._begun()
