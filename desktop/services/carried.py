# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Where an answer came from that was carried over from the round before, and is not confirmed yet."""

from dataclasses import dataclass
from datetime import date

from desktop.models.carry_over import Carry, carry_plan
from desktop.models.dates import long_date
from desktop.services import catalogues
from desktop.services.standing import Standing
from desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class CarriedFrom:
    """The round and the wording that an answer was given to."""

    dated: date
    carry: Carry
    wording: str

    @property
    def sentence(self) -> str:
        """What to look at, and why it does not count yet."""
        why = "the question is worded differently now" if self.carry is Carry.REWORDED else "the question was split"
        return (
            f"This answer comes from {long_date(self.dated)}, and {why}. It counts once you say that it still holds, "
            f"or judge it anew. It was asked so: {self.wording}"
        )


def carried_from(db: Database, standing: Standing, indicator_id: str) -> CarriedFrom | None:
    """Where the answer to an indicator comes from, while it waits to be confirmed; None where it does not."""
    before = db.assessments.find(standing.records.assessment.started_from)
    if before is None or not standing.answer(indicator_id).to_confirm:
        return None
    asked = catalogues.catalogue(db, before.catalogue_version)
    line = carry_plan(asked, standing.catalogue).line(indicator_id)
    return CarriedFrom(before.dated, line.carry, asked.indicator(line.before[0]).text) if line.before else None
