# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the charity runs, and what the scope rules say of each service."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from desktop.models.records import Service
from desktop.services.charity import Charity, ServiceLine
from desktop.ui.infra.page import Tools
from desktop.ui.pages.charity.section import Section
from desktop.ui.pages.charity.service_editing import ServiceEditing
from desktop.ui.theme import picture
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.boxes import card, clear, column, plain, row, side_by_side
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty import EmptyPlace
from desktop.ui.widgets.text import heading, hint, words


class ServicesSection(Section):
    """A card for each service."""

    title = "Services"
    about = "The standards are about work with people who use abuse. A note says where a service may lie outside."

    def __init__(self, charity: Charity, tools: Tools) -> None:
        super().__init__()
        self._charity, self._tools = charity, tools
        self._shown: tuple[ServiceLine, ...] | None = None
        self._cards = column(gap=12)
        self._add = button("Add a service", "service-add", lambda: self._open(None), icon_name="plus")
        self._editing = ServiceEditing(charity, tools, self._show_list)
        self._empty = EmptyPlace(
            "briefcase",
            "No service yet",
            "Say what you run, for whom and for how long. Sevenfold then tells what the standards cover.",
        )
        self._list = plain(column(side_by_side(self._add), self._cards, self._empty, gap=12))
        self.build(self._list, self._editing)

    def refresh(self) -> None:
        """Show the services; cards that would be the same are left alone."""
        lines = self._charity.services()
        self._empty.setVisible(not lines)
        self._editing.follow([line.service.id for line in lines])
        if lines == self._shown:
            return
        first, self._shown = self._shown is None, lines
        clear(self._cards)
        for line in lines:
            self._cards.addWidget(self._card(line))
        if first:
            self._open_left(lines)

    def leave(self) -> None:
        """Save what is being typed."""
        self._editing.leave()

    def _open(self, service: Service | None) -> None:
        self._show_form(service)
        self._editing.take_focus()

    def _open_left(self, lines: Sequence[ServiceLine]) -> None:
        """Where one was left that is not right yet, it is shown again."""
        for service in (None, *(line.service for line in lines)):
            if self._editing.waits(service):
                self._show_form(service)
                return

    def _show_form(self, service: Service | None) -> None:
        self._list.hide()
        self._editing.begin(service)
        self.bring_into_view(self._editing)

    def _show_list(self) -> None:
        self._list.show()
        self.refresh()
        self._add.setFocus()

    def _card(self, line: ServiceLine) -> QFrame:
        service = line.service
        change = button("Change", f"service-change-{service.id}", lambda: self._open(service), icon_name="pencil")
        change.setAccessibleName(f"Change {service.name}")
        remove = button("Remove", f"service-remove-{service.id}", lambda: self._remove(service.id), kind="danger")
        remove.setAccessibleName(f"Remove {service.name}")
        badge = Badge(*(("unsure", "Looks out of scope") if line.out_of_scope else ("done", "In scope")), service.name)
        head = plain(row((heading(service.name, "h3"), 1), badge, gap=10))
        facts = [
            words(" · ".join(filter(None, (line.summary, service.commissioner))), wrap=True),
            hint(f"Support for victim-survivors: {line.support}."),
        ]
        notes = [_note(note.sentence) for note in line.notes]
        made = card(head, *facts, *notes, side_by_side(change, remove), gap=8)
        made.setObjectName(f"service-{service.id}")
        return made

    def _remove(self, service_id: str) -> None:
        name = next(line.service.name for line in self._charity.services() if line.service.id == service_id)
        self._charity.remove_service(service_id)
        self.refresh()
        self._tools.messages.done(f"{name} was removed. Ctrl+Z brings it back.")


def _note(sentence: str) -> QFrame:
    made = QFrame()
    made.setProperty("shape", "well")
    made.setLayout(row(picture("info", "text"), (words(sentence, wrap=True), 1), gap=10, margins=(12, 8, 12, 8)))
    return made
