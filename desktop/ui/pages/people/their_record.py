# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is done with the whole record of someone: taking it away, or erasing it for good."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.models.workforce.people import Person
from desktop.services.people import People
from desktop.ui.infra.messages import Question
from desktop.ui.infra.page import Tools
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import hint


class TheirRecord(QWidget):
    """Two buttons. ``going`` hears just before someone goes whether that is for good."""

    def __init__(
        self, people: People, tools: Tools, going: Callable[[bool], object], gone: Callable[[Person], object]
    ) -> None:
        super().__init__()
        self._people, self._tools, self._going, self._gone = people, tools, going, gone
        self.person: Person | None = None
        remove = button("Remove", "person-remove", self._take_away, kind="danger")
        erase = button("Erase for good", "person-erase", self._ask_to_erase, kind="danger")
        for each in (remove, erase):
            each.setEnabled(not tools.drafts.read_only)
        about = hint("Remove can be undone. Erase takes every record away for good, such as when someone asks for it.")
        self.setLayout(column(about, row(remove, erase, None, gap=10), gap=12))

    def _take_away(self) -> None:
        if self.person is None:
            return
        person, self.person = self.person, None
        self._going(False)
        self._people.remove(person.id)
        self._gone(person)
        self._tools.messages.done(f"{person.name} was removed, with their records. Ctrl+Z brings them back.")

    def _ask_to_erase(self) -> None:
        if (person := self.person) is None:
            return
        erasing = self._people.erasing(person.id)
        records = "1 record" if erasing.records == 1 else f"{erasing.records} records"
        told = f"This takes away: {erasing.takes} {erasing.leaves} It cannot be undone."
        question = Question(f"Erase {person.name} for good?", told, "Keep them", f"Erase {records}", "erase")
        self._tools.messages.ask(question, lambda: self._erase(person))

    def _erase(self, person: Person) -> None:
        self.person = None
        self._going(True)
        self._people.erase(person.id)
        self._gone(person)
        self._tools.messages.done("One person was erased for good, with their records.")
