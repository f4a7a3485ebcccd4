# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Competence against what roles need: the level needed on a day, the level judged, and when to judge again."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desktop.models.catalogue import Catalogue, Competency
from desktop.models.workforce.competence import CompetenceJudgement
from desktop.models.workforce.expiry import add_months
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce

REJUDGE_MONTHS = 24


@dataclass(frozen=True)
class Skills:
    """The competence of the workforce on its day. A judgement is due again so many months after it was made."""

    workforce: Workforce
    months: int = REJUDGE_MONTHS

    def needed(self, person: Person, competency: Competency) -> int:
        """The level that someone's roles need on the day; of several roles the highest; 0 where none needs it."""
        return self._levels_of(self.workforce.roles(person)).get(competency.id, 0)

    def judged(self, person: Person, competency: Competency) -> CompetenceJudgement | None:
        """The newest judgement up to the day."""
        found = self.history(person, competency)
        return found[-1] if found else None

    def history(self, person: Person, competency: Competency) -> Sequence[CompetenceJudgement]:
        """All judgements up to the day, the newest last."""
        return self._judgements.get((person.id, competency.id), ())

    def due_again(self, judgement: CompetenceJudgement) -> date:
        """The day from which a judgement is to be made again."""
        return add_months(judgement.judged_on, self.months)

    def _levels_of(self, roles: tuple[str, ...]) -> Mapping[str, int]:
        if roles not in self._known:
            self._known[roles] = levels_for(self.workforce.catalogue, roles)
        return self._known[roles]

    @cached_property
    def _known(self) -> dict[tuple[str, ...], Mapping[str, int]]:
        return {}

    @cached_property
    def _judgements(self) -> Mapping[tuple[str, str], Sequence[CompetenceJudgement]]:
        found: dict[tuple[str, str], list[CompetenceJudgement]] = defaultdict(list)
        for judgement in sorted(self.workforce.competence, key=lambda one: (one.judged_on, one.id)):
            if judgement.judged_on <= self.workforce.as_at:
                found[judgement.person_id, judgement.competency_id].append(judgement)
        return found


def levels_for(catalogue: Catalogue, roles: Sequence[str]) -> Mapping[str, int]:
    """By competency, the highest level that any of the roles needs."""
    found = {}
    for competency in catalogue.competencies:
        levels = dict(competency.levels)
        found[competency.id] = max((levels.get(role, 0) for role in roles), default=0)
    return found
