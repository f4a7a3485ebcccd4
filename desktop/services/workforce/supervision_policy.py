# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How often the charity has each kind of supervision, where it is not as the catalogue proposes."""

from dataclasses import dataclass

from desktop.models.changes import Op
from desktop.models.workforce.frequency import ASKED_KINDS
from desktop.models.workforce.supervision import SupervisionRule
from desktop.services.standing import current_catalogue
from desktop.services.workforce.session_checks import LONGEST_DAYS, IntervalError
from desktop.storage.workbook import Workbook


@dataclass(frozen=True, slots=True)
class HowOften:
    """A kind that is asked for by itself: the days that the catalogue proposes, and the charity's own, if any."""

    kind_id: str
    kind: str
    proposed_days: int
    own_days: int | None


class SupervisionPolicy:
    """The charity's own intervals, of one open workbook."""

    def __init__(self, workbook: Workbook) -> None:
        self._db = workbook.db

    def kinds(self) -> tuple[HowOften, ...]:
        """Every kind that is asked for by itself, in the order of the catalogue."""
        own = {rule.id: rule.every_days for rule in self._db.supervision_rules.list()}
        return tuple(
            HowOften(kind.id, kind.name, kind.every_days, own.get(kind.id))
            for kind in current_catalogue(self._db).supervision
            if kind.id in ASKED_KINDS and kind.every_days is not None
        )

    def own_days(self, kind_id: str) -> int:
        """The charity's own interval of a kind in days, or 0: as the catalogue proposes."""
        return next((rule.every_days for rule in self._db.supervision_rules.list() if rule.id == kind_id), 0)

    def set_every(self, kind_id: str, every_days: int | None) -> None:
        """Say how often the charity has a kind; None: as the catalogue proposes."""
        kind = current_catalogue(self._db).supervision_kind(kind_id)
        if every_days is not None and not 1 <= every_days <= LONGEST_DAYS:
            raise IntervalError(days=every_days)
        with self._db.write(Op.SET_SUPERVISION, kind.name, about=kind.id):
            if every_days is None:
                self._db.supervision_rules.remove(kind.id)
            else:
                self._db.supervision_rules.save(SupervisionRule(kind.id, every_days))
