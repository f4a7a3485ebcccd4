# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Entries that may be one person: two at a time, side by side, to be joined or told apart."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.models.workforce.people import Person
from desktop.services.desk import Desk
from desktop.services.place_words import ALL_PEOPLE, SAME_PERSON
from desktop.services.targets import Place, Target
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.people.merging.entry_card import EntryCard
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import column, plain, row, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty import EmptyPlace
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import heading, hint

_BESIDE_EM = 48
_RULE = (
    "The one you keep takes all of the other. What both have is kept once. The other name is remembered, "
    "so that a sheet with it finds this person. Ctrl+Z takes it back."
)


class MergingPage(Page):
    """One pair; the next is offered once this one is settled, or left for now."""

    place = Place.PEOPLE.value
    title = "Entries for one person"
    tables = frozenset(
        {"person", "person_role", "training_record", "supervision_session", "booking", "meta"}
        | {"hours_entry", "competence_judgement", "recruitment_check", "other_name"}
    )

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(tools)
        self.setObjectName("page-merging")
        self._merging, self._people, self._may_write = desk.merging, desk.people, not desk.read_only
        self._at = 0
        self._pairs: tuple[tuple[Person, Person], ...] = ()
        self._title, self._told = heading("Are these one person?", "h3"), hint("")
        self._told.setObjectName("pair-told")
        self._cards = (EntryCard("first", lambda: self._keep(0)), EntryCard("second", lambda: self._keep(1)))
        self._two = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._two.setSpacing(sp(16))
        for card in self._cards:
            self._two.addWidget(card, 1)
            card.keep.setEnabled(self._may_write)
        self._apart = button("They are two people", "pair-apart", self._tell_apart)
        self._apart.setEnabled(self._may_write)
        self._next = button("Next pair", "pair-next", self._go_on)
        self._back = button("All people", "pair-back", self._go_back, kind="linkic", icon_name="arrow-left")
        acts = plain(Flow(self._apart, self._next))
        parts = (row(self._back, None), self._title, self._told, self._two, hint(_RULE), acts, None)
        self._pair: QWidget = scrolling(plain(column(*parts, gap=10)))
        self._none = button("All people", "pair-none-back", self._go_back, kind="primary")
        sentence = "Nobody's name is the same as another's, or nearly so, other than those you told apart."
        self._empty = EmptyPlace("check", "No two entries look like one person", sentence, self._none)
        self.setLayout(column((self._pair, 1), (self._empty, 1), margins=(24, 2, 10, 14)))

    def refresh(self) -> None:
        """Read which entries are alike. The pair that is shown stays while it is there."""
        shown = self._pair_ids
        self._pairs = self._merging.offered()
        ids = [(one.id, other.id) for one, other in self._pairs]
        self._at = ids.index(shown) if shown in ids else min(self._at, max(0, len(ids) - 1))
        self._show()

    def show_target(self, target: Target) -> None:  # noqa: ARG002 - it is this page
        """The focus goes to the first that can be done."""
        (self._back if self._pairs else self._none).setFocus()

    def where(self) -> Target:
        """This page."""
        return Target(Place.PEOPLE, SAME_PERSON)

    def arrange(self, em: float) -> None:
        """Side by side, or one under the other."""
        way = QBoxLayout.Direction
        self._two.setDirection(way.LeftToRight if em >= _BESIDE_EM else way.TopToBottom)

    @property
    def _pair_ids(self) -> tuple[str, str]:
        if not self._pairs:
            return "", ""
        one, other = self._pairs[self._at]
        return one.id, other.id

    def _show(self) -> None:
        self._pair.setVisible(bool(self._pairs))
        self._empty.setHidden(bool(self._pairs))
        if not self._pairs:
            return
        count = len(self._pairs)
        which = f"Pair {self._at + 1} of {count}. " if count > 1 else ""
        self._told.setText(f"{which}Their names are the same, or nearly so.")
        self._next.setVisible(count > 1)
        held = [self._merging.held(person_id) for person_id in self._pair_ids]
        sums = [sum(number for _words, number in one) for one in held]
        for at, card in enumerate(self._cards):
            line = self._people.view(self._pair_ids[at]).line
            card.show_entry(line, held[at], fuller=at == (0 if sums[0] >= sums[1] else 1))

    def _keep(self, at: int) -> None:
        keep, gone = self._pair_ids[at], self._pair_ids[1 - at]
        name = self._people.view(keep).line.name
        self._merging.merge(keep, gone)
        self._settled(f"The two entries for {name} are one now. Ctrl+Z takes it back.", Target(Place.PEOPLE, keep))

    def _tell_apart(self) -> None:
        one, other = self._pairs[self._at]
        self._merging.tell_apart(one.id, other.id)
        told = f"{one.name} and {other.name} are two people. They are not offered again. Ctrl+Z takes it back."
        self._settled(told, Target(Place.PEOPLE, ALL_PEOPLE))

    def _settled(self, told: str, then: Target) -> None:
        """On to the next pair; after the last one to ``then``."""
        self.refresh()
        if self._pairs:
            self._apart.setFocus()
        else:
            self.tools.go(then)
        self.tools.messages.done(told)

    def _go_on(self) -> None:
        self._at = (self._at + 1) % len(self._pairs)
        self._show()

    def _go_back(self) -> None:
        self.tools.go(Target(Place.PEOPLE, ALL_PEOPLE))
