# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The rounds of assessment of one workbook: which there are, how each stands, and all that is done with them."""

from datetime import date

from desktop.models.records import Assessment
from desktop.models.rounds import round_state, standing_sign_off
from desktop.services.assessing import Assessing
from desktop.services.printing import Printing
from desktop.services.rounds.comparing import Comparing
from desktop.services.rounds.round_line import RoundLine
from desktop.services.rounds.second_reading import SecondReader
from desktop.services.rounds.signing_off import SignOffs
from desktop.services.rounds.starting import Starting
from desktop.services.rounds.trustees import TrusteesPage
from desktop.services.rounds.versions import Versions
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock


class Rounds:
    """All rounds, newest first, and the acts on the newest one."""

    def __init__(self, workbook: Workbook, clock: Clock, assessing: Assessing, printing: Printing) -> None:
        self._db = workbook.db
        self._clock = clock
        self.starting = Starting(workbook, clock)
        self.second_reader = SecondReader(workbook, clock, assessing)
        self.sign_offs = SignOffs(workbook, clock, assessing)
        self.comparing = Comparing(workbook, clock)
        self.versions = Versions(workbook, clock)
        self.trustees_page = TrusteesPage(clock, self.newest, self.comparing, printing)

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
