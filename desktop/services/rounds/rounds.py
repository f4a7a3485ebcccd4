# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The rounds of assessment of one workbook: which there are, how each stands, and all that is done with them."""

from dataclasses import dataclass
from datetime import date

from desktop.models.dates import long_date
from desktop.models.records import Assessment
from desktop.models.rounds import RoundState, SignOff, lapse_day, round_state, standing_sign_off
from desktop.services.assessing import Assessing
from desktop.services.rounds.comparing import Comparing
from desktop.services.rounds.second_reading import SecondReader
from desktop.services.rounds.signing_off import SignOffs
from desktop.services.rounds.starting import Starting
from desktop.services.rounds.versions import Versions
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One round in the list. ``sign_off`` is the one that stands; ``reopened`` are those that were reopened since."""

    assessment: Assessment
    state: RoundState
    sign_off: SignOff | None
    reopened: tuple[SignOff, ...]
    newest: bool

    @property
    def title(self) -> str:
        """Its day in words."""
        return long_date(self.assessment.dated)

    @property
    def lapses(self) -> date:
        """The last day on which it holds: 12 months after the sign-off, or after it began while there is none."""
        return lapse_day(self.sign_off.signed_on if self.sign_off else self.assessment.dated)

    @property
    def words(self) -> str:
        """How it stands, in a sentence."""
        if self.sign_off is not None:
            signed = (
                f"Signed off on {long_date(self.sign_off.signed_on)} by {self.sign_off.name}, {self.sign_off.role}."
            )
            end = "It lapsed on" if self.state is RoundState.LAPSED else "It holds until"
            return f"{signed} {end} {long_date(self.lapses)}."
        if self.assessment.review_since is not None:
            return f"In review by a second person since {long_date(self.assessment.review_since)}."
        return "Open: it was not signed off yet."


class Rounds:
    """All rounds, newest first, and the acts on the newest one."""

    def __init__(self, workbook: Workbook, clock: Clock, assessing: Assessing) -> None:
        self._db = workbook.db
        self._clock = clock
        self.starting = Starting(workbook, clock)
        self.second_reader = SecondReader(workbook, clock, assessing)
        self.sign_offs = SignOffs(workbook, clock, assessing)
        self.comparing = Comparing(workbook, clock)
        self.versions = Versions(workbook, clock)

    def all(self) -> tuple[RoundLine, ...]:
        """Every round, newest first."""
        found, today = self._db.assessments.list(), self._clock.today()
        return tuple(self._line(one, today, newest=one is found[-1]) for one in reversed(found))

    def newest(self) -> RoundLine | None:
        """The newest round, or None before the first one."""
        return next(iter(self.all()), None)

    def _line(self, assessment: Assessment, today: date, *, newest: bool) -> RoundLine:
        own = self._db.sign_offs.list(assessment_id=assessment.id)
        standing = standing_sign_off(own)
        state = round_state(standing, today, in_review=assessment.review_since is not None)
        return RoundLine(assessment, state, standing, tuple(one for one in own if not one.stands), newest)
