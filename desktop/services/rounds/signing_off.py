# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Signing a round off: what stands in the way, what is frozen with it, and reopening it with a reason."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from desktop.models.catalogue import Indicator
from desktop.models.changes import Op
from desktop.models.dates import long_date
from desktop.models.errors import AppError
from desktop.models.records import Answer, FileState
from desktop.models.results import RowState
from desktop.models.rounds import SignOff
from desktop.services.assessing import Assessing, NoAssessmentError
from desktop.services.at_work import at_work
from desktop.services.closed_rounds import require_open
from desktop.services.intake import new_id
from desktop.services.rounds.freezing import freeze
from desktop.services.rounds.frozen_text import sha256_of, to_text
from desktop.services.rounds.second_reading import Difference, differences
from desktop.services.standing import Standing
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

_LOST = {FileState.MISSING, FileState.DAMAGED, FileState.REFUSED}


class SignOffError(AppError):
    """A round that cannot be signed off, or reopened, as asked."""

    code = "sign_off"
    happened = "The assessment was not {what}: {why}."
    safe = "Nothing was changed."
    to_do = "{to_do}"


class SignOffDayError(SignOffError):
    """The day of the sign-off cannot be right."""

    code = "sign_off_day"


@dataclass(frozen=True, slots=True)
class Readiness:
    """What to know before a round is signed off. Differences that are not settled stand in the way.

    ``by_one``: critical indicators that only one person judged; signing off says so. ``open_rows`` have no answer that
    counts, ``to_confirm`` of them because they were carried over from another wording. ``unseen``: answers that came
    from the round before and were neither judged nor confirmed in this one.
    """

    differences: tuple[Difference, ...]
    by_one: tuple[Indicator, ...]
    open_rows: tuple[Indicator, ...]
    to_confirm: tuple[Indicator, ...]
    answered: int
    unseen: int = 0


@dataclass(frozen=True, slots=True)
class SigningOff:
    """What a person says who records a sign-off. ``one_reader``: they know of critical indicators judged by one."""

    name: str
    role: str
    signed_on: date
    minute: str = ""
    one_reader: bool = False


class SignOffs:
    """Signs the newest round off, and reopens it. Neither can be undone: reopening keeps what was signed off."""

    def __init__(self, workbook: Workbook, clock: Clock, assessing: Assessing) -> None:
        self._db = workbook.db
        self._evidence = workbook.evidence
        self._clock = clock
        self._assessing = assessing

    def readiness(self) -> Readiness:
        """What to know before it is signed off; raises ``NoAssessmentError`` before there is a round."""
        return readiness(self._standing())

    def sign_off(self, said: SigningOff) -> SignOff:
        """Freeze the round with everything it rests on, as at the day of the sign-off."""
        standing = self._standing()
        require_open(standing.records.sign_off)
        self._refuse(standing, said)
        history = self._db.history_head()
        frozen = freeze(standing.records, standing.catalogue, said.signed_on, self._clock.now(), history)
        text = to_text(frozen)
        kept = SignOff(
            id=new_id(),
            assessment_id=standing.records.assessment.id,
            name=said.name.strip(),
            role=said.role.strip(),
            signed_on=said.signed_on,
            minute=said.minute.strip(),
            frozen=text,
            sha256=sha256_of(text),
        )
        with self._db.write(Op.SIGN_OFF, f"the assessment of {long_date(frozen.assessment.dated)}", about=kept.id):
            self._db.sign_offs.save(kept)
        return kept

    def reopen(self, why: str) -> None:
        """Let the round be changed again. What was signed off is kept, with the reason."""
        found = self._standing().records.sign_off
        if found is None:
            raise SignOffError(what="reopened", why="it is open", to_do="Carry on with it.")
        if not why.strip():
            raise SignOffError(what="reopened", why="there is no reason", to_do="Write why it has to change.")
        reopened = replace(
            found, reopened_on=self._clock.today(), reopened_by=at_work(self._db), reopened_why=why.strip()
        )
        with self._db.write(Op.REOPEN, about=found.id):
            self._db.sign_offs.save(reopened)

    def _standing(self) -> Standing:
        found = self._assessing.standing()
        if found is None:
            raise NoAssessmentError
        return found

    def _refuse(self, standing: Standing, said: SigningOff) -> None:
        of_day = self._doubt_of_day(standing, said.signed_on)
        doubt = _doubt_of_person(said) or of_day or _doubt_of_round(readiness(standing), said)
        doubt = doubt or self._doubt_of_files(standing)
        if doubt:
            why, to_do = doubt
            kind = SignOffDayError if doubt == of_day else SignOffError
            raise kind(what="signed off", why=why, to_do=to_do)

    def _doubt_of_day(self, standing: Standing, signed_on: date) -> tuple[str, str] | None:
        dated, today = standing.records.assessment.dated, self._clock.today()
        if signed_on < dated:
            return f"{long_date(signed_on)} is before it began", f"Give a day from {long_date(dated)} on."
        if signed_on > today:
            return f"{long_date(signed_on)} has not come yet", "Give the day on which it was signed off."
        newest = max(_said_on(standing), default=dated)
        if signed_on < newest:
            return (
                f"answers were given as late as {long_date(newest)}, after that day",
                "Give the day on which the trustees saw the answers as they are now.",
            )
        return None

    def _doubt_of_files(self, standing: Standing) -> tuple[str, str] | None:
        """A pack of a signed-off round supplies its files as they were: each must be there."""
        store = self._evidence
        lost = [
            item.title
            for item in standing.records.items
            if item.file_state in _LOST
            or (item.file_state is FileState.STORED and not store.path_for(store.name_for(item.sha256)).is_file())
        ]
        if lost:
            return f"the file of {', '.join(lost)} is not whole", "Add the file again, or stop using this evidence."
        return None


