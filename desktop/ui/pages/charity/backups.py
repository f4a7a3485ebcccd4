# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Backups: how they stand, making one, the second place, and every backup that can be reached."""

from datetime import date, datetime
from pathlib import Path

from desktop.models.dates import long_date
from desktop.models.errors import AppError
from desktop.services.backup_state import BackupState, Level
from desktop.services.keeping import BackupLine, Keeping, Where
from desktop.ui.infra.backing_up import BackingUp
from desktop.ui.infra.jobs import Job, Step, while_there
from desktop.ui.infra.page import Tools
from desktop.ui.pages.charity.section import Facts, Section
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.boxes import card, plain, row, side_by_side
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.table import Cell, Column, DataTable, Row
from desktop.ui.widgets.text import heading, hint, words

_BADGES = {Level.FINE: ("done", "All well"), Level.AMBER: ("due", "Needs a look"), Level.RED: ("late", "Act now")}
_ONLY_HERE = ("partly_met", "On this computer only")
_PLACES = {Where.BESIDE: "Beside the workbook", Where.SECOND: "Second place"}
_COLUMNS = (Column("Made", least=215), Column("Where", 165), Column("Since then", 115))


class BackupsSection(Section):
    """The state, the acts and the list."""

    title = "Backups"
    about = "Every backup is whole, checked, and locked with your passphrase. Keep one off this computer."

    def __init__(self, keeping: Keeping, tools: Tools) -> None:
        super().__init__()
        self._keeping, self._tools = keeping, tools
        self._lines: dict[str, BackupLine] = {}
        self._backing_up = BackingUp(keeping, tools.jobs, tools.messages, while_there(self, self._show))
        self._badge = Badge("done")
        self._sentence = words("", "body", 600, wrap=True)
        self._sentence.setObjectName("backup-state")
        self._facts = Facts(("Beside the workbook", "Second place", "In the second place"))
        self._table = DataTable(_COLUMNS, "Backups", lines=2, whole=True)
        self._table.setObjectName("backups")
        self._table.selected.connect(self._tell_lost)
        self._lost = words("", wrap=True)
        self._lost.setObjectName("backup-lost")
        now = button("Back up now", "back-up-now", self._backing_up.now, kind="primary", icon_name="hard-drive")
        place = button("Choose the second place", "choose-second-place", self._choose_place, icon_name="folder-open")
        self._check = button("Check this backup", "check-backup", self._check_chosen, icon_name="shield-check")
        state = card(
            plain(row(self._badge, (self._sentence, 1), gap=10)), self._facts, side_by_side(now, place), gap=10
        )
        self._none = hint("There is no backup yet. Make the first one now.")
        how = hint(
            "To go back to a backup, lock Sevenfold and choose Restore a backup. Today's workbook stays as it is."
        )
        self.build(state, heading("Backups that can be reached", "h3"), self._none, self._table, self._lost,
                   side_by_side(self._check), how)  # fmt: skip

    def refresh(self) -> None:
        """Show how backups stand and which there are, as far as is known, and look at the second place anew."""
        self._show()
        self._backing_up.look()

    def _show(self) -> None:
        self._show_state(self._keeping.state())
        lines = self._keeping.all()
        self._lines = {str(line.folder): line for line in lines}
        self._table.show_rows([_row(key, line) for key, line in self._lines.items()])
        self._table.setVisible(bool(lines))
        self._none.setVisible(not lines)
        self._check.setVisible(bool(lines))
        self._tell_lost(self._table.selected_id)

    def _choose_place(self) -> None:
        self._tools.messages.choose_folder("Second place for backups", self._take_place)

    def _take_place(self, folder: Path) -> None:
        try:
            self._keeping.second_place.choose(folder)
        except AppError as error:
            self._tools.messages.tell(error)
            return
        self.refresh()

    def _check_chosen(self) -> None:
        line = self._lines.get(self._table.selected_id) or next(iter(self._lines.values()), None)
        if line is None:
            return
        keeping, made = self._keeping, _told(line.made)

        def work(step: Step) -> None:
            keeping.check(line, step)

        self._table.select(str(line.folder))
        whole = f"The backup of {made} is whole. Every file in it was read."
        self._tools.jobs.start(Job("Checking a backup", work, lambda _nothing: self._tools.messages.done(whole)))

    def _tell_lost(self, key: str) -> None:
        line = self._lines.get(key)
        self._lost.setText(self._keeping.lost_by(line) if line else "")
        self._lost.setVisible(line is not None)

    def _show_state(self, state: BackupState) -> None:
        only_here = state.level is not Level.RED and state.beside is not None and state.second is None
        self._badge.show_state(*(_ONLY_HERE if only_here else _BADGES[state.level]), "Backups")
        self._sentence.setText(f"{state.sentence}.")
        self._facts.show_fact("Beside the workbook", _told(state.beside) if state.beside else "None yet")
        self._facts.show_fact("Second place", _place_words(state))
        self._facts.show_fact("In the second place", _second_words(state))


def _place_words(state: BackupState) -> str:
    if state.second_place is None:
        return "Not chosen yet. A memory stick is good."
    seen = state.seen
    if seen is None:
        return f"{state.second_place}. Looking for it."
    found = "Found" if seen.reachable else "Not found"
    same = " It is on the same disk as the workbook, so both could be lost together." if seen.same_disk else ""
    return f"{state.second_place}. {found} at {seen.at.astimezone():%H:%M}.{same}"


def _second_words(state: BackupState) -> str:
    if state.second is not None:
        return _told(state.second)
    return "Not known yet" if state.second_place is not None and state.seen is None else "None yet"


def _row(key: str, line: BackupLine) -> Row:
    lost = "Nothing" if not line.lost else "1 change" if line.lost == 1 else f"{line.lost:,} changes"
    return Row(
        key,
        (
            Cell(_told(line.made), under=line.reason, sort_key=line.made.timestamp()),
            Cell(_PLACES[line.where]),
            Cell(lost, sort_key=line.lost),
        ),
    )


def _told(instant: datetime) -> str:
    local = instant.astimezone()
    return f"{long_date(date(local.year, local.month, local.day))} {local:%H:%M}"
