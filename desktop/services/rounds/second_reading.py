# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The second reader: another person's own judgement, made without seeing the first; differences, and how they settle.

Who the second person is, is stated: until people have key slots of their own, nothing proves it.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop.models.catalogue import Indicator
from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.models.records import Answer, Judgement, SecondReading
from desktop.models.results import RowState
from desktop.models.scoring import same_person
from desktop.services.assessing import Assessing, NoAssessmentError
from desktop.services.at_work import at_work
from desktop.services.closed_rounds import require_open
from desktop.services.intake import new_id
from desktop.services.standing import Standing
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

SIGNED_OFF = "the assessment is signed off"


class ReadingError(AppError):
    """A second reading that cannot be kept as it stands."""

    code = "second_reading"
    happened = "The second reading of {number} was not kept: {why}."
    safe = "Nothing was changed."
    to_do = "{to_do}"


class SettlingError(AppError):
    """A difference that cannot be settled so."""

    code = "settling"
    happened = "The difference on {number} was not settled: {why}."
    safe = "Nothing was changed."
    to_do = "{to_do}"


class ReadingState(StrEnum):
    """How an indicator stands with the second reader."""

    NOT_JUDGED = "Not judged yet"
    TO_READ = "To be read"
    STATED = "Stated as read"
    AGREES = "Both agree"
    DIFFERS = "They differ"
    SETTLED = "Settled"


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One indicator in the second reader's list. ``reading`` None: not read yet."""

    indicator: Indicator
    state: ReadingState
    reading: SecondReading | None


@dataclass(frozen=True, slots=True)
class SecondView:
    """One indicator as the second reader sees it: ``first`` is None until their own judgement is saved.

    ``evidence``: the titles that the answer rests on. ``why_not`` says why it cannot be read now, or is ''.
    """

    indicator: Indicator
    state: ReadingState
    evidence: tuple[str, ...]
    reading: SecondReading | None
    first: Answer | None
    why_not: str
    may_take_back: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """An indicator that two people judged differently. It is settled once ``reading.settled`` says how."""

    indicator: Indicator
    answer: Answer
    reading: SecondReading

    @property
    def is_settled(self) -> bool:
        """Whether a note says how it was settled."""
        return bool(self.reading.settled)


class SecondReader:
    """The second reading of the newest round."""

    def __init__(self, workbook: Workbook, clock: Clock, assessing: Assessing) -> None:
        self._db = workbook.db
        self._clock = clock
        self._assessing = assessing

    def lines(self) -> tuple[ReadingLine, ...]:
        """Every indicator that applies, in order; none before there is a round."""
        standing = self._assessing.standing()
        if standing is None:
            return ()
        return tuple(
            ReadingLine(one, _state(standing.answer(one.id), _reading(standing, one.id)), _reading(standing, one.id))
            for one in standing.catalogue.indicators
            if standing.scores[one.id].state is not RowState.NOT_APPLICABLE or _reading(standing, one.id)
        )

    def last_reader(self) -> str:
        """Who read last, to be offered again; '' before anyone did."""
        read = [line.reading for line in self.lines() if line.reading is not None]
        return max(read, key=lambda one: one.read_on or date.min).reader if read else ""

    def view(self, indicator_id: str, reader: str) -> SecondView:
        """One indicator for a reader. The first judgement stays hidden until theirs is saved (settled point 14)."""
        standing = self._standing()
        answer, reading = standing.answer(indicator_id), _reading(standing, indicator_id)
        items = standing.records.evidence_of(answer.id)
        why = _why_not(answer, reader) if standing.records.sign_off is None else (SIGNED_OFF, "")
        return SecondView(
            standing.catalogue.indicator(indicator_id),
            _state(answer, reading),
            tuple(item.title for item, _strength in items),
            reading,
            answer if reading is not None else None,
            why[0] if why else "",
            may_take_back=reading is not None and standing.records.sign_off is None,
        )

    def read(
        self, indicator_id: str, reader: str, judgement: Judgement | None, comment: str = "", *, applies: bool = True
    ) -> None:
        """Keep the reader's own judgement; ``applies`` False is their "not applicable". The first reading begins it."""
        standing = self._standing()
        require_open(standing.records.sign_off)
        answer = standing.answer(indicator_id)
        _refuse_reading(standing, answer, reader, judgement if applies else Judgement.NOT_IN_PLACE)
        before = _reading(standing, indicator_id)
        today, assessment = self._clock.today(), standing.records.assessment
        kept = SecondReading(
            before.id if before else new_id(),
            answer.id,
            reader.strip(),
            judgement if applies else None,
            not_applicable=not applies,
            comment=comment.strip(),
            read_on=today,
        )
        with self._db.write(Op.READ_SECOND, _number(standing, indicator_id), about=answer.id):
            self._db.second_readings.save(kept)
            if answer.not_applicable and kept.not_applicable and not answer.confirmed_by:
                self._db.answers.save(replace(answer, confirmed_by=kept.reader))
            if assessment.review_since is None:
                self._db.assessments.save(replace(assessment, review_since=today))

    def take_back(self, indicator_id: str) -> None:
        """Take a reading away, as if it had not been read."""
        standing = self._standing()
        require_open(standing.records.sign_off)
        reading = _reading(standing, indicator_id)
        if reading is None:
            return
        with self._db.write(Op.TAKE_BACK_READING, _number(standing, indicator_id), about=reading.answer_id):
            self._db.second_readings.remove(reading.id)
            if len(standing.records.readings) == 1:
                self._db.assessments.save(replace(standing.records.assessment, review_since=None))

    def differences(self) -> tuple[Difference, ...]:
        """What two people judged differently, in order; those not settled yet, and those that were."""
        standing = self._assessing.standing()
        return differences(standing) if standing else ()

    def settle(self, indicator_id: str, judgement: Judgement | None, note: str) -> None:
        """Note what both agreed on (None: not applicable), and why. The answer is judged so; the first one is kept."""
        standing = self._standing()
        require_open(standing.records.sign_off)
        answer, reading = standing.answer(indicator_id), _reading(standing, indicator_id)
        number = _number(standing, indicator_id)
        if reading is None:
            raise SettlingError(number=number, why="nobody read it a second time", to_do="Have it read first.")
        if not note.strip():
            raise SettlingError(
                number=number, why="there is no note on why", to_do="Write in a sentence what you both agreed, and why."
            )
        today, by = self._clock.today(), at_work(self._db)
        with self._db.write(Op.SETTLE, number, about=answer.id):
            agreed = answer.judged(judgement, answer.judged_by or by, today)
            if judgement is None:
                agreed = replace(agreed, not_applicable=True, confirmed_by=reading.reader)
            if (agreed.judgement, agreed.not_applicable) != (answer.judgement, answer.not_applicable):
                self._db.answers.save(agreed)
            self._db.second_readings.save(replace(reading, settled=note.strip(), settled_by=by, settled_on=today))

    def _standing(self) -> Standing:
        found = self._assessing.standing()
        if found is None:
            raise NoAssessmentError
        return found


