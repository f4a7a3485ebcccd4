# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a workbook holds, counted, and whether its history is whole: for the person who keeps it."""

from dataclasses import dataclass

from desktop.services.assessing import Assessing
from desktop.storage.workbook import Workbook

_SHOWN = 8  # groups of a seal that one would compare by eye


@dataclass(frozen=True, slots=True)
class HistoryTold:
    """What a check of the history found, in words."""

    whole: bool
    sentence: str


class RecordBook:
    """The records of one open workbook, as a whole."""

    def __init__(self, workbook: Workbook, assessing: Assessing) -> None:
        self._db = workbook.db
        self._assessing = assessing

    def counts(self) -> dict[str, str]:
        """How much there is of each, by what people call it. Answers are counted as everywhere else."""
        db, now = self._db, self._assessing.view()
        return {
            "Services": f"{len(db.services.list()):,}",
            "People": f"{len(db.people.list()):,}",
            "Training records": f"{len(db.training.list()):,}",
            "Indicators": now.answered_words if now else "No assessment yet",
            "Evidence": f"{len(db.evidence.list()):,}",
            "Actions": f"{len(db.actions.list()):,}",
        }

    def head(self) -> tuple[int, str]:
        """How many changes were saved, and the beginning of the newest seal in groups of four."""
        number, seal = self._db.history_head()
        return number, " ".join(seal[at : at + 4].upper() for at in range(0, _SHOWN * 4, 4))

    def check(self) -> HistoryTold:
        """Read the whole history and hold the records against it."""
        found = self._db.verify_history()
        if found.whole:
            changes = "1 change" if found.number == 1 else f"{found.number:,} changes"
            return HistoryTold(whole=True, sentence=f"The history of {changes} is whole, and the records fit it.")
        told = " ".join(found.problems[:3])
        return HistoryTold(whole=False, sentence=f"{told} Go back to a backup from before, or ask for help.")
