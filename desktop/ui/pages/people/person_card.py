# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One person: their training, hours, supervision, competence, checks or details, a tab for each."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QFrame, QWidget

from desktop.models.workforce.people import Person
from desktop.services.desk import Desk
from desktop.services.people_lines import PersonView
from desktop.ui.infra.page import Tools
from desktop.ui.pages.people.checks import ChecksTab
from desktop.ui.pages.people.competence import CompetenceTab
from desktop.ui.pages.people.details import PersonDetails, draft_name
from desktop.ui.pages.people.hours import HoursTab
from desktop.ui.pages.people.supervision import SupervisionTab
from desktop.ui.pages.people.training import TrainingList
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.tabs import Tabs
from desktop.ui.widgets.text import heading, hint, words

_TRAINING, _DETAILS = "Training", "Details"


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
        self._left_list, self._turned = back, turned
        self._drafts, self._keeping = tools.drafts, desk.person_details
        at_work = desk.charity.at_work
        self._makes: dict[str, Callable[[], CardTab]] = {
            "Training": lambda: TrainingList(desk.people, desk.bookings, tools, turned),
            "Hours": lambda: HoursTab(desk.hours, tools, turned),
            "Supervision": lambda: SupervisionTab(desk.supervision, tools, turned),
            "Competence": lambda: CompetenceTab(desk.competences, tools, at_work),
            "Checks": lambda: ChecksTab(desk.checks, tools, at_work, turned),
            _DETAILS: lambda: PersonDetails(desk, tools, self._went),
        }
        self._made: dict[str, CardTab] = {}
        self._of: dict[str, str] = {}  # whom each tab shows
        self._at = _TRAINING
        self._tabs = Tabs("person-tab-", {name: name for name in self._makes})
        self._tabs.turned.connect(self._show_tab)
        self._within = column()
        self._make(self._at)
        top = (self.back, self._name, self._facts, self._warnings, self._tabs)
        self.setLayout(column(*top, self._within, None, gap=8, margins=(16, 12, 16, 12)))

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
        self._show_part()
        if other and self._drafts.draft(draft_name(view.person)):
            self._show_tab(_DETAILS)

    @property
    def recording(self) -> bool:
        """Whether a form with a filled button is shown."""
        return self._at in self._made and self._made[self._at].recording

    def begin_record(self) -> None:
        """Begin to record training."""
        self._show_tab(_TRAINING)
        training = self._made[_TRAINING]
        assert isinstance(training, TrainingList)
        training.begin_record()

    def take_focus(self) -> None:
        """Put the focus on the tab that is shown."""
        self._tabs.take_focus()

    def save(self) -> None:
        """Save what is being typed."""
        if self._at in self._made:
            self._made[self._at].leave()

    def forget(self) -> None:
        """Nobody is shown."""
        self._view = None
        if _DETAILS in self._made:
            self._made[_DETAILS].forget()

    def _past_keeping(self, view: PersonView) -> tuple[str, ...]:
        kept = self._keeping
        if not view.person.left or all(one.person_id != view.person.id for one in kept.past_keeping()):
            return ()
        years = kept.kept_years()
        return (f"Their records are past the {'year' if years == 1 else f'{years} years'} that you keep them.",)

    def _went(self, person: Person) -> None:
        """Someone was taken away. What is half filled in for others stays."""
        for name in [name for name, shown in self._of.items() if shown == person.id]:
            self._made[name].forget()
            del self._of[name]
        self._view = None
        self._left_list()

    def _show_tab(self, name: str) -> None:
        if name == self._at:
            return
        self.save()
        self._tabs.show_tab(name)
        self._at = name
        self._show_part()
        self._turned()

    def _make(self, name: str) -> None:
        """Each tab is made when it is first seen."""
        if name not in self._made:
            self._made[name] = part = self._makes[name]()
            assert isinstance(part, QWidget)
            self._within.addWidget(part)

    def _show_part(self) -> None:
        if self._view is None:
            return
        self._make(self._at)
        for name, part in self._made.items():
            assert isinstance(part, QWidget)
            part.setVisible(name == self._at)
        self._of[self._at] = self._view.person.id
        self._made[self._at].show_view(self._view)


def _days(view: PersonView) -> str:
    started = f"since {view.line.started}" if view.line.started else ""
    left = f"left {view.line.left}" if view.line.left else ""
    return ", ".join(filter(None, (started, left)))