def differences(standing: Standing) -> tuple[Difference, ...]:
    """What two people judged differently in a round, or did until they settled it."""
    found = []
    for indicator in standing.catalogue.indicators:
        answer, reading = standing.answer(indicator.id), _reading(standing, indicator.id)
        if reading is not None and (reading.settled or _differs(answer, reading)):
            found.append(Difference(indicator, answer, reading))
    return tuple(found)


def _differs(answer: Answer, reading: SecondReading) -> bool:
    said, read = (answer.judgement, answer.not_applicable), (reading.judgement, reading.not_applicable)
    return _is_answered(answer) and said != read


def _reading(standing: Standing, indicator_id: str) -> SecondReading | None:
    return standing.records.readings.get(standing.answer(indicator_id).id)


def _state(answer: Answer, reading: SecondReading | None) -> ReadingState:
    if not _is_answered(answer):
        return ReadingState.NOT_JUDGED
    if reading is None:
        stated = answer.second_reader.strip() and not same_person(answer.second_reader, answer.judged_by)
        return ReadingState.STATED if stated else ReadingState.TO_READ
    if reading.settled:
        return ReadingState.SETTLED
    return ReadingState.DIFFERS if _differs(answer, reading) else ReadingState.AGREES


def _is_answered(answer: Answer) -> bool:
    return answer.judgement is not None or answer.not_applicable


def _number(standing: Standing, indicator_id: str) -> str:
    return standing.catalogue.indicator(indicator_id).number


def _why_not(answer: Answer, reader: str) -> tuple[str, str] | None:
    """Why a reader cannot read an answer now, and what to do; None where they can."""
    if not reader.strip():
        return "no second person is named", "Say who reads it."
    if not _is_answered(answer):
        return "nobody has judged it yet", "It can be read once it was judged."
    if same_person(reader, answer.judged_by):
        return f"{reader.strip()} judged it, and nobody reads their own", "Ask a second person."
    return None


def _refuse_reading(standing: Standing, answer: Answer, reader: str, judgement: Judgement | None) -> None:
    doubt = _why_not(answer, reader)
    if doubt is None and judgement is None:
        doubt = "there is no judgement in it", "Choose 0 to 4, or that it does not apply."
    if doubt:
        number = _number(standing, answer.indicator_id)
        raise ReadingError(number=number, why=doubt[0], to_do=doubt[1])
