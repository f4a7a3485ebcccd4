# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Competence: the sign-off sheet of a person, judgements as one step, and the gaps against the roles."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.models.certificate_numbers import check_no_number
from desktop.models.changes import Op
from desktop.models.choices import Choice
from desktop.models.day_checks import check_passed
from desktop.models.errors import AppError
from desktop.models.scoring import same_person
from desktop.models.workforce.competence import LEVELS, Basis, CompetenceJudgement
from desktop.models.workforce.skills import REJUDGE_MONTHS, Skills
from desktop.services.intake import new_id
from desktop.services.kept_workforce import KeptWorkforce
from desktop.services.workforce.competence_lines import (
    CompetenceLine,
    CompetenceState,
    JudgementLine,
    competence_line,
    judgement_line,
)
from desktop.storage.database import Database
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

_SETTING = "rejudge_months"
_MOST_MONTHS = 120
BASES = (
    Choice(Basis.OBSERVATION.value, "Observation", "Seen at work, or in a recording."),
    Choice(Basis.DISCUSSION.value, "Discussion", "Talked through, with examples."),
    Choice(Basis.QUALIFICATION.value, "Qualification", "A qualification shows it."),
)


class NobodyJudgedError(AppError):
    """A judgement of nobody."""

    code = "nobody_judged"
    happened = "It is not said who judges."
    safe = "Nothing was changed."
    to_do = "Type the name of who judges the level."


class JudgedThemselvesError(AppError):
    """Someone's own judgement of their competence."""

    code = "judged_themselves"
    happened = "{name} cannot sign off their own competence."
    safe = "Nothing was changed."
    to_do = "Type the name of someone else who saw or discussed the work."


class NothingJudgedError(AppError):
    """No level was chosen."""

    code = "nothing_judged"
    happened = "No level is chosen."
    safe = "Nothing was changed."
    to_do = "Choose a level for one competence or more."


@dataclass(frozen=True, slots=True)
class CompetenceSheet:
    """The sign-off sheet of one person. ``told``: '20 of 26 at the level needed' and what is open, in a sentence."""

    person_id: str
    name: str
    roles: tuple[str, ...]
    lines: tuple[CompetenceLine, ...]
    at_level: int
    needed: int
    told: str


class Competences:
    """The competence of the people of one open workbook."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock
        self._kept = KeptWorkforce(workbook.db)

    def sheet(self, person_id: str, on: date | None = None) -> CompetenceSheet:
        """The sign-off sheet of one person, by the roles they hold today or ``on`` another day."""
        skills = self._skills(on)
        person = self._db.people.get(person_id)
        lines = tuple(competence_line(skills, person, one) for one in skills.workforce.catalogue.competencies)
        names = {role.code: role.name for role in skills.workforce.catalogue.roles}
        needed = [line for line in lines if line.needed]
        at_level = sum(line.gap == 0 for line in needed)
        roles = tuple(names.get(code, code) for code in skills.workforce.roles(person))
        return CompetenceSheet(person.id, person.name, roles, lines, at_level, len(needed), _told(at_level, lines))

    def judge(
        self, person_id: str, levels: Mapping[str, int], judged_by: str, basis: Basis, on: date | None = None
    ) -> None:
        """Judge one or several competences as one step. A second judgement of the same day takes the first's place.

        ``levels``: by competency id, 0 to 4. ``KeyError`` for an unknown competency.
        """
        person = self._db.people.get(person_id)
        by = " ".join(judged_by.split())
        day = on or self._clock.today()
        check_passed(day, self._clock.today(), "The day of the judgement")
        self._check(levels, by, person.name)
        there = {
            judgement.competency_id: judgement.id
            for judgement in self._db.competence.list(person_id=person_id, judged_on=day.isoformat())
        }
        made = [
            CompetenceJudgement(there.get(one, "") or new_id(), person_id, one, level, day, by, basis)
            for one, level in levels.items()
        ]
        with self._db.write(Op.JUDGE_COMPETENCE, f"of {person.name}", about=person_id):
            self._db.competence.save_all(made)

    def remove(self, judgement_id: str) -> None:
        """Take a judgement away; the one before stands again."""
        judgement = self._db.competence.get(judgement_id)
        name = self._db.people.get(judgement.person_id).name
        with self._db.write(Op.REMOVE_COMPETENCE, f"of {name}", about=judgement.person_id):
            self._db.competence.remove(judgement_id)

    def history(self, person_id: str, competency_id: str) -> tuple[JudgementLine, ...]:
        """Every judgement of one competence of a person, the newest first."""
        found = self._db.competence.list(person_id=person_id, competency_id=competency_id)
        return tuple(judgement_line(judgement) for judgement in reversed(found))

    def rejudge_months(self) -> int:
        """After how many months a competence is judged again: the charity's own rule."""
        return rejudge_months(self._db)

    def set_rejudge_months(self, months: int) -> None:
        """Set the charity's rule, from 1 to 120 months."""
        with self._db.write(Op.CHANGE_SETTING, "when competence is judged again"):
            self._db.meta.set(_SETTING, str(min(max(months, 1), _MOST_MONTHS)))

    def _skills(self, on: date | None = None) -> Skills:
        return Skills(self._kept.on(on or self._clock.today()), self.rejudge_months())

    def _check(self, levels: Mapping[str, int], by: str, name: str) -> None:
        if not levels:
            raise NothingJudgedError
        if not by:
            raise NobodyJudgedError
        if same_person(by, name):
            raise JudgedThemselvesError(name=name)
        check_no_number(by)
        known = {one.id for one in self._kept.on(self._clock.today()).catalogue.competencies}
        for competency_id, level in levels.items():
            if competency_id not in known or level not in range(len(LEVELS)):
                raise KeyError(competency_id)


def rejudge_months(db: Database) -> int:
    """After how many months a competence is judged again."""
    return int(db.meta.get(_SETTING, str(REJUDGE_MONTHS)))


def _told(at_level: int, lines: tuple[CompetenceLine, ...]) -> str:
    needed = [line for line in lines if line.needed]
    if not needed:
        return "No role that needs a level is held."
    unjudged = sum(line.state is CompetenceState.NOT_JUDGED for line in needed)
    again = sum(line.state is CompetenceState.JUDGE_AGAIN for line in needed)
    extra = [f"{unjudged} not judged"] * bool(unjudged) + [f"{again} to judge again"] * bool(again)
    return f"{', '.join((f'{at_level} of {len(needed)} at the level needed', *extra))}."
