# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Where an answer came from that was carried over from the round before, and is not confirmed yet."""

from dataclasses import dataclass
from datetime import date

from desktop.models.carry_over import Carry
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
    """Where the answer to an indicator comes from, while it waits to be confirmed; None where it does not.

    It may have waited through a round already: then the wording is the one that it was given to.
    """
    answer, assessment, asked = standing.answer(indicator_id), standing.records.assessment, standing.catalogue
    if not answer.to_confirm:
        return None
    source, found = indicator_id, None
    while (before := db.assessments.find(assessment.started_from)) is not None:
        came_from = catalogues.carried(db, before.catalogue_version, asked).line(source).before
        if not came_from:
            break
        assessment, source = before, came_from[0]
        asked = catalogues.catalogue(db, before.catalogue_version)
        found = CarriedFrom(before.dated, Carry(answer.carried_as), asked.indicator(source).text)
        if not any(one.to_confirm for one in db.answers.list(assessment_id=before.id, indicator_id=source)):
            break
    return found
