# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Any two rounds side by side, also of different versions; how each standard went from round to round."""

from dataclasses import dataclass
from datetime import date

from desktop.models.carry_over import Carry
from desktop.models.catalogue import Catalogue, number_of
from desktop.models.compare import Move, MovedLine, compare
from desktop.models.records import Assessment
from desktop.models.results import IndicatorScore, Result, RowState, StandardResult
from desktop.models.rounds import SignOff
from desktop.models.scoring import score
from desktop.services import catalogues
from desktop.services.records import AssessmentRecords, read_assessment
from desktop.services.rounds.freezing import thaw
from desktop.services.rounds.frozen_text import frozen_by
from desktop.storage.database import Database
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

MOVE_WORDS = {
    Move.UP: "Up",
    Move.DOWN: "Down",
    Move.SAME: "The same",
    Move.ANSWERED: "Answered now",
    Move.OPENED: "Open again",
    Move.APPLIES: "Applies now",
    Move.LEFT_OUT: "No longer applies",
    Move.NEW: "New",
    Move.WITHDRAWN: "Withdrawn",
}
_CARRY_WORDS = {
    Carry.REWORDED: "Asked in other words since.",
    Carry.SPLIT: "One of several that took the place of one.",
    Carry.JOINED: "Took the place of several.",
}


@dataclass(frozen=True, slots=True)
class Position:
    """How a round stood: what its sign-off froze, else its records as at a day."""

    assessment: Assessment
    records: AssessmentRecords
    catalogue: Catalogue
    results: tuple[StandardResult, ...]
    as_at: date
    sign_off: SignOff | None


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One indicator in both rounds, in words. ``before`` and ``now`` say what it counted as."""

    indicator_id: str
    number: str
    name: str
    standard: int
    critical: bool
    move: Move
    before: str
    now: str
    why: str


@dataclass(frozen=True, slots=True)
class ComparedStandard:
    """One standard in both rounds. None: that round had no such standard."""

    number: int
    name: str
    before: Result | None
    now: Result | None


@dataclass(frozen=True, slots=True)
class CompareView:
    """Two rounds. ``counts``: how many indicators moved so, in the order of ``MOVE_WORDS``, none left out."""

    before: Position
    now: Position
    standards: tuple[ComparedStandard, ...]
    lines: tuple[ComparedLine, ...]
    counts: tuple[tuple[Move, int], ...]


class Comparing:
    """Reads rounds to be compared; it writes nothing."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock

    def positions(self) -> tuple[Position, ...]:
        """How every round stood, oldest first: the trend."""
        rounds, today = self._db.assessments.list(), self._clock.today()
        following = [min(today, one.dated) for one in rounds[1:]]
        return tuple(position(self._db, one, end) for one, end in zip(rounds, [*following, today], strict=False))

    def compare(self, before_id: str, now_id: str, as_at: date | None = None) -> CompareView:
        """Two rounds by their ids. ``as_at``: the later one as at another day, where it is not signed off."""
        found = {one.assessment.id: one for one in self.positions()}
        before, now = found[before_id], found[now_id]
        if as_at is not None and now.sign_off is None:
            now = position(self._db, now.assessment, as_at)
        plan = catalogues.carried(self._db, before.catalogue.version, now.catalogue)
        compared = compare(before.results, now.results, plan)
        return CompareView(
            before,
            now,
            tuple(
                ComparedStandard(number, _standard_name(number, now, before), *results)
                for number, results in compared.results.items()
            ),
            tuple(_line(line, before.catalogue, now.catalogue) for line in compared.lines),
            tuple((move, compared.count(move)) for move in MOVE_WORDS if compared.count(move)),
        )


def position(db: Database, assessment: Assessment, as_at: date) -> Position:
    """How a round stood: as it was signed off, or as its records have it on a day."""
    records = read_assessment(db, assessment.id)
    catalogue, signed = catalogues.catalogue(db, assessment.catalogue_version), records.sign_off
    if signed is not None and signed.blanked:
        as_at = signed.signed_on  # worked out anew from what is kept
    elif signed is not None:
        frozen = frozen_by(signed)
        records, catalogue, as_at = thaw(frozen, signed), frozen.catalogue, frozen.as_at
    results = score(catalogue, records.services, records.facts(), as_at)
    return Position(assessment, records, catalogue, results, as_at, signed)


def _standard_name(number: int, *places: Position) -> str:
    found = (one for place in places for one in place.catalogue.standards if one.number == number)
    return next(one.short_name for one in found)


def _line(line: MovedLine, before: Catalogue, now: Catalogue) -> ComparedLine:
    indicator = (before if line.move is Move.WITHDRAWN else now).indicator(line.indicator_id)
    return ComparedLine(
        line.indicator_id,
        number_of(line.indicator_id),
        indicator.short_name,
        indicator.standard,
        indicator.critical,
        line.move,
        _counted(line.before),
        _counted(line.now),
        " ".join(filter(None, (_CARRY_WORDS.get(line.carry, ""), line.why))),
    )


def _counted(found: IndicatorScore | None) -> str:
    """'3, In place', 'Open', 'Not applicable', '' where there is none."""
    if found is None:
        return ""
    if found.state is RowState.NOT_APPLICABLE:
        return "Not applicable"
    return "Open" if found.supported is None else f"{found.supported:d}, {found.supported.words}"
