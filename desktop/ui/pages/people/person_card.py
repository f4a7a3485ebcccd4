# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One person: their training, hours, supervision, competence, checks or details, a tab for each."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget

from desktop.services.desk import Desk
from desktop.services.people_lines import PersonView
from desktop.ui.infra.page import Tools
from desktop.ui.pages.people.checks import ChecksTab
from desktop.ui.pages.people.competence import CompetenceTab
from desktop.ui.pages.people.details import PersonDetails
from desktop.ui.pages.people.hours import HoursTab
from desktop.ui.pages.people.person_flow import Flow
from desktop.ui.pages.people.supervision import SupervisionTab
from desktop.ui.pages.people.training import TrainingList
from desktop.ui.widgets.boxes import column, plain
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import heading, hint, words


class CardTab(Protocol):
    """What a tab of the card can do."""

    @property
    def recording(self) -> bool:
        """Whether it shows a form with a filled button."""

    def show_view(self, view: PersonView, /) -> None:
        """Show someone. What is being typed is left alone."""

    def leave(self) -> None:
        """Save or keep what is being typed."""

    def forget(self) -> None:
        """Who was shown is gone."""


class PersonCard(QFrame):
    """Tabs under the name. ``turned`` is called when something else is shown of the same person."""

    def __init__(self, desk: Desk, tools: Tools, back: Callable[[], object], turned: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("person-card")
        self._view: PersonView | None = None
        self.back = button("All people", "people-back", back, kind="linkic", icon_name="arrow-left")
        self._name = heading("", "h3")
        self._facts = hint("")
        self._warnings = words("", "small", 600, wrap=True)
        self._warnings.setObjectName("person-warnings")
        self._left_list, self._turned, self._at = back, turned, 0
        self._keeping = desk.person_details
        self._training = TrainingList(desk.people, tools, turned)
        self._details = PersonDetails(desk, tools, self._went)
        self._shown: dict[str, QWidget] = {
            "Training": self._training,
            "Hours": HoursTab(desk.hours, tools, turned),
            "Supervision": SupervisionTab(desk.supervision, tools, turned),
            "Competence": CompetenceTab(desk.competences, tools, desk.charity.at_work),
            "Checks": ChecksTab(desk.checks, tools, desk.charity.at_work, turned),
            "Details": self._details,
        }
        self._parts: tuple[CardTab, ...] = tuple(self._shown.values())  # type: ignore[arg-type]  # each is both
        self._group = QButtonGroup(self)
        self._tabs = [self._tab(at, text) for at, text in enumerate(self._shown)]
        self._tabs[0].setChecked(True)
        for part in list(self._shown.values())[1:]:
            part.hide()
        tabs = plain(Flow(*self._tabs, gap=2))
        parts = (self.back, self._name, self._facts, self._warnings, tabs, *self._shown.values())
        self.setLayout(column(*parts, None, gap=8, margins=(16, 12, 16, 12)))

    @property
    def shown_id(self) -> str:
        """The id of who is shown, or ''."""
        return self._view.person.id if self._view else ""

    def show_view(self, view: PersonView) -> None:
        """Show someone: who they are, and the tab that is open; their details first, when something there waits."""
        other = view.person.id != self.shown_id
        self._view = view
        line = view.line
        self._name.setText(line.name)
        self._facts.setText(" · ".join(filter(None, (line.code, ", ".join(line.roles), _days(view)))))
        warnings = (*line.warnings, *self._past_keeping(view))
        self._warnings.setText("\n".join(warnings))
        self._warnings.setVisible(bool(warnings))
        self._parts[self._at].show_view(view)
        if other and self._details.waits(view.person):
            self._show_tab(self._parts.index(self._details))

    @property
    def recording(self) -> bool:
        """Whether a form with a filled button is shown."""
        return self._parts[self._at].recording

    def begin_record(self) -> None:
        """Begin to record training."""
        self._show_tab(0)
        self._training.begin_record()

    def take_focus(self) -> None:
        """Put the focus on the tab that is shown."""
        self._tabs[self._at].setFocus()

    def save(self) -> None:
        """Save what is being typed."""
        self._parts[self._at].leave()

    def forget(self) -> None:
        """Nobody is shown."""
        self._view = None
        self._details.forget()

    def _past_keeping(self, view: PersonView) -> tuple[str, ...]:
        kept = self._keeping
        if not view.person.left or all(one.person_id != view.person.id for one in kept.past_keeping()):
            return ()
        years = kept.kept_years()
        return (f"Their records are past the {'year' if years == 1 else f'{years} years'} that you keep them.",)

    def _went(self) -> None:
        for part in self._parts:
            part.forget()
        self._view = None
        self._left_list()

    def _tab(self, at: int, text: str) -> QPushButton:
        made = button(text, f"person-tab-{text.casefold()}", lambda: self._show_tab(at), kind="tab")
        made.setCheckable(True)
        self._group.addButton(made)
        return made

    def _show_tab(self, at: int) -> None:
        self.save()
        self._tabs[at].setChecked(True)
        self._at = at
        for number, part in enumerate(self._shown.values()):
            part.setVisible(number == at)
        if self._view is not None:
            self._parts[at].show_view(self._view)
        self._turned()


def _days(view: PersonView) -> str:
    started = f"since {view.line.started}" if view.line.started else ""
    left = f"left {view.line.left}" if view.line.left else ""
    return ", ".join(filter(None, (started, left)))
