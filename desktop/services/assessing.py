# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Assessing: judge indicators, say why, and rest each judgement on evidence. Every act is saved at once."""

from collections.abc import Mapping
from dataclasses import replace

from desktop.models.catalogue import Catalogue, number_of
from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.models.records import Answer, Judgement, ServiceAnswer, Strength, WorkStatus
from desktop.models.scoring import REASON_WORDS, same_person, words_in
from desktop.services import evidence_links
from desktop.services.assessment_views import AssessmentView, assessment_view
from desktop.services.at_work import at_work
from desktop.services.carried import carried_from
from desktop.services.closed_rounds import require_open
from desktop.services.indicator_views import IndicatorView, indicator_view
from desktop.services.intake import new_id
from desktop.services.standing import Now, Standing, current_catalogue, newest_assessment
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock


class NoAssessmentError(AppError):
    """Nothing can be judged before an assessment is started."""

    code = "no_assessment"
    happened = "There is no assessment yet."
    safe = "Nothing was changed."
    to_do = "Start one on the page Standards."


class NotConfirmedError(AppError):
    """A "not applicable" that cannot be confirmed as it stands."""

    code = "not_confirmed"
    happened = "{number} was not confirmed as not applicable: {why}."
    safe = "Nothing was changed."
    to_do = "{to_do}"


