# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The seven standards as Home and Standards show them: their rows, and each result in words that fit what is open."""

from dataclasses import dataclass
from datetime import date

from desktop.models.dates import long_date
from desktop.models.records import Assessment, WorkStatus
from desktop.models.results import IndicatorScore, Result, RowState, StandardResult
from desktop.models.scoring import score
from desktop.models.what_if import WayUp, way_up
from desktop.models.wording import NOT_ANSWERED
from desktop.services.safety_gaps import gap_words
from desktop.services.standing import Standing

NOT_STARTED = "Not started"
EVIDENCE_NEEDED = "Evidence needed"


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One row of the tree of standards."""

    id: str
    number: str
    short_name: str
    critical: bool
    score: IndicatorScore
    work: WorkStatus = WorkStatus.NOT_SAID

    @property
    def state_words(self) -> str:
        """'3 said, counts as 2', '3, In place', 'Not answered', 'Not applicable'."""
        said, supported = self.score.said, self.score.supported
        if self.score.state is RowState.NOT_APPLICABLE:
            return "Not applicable"
        if said is None:
            return "Not answered"
        lowered = supported is not None and supported < said
        return f"{said:d} said, counts as {supported:d}" if lowered else f"{said:d}, {said.words}"


@dataclass(frozen=True, slots=True)
class StandardView:
    """One standard with its result and its rows. ``titles_note`` goes beside the title.

    ``way_up``: the open actions that would make its result better, None where there are none. ``by_service``: the
    result of each service by name, where any answer differs by service.
    """

    number: int
    title: str
    titles_note: str
    short_name: str
    result: StandardResult
    lines: tuple[IndicatorLine, ...]
    way_up: WayUp | None = None
    by_service: tuple[tuple[str, Result], ...] = ()

    @property
    def answered_words(self) -> str:
        """'9 of 10 answered', 'All 9 answered'."""
        return answered_words(self.result.answered, self.result.applicable)

    @property
    def started(self) -> bool:
        """Whether anything was said of any of its rows, or none applies. Before, it has no result to show."""
        said = (line.score.why != NOT_ANSWERED for line in self.lines if line.score.state is RowState.OPEN)
        return bool(self.result.answered) or not self.result.applicable or any(said)

    @property
    def state_name(self) -> str:
        """The name of the state that is shown: of the result, or that nothing is answered."""
        return self.result.result.value if self.started else "not_answered"

    @property
    def state_words(self) -> str:
        """'Partly met', 'Not started'."""
        return self.result.result.words if self.started else NOT_STARTED

    @property
    def so_far(self) -> str:
        """'Partly met so far' while some are open, 'Met' when none is, 'Not started'."""
        is_open = self.started and self.result.answered < self.result.applicable
        return f"{self.state_words} so far" if is_open else self.state_words

    @property
    def range_words(self) -> str:
        """'Partly met so far; could end between Not yet met and Met'; no more than the result when none is open."""
        worst, best = self.result.result_range
        if worst is not best:
            return f"{self.so_far}; could end between {worst.words} and {best.words}"
        if self.result.answered < self.result.applicable and not self.gap_words:
            return f"{self.so_far}; what is open cannot change that"
        return self.so_far

    @property
    def gap_words(self) -> str:
        """'SA 1.1 counts as 1, a safety gap, until evidence supports it', where want of evidence alone makes one."""
        return gap_words(self.result)

    @property
    def asked_state(self) -> str:
        """The state to show where one answers: a safety gap that is only for want of evidence asks for it, calmly."""
        return "due" if self.gap_words else self.state_name

    @property
    def asked_words(self) -> str:
        """'Evidence needed' while want of evidence alone makes a safety gap; else the result."""
        return EVIDENCE_NEEDED if self.gap_words else self.state_words

    @property
    def in_place_words(self) -> str:
        """'In place: 4 to 5 of 11'; '' where nothing applies."""
        low, high = self.result.in_place
        share = f"{low}" if low == high else f"{low} to {high}"
        return f"In place: {share} of {self.result.applicable}" if self.result.applicable else ""

    @property
    def spoken(self) -> str:
        """The whole standard for a screen reader: 'Standard 5, Fair and equal, Safety gap so far, 9 of 10 answered'."""
        return self._spoken(self.so_far)

    @property
    def asked_spoken(self) -> str:
        """As ``spoken``, where one answers."""
        return self._spoken(self.asked_words if self.gap_words else self.so_far)

    def _spoken(self, state: str) -> str:
        return f"Standard {self.number}, {self.short_name}, {state}, {self.answered_words}"


@dataclass(frozen=True, slots=True)
class AssessmentView:
    """The newest assessment: its facts and its seven standards. ``lapses`` is the last day on which it holds."""

    assessment: Assessment
    lapses: date
    lapsed: bool
    standards: tuple[StandardView, ...]
    answered: int
    applicable: int

    @property
    def answered_words(self) -> str:
        """'61 of 65 answered', 'All 65 answered'."""
        return answered_words(self.answered, self.applicable)

    @property
    def sentence(self) -> str:
        """'Assessment of 22 November 2026. 61 of 65 answered.'; before the first answer, that nothing is yet."""
        share = self.answered_words if self.answered else "Nothing is answered yet"
        return f"Assessment of {long_date(self.assessment.dated)}. {share}."

    @property
    def is_open(self) -> bool:
        """Whether an indicator that applies is not answered yet."""
        return self.answered < self.applicable


def answered_words(answered: int, applicable: int) -> str:
    """'9 of 10 answered', 'All 9 answered', or that nothing applies."""
    if not applicable:
        return "None applies"
    return f"All {applicable} answered" if answered == applicable else f"{answered} of {applicable} answered"


def assessment_view(standing: Standing) -> AssessmentView:
    """The seven standards of an assessment."""
    lapses, by_service = standing.records.lapses, _results_by_service(standing)
    return AssessmentView(
        assessment=standing.records.assessment,
        lapses=lapses,
        lapsed=standing.as_at > lapses,
        standards=tuple(
            _standard_view(standing, result, tuple((name, results[at].result) for name, results in by_service))
            for at, result in enumerate(standing.results)
        ),
        answered=sum(result.answered for result in standing.results),
        applicable=sum(result.applicable for result in standing.results),
    )


def _results_by_service(standing: Standing) -> list[tuple[str, tuple[StandardResult, ...]]]:
    """The results of each service by itself; none where no answer differs by service."""
    records = standing.records
    if not records.service_answers:
        return []
    return [
        (service.name, score(standing.catalogue, (service,), records.facts(), standing.as_at))
        for service in records.services
    ]


def _standard_view(
    standing: Standing, result: StandardResult, by_service: tuple[tuple[str, Result], ...]
) -> StandardView:
    catalogue = standing.catalogue
    standard = catalogue.standard(result.standard)
    return StandardView(
        standard.number,
        standard.title,
        catalogue.titles_note,
        standard.short_name,
        result,
        tuple(
            IndicatorLine(
                entry.id,
                entry.number,
                entry.short_name,
                entry.critical,
                standing.scores[entry.id],
                standing.answer(entry.id).work,
            )
            for entry in catalogue.of_standard(standard.number)
        ),
        way_up(result, standing.records.actions),
        by_service,
    )
