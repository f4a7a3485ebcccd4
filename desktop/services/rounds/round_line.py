# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One round in the list of rounds, and how it stands in words."""

from dataclasses import dataclass
from datetime import date

from desktop.models.dates import long_date
from desktop.models.records import Assessment
from desktop.models.rounds import RoundState, SignOff, lapse_day


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
            gone = " No new pack can be made of it: someone it counted was erased." if self.sign_off.blanked else ""
            return f"{signed} {end} {long_date(self.lapses)}.{gone}"
        if not self.newest:
            return "It was not signed off before the next one began."
        if self.assessment.review_since is not None:
            return f"In review by a second person since {long_date(self.assessment.review_since)}."
        return "Open: it was not signed off yet."
