# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Which workbook is open, and the way to another."""

from collections.abc import Callable
from pathlib import Path

from desktop.ui.pages.charity.section import Facts, Section
from desktop.ui.widgets.boxes import card, side_by_side
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import hint


class WorkbooksSection(Section):
    """One workbook is open at a time, so another means locking this one."""

    title = "Workbooks on this computer"
    about = "One workbook is open at a time. Each has its own passphrase."

    def __init__(self, folder: Path, lock: Callable[[], object] | None, *, practice: bool) -> None:
        super().__init__()
        facts = Facts(("Open now", "Where it lies"))
        facts.show_fact("Open now", "The practice charity" if practice else f"Workbook {folder.name}")
        facts.show_fact("Where it lies", str(folder))
        acts = [] if lock is None else [side_by_side(button("Lock and open another", "open-another", lock))]
        after = hint("The unlock page lists every workbook of this computer. There you can also restore a backup.")
        self.build(card(facts, *acts, after, gap=10))
