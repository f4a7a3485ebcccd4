# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One person: their training, or their details."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton

from desktop.services.people import People
from desktop.services.people_lines import PersonView
from desktop.ui.infra.page import Tools
from desktop.ui.pages.people.details import PersonDetails
from desktop.ui.pages.people.training import TrainingList
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import heading, hint, words


class PersonCard(QFrame):
    """Two tabs under the name. ``turned`` is called when something else is shown of the same person."""

    def __init__(self, people: People, tools: Tools, back: Callable[[], object], turned: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("person-card")
        self._view: PersonView | None = None
        self.back = button("All people", "people-back", back, kind="linkic", icon_name="arrow-left")
        self._name = heading("", "h3")
        self._facts = hint("")
        self._warnings = words("", "small", 600, wrap=True)
        self._warnings.setObjectName("person-warnings")
        self._training = TrainingList(people, tools, turned)
        self._details = PersonDetails(people, tools, self._went)
        self._left_list, self._turned = back, turned
        self._details.hide()
        self._group = QButtonGroup(self)
        self._tabs = [self._tab(at, text) for at, text in enumerate(("Training", "Details"))]
        self._tabs[0].setChecked(True)
        tabs = row(*self._tabs, None, gap=2)
        parts = (self.back, self._name, self._facts, self._warnings, tabs, self._training, self._details)
        self.setLayout(column(*parts, None, gap=8, margins=(16, 12, 16, 12)))

    @property
    def shown_id(self) -> str:
        """The id of who is shown, or ''."""
        return self._view.person.id if self._view else ""

    def show_view(self, view: PersonView) -> None:
        """Show someone; their details first, when something there is not right yet."""
        other = view.person.id != self.shown_id
        self._view = view
        line = view.line
        self._name.setText(line.name)
        self._facts.setText(" · ".join(filter(None, (line.code, ", ".join(line.roles), _days(view)))))
        self._warnings.setText("\n".join(line.warnings))
        self._warnings.setVisible(bool(line.warnings))
        self._training.show_view(view)
        self._details.show_person(view.person)
        if other and self._details.waits(view.person):
            self._show_tab(1)

    @property
    def recording(self) -> bool:
        """Whether training is being recorded."""
        return self._training.recording

    def begin_record(self) -> None:
        """Begin to record training."""
        self._show_tab(0)
        self._training.begin_record()

    def take_focus(self) -> None:
        """Put the focus on the tab that is shown."""
        self._tabs[self._details.isVisibleTo(self)].setFocus()

    def save(self) -> None:
        """Save what is being typed."""
        self._training.leave()
        self._details.save()

    def forget(self) -> None:
        """Nobody is shown."""
        self._view = None
        self._details.forget()

    def _went(self) -> None:
        self._training.forget()
        self.forget()
        self._left_list()

    def _tab(self, at: int, text: str) -> QPushButton:
        made = button(text, f"person-tab-{text.casefold()}", lambda: self._show_tab(at), kind="tab")
        made.setCheckable(True)
        self._group.addButton(made)
        return made

    def _show_tab(self, at: int) -> None:
        self._details.save()
        self._tabs[at].setChecked(True)
        self._training.setVisible(at == 0)
        self._details.setVisible(at == 1)
        self._turned()


def _days(view: PersonView) -> str:
    started = f"since {view.line.started}" if view.line.started else ""
    left = f"left {view.line.left}" if view.line.left else ""
    return ", ".join(filter(None, (started, left)))
