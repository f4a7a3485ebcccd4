# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One of two entries: what it says, what it has, and the button that keeps it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame

from desktop.services.people_lines import PersonLine
from desktop.ui.widgets.boxes import clear, column, row
from desktop.ui.widgets.buttons import button, emphasise, say
from desktop.ui.widgets.text import heading, hint, words


class EntryCard(QFrame):
    """``keep`` joins the other entry to this one."""

    def __init__(self, name: str, keep: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName(f"entry-{name}")
        self._name = heading("", "h3")
        self._facts = column(gap=6)
        self.keep = button("Keep", f"entry-keep-{name}", keep)
        self.setLayout(column(self._name, self._facts, None, 6, row(self.keep, None), gap=8, margins=(16, 12, 16, 12)))

    def show_entry(self, line: PersonLine, held: Sequence[tuple[str, int]], *, fuller: bool) -> None:
        """Show an entry. The ``fuller`` of the two is the one that is likely to be kept."""
        self._name.setText(line.name)
        clear(self._facts)
        facts = (
            ("Code", line.code),
            ("Roles", ", ".join(line.roles) or "None"),
            ("Works here", _days(line)),
            ("Has", _counted(held)),
        )
        for about, told in facts:
            self._facts.addLayout(column(hint(about), words(told, wrap=True), gap=0))
        say(self.keep, f"Keep {line.code}")
        self.keep.setAccessibleName(f"Keep {line.name}, {line.code}, and join the other entry to it")
        emphasise(self.keep, fuller)


def _days(line: PersonLine) -> str:
    since = f"since {line.started}" if line.started else "since a day that is not known"
    return f"{since}, left {line.left}" if line.left else since


def _counted(held: Sequence[tuple[str, int]]) -> str:
    return "\n".join(f"{words.capitalize()}: {count}" for words, count in held) or "No records"
