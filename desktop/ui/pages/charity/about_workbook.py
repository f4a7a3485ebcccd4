# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""About this workbook: how much is in it, and whether its history is whole."""

from desktop.services.record_book import RecordBook
from desktop.ui.pages.charity.section import Facts, Section
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.boxes import card, plain, row, side_by_side
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import heading, words


class AboutSection(Section):
    """Counts, the newest seal, and the check of all of them."""

    title = "About this workbook"
    about = "Every change is written into a chain of seals, so that a later change to the past would show."

    def __init__(self, book: RecordBook) -> None:
        super().__init__()
        self._book = book
        self._counts = Facts(book.counts(), columns=2)
        self._history = Facts(("Saved changes", "Newest seal"))
        self._badge = Badge("done")
        self._told = words("", wrap=True)
        self._told.setObjectName("history-told")
        self._result = plain(row(self._badge, (self._told, 1), gap=10))
        self._result.hide()
        check = button("Check the history", "history-check", self._check, icon_name="history")
        self.build(
            card(heading("What is in it", "h3"), self._counts, gap=8),
            card(heading("History", "h3"), self._history, side_by_side(check), self._result, gap=10),
        )

    def refresh(self) -> None:
        """Count anew. What a check found holds only until the next change, so it goes."""
        for name, count in self._book.counts().items():
            self._counts.show_fact(name, count)
        number, seal = self._book.head()
        if self._history.fact("Saved changes") != f"{number:,}":
            self._result.hide()
        self._history.show_facts(Saved_changes=f"{number:,}", Newest_seal=seal)

    def _check(self) -> None:
        found = self._book.check()
        self._badge.show_state("done" if found.whole else "altered", "Whole" if found.whole else "Altered", "History")
        self._told.setText(found.sentence)
        self._result.show()
