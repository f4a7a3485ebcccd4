# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a workbook holds, counted, and whether its history is whole: for the person who keeps it."""

from dataclasses import dataclass

from desktop.storage.workbook import Workbook

_SHOWN = 8  # groups of a seal that one would compare by eye


@dataclass(frozen=True, slots=True)
class HistoryTold:
    """What a check of the history found, in words."""

    whole: bool
    sentence: str


class RecordBook:
    """The records of one open workbook, as a whole."""

    def __init__(self, workbook: Workbook) -> None:
        self._db = workbook.db

    def counts(self) -> dict[str, int]:
        """How many records there are, by what people call them."""
        db = self._db
        return {
            "Services": len(db.services.list()),
            "People": len(db.people.list()),
            "Training records": len(db.training.list()),
            "Answers": len(db.answers.list()),
            "Evidence": len(db.evidence.list()),
            "Actions": len(db.actions.list()),
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
