# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The tree, the card and the working side by side, or one at a time where there is less room."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.ui.pages.standards.indicator_card import IndicatorCard
from desktop.ui.pages.standards.standard_card import StandardCard
from desktop.ui.pages.standards.tree import StandardsTree
from desktop.ui.pages.standards.working_panel import WorkingPanel
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import BAR_ROOM, box, column, plain, row, rule, scrolling
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.discs import Discs
from desktop.ui.widgets.text import words

PICKER_ACROSS_EM = 48
_TWO_PANES_EM = 56
_THREE_PANES_EM = 90
_ANY_WIDTH = 16_777_215


class Panes(QWidget):
    """Where there is one column, either the tree stands in it or the card; ``back`` is pressed to see the tree."""

    def __init__(
        self,
        tree: StandardsTree,
        standard: StandardCard,
        card: IndicatorCard,
        working: WorkingPanel,
        back: Callable[[], object],
    ) -> None:
        super().__init__()
        self._standard, self._card, self._working = standard, card, working
        self._em, self.in_tree, self._alone = 72.0, False, False
        told = words("filled: backed by evidence. ring: said only", "small", tone="soft", wrap=True)
        key = row(Discs(3, 2), (told, 1), gap=8, margins=(12, 6, 8, 6))
        tree_card = box(column((tree, 1), rule(), key, gap=0, margins=(1, 8, 1, 0)))
        self._left = plain(column(tree_card, margins=(0, 0, BAR_ROOM + 4, 0)))
        self._back = button("All of Standard 1", "all-of-standard", back, kind="linkic", icon_name="arrow-left")
        self._scroll = scrolling(plain(column(self._back, standard, card, gap=12, margins=(0, 0, 4, 4))))
        working.setMinimumWidth(sp(298))
        working.hide()
        self._right = plain(row((self._scroll, 2), (working, 1), gap=0))
        self.setLayout(row((self._left, 1), (self._right, 2), gap=0))

    @property
    def beside(self) -> bool:
        """Whether there is room for two side by side."""
        return self._em >= _TWO_PANES_EM

    def arrange(self, em: float) -> None:
        """Fit the width."""
        self._em = em
        self._standard.stand(narrow=em < (_TWO_PANES_EM + 10 if self.beside else PICKER_ACROSS_EM))
        self._card.stand(narrow=em < PICKER_ACROSS_EM)
        self.show_parts()

    def show_parts(self) -> None:
        """Show what there is room for: the tree, the card, the working."""
        beside, working = self.beside and not self._alone, not self._working.isHidden()
        room_for_all = beside and (not working or self._em >= _THREE_PANES_EM)
        self._left.setMaximumWidth(sp(374) if beside else _ANY_WIDTH)
        self._left.setMinimumWidth(sp(318) if beside else 0)
        self._left.setVisible(not self._alone and (room_for_all or (not beside and self.in_tree)))
        self._scroll.setVisible(beside or not working)
        self._right.setVisible(self._alone or beside or not self.in_tree)
        self._back.setVisible(not beside and not self._alone)
        self._standard.setHidden(self._alone)

    def stand_alone(self, *, alone: bool) -> None:
        """The one indicator and nothing beside it, or all as usual."""
        self._alone = alone
        self._working.hide()
        self.show_parts()

    def name_standard(self, number: int) -> None:
        """Say on the way back which standard it leads to."""
        say(self._back, f"All of Standard {number}")

    def to_top(self) -> None:
        """Another indicator is read from its beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def show_card(self, *, stay: bool) -> None:
        """Show the card, or ``stay`` at the tree where there is one column; the working gives way there."""
        self.in_tree = stay
        if not self.beside:
            self._working.hide()
        self.show_parts()

    def show_tree(self) -> None:
        """Show the tree where there is one column."""
        self.in_tree = True
        self.show_parts()
