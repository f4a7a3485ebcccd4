# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The evidence under an indicator, and the ways to add some."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.indicator_views import IndicatorView, LinkedEvidence
from desktop.ui.pages.standards.evidence_row import EvidenceActs, EvidenceRow
from desktop.ui.pages.standards.focus_kept import keeping_place
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import clear, column, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import hint, words


class EvidenceRows(QWidget):
    """Rows that stay and show other evidence; those left over wait hidden for an indicator that has more."""

    def __init__(self, acts: EvidenceActs) -> None:
        super().__init__()
        self._acts = acts
        self._shown: tuple[LinkedEvidence, ...] | None = None
        self._rows: list[EvidenceRow] = []
        self._narrow = False
        self._room = QVBoxLayout()
        self._room.setSpacing(sp(4))
        self._kinds = words("", "small", tone="soft", wrap=True)
        self._none = hint("No evidence yet. Drop files here, or add the first one.")
        self._add = button("Add file", "add-evidence", acts.add_files, kind="linkic", icon_name="plus")
        self._add.setToolTip("Ctrl+E. Or drop files here.")
        link = button("Link one we have", "link-evidence", acts.link_one, kind="linkic", icon_name="paperclip")
        acts_row = row(words("Evidence", "body", 600), None, self._add, link, gap=10)
        self.setLayout(column(acts_row, self._kinds, self._none, self._room, gap=4))

    def show_view(self, view: IndicatorView) -> None:
        """Show the evidence of an indicator."""
        self._kinds.setText(
            'Usual kinds are listed above, under "What an assessor looks for".' if view.indicator.evidence else ""
        )
        if view.evidence != self._shown:
            self._show(view.evidence)

    def forget(self) -> None:
        """Show the next view whatever it is: a choice made here was not saved."""
        self._shown = None

    def stand(self, *, narrow: bool) -> None:
        """One part of a row under another where it is narrow."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._rows.clear()
            clear(self._room)
            self._show(self._shown or ())

    def _show(self, evidence: tuple[LinkedEvidence, ...]) -> None:
        self._shown = evidence
        self._none.setVisible(not evidence)
        with keeping_place(self, self._add):
            while len(self._rows) < len(evidence):
                self._rows.append(EvidenceRow(self._acts, narrow=self._narrow))
                self._room.addWidget(self._rows[-1])
            for at, shown in enumerate(self._rows):
                if at < len(evidence):
                    shown.show_linked(evidence[at])
                else:
                    shown.rest()
