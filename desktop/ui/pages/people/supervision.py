# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The supervision of one person: what is owed, overdue and due next, then the sessions, and recording one."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.services.people_lines import PersonView
from desktop.services.workforce.supervision import Supervision
from desktop.services.workforce.supervision_views import SupervisionView
from desktop.ui.infra.page import Tools
from desktop.ui.pages.people.own_policies import SupervisionPolicies
from desktop.ui.pages.people.person_table import PersonTable
from desktop.ui.pages.people.supervision_form import SessionForm
from desktop.ui.pages.people.supervision_rows import DUE_COLUMNS, KIND, SESSION_COLUMNS, due_rows, session_rows
from desktop.ui.widgets.boxes import column, plain, rule
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import hint, words

_NO_TALK = "Days, minutes and people only. There is no place for what was talked about: keep that out of here."


class SupervisionTab(QWidget):
    """The lists, or the form over them. ``turned`` is called when one takes the other's place."""

    def __init__(self, supervision: Supervision, tools: Tools, turned: Callable[[], object]) -> None:
        super().__init__()
        self._supervision, self._tools, self._turned = supervision, tools, turned
        self._view: SupervisionView | None = None
        self._told = words("", "body", 600, wrap=True)
        self._told.setObjectName("supervision-told")
        self._warnings = words("", "small", 600, wrap=True)
        self._due = PersonTable(DUE_COLUMNS, "Owed and due", "supervision-due")
        self._due.opened.connect(self._open)
        self._sessions = PersonTable(SESSION_COLUMNS, "Sessions, newest first", "sessions")
        self._sessions.opened.connect(self._open)
        record = button("Record session", "record-session", self._record, icon_name="plus")
        change = button("Say what became of it", "change-session", self._change, kind="plain")
        self._nothing = hint("No session is recorded or planned yet.")
        self._policies = SupervisionPolicies(supervision.policy, tools)
        acts = plain(Flow(record, change, gap=10))
        parts = (
            self._told,
            self._warnings,
            acts,
            self._due,
            self._sessions,
            self._nothing,
            hint(_NO_TALK),
            rule(),
            self._policies,
        )
        self._listed = plain(column(*parts, gap=10))
        self._form = SessionForm(supervision, tools, self._show_lists)
        self._form.hide()
        self.setLayout(column(self._listed, self._form))
        for one, other in ((self._due, self._sessions), (self._sessions, self._due)):
            one.selected.connect(lambda _id, other=other: other.select(""))

    def show_view(self, view: PersonView) -> None:
        """Show the supervision of someone; for someone else, the lists come first."""
        other = self._view is None or self._view.line.person_id != view.person.id
        if other:
            self.leave()
        shown = self._supervision.view(view.person.id)
        self._view = shown
        self._told.setText(f"{shown.line.words}.")
        self._warnings.setText("\n".join(shown.warnings))
        self._warnings.setVisible(bool(shown.warnings))
        due = due_rows(shown, self._tools.today())
        self._due.show_rows(due)
        self._due.setVisible(bool(due))
        self._sessions.show_rows(session_rows(shown.sessions))
        self._sessions.setVisible(bool(shown.sessions))
        self._nothing.setVisible(not shown.sessions)
        self._policies.refresh()
        self._form.offer(view.person.id)
        if other:
            self._show_form(shown=False)
            if self._form.waits:
                self._form.begin()
                self._show_form(shown=True)

    @property
    def recording(self) -> bool:
        """Whether the form is shown."""
        return not (self.isHidden() or self._form.isHidden())

    def leave(self) -> None:
        """Keep what is filled in for the next time."""
        if not self._form.isHidden():
            self._form.leave()

    def forget(self) -> None:
        """Who was shown is gone."""
        self._form.forget()
        self._view = None

    def _record(self, kind_id: str = "") -> None:
        chosen = self._due.selected_id
        self._form.begin(kind_id or (chosen.removeprefix(KIND) if chosen.startswith(KIND) else ""))
        self._show_form(shown=True)
        self._form.take_focus()

    def _change(self) -> None:
        self._open(self._sessions.selected_id or self._due.selected_id or self._most_wanted())

    def _most_wanted(self) -> str:
        """What is owed first, or the newest session."""
        lines = (*self._view.owed, *self._view.sessions) if self._view is not None else ()
        return next((line.id for line in lines), "")

    def _open(self, row_id: str) -> None:
        if row_id.startswith(KIND):
            self._record(row_id.removeprefix(KIND))
            return
        sessions = self._view.sessions if self._view is not None else ()
        line = next((one for one in sessions if one.id == row_id), None)
        if line is not None:
            self._form.begin_change(line)
            self._show_form(shown=True)
            self._form.take_focus()

    def _show_form(self, *, shown: bool) -> None:
        self._form.setVisible(shown)
        self._listed.setVisible(not shown)
        self._turned()

    def _show_lists(self) -> None:
        self._show_form(shown=False)
        (self._sessions if self._view and self._view.sessions else self._due).setFocus()
