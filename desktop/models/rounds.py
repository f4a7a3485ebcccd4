# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A round of assessment from its start to its lapse: how it stands, its sign-off, and what a sign-off freezes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.models.catalogue import Catalogue
from desktop.models.pack import WorkforcePart
from desktop.models.records import (
    Action,
    Answer,
    Assessment,
    EvidenceItem,
    EvidenceLink,
    Organisation,
    SecondReading,
    Service,
    ServiceAnswer,
)
from desktop.models.workforce.expiry import add_months

LAPSES_AFTER_MONTHS = 12


class RoundState(StrEnum):
    """How a round stands on a day."""

    OPEN = "open"
    IN_REVIEW = "in review"
    SIGNED_OFF = "signed off"
    LAPSED = "lapsed"

    @property
    def can_change(self) -> bool:
        """Whether anything in the round may be changed without reopening it."""
        return self in {RoundState.OPEN, RoundState.IN_REVIEW}


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who signed a round off, in what role, on which day and by which minute. ``reopened_on`` None: it stands.

    ``frozen`` is the JSON of a ``FrozenRound``, '' once it was blanked because someone in it was erased; ``sha256`` is
    of that JSON as UTF-8, in lower-case hex, and stays.
    """

    id: str
    assessment_id: str
    name: str
    role: str
    signed_on: date
    minute: str = ""
    frozen: str = ""
    sha256: str = ""
    reopened_on: date | None = None
    reopened_by: str = ""
    reopened_why: str = ""

    @property
    def stands(self) -> bool:
        """Whether the round was not reopened since."""
        return self.reopened_on is None

    @property
    def blanked(self) -> bool:
        """Whether what it froze was taken away by an erasure."""
        return bool(self.sha256) and not self.frozen


@dataclass(frozen=True, slots=True)
class FrozenFigures:
    """The figures of the workforce on a day: the counts for the tables of a pack, and a sentence an indicator."""

    part: WorkforcePart | None = None
    sentences: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FrozenRound:
    """All that a pack of a round is drawn from. ``items`` are in the order of the evidence index.

    ``history`` is the number and seal of the newest operation at ``taken_at``. ``counted``: the ids of the people whose
    records the figures were worked out from, or who are named in it; nothing else of their records is here. ``form``
    tells a later release how to read it.
    """

    taken_at: datetime
    as_at: date
    history: tuple[int, str]
    catalogue: Catalogue
    organisation: Organisation
    services: tuple[Service, ...]
    assessment: Assessment
    answers: tuple[Answer, ...]
    service_answers: tuple[ServiceAnswer, ...]
    readings: tuple[SecondReading, ...]
    items: tuple[EvidenceItem, ...]
    links: tuple[EvidenceLink, ...]
    actions: tuple[Action, ...]
    figures: FrozenFigures
    counted: tuple[str, ...] = ()
    form: int = 1


def standing_sign_off(sign_offs: Sequence[SignOff]) -> SignOff | None:
    """The sign-off of one round that stands, or None; there is one at most."""
    return next((one for one in sign_offs if one.stands), None)


def round_state(sign_off: SignOff | None, today: date, *, in_review: bool) -> RoundState:
    """How a round stands. ``sign_off`` is the one that stands for it, if any; ``in_review``: a second reader began."""
    if sign_off is not None:
        return RoundState.LAPSED if today > lapse_day(sign_off.signed_on) else RoundState.SIGNED_OFF
    return RoundState.IN_REVIEW if in_review else RoundState.OPEN


def lapse_day(signed_on: date) -> date:
    """The last day on which a round that was signed off holds (product rule 5)."""
    return add_months(signed_on, LAPSES_AFTER_MONTHS)