def readiness(standing: Standing) -> Readiness:
    """What to know of a round before it is signed off."""
    records, indicators = standing.records, standing.catalogue.indicators
    state = {one.id: standing.scores[one.id].state for one in indicators}
    answers = {one.id: standing.answer(one.id) for one in indicators}
    return Readiness(
        differences=tuple(one for one in differences(standing) if not one.is_settled),
        by_one=tuple(
            one
            for one in indicators
            if one.critical and state[one.id] is RowState.ANSWERED and not records.read_by_two(answers[one.id])
        ),
        open_rows=tuple(one for one in indicators if state[one.id] is RowState.OPEN),
        to_confirm=tuple(
            one for one in indicators if state[one.id] is not RowState.NOT_APPLICABLE and answers[one.id].to_confirm
        ),
        answered=sum(each is RowState.ANSWERED for each in state.values()),
        unseen=sum(_is_unseen(standing, answers[one.id]) for one in indicators),
    )


def _is_unseen(standing: Standing, answer: Answer) -> bool:
    said = answer.judgement is not None or answer.not_applicable
    return said and bool(answer.carried_as) and (answer.judged_on or date.min) < standing.records.assessment.dated


def _said_on(standing: Standing) -> Iterator[date]:
    """The days on which anything was judged, read or settled."""
    records = standing.records
    days = [answer.judged_on for answer in records.answers.values()]
    days += [one.judged_on for one in records.service_answers]
    days += [day for reading in records.readings.values() for day in (reading.read_on, reading.settled_on)]
    yield from (day for day in days if day is not None)


def _doubt_of_person(said: SigningOff) -> tuple[str, str] | None:
    if not said.name.strip():
        return "nobody is named who signs it off", "Give the name of who signed it off."
    if not said.role.strip():
        return "the role of who signs it off is missing", "Give the role, for example Chair of trustees."
    return None


def _doubt_of_round(ready: Readiness, said: SigningOff) -> tuple[str, str] | None:
    if not ready.answered:
        return "nothing in it is judged", "Judge the indicators first."
    if ready.differences:
        numbers = ", ".join(one.indicator.number for one in ready.differences)
        return f"two people differ on {numbers}", "Settle what you agree on, with a note, under Second reader."
    if ready.by_one and not said.one_reader:
        count = len(ready.by_one)
        critical = "1 critical indicator was" if count == 1 else f"{count} critical indicators were"
        return (
            f"{critical} judged by one person alone",
            "Have a second person read them, or say that it is signed off so.",
        )
    return None
