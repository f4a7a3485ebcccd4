# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The recruitment checks of one person: how references, identity and DBS stand, and recording one that was seen."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.models.workforce.checks import CheckKind
from desktop.services.people_lines import PersonView
from desktop.services.workforce.checks import Checks
from desktop.ui.infra.page import Tools
from desktop.ui.pages.people.check_rows import KIND_COLUMNS, RECORD_COLUMNS, kind_rows, record_rows
from desktop.ui.pages.people.checks_form import NO_NUMBER, CheckForm
from desktop.ui.pages.people.own_policies import recheck_policy
from desktop.ui.pages.people.person_table import PersonTable
from desktop.ui.widgets.boxes import column, plain, row, rule
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import hint, words


class ChecksTab(QWidget):
    """The lists, or the form over them. ``turned`` is called when one takes the other's place."""

    def __init__(self, checks: Checks, tools: Tools, at_work: Callable[[], str], turned: Callable[[], object]) -> None:
        super().__init__()
        self._checks, self._tools, self._turned = checks, tools, turned
        self._person_id = ""
        self._kinds = PersonTable(KIND_COLUMNS, "Checks", "checks")
        self._kinds.opened.connect(self._record)
        record = button("Record a check", "record-check", self._record_next, icon_name="plus")
        self._records = PersonTable(RECORD_COLUMNS, "Everything recorded, newest first", "check-records")
        self._remove = button("Remove this record", "check-remove", self._take_away, kind="danger")
        self._records.selected.connect(lambda _id: self._turn_remove())
        self._records.opened.connect(lambda _id: self._remove.setFocus())
        self._head = words("Everything recorded", "body", 600)
        record.setEnabled(not tools.drafts.read_only)
        self._policy = recheck_policy(checks, tools)
        recorded = (self._head, self._records, row(self._remove, None))
        parts = (row(record, None), self._kinds, *recorded, rule(), self._policy, hint(NO_NUMBER))
        self._listed = plain(column(*parts, gap=10))
        self._form = CheckForm(checks, tools, at_work, self._show_lists)
        self._form.hide()
        self.setLayout(column(self._listed, self._form))

    def show_view(self, view: PersonView) -> None:
        """Show the checks of someone; for someone else, the lists come first."""
        other = view.person.id != self._person_id
        if other:
            self.leave()
        self._person_id = view.person.id
        lines = self._checks.lines(view.person.id)
        self._kinds.show_rows(kind_rows(lines))
        records = record_rows(lines)
        self._records.show_rows(records)
        for each in (self._head, self._records, self._remove):
            each.setVisible(bool(records))
        self._turn_remove()
        self._policy.refresh()
        self._form.offer(view.person.id, lines)
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
        self._person_id = ""

    def _record_next(self) -> None:
        """The kind that is selected; else the first that nothing is recorded of."""
        lines = self._checks.lines(self._person_id)
        missing = next((line.kind.value for line in lines if line.check is None), CheckKind.DBS.value)
        self._record(self._kinds.selected_id or missing)

    def _record(self, kind: str) -> None:
        if self._person_id and not self._tools.drafts.read_only:
            self._form.begin(kind)
            self._show_form(shown=True)
            self._form.take_focus()

    def _turn_remove(self) -> None:
        self._remove.setEnabled(bool(self._records.selected_id) and not self._tools.drafts.read_only)

    def _take_away(self) -> None:
        self._checks.remove(self._records.selected_id)
        (self._kinds if self._records.isHidden() else self._records).setFocus()
        self._tools.messages.done("The record of the check was removed. Ctrl+Z brings it back.")

    def _show_form(self, *, shown: bool) -> None:
        self._form.setVisible(shown)
        self._listed.setVisible(not shown)
        self._turned()

    def _show_lists(self, kind: str) -> None:
        self._show_form(shown=False)
        self._kinds.select(kind)
        self._kinds.setFocus()
