# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The evidence under an indicator: what it is, how current, how strong here; and the ways to add some."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.dates import long_date
from desktop.models.records import FileState, Strength
from desktop.services.indicator_views import IndicatorView, LinkedEvidence
from desktop.ui.pages.standards.focus_kept import keeping_place
from desktop.ui.theme import picture, sp
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.boxes import clear, column, plain, row, rule
from desktop.ui.widgets.buttons import LineButton, button
from desktop.ui.widgets.field import chooser
from desktop.ui.widgets.strength_bar import StrengthBar
from desktop.ui.widgets.text import hint, words

STRENGTHS = tuple((str(int(each)), each.words) for each in Strength if each is not Strength.NONE)
_MISSING = {FileState.MISSING: "File missing", FileState.DAMAGED: "File damaged", FileState.REFUSED: "Not usable"}


@dataclass(frozen=True, slots=True)
class EvidenceActs:
    """What the buttons do: with an item id, a link id, or a link id and a strength."""

    open: Callable[[str], object]
    take_away: Callable[[str], object]
    set_strength: Callable[[str, Strength], object]
    add_files: Callable[[], object]
    link_one: Callable[[], object]


class EvidenceRows(QWidget):
    """Rows that are built anew when they differ."""

    def __init__(self, acts: EvidenceActs) -> None:
        super().__init__()
        self._acts = acts
        self._shown: tuple[LinkedEvidence, ...] | None = None
        self._view: IndicatorView | None = None
        self._narrow = False
        self._room = QVBoxLayout()
        self._room.setSpacing(sp(4))
        self._kinds = words("", "small", tone="soft", wrap=True)
        self._add = button("Add file", "add-evidence", acts.add_files, kind="linkic", icon_name="plus")
        self._add.setToolTip("Ctrl+E. Or drop files here.")
        link = button("Link one we have", "link-evidence", acts.link_one, kind="linkic", icon_name="paperclip")
        acts_row = row(words("Evidence", "body", 600), None, self._add, link, gap=10)
        self.setLayout(column(acts_row, self._kinds, self._room, gap=4))

    def show_view(self, view: IndicatorView) -> None:
        """Show the evidence of an indicator."""
        self._view = view
        self._kinds.setText(
            'Usual kinds are listed above, under "What an assessor looks for".' if view.indicator.evidence else ""
        )
        if view.evidence == self._shown:
            return
        self._shown = view.evidence
        with keeping_place(self, self._add):
            self._fill(view)

    def stand(self, *, narrow: bool) -> None:
        """One part of a row under another where it is narrow."""
        self._narrow, was = narrow, self._narrow
        if narrow != was and self._view is not None:
            self._shown = None
            self.show_view(self._view)

    def _fill(self, view: IndicatorView) -> None:
        clear(self._room)
        if not view.evidence:
            self._room.addWidget(hint("No evidence yet. Drop files here, or add the first one."))
        for linked in view.evidence:
            self._room.addWidget(rule())
            self._room.addWidget(self._row(linked))

    def _row(self, linked: LinkedEvidence) -> QWidget:
        item, link_id = linked.item, linked.link_id
        title = LineButton(
            item.title, f"evidence-{item.id}", lambda: self._acts.open(item.id), spoken=f"Open {item.title}", most=2
        )
        dates = words(_facts(linked), "small", tone="soft", wrap=True)
        facts = plain(column(title, dates, gap=0))
        strength = chooser(f"strength-{link_id}", STRENGTHS, str(int(linked.strength)))
        strength.setFixedWidth(sp(172))
        strength.setAccessibleName(f"How strong {item.title} is here")
        strength.setAccessibleDescription(strength.accessibleName())  # Linux reads the choice as its name
        strength.activated.connect(lambda _at: self._acts.set_strength(link_id, Strength(int(strength.currentData()))))
        away = button("Unlink", f"unlink-{link_id}", lambda: self._acts.take_away(link_id), kind="link")
        away.setAccessibleName(f"Unlink {item.title}")
        badge = _badge(linked)
        state = [badge] if badge else []
        bar = StrengthBar(linked.strength)
        if self._narrow:
            under = column(facts, row(*state, bar, None), row(strength, away, None, gap=12), gap=6)
            return plain(row(picture("file-text"), (under, 1), gap=8))
        return plain(row(picture("file-text"), (facts, 1), *state, bar, strength, away, gap=8))


def _facts(linked: LinkedEvidence) -> str:
    item = linked.item
    parts = [f"Dated {long_date(item.dated)}." if item.dated else "No date yet."]
    if item.review_by:
        parts.append(f"Review {'was due' if linked.lapsed else 'by'} {long_date(item.review_by)}.")
    if item.file_state is FileState.HELD:
        parts.append(f"Kept elsewhere: {item.kept_where}." if item.kept_where else "Kept elsewhere.")
    return " ".join(parts)


def _badge(linked: LinkedEvidence) -> Badge | None:
    if linked.missing:
        return Badge("missing", _MISSING.get(linked.item.file_state, "Missing"), linked.item.title)
    return Badge("lapsed", "", linked.item.title) if linked.lapsed else None
