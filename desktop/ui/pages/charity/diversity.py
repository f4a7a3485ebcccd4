# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Who the workforce is, in counts for indicator 5.7: groups that the charity names, never per person."""

from PySide6.QtWidgets import QFrame

from desktop.models.dates import long_date
from desktop.models.workforce.figures import SMALLEST_GROUP
from desktop.services.workforce.diversity import Diversity, GroupView
from desktop.ui.infra.page import Tools
from desktop.ui.pages.charity.diversity_form import DiversityForm
from desktop.ui.pages.charity.section import Section
from desktop.ui.widgets.boxes import card, clear, column, plain, side_by_side
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty import EmptyPlace
from desktop.ui.widgets.table import Cell, Column, DataTable, Row
from desktop.ui.widgets.text import heading, hint

_COLUMNS = (Column("Words", wrap=True, least=140), Column("Count", 100), Column("Others may see", 150))


class DiversitySection(Section):
    """A card for each group; the form in their place."""

    title = "Diversity counts"
    about = (
        "For indicator 5.7, as people told you. Never per person: nothing here says who is counted where. "
        f"From others, counts under {SMALLEST_GROUP} are hidden, and any that would give them away."
    )

    def __init__(self, diversity: Diversity, tools: Tools, *, may_write: bool) -> None:
        super().__init__()
        self._diversity, self._tools, self._may_write = diversity, tools, may_write
        self._shown: tuple[GroupView, ...] | None = None
        self._cards = column(gap=12)
        self._add = button("Add a group", "diversity-add", lambda: self._open(None), icon_name="plus")
        self._add.setEnabled(may_write)
        self._form = DiversityForm(diversity, tools, self._show_list)
        self._empty = EmptyPlace(
            "users", "No group yet", "Name a group, such as languages or ages, and say how many people it has of each."
        )
        self._list = plain(column(side_by_side(self._add), self._cards, self._empty, gap=12))
        self.build(self._list, self._form)

    def refresh(self) -> None:
        """Show the groups; cards that would be the same are left alone."""
        groups = self._diversity.groups()
        self._empty.setVisible(not groups)
        if groups == self._shown:
            return
        first, self._shown = self._shown is None, groups
        clear(self._cards)
        for at, group in enumerate(groups):
            self._cards.addWidget(self._card(at, group))
        if first and self._may_write and self._form.waits:
            self._show_form(None)  # it was left half filled in

    def leave(self) -> None:
        """Keep what is filled in."""
        if not self._form.isHidden():
            self._form.leave()

    def _open(self, group: GroupView | None) -> None:
        self._show_form(group)
        self._form.take_focus()

    def _show_form(self, group: GroupView | None) -> None:
        self._list.hide()
        self._form.begin(group)
        self.bring_into_view(self._form)

    def _show_list(self) -> None:
        self._form.hide()
        self._list.show()
        self.refresh()
        self._add.setFocus()

    def _card(self, at: int, group: GroupView) -> QFrame:
        table = DataTable(_COLUMNS, group.group, whole=True, grow=True)
        table.setObjectName(f"diversity-group-{at}")
        table.setAccessibleDescription("")
        shown = dict(group.in_pack)
        table.show_rows(
            [
                Row(words, (Cell(words), Cell(str(count), sort_key=count), Cell(shown[words])))
                for words, count in group.lines
            ]
        )
        change = button("Change", f"diversity-change-{at}", lambda: self._open(group), icon_name="pencil")
        change.setAccessibleName(f"Change {group.group}")
        remove = button("Remove", f"diversity-remove-{at}", lambda: self._remove(group.group), kind="danger")
        remove.setAccessibleName(f"Remove {group.group}")
        facts = f"Counted on {long_date(group.counted_on)}, {group.people} in all."
        acts = [side_by_side(change, remove)] if self._may_write else []
        return card(heading(group.group, "h3"), hint(facts), table, *acts, gap=8)

    def _remove(self, group: str) -> None:
        self._diversity.remove(group)
        self.refresh()
        self._tools.messages.done(f"The counts of {group} were removed. Ctrl+Z brings them back.")
