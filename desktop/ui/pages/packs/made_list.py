# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The packs made so far, and the way to make another."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.models.dates import short_date
from desktop.models.prints import ListPrint
from desktop.services.packs_made import PackLine
from desktop.services.signing_desk import in_groups
from desktop.ui.infra.messages import Messages
from desktop.ui.pages.packs.making import Making, Stage
from desktop.ui.pages.packs.step_head import STEPS
from desktop.ui.theme import picture
from desktop.ui.widgets.boxes import box, column, plain, row
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.table import Cell, Column, DataTable, Row
from desktop.ui.widgets.text import heading, words

_COLUMNS = (
    Column("When", 110),
    Column("For whom", least=170),
    Column("Reference", 120),
    Column("Pages", 70, "right"),
    Column("Folder", least=220),
    Column("Fingerprint of the file", 190),
)
_WHAT = (
    "A pack is a signed PDF with its evidence, which a commissioner can check without Sevenfold. You choose what goes "
    "in, read every page, and sign."
)
_NONE = "No packs yet. Those you make are kept here, with where they went and how to tell them apart."


class MadeList(QWidget):
    """``check`` is called with the files of a pack that is to be checked again."""

    def __init__(
        self,
        making: Making,
        messages: Messages,
        begin: Callable[[], object],
        check: Callable[[Sequence[Path]], object],
    ) -> None:
        super().__init__()
        self.setObjectName("packs-home")
        self._making, self._messages, self._check = making, messages, check
        self._lines: dict[str, PackLine] = {}
        self._next_words = heading("", "h3")
        self._next_said = words("", wrap=True)
        self.make = button("Make a pack", "pack-make", begin, kind="primary")
        self._give_up = button("Give it up", "pack-give-up", making.give_up)
        said = plain(column(self._next_words, self._next_said, gap=2))
        ways = plain(row(self._give_up, self.make, gap=10))
        next_card = box(
            row(picture("briefcase", "text", 26), (said, 1), ways, gap=14, margins=(16, 12, 16, 12)), "next"
        )
        self.table = DataTable(_COLUMNS, "Packs made so far", whole=True)
        self.table.setObjectName("packs-made")
        self.table.opened.connect(self._check_again)
        self._none = words(_NONE, tone="soft", wrap=True)
        self._again = button("Check again", "pack-check-again", self._check_chosen, icon_name="shield-check")
        self._open = button("Open its folder", "pack-open-made", self._open_folder, icon_name="folder-open")
        self._other = button("Check a pack", "pack-check-other", lambda: check(()), kind="link")
        self._acts = plain(row(self._again, self._open, None, gap=10))
        title = row(heading("Packs made so far"), None, self._other, gap=10)
        self.setLayout(
            column(next_card, 4, title, self._none, self.table, self._acts, None, gap=10, margins=(24, 2, 10, 20))
        )

    def show_packs(self, lines: Sequence[PackLine], today: date) -> None:
        """Show what was made, newest first, and what is being made."""
        self._lines = {line.pack_id: line for line in lines}
        self.table.show_rows([_row(line, today) for line in lines])
        if lines and not self.table.selected_id:
            self.table.select(lines[0].pack_id)
        self.table.setVisible(bool(lines))
        self._acts.setVisible(bool(lines))
        self._none.setVisible(not lines)
        self._show_under_way()

    def listing(self, today: date) -> ListPrint:
        """The list, to print."""
        shown = self.table.as_list()
        widths = (1.0, 2.0, 1.0, 0.6, 3.0, 2.0)
        columns = tuple(zip(shown.headings, widths, strict=True))
        return ListPrint("Packs made so far", "", columns, tuple(shown.rows), as_at=today)

    def _show_under_way(self) -> None:
        under_way = self._making.started and self._making.stage is not Stage.DONE
        self._give_up.setVisible(under_way)
        if not under_way:
            self._next_words.setText("Make a pack")
            self._next_said.setText(_WHAT)
            say(self.make, "Make a pack")
            return
        step = self._making.stage.step
        self._next_words.setText("A pack is being made")
        self._next_said.setText(f"It is at step {step} of {len(STEPS)}: {STEPS[step - 1].lower()}.")
        say(self.make, "Go on")

    def _chosen(self) -> PackLine | None:
        return self._lines.get(self.table.selected_id)

    def _check_chosen(self) -> None:
        self._check_again(self.table.selected_id)

    def _check_again(self, pack_id: str) -> None:
        line = self._lines.get(pack_id)
        if line is not None:
            self._check((line.folder,))

    def _open_folder(self) -> None:
        line = self._chosen()
        if line is not None:
            self._messages.open_folder(line.folder)


def _row(line: PackLine, today: date) -> Row:
    day = line.signed_at.astimezone().date()
    groups = " ".join(in_groups(line.sha256[:16]))
    where = Cell(str(line.folder)) if line.is_there else Cell(f"Not there any more: {line.folder}", state="missing")
    return Row(
        line.pack_id,
        (
            Cell(short_date(day, today), sort_key=-line.number),
            Cell(line.made_for or "Nobody named"),
            Cell(line.reference),
            Cell(str(line.pages), sort_key=line.pages),
            where,
            Cell(groups, f"begins {groups}"),
        ),
    )
