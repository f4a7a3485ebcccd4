# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One piece of evidence under an indicator: what it is, how current, how strong here. It can show another one."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.models.dates import long_date
from desktop.models.records import FileState, Strength
from desktop.services.indicator_views import LinkedEvidence
from desktop.ui.theme import picture, sp
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.boxes import column, plain, row, rule
from desktop.ui.widgets.buttons import LineButton, button
from desktop.ui.widgets.field import chooser
from desktop.ui.widgets.strength_bar import StrengthBar
from desktop.ui.widgets.text import words

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


class EvidenceRow(QWidget):
    """Its controls stay when it shows another piece of evidence: to make them anew takes most of a turn."""

    def __init__(self, acts: EvidenceActs, *, narrow: bool) -> None:
        super().__init__()
        self._acts = acts
        self._linked: LinkedEvidence
        self._title = LineButton("", "", lambda: acts.open(self._linked.item.id), most=2)
        self._dates = words("", "small", tone="soft", wrap=True)
        self._badge = Badge("lapsed")
        self._bar = StrengthBar(0)
        self._strength = chooser("", STRENGTHS)
        self._strength.setFixedWidth(sp(172))
        self._strength.activated.connect(lambda _at: self._set_strength())
        self._away = button("Unlink", "", lambda: acts.take_away(self._linked.link_id), kind="link")
        facts = plain(column(self._title, self._dates, gap=0))
        state, choice = (self._badge, self._bar), (self._strength, self._away)
        if narrow:
            under = column(facts, row(*state, None), row(*choice, None, gap=12), gap=6)
            inside = row(picture("file-text"), (under, 1), gap=8)
        else:
            inside = row(picture("file-text"), (facts, 1), *state, *choice, gap=8)
        self.setLayout(column(rule(), inside, gap=4))

    def show_linked(self, linked: LinkedEvidence) -> None:
        """Show a piece of evidence. A list that was open was open for the one shown before."""
        item, link_id = linked.item, linked.link_id
        if self._strength.objectName() != f"strength-{link_id}":
            self._strength.hidePopup()
        self._linked = linked
        self._title.show_line(item.title, f"evidence-{item.id}", spoken=f"Open {item.title}")
        self._dates.setText(_facts(linked))
        self._tell_state(linked)
        self._bar.show_strength(linked.strength)
        self._strength.setObjectName(f"strength-{link_id}")
        self._strength.setCurrentIndex(self._strength.findData(str(int(linked.strength))))
        self._strength.setAccessibleName(f"How strong {item.title} is here")
        self._strength.setAccessibleDescription(self._strength.accessibleName())  # Linux reads the choice as its name
        self._away.setObjectName(f"unlink-{link_id}")
        self._away.setAccessibleName(f"Unlink {item.title}")
        self.show()

    def rest(self) -> None:
        """Show nothing, and go by no name."""
        self.hide()
        for control in (self._title, self._strength, self._away):
            control.setObjectName("")

    def _tell_state(self, linked: LinkedEvidence) -> None:
        if linked.missing:
            told = _MISSING.get(linked.item.file_state, "Missing")
            self._badge.show_state("missing", told, linked.item.title)
        elif linked.lapsed:
            self._badge.show_state("lapsed", "", linked.item.title)
        self._badge.setVisible(linked.missing or linked.lapsed)

    def _set_strength(self) -> None:
        self._acts.set_strength(self._linked.link_id, Strength(int(self._strength.currentData())))


def _facts(linked: LinkedEvidence) -> str:
    item = linked.item
    parts = [f"Dated {long_date(item.dated)}." if item.dated else "No date yet."]
    if item.review_by:
        parts.append(f"Review {'was due' if linked.lapsed else 'by'} {long_date(item.review_by)}.")
    if item.file_state is FileState.HELD:
        parts.append(f"Kept elsewhere: {item.kept_where}." if item.kept_where else "Kept elsewhere.")
    return " ".join(parts)
