# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Starting a round: fresh, or from the answers of the last one, also when that was of an earlier version."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.models.carry_over import Carry, CarryLine, CarryPlan, WordRun, word_runs
from desktop.models.catalogue import Catalogue, Withdrawn
from desktop.models.changes import Op
from desktop.models.dates import long_date
from desktop.models.errors import AppError
from desktop.models.records import Action, Answer, Assessment, FirstJudgement
from desktop.services import catalogues
from desktop.services.intake import new_id
from desktop.services.records import AssessmentRecords, read_assessment
from desktop.services.standing import newest_assessment
from desktop.storage.database import Database
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock


class RoundTodayError(AppError):
    """Two assessments of one day could not be told apart."""

    code = "round_today"
    happened = "There is an assessment dated {dated} already."
    safe = "It was kept, and nothing was changed."
    to_do = "Carry on with that one. A new one can start on a later day."


@dataclass(frozen=True, slots=True)
class CarryView:
    """What becomes of one indicator when a round is started from the last. ``text`` shows what was reworded.

    ``answered``: whether there is an answer to carry over. ``number`` is ours, like 'SA 6.3'.
    """

    number: str
    short_name: str
    carry: Carry
    before: tuple[str, ...]
    text: tuple[WordRun, ...]
    answered: bool


@dataclass(frozen=True, slots=True)
class CarryPreview:
    """What starting from the last round does, before it is done. ``actions``: the open ones that come along.

    ``left_behind``: the open ones of what is no longer asked; ``signed_off``: whether the last round is.
    """

    version: str
    follows: str
    lines: tuple[CarryView, ...]
    withdrawn: tuple[Withdrawn, ...]
    actions: int
    left_behind: int = 0
    signed_off: bool = True

    @property
    def to_confirm(self) -> int:
        """How many answers will count only once someone has confirmed them."""
        return sum(line.answered and line.carry.must_be_confirmed for line in self.lines)

    @property
    def carried(self) -> int:
        """How many answers come along."""
        return sum(line.answered and line.carry.carries for line in self.lines)


class Starting:
    """Begins rounds of the seven standards, of the newest version at hand."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock

    def fresh(self, assessor: str) -> str:
        """Start with no answers, dated today; says the new id. Open actions of the last round come along."""
        return self._start(assessor, carry=False)

    def from_last(self, assessor: str) -> str:
        """Start with the answers of the last round, dated today; says the new id. One operation."""
        return self._start(assessor, carry=True)

    def preview(self) -> CarryPreview | None:
        """What ``from_last`` would do, or None before the first round."""
        return carry_preview(self._db, catalogues.newest(self._db))

    def _start(self, assessor: str, *, carry: bool) -> str:
        today, last = self._clock.today(), newest_assessment(self._db)
        if last and last.dated >= today:
            raise RoundTodayError(dated=long_date(last.dated))
        now = catalogues.newest(self._db)
        started_from = last.id if last and carry else ""
        begun = Assessment(new_id(), today, assessor.strip(), now.version, started_from)
        with self._db.write(Op.START_ASSESSMENT, f"of {long_date(today)}", about=begun.id):
            self._db.assessments.save(begun)
            if last:
                plan = catalogues.carried(self._db, last.catalogue_version, now)
                records = read_assessment(self._db, last.id)
                if carry:
                    _carry_answers(self._db, records, plan, begun.id)
                self._db.actions.save_all(
                    replace(action, assessment_id=begun.id, indicator_id=indicator_id)
                    for action, indicator_id in _open_actions(records, plan)
                )
        return begun.id


def carry_preview(db: Database, now: Catalogue) -> CarryPreview | None:
    """What starting a round of a version from the last one would do, or None before the first round."""
    last = newest_assessment(db)
    if last is None:
        return None
    before = catalogues.catalogue(db, last.catalogue_version)
    plan = catalogues.carried(db, last.catalogue_version, now)
    records = read_assessment(db, last.id)
    return CarryPreview(
        now.version,
        before.version,
        tuple(_view(line, before, now, records) for line in plan.lines),
        plan.withdrawn,
        actions := len(list(_open_actions(records, plan))),
        sum(action.is_open for action in records.actions) - actions,
        records.sign_off is not None,
    )


def _carry_answers(db: Database, records: AssessmentRecords, plan: CarryPlan, assessment_id: str) -> None:
    for line in plan.lines:
        source = records.answers.get(line.before[0]) if line.carry.carries else None
        if source is None:
            continue
        carried = _carried(source, line, assessment_id)
        db.answers.save(carried)
        db.links.save_all(
            replace(link, id=new_id(), answer_id=carried.id) for link in records.links if link.answer_id == source.id
        )
        db.service_answers.save_all(
            replace(one, id=new_id(), answer_id=carried.id)
            for one in records.service_answers
            if one.answer_id == source.id
        )


def _carried(answer: Answer, line: CarryLine, assessment_id: str) -> Answer:
    """The answer in the new round. Its evidence and words come along; who read it a second time does not."""
    return replace(
        answer,
        id=new_id(),
        assessment_id=assessment_id,
        indicator_id=line.indicator_id,
        second_reader="",
        first=FirstJudgement(),
        carried_as=answer.carried_as if answer.to_confirm else line.carry.value,
        to_confirm=answer.to_confirm or line.carry.must_be_confirmed,
    )


def _open_actions(records: AssessmentRecords, plan: CarryPlan) -> Iterator[tuple[Action, str]]:
    """The open actions and the indicators that they belong to now; those of a withdrawn one stay where they are."""
    after = plan.after()
    for action in records.actions:
        if action.is_open and action.indicator_id in after:
            yield action, after[action.indicator_id][0]


def _view(line: CarryLine, before: Catalogue, now: Catalogue, records: AssessmentRecords) -> CarryView:
    indicator = now.indicator(line.indicator_id)
    old = before.indicator(line.before[0]).text if line.before else ""
    source = records.answers.get(line.before[0]) if line.carry.carries else None
    return CarryView(
        number=indicator.number,
        short_name=indicator.short_name,
        carry=line.carry,
        before=line.before,
        text=word_runs(old, indicator.text),
        answered=source is not None and (source.judgement is not None or source.not_applicable),
    )
