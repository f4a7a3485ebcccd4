# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The trustees' page of the newest round: its results, what changed, what is not met, and who signed it off."""

from collections.abc import Callable, Iterator

from desktop.models.compare import Move
from desktop.models.dates import long_date
from desktop.models.prints import TrusteesPrint, TrusteesStandard
from desktop.models.results import Result, RowState
from desktop.models.rounds import SignOff
from desktop.models.what_if import way_up
from desktop.reports.trustees_page import draw_trustees_page
from desktop.services.printing import Printing, Step, no_step
from desktop.services.rounds.comparing import MOVE_WORDS, CompareView, Comparing, Position
from desktop.services.rounds.round_line import RoundLine
from desktop.support.clock import Clock


class TrusteesPage:
    """Captures the page; ``draw_trustees_pdf`` draws it, and may run in a thread."""

    def __init__(
        self, clock: Clock, newest: Callable[[], RoundLine | None], comparing: Comparing, printing: Printing
    ) -> None:
        self._clock = clock
        self._newest = newest
        self._comparing = comparing
        self._printing = printing

    def capture(self) -> TrusteesPrint | None:
        """The newest round on a page, or None before the first."""
        line, positions = self._newest(), self._comparing.positions()
        if line is None:
            return None
        now = positions[-1]
        compared = self._compared(positions)
        before = {one.number: one.before for one in compared.standards} if compared else {}
        return TrusteesPrint(
            head=self._printing.capture_head(),
            assessed=now.assessment.dated,
            version=now.catalogue.version,
            stands=_stands(line, now),
            standards=tuple(
                TrusteesStandard(
                    result.standard,
                    now.catalogue.standard(result.standard).short_name,
                    result,
                    found.words if (found := before.get(result.standard)) else "",
                )
                for result in now.results
            ),
            changed=tuple(_changed(compared)) if compared else (),
            not_met=tuple(_not_met(now)),
            plan=self._plan(now),
            readers=_readers(now),
            signed=_signed(line.sign_off),
        )

    def _compared(self, positions: tuple[Position, ...]) -> CompareView | None:
        if len(positions) == 1:
            return None
        return self._comparing.compare(positions[-2].assessment.id, positions[-1].assessment.id)

    def _plan(self, now: Position) -> str:
        open_ones = [action for action in now.records.actions if action.is_open]
        late, day = sum(action.is_late(now.as_at) for action in open_ones), long_date(now.as_at)
        if not open_ones:
            return f"On {day} no action was open."
        count = "1 action was open" if len(open_ones) == 1 else f"{len(open_ones)} actions were open"
        return f"On {day} {count}, {late or 'none'} of them late."


def draw_trustees_pdf(page: TrusteesPrint, step: Step = no_step) -> bytes:
    """The page as a tagged A4 PDF. Pure."""
    return draw_trustees_page(page, step)


def _stands(line: RoundLine, now: Position) -> str:
    return line.words if line.sign_off else f"{line.words} As at {long_date(now.as_at)}."


def _changed(compared: CompareView) -> Iterator[str]:
    moved = [(move, count) for move, count in compared.counts if move is not Move.SAME]
    said = ", ".join(f"{count} {MOVE_WORDS[move].casefold()}" for move, count in moved) or "nothing moved"
    yield f"Compared with {long_date(compared.before.assessment.dated)}: {said}."
    for one in compared.standards:
        if one.before and one.now and one.before is not one.now:
            yield f"Standard {one.number}, {one.name}: {one.now.words}; it was {one.before.words}."


def _not_met(now: Position) -> Iterator[str]:
    for result in now.results:
        if result.result is not Result.MET:
            name = now.catalogue.standard(result.standard).short_name
            way = way_up(result, now.records.actions)
            said = f"Standard {result.standard}, {name}: {result.deciding}"
            yield f"{said} {way.words}" if way else said


def _readers(now: Position) -> str:
    answered = {row.indicator_id for found in now.results for row in found.indicators if row.state is RowState.ANSWERED}
    judged = [answer for answer in now.records.answers.values() if answer.indicator_id in answered]
    twice = sum(now.records.read_by_two(answer) for answer in judged)
    return f"{twice} of {len(judged)} judgements were read by a second person, as stated."


def _signed(sign_off: SignOff | None) -> str:
    if sign_off is None:
        return ""
    minute = f" Minute {sign_off.minute}." if sign_off.minute else ""
    return f"Signed off on {long_date(sign_off.signed_on)} by {sign_off.name}, {sign_off.role}.{minute}"
