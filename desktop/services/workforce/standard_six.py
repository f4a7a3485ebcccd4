# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Standard 6, live: the figure of each indicator as at any day, and where a judgement claims more than it says.

Nothing here is stored, and no judgement is ever changed by a figure.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.models.catalogue import number_of
from desktop.models.dates import long_date
from desktop.models.records import Judgement
from desktop.models.workforce.counted import Counted
from desktop.models.workforce.live import LiveFigure, claims_more, hidden_in_pack, live_figures, look_ahead
from desktop.models.workforce.picture import Workforce
from desktop.services.kept_workforce import KeptWorkforce
from desktop.services.standing import newest_assessment
from desktop.services.targets import Mark, Place, Target
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock


@dataclass(frozen=True, slots=True)
class WhoAndWhy:
    """One person behind a figure, for the window only. ``lapses`` like 'Child safeguarding, 18 December 2026'."""

    person_id: str
    code: str
    name: str
    met: bool
    mark: Mark
    why: str
    lapses: str
    lapses_on: date | None
    target: Target


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One indicator: n of N in words, or why there is none. ``flag`` says where the judgement claims more.

    ``people``: those who are missing something first. ``lapsing``: those who count now and stop before the day told.
    """

    indicator_id: str
    number: str
    name: str
    critical: bool
    sentence: str
    holders: int
    needing: int
    met: bool | None
    mark: Mark
    in_pack: str
    hidden_in_pack: bool
    judgement: str
    flag: str
    people: tuple[WhoAndWhy, ...]
    lapsing: tuple[WhoAndWhy, ...]


@dataclass(frozen=True, slots=True)
class StandardSixView:
    """All of Standard 6 as at a day. ``before``: lapses are told up to that day. ``flags`` are those lines flagged."""

    as_at: date
    before: date
    as_at_words: str
    people: int
    lines: tuple[FigureLine, ...]

    @property
    def flags(self) -> tuple[FigureLine, ...]:
        """The indicators whose judgement claims more than the figure says."""
        return tuple(line for line in self.lines if line.flag)

    def line(self, indicator_id: str) -> FigureLine:
        """The line of one indicator."""
        return next(line for line in self.lines if line.indicator_id == indicator_id)


class StandardSix:
    """The live figures of one open workbook."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock
        self._kept = KeptWorkforce(workbook.db)

    def view(self, as_at: date | None = None, before: date | None = None) -> StandardSixView:
        """Standard 6 as at a day (None: today), with what lapses before another (None: some three months on)."""
        as_at = as_at or self._clock.today()
        before = before or look_ahead(as_at)
        workforce = self._kept.on(as_at)
        judgements = self._judgements()
        return StandardSixView(
            as_at=as_at,
            before=before,
            as_at_words=long_date(as_at),
            people=len(workforce.staff),
            lines=tuple(
                _line(workforce, figure, judgements.get(figure.indicator_id))
                for figure in live_figures(workforce, before)
            ),
        )

    def _judgements(self) -> Mapping[str, Judgement | None]:
        """The judgements of the newest assessment; what is not applicable claims nothing."""
        newest = newest_assessment(self._db)
        answers = self._db.answers.list(assessment_id=newest.id) if newest else ()
        return {answer.indicator_id: answer.judgement for answer in answers if not answer.not_applicable}


def _line(workforce: Workforce, figure: LiveFigure, judgement: Judgement | None) -> FigureLine:
    indicator = workforce.catalogue.indicator(figure.indicator_id)
    people = tuple(_who(one) for one in sorted(figure.people, key=_worst_first))
    words = f"{judgement:d}, {judgement.words}" if judgement is not None else ""
    return FigureLine(
        indicator_id=indicator.id,
        number=number_of(indicator.id),
        name=indicator.short_name,
        critical=indicator.critical,
        sentence=figure.sentence,
        holders=figure.count.holders if figure.count else 0,
        needing=figure.count.needing if figure.count else 0,
        met=figure.met,
        mark=_mark(figure),
        in_pack=figure.in_pack,
        hidden_in_pack=hidden_in_pack(figure),
        judgement=words,
        flag=f"The judgement is {words}. The records say less." if claims_more(figure, judgement) else "",
        people=people,
        lapsing=_lapsing(people, figure.before),
    )


def _lapsing(people: tuple[WhoAndWhy, ...], before: date | None) -> tuple[WhoAndWhy, ...]:
    found = [(one.lapses_on, one.name, one) for one in people if one.lapses_on and before and one.lapses_on < before]
    return tuple(one for *_, one in sorted(found, key=lambda each: each[:2]))


def _worst_first(one: Counted) -> tuple[bool, str]:
    return one.met, one.person.name.casefold()


def _who(one: Counted) -> WhoAndWhy:
    return WhoAndWhy(
        person_id=one.person.id,
        code=one.person.code,
        name=one.person.name or one.person.code,
        met=one.met,
        mark=Mark.TICK if one.met else Mark.CROSS,
        why=one.why,
        lapses=f"{one.lapsing}, {long_date(one.lapses)}" if one.lapses else "",
        lapses_on=one.lapses,
        target=Target(Place.PEOPLE, one.person.id),
    )


def _mark(figure: LiveFigure) -> Mark:
    if figure.met is None:
        return Mark.DASH
    if not figure.met:
        return Mark.CROSS
    return Mark.CLOCK if figure.lapsing else Mark.TICK
