# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One service, new or there already, being described."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QFrame

from desktop.models.errors import AppError
from desktop.models.records import Service
from desktop.services.charity import Charity
from desktop.ui.forms.service_form import ServiceForm
from desktop.ui.infra.page import Tools
from desktop.ui.pages.charity.typed import Typed
from desktop.ui.widgets.boxes import column, side_by_side
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.text import heading


class ServiceEditing(QFrame):
    """Hidden until ``begin``. ``done`` is called when it was saved or given up."""

    def __init__(self, charity: Charity, tools: Tools, done: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("service-editing")
        self._charity, self._tools, self._done = charity, tools, done
        self._id = ""
        self._title = heading("", "h3")
        self._form = ServiceForm(charity.scope_of)
        self._typed = Typed(self._form)
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
        self._form.show_record(service)
        self._typed.forget()
        self.show()
        self._form.begin()

    def follow(self, services: Sequence[str]) -> None:
        """These ids are there. When the one that is shown was taken away by an undo, saving adds it anew."""
        if self._id not in services:
            self._id = ""

    def leave(self) -> None:
        """Save what was typed; the form stays."""
        if not self.isHidden() and self._typed.changed:
            self._keep()

    def _keep(self) -> bool:
        record = self._form.record()
        if record is None:
            return False
        try:
            if self._id:
                self._charity.edit_service(replace(record, id=self._id))
            else:
                self._id = self._charity.add_service(record)
        except AppError as error:
            self._tools.messages.tell(error)
            return False
        self._typed.forget()
        return True

    def _finish(self) -> None:
        if (not self._typed.changed and self._id) or self._keep():
            self._close()

    def _give_up(self) -> None:
        self._typed.forget()
        self._close()

    def _close(self) -> None:
        self.hide()
        self._done()
