# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Competence as screens show it: how each skill of a person stands against the level that their roles need."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.models.catalogue import Competency
from desktop.models.dates import long_date
from desktop.models.workforce.competence import LEVELS, CompetenceJudgement
from desktop.models.workforce.people import Person
from desktop.models.workforce.skills import Skills
from desktop.services.targets import Mark


class CompetenceState(StrEnum):
    """How a competence stands for a person, worst first."""

    BELOW = "below the level"
    NOT_JUDGED = "not judged"
    JUDGE_AGAIN = "judge again"
    AT_LEVEL = "at the level"
    NOT_NEEDED = "not needed"

    @property
    def words(self) -> str:
        """The state as people read it."""
        return self.value.capitalize()

    @property
    def mark(self) -> Mark:
        """The mark that stands before the words."""
        return {
            "below the level": Mark.CROSS,
            "not judged": Mark.GAPBOX,
            "judge again": Mark.CLOCK,
            "at the level": Mark.TICK,
            "not needed": Mark.DASH,
        }[self.value]

    @property
    def is_gap(self) -> bool:
        """Whether something is missing against the role."""
        return self in {CompetenceState.BELOW, CompetenceState.NOT_JUDGED}


@dataclass(frozen=True, slots=True)
class CompetenceStanding:
    """How one competence stands for one person. ``gap``: levels that are missing; ``again_on``: when to judge again."""

    state: CompetenceState
    needed: int
    judged: CompetenceJudgement | None
    gap: int
    again_on: date | None

    @property
    def cell(self) -> str:
        """A few letters for a narrow cell: '2 of 3'."""
        if self.judged is None:
            return "" if self.state is CompetenceState.NOT_NEEDED else f"– of {self.needed}"
        return f"{self.judged.level} of {self.needed}" if self.needed else f"{self.judged.level}"

    def sentence(self, person: Person, competency: Competency) -> str:
        """All of it, to be read aloud."""
        said = [person.name, competency.text, self.state.value]
        if self.judged is not None:
            said.append(f"level {self.judged.level}, {LEVELS[self.judged.level].lower()}")
            said.append(f"judged {long_date(self.judged.judged_on)}")
        if self.needed:
            said.append(f"level {self.needed} is needed")
        return ", ".join(said)


@dataclass(frozen=True, slots=True)
class CompetenceLine:
    """One competency on the sign-off sheet of a person. ``level`` None: not judged yet. Words are ready to show."""

    competency_id: str
    text: str
    needed: int
    needed_words: str
    level: int | None
    level_words: str
    judged: str
    judged_by: str
    basis: str
    again: str
    gap: int
    state: CompetenceState
    sentence: str


@dataclass(frozen=True, slots=True)
class JudgementLine:
    """One judgement in the history of a competence."""

    id: str
    day: str
    level: int
    words: str
    judged_by: str
    basis: str


def competence_standing(skills: Skills, person: Person, competency: Competency) -> CompetenceStanding:
    """How one competence stands for one person."""
    needed, judged = skills.needed(person, competency), skills.judged(person, competency)
    if judged is None:
        state = CompetenceState.NOT_JUDGED if needed else CompetenceState.NOT_NEEDED
        return CompetenceStanding(state, needed, None, needed, None)
    again_on = skills.due_again(judged)
    return CompetenceStanding(
        _state(needed, judged.level, due_again=again_on <= skills.workforce.as_at),
        needed,
        judged,
        max(needed - judged.level, 0),
        again_on if needed else None,
    )


def competence_line(skills: Skills, person: Person, competency: Competency) -> CompetenceLine:
    """One line of the sign-off sheet."""
    standing = competence_standing(skills, person, competency)
    judged = standing.judged
    return CompetenceLine(
        competency_id=competency.id,
        text=competency.text,
        needed=standing.needed,
        needed_words=LEVELS[standing.needed],
        level=judged.level if judged else None,
        level_words=LEVELS[judged.level] if judged else "Not judged",
        judged=long_date(judged.judged_on) if judged else "",
        judged_by=judged.judged_by if judged else "",
        basis=judged.basis.value.capitalize() if judged else "",
        again=_again(standing.again_on, skills.workforce.as_at),
        gap=standing.gap,
        state=standing.state,
        sentence=standing.sentence(person, competency),
    )


def judgement_line(judgement: CompetenceJudgement) -> JudgementLine:
    """One judgement of the history."""
    return JudgementLine(
        judgement.id,
        long_date(judgement.judged_on),
        judgement.level,
        LEVELS[judgement.level],
        judgement.judged_by,
        judgement.basis.value.capitalize(),
    )


def _state(needed: int, level: int, due_again: bool) -> CompetenceState:
    if not needed:
        return CompetenceState.NOT_NEEDED
    if level < needed:
        return CompetenceState.BELOW
    return CompetenceState.JUDGE_AGAIN if due_again else CompetenceState.AT_LEVEL


def _again(again_on: date | None, today: date) -> str:
    if again_on is None:
        return ""
    return f"Judge again since {long_date(again_on)}" if again_on <= today else f"Judge again on {long_date(again_on)}"
