# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One service, new or there already, being described."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QFrame

from desktop.models.records import Service
from desktop.services.charity import Charity, ServiceThereError
from desktop.ui.forms.service_form import ServiceForm
from desktop.ui.infra.page import Tools
from desktop.ui.infra.record_draft import RecordDraft
from desktop.ui.widgets.boxes import column, side_by_side
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.text import heading


class ServiceEditing(QFrame):
    """Hidden until ``begin``. ``done`` is called when it was saved or given up."""

    def __init__(self, charity: Charity, tools: Tools, done: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("service-editing")
        self._charity, self._done = charity, done
        self._id = ""
        self._title = heading("", "h3")
        self._form = ServiceForm(charity.scope_of)
        self._draft = RecordDraft(self._form, tools.drafts)
        self._save = button("Save the service", "service-save", self._finish, kind="primary")
        back = button("Go back", "service-back", self._give_up)
        acts = side_by_side(self._save, back)
        self.setLayout(column(self._title, self._form, acts, gap=12, margins=(16, 12, 16, 12)))
        self.hide()

    def begin(self, service: Service | None) -> None:
        """Describe a new service (None), or change one."""
        self._id = service.id if service else ""
        self._title.setText(service.name if service else "New service")
        say(self._save, "Save the service" if service else "Add the service")
        self._show(service)
        self.show()

    def take_focus(self) -> None:
        """Put the focus on the name."""
        self._form.begin()

    def waits(self, service: Service | None) -> bool:
        """Whether what was typed of a service, or of a new one (None), was not right yet when it was left."""
        return self._draft.waits(_draft_name(service))

    def follow(self, services: Sequence[str]) -> None:
        """These ids are there. When the one that is shown was taken away by an undo, saving adds it anew."""
        if self._id not in services:
            self._id = ""

    def leave(self) -> None:
        """Save what is right; the form stays. What is wrong is told under its field, and kept as it was typed."""
        if not self.isHidden():
            self._draft.save(lambda: self._keep(focus=False))

    def _show(self, service: Service | None) -> None:
        self._draft.show(_draft_name(service), service, lambda: self._form.show_record(service))

    def _keep(self, *, focus: bool) -> None:
        saved = self._change(focus=focus) if self._id else self._add(focus=focus)
        if saved is not None:
            self._draft.settle()
            self._show(saved)

    def _add(self, *, focus: bool) -> Service | None:
        record = self._form.record(focus=focus)
        if record is None:
            return None
        try:
            self._id = self._charity.add_service(record)
        except ServiceThereError as error:
            self._form.show_problem(error.brief, focus=focus)
            return None
        self._draft.drop()
        return replace(record, id=self._id)

    def _change(self, *, focus: bool) -> Service | None:
        before = next(line.service for line in self._charity.services() if line.service.id == self._id)
        record = replace(self._form.right_part(focus=focus), id=self._id)
        try:
            self._edit(before, record)
        except ServiceThereError as error:
            self._form.show_problem(error.brief, focus=focus)
            record = replace(record, name=before.name)
            self._edit(before, record)
        return record

    def _edit(self, before: Service, record: Service) -> None:
        if record != before:
            self._charity.edit_service(record)

    def _finish(self) -> None:
        if self._id:
            self._draft.save(lambda: self._keep(focus=True))
        else:
            self._keep(focus=True)
        if self._id and not self._draft.changed:
            self._close()

    def _give_up(self) -> None:
        self._draft.drop()
        self._close()

    def _close(self) -> None:
        self.hide()
        self._done()


def _draft_name(service: Service | None) -> str:
    return f"service {service.id}" if service else "new service"