class Assessing:
    """The newest assessment: what it says, and the acts that change it."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock
        self._now = Now(workbook.db)

    def current(self) -> str | None:
        """The id of the newest assessment, or None."""
        found = newest_assessment(self._db)
        return found.id if found else None

    def catalogue(self) -> Catalogue:
        """The catalogue that the newest assessment answers, or the newest one."""
        return current_catalogue(self._db)

    def standing(self) -> Standing | None:
        """The newest assessment with its records and results, for services that build on it."""
        return self._now.standing(self._clock.today())

    def view(self) -> AssessmentView | None:
        """The seven standards, or None before the first assessment."""
        standing = self.standing()
        return assessment_view(standing) if standing else None

    def indicator(self, indicator_id: str) -> IndicatorView:
        """One indicator with its answer and all around it."""
        standing = self._required()
        name = draft_name(standing.records.assessment.id, indicator_id)
        carried = carried_from(self._db, standing, indicator_id)
        return indicator_view(standing, indicator_id, (name, self._drafts().get(name)), carried)

    def judge(self, indicator_id: str, judgement: Judgement | None) -> IndicatorView:
        """Judge an indicator, or take its judgement back with None. Clears "not applicable"."""
        answer = self._answer(indicator_id)
        if judgement is None:
            return self._save(Op.JUDGE, answer.judged(None, "", None))
        return self._save(Op.JUDGE, answer.judged(judgement, at_work(self._db), self._clock.today()))

    def tick_kind(self, indicator_id: str, kind: str, *, there: bool) -> IndicatorView:
        """Tick a kind of evidence as there, or not; it changes no result."""
        answer, asked = self._answer(indicator_id), self._required().catalogue.indicator(indicator_id).evidence
        ticked = {*answer.kinds, kind} if there else {*answer.kinds} - {kind}
        return self._save(Op.TICK_KIND, replace(answer, kinds=tuple(one for one in asked if one in ticked)))

    def set_work(self, indicator_id: str, work: WorkStatus) -> IndicatorView:
        """Say how far the work on an indicator is; it changes no result."""
        return self._save(Op.SET_WORK, replace(self._answer(indicator_id), work=work))

    def judge_for(self, indicator_id: str, service_id: str, judgement: Judgement | None) -> IndicatorView:
        """Judge an indicator for one service where it differs; None: it is as for all. The weakest service decides."""
        answer = self._answer(indicator_id)
        service, before = self._db.services.get(service_id), self._required().records.for_service(answer.id, service_id)
        kept = answer if answer.id else replace(answer, id=new_id())
        with self._db.write(Op.JUDGE, f"{number_of(indicator_id)} for {service.name}", about=kept.id):
            self._db.answers.save(kept)
            if judgement is not None:
                by, today = at_work(self._db), self._clock.today()
                known = before or ServiceAnswer(new_id(), kept.id, service_id)
                self._db.service_answers.save(replace(known, judgement=judgement, judged_by=by, judged_on=today))
            elif before is not None:
                self._db.service_answers.remove(before.id)
            self._unsettle(kept)
        return self.indicator(indicator_id)

    def confirm_carried(self, indicator_id: str) -> IndicatorView:
        """Say that an answer from the round before still holds for the new wording; it counts from now on."""
        changed = replace(
            self._answer(indicator_id), judged_by=at_work(self._db), judged_on=self._clock.today(), to_confirm=False
        )
        return self._save(Op.CONFIRM_CARRIED, changed)

    def mark_not_applicable(self, indicator_id: str) -> IndicatorView:
        """Say that an indicator does not apply. The text is then the reason, and a second person confirms it."""
        answer = self._answer(indicator_id).judged(None, at_work(self._db), self._clock.today())
        return self._save(Op.MARK_NOT_APPLICABLE, replace(answer, not_applicable=True))

    def confirm_not_applicable(self, indicator_id: str, by: str) -> IndicatorView:
        """Note the second person who confirms a "not applicable"."""
        answer = self._answer(indicator_id)
        _refuse_confirming(answer, by)
        return self._save(Op.CONFIRM_NOT_APPLICABLE, replace(answer, confirmed_by=by.strip()))

    def write(self, indicator_id: str, text: str) -> IndicatorView:
        """Keep the words under an indicator and drop their draft. Another reason has to be confirmed anew."""
        answer = self._answer(indicator_id)
        if text != answer.narrative:
            self._save(Op.WRITE_NARRATIVE, replace(answer, narrative=text, confirmed_by=""))
        self._db.drafts.drop(draft_name(answer.assessment_id, indicator_id))
        return self.indicator(indicator_id)

    def link(self, indicator_id: str, evidence_id: str, strength: Strength) -> str:
        """Rest an indicator on a piece of evidence, or set the strength where it rests on it already; say the link."""
        return evidence_links.link(self._db, indicator_id, evidence_id, strength)

    def unlink(self, link_id: str) -> None:
        """Take a piece of evidence away from an indicator; the evidence itself stays."""
        evidence_links.unlink(self._db, link_id)

    def set_strength(self, link_id: str, strength: Strength) -> None:
        """Say how strong a piece of evidence is for the indicator that rests on it."""
        evidence_links.set_strength(self._db, link_id, strength)

    def _required(self) -> Standing:
        found = self.standing()
        if found is None:
            raise NoAssessmentError
        return found

    def _answer(self, indicator_id: str) -> Answer:
        standing = self._required()
        standing.catalogue.indicator(indicator_id)  # a KeyError for an id that no catalogue has
        require_open(standing.records.sign_off)
        return standing.answer(indicator_id)

    def _save(self, op: Op, answer: Answer) -> IndicatorView:
        before = self._required().answer(answer.indicator_id)
        kept = answer if answer.id else replace(answer, id=new_id())
        if answer.id or answer != Answer("", answer.assessment_id, answer.indicator_id):
            with self._db.write(op, number_of(kept.indicator_id), about=kept.id):
                self._db.answers.save(kept)
                if (before.judgement, before.not_applicable) != (kept.judgement, kept.not_applicable):
                    self._unsettle(kept)
        return self.indicator(kept.indicator_id)

    def _unsettle(self, answer: Answer) -> None:
        """What two people settled holds for the judgement that they agreed on, and no other."""
        reading = self._required().records.readings.get(answer.id)
        if reading is not None and reading.settled:
            self._db.second_readings.save(replace(reading, settled="", settled_by="", settled_on=None))

    def _drafts(self) -> Mapping[str, str]:
        return self._db.drafts.all()


def draft_name(assessment_id: str, indicator_id: str) -> str:
    """The name under which the words being typed for an indicator are kept."""
    return f"answer:{assessment_id}:{indicator_id}"


def _refuse_confirming(answer: Answer, by: str) -> None:
    words = words_in(answer.narrative)
    if not answer.not_applicable:
        doubt = "it is not marked so", "Mark it as not applicable first, and write the reason."
    elif words < REASON_WORDS:
        doubt = f"the reason has {words} of the {REASON_WORDS} words it needs", "Write the reason in full first."
    elif not by.strip():
        doubt = "no second person is named", "Name the person who confirms it."
    elif same_person(by, answer.judged_by):
        doubt = f"{by.strip()} marked it, and nobody confirms their own", "Ask a second person to confirm it."
    else:
        return
    why, to_do = doubt
    raise NotConfirmedError(number=number_of(answer.indicator_id), why=why, to_do=to_do)
