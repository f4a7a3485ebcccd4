# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Assessing: an act is saved, the view follows at once, and undo takes it back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.models.changes import Op
from desktop.models.records import EvidenceItem, FileState, Judgement, Service, ServiceType, Strength, WorkStatus
from desktop.models.results import Result, RowState
from desktop.models.workforce.people import Person, held
from desktop.services.assessing import NoAssessmentError, NotConfirmedError
from desktop.services.desk import Desk
from desktop.services.rounds.starting import RoundTodayError
from desktop.storage.workbook import Workbook
from tests.storage.desks import MANAGER, REASON, SECOND, desk_of, hold, named_workbook, practice_workbook
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK, create, later

TODAY = CLOCK.today()


@pytest.fixture
def workbook(tmp_path: Path) -> Workbook:
    return named_workbook(tmp_path / "w")


@pytest.fixture
def desk(workbook: Workbook) -> Iterator[Desk]:
    with desk_of(workbook) as found:
        found.rounds.starting.fresh(MANAGER)
        yield found


def test_before_an_assessment_there_is_nothing_to_see_and_judging_says_what_to_do(tmp_path: Path) -> None:
    workbook, _code = create(tmp_path / "w")
    with desk_of(workbook) as desk:
        assert (desk.assessing.current(), desk.assessing.view()) == (None, None)
        with pytest.raises(NoAssessmentError, match="Start one"):
            desk.assessing.judge("1.1", Judgement.IN_PLACE)
        made = desk.rounds.starting.fresh("  Someone ")
        view = desk.assessing.view()
        assert view is not None
        assert (view.assessment.id, view.assessment.assessor, view.assessment.dated) == (made, "Someone", TODAY)
        assert (view.lapses, view.lapsed) == (date(2027, 11, 22), False)
        assert [standard.number for standard in view.standards] == [1, 2, 3, 4, 5, 6, 7]
        assert (view.answered, sum(len(standard.lines) for standard in view.standards)) == (0, 67)


def test_two_assessments_are_never_of_one_day_and_the_later_one_is_the_newest(workbook: Workbook) -> None:
    with desk_of(workbook) as desk:
        first = desk.rounds.starting.fresh(MANAGER)
        with pytest.raises(RoundTodayError, match="22 November 2026"):
            desk.rounds.starting.fresh(MANAGER)
        assert Desk(workbook, later(days=1), FastFiles()).rounds.starting.fresh(MANAGER) != first
        assert desk.assessing.current() != first


def test_a_judgement_is_capped_by_its_evidence_and_the_sentences_say_so(desk: Desk, workbook: Workbook) -> None:
    hold(workbook, EvidenceItem("ev-1", "Policy"))
    view = desk.assessing.judge("1.1", Judgement.IN_PLACE)
    assert (view.answer.judged_by, view.answer.judged_on) == (MANAGER, TODAY)
    assert desk.can_undo() == "Undo: judge SA 1.1"
    assert view.said_and_supported is not None
    assert view.said_and_supported.sentence == "You said 3, In place. It counts as 1, Being developed."
    assert view.said_and_supported.why == "There is no evidence."
    assert view.said_and_supported.to_change == (
        "Current evidence that shows it in use would carry it. Until then the standard shows a safety gap."
    )
    link = desk.assessing.link("1.1", "ev-1", Strength.IN_USE)
    view = desk.assessing.indicator("1.1")
    assert (view.score.supported, view.said_and_supported) == (Judgement.IN_PLACE, None)
    assert [(line.link_id, line.item.title, line.strength) for line in view.evidence] == [(link, "Policy", 3)]
    assert desk.assessing.link("1.1", "ev-1", Strength.WORD) == link
    assert desk.assessing.indicator("1.1").score.supported is Judgement.BEING_DEVELOPED
    desk.assessing.unlink(link)
    assert desk.can_undo() == "Undo: unlink evidence from SA 1.1"
    desk.undo()
    desk.undo()
    assert desk.assessing.indicator("1.1").score.supported is Judgement.IN_PLACE


def test_lapsed_and_missing_evidence_is_shown_as_such(desk: Desk, workbook: Workbook) -> None:
    hold(workbook, EvidenceItem("ev-1", "Old policy", review_by=date(2026, 11, 21)))
    hold(workbook, EvidenceItem("ev-2", "Lost scan", "scan.pdf", FileState.MISSING, review_by=TODAY))
    desk.assessing.link("1.2", "ev-1", Strength.DOCUMENT)
    desk.assessing.link("1.2", "ev-2", Strength.IN_USE)
    lines = desk.assessing.indicator("1.2").evidence
    assert [(line.item.title, line.lapsed, line.missing) for line in lines] == [
        ("Lost scan", False, True),
        ("Old policy", True, False),
    ]


def test_taking_a_judgement_back_leaves_the_words_and_no_judge(desk: Desk) -> None:
    desk.assessing.write("1.1", "We ask at every contact.")
    desk.assessing.judge("1.1", Judgement.PARTLY_IN_PLACE)
    answer = desk.assessing.judge("1.1", None).answer
    assert (answer.judgement, answer.judged_by, answer.judged_on) == (None, "", None)
    assert answer.narrative == "We ask at every contact."
    view = desk.assessing.view()
    assert view is not None
    assert view.answered == 0


def test_not_applicable_counts_once_a_second_person_confirms_the_reason(desk: Desk) -> None:
    with pytest.raises(NotConfirmedError, match="not marked so"):
        desk.assessing.confirm_not_applicable("2.9", SECOND)
    assert desk.assessing.mark_not_applicable("2.9").score.state is RowState.OPEN
    with pytest.raises(NotConfirmedError, match="0 of the 20 words"):
        desk.assessing.confirm_not_applicable("2.9", SECOND)
    desk.assessing.write("2.9", REASON)
    with pytest.raises(NotConfirmedError, match="nobody confirms their own"):
        desk.assessing.confirm_not_applicable("2.9", " kirsty  EXAMPLE")
    with pytest.raises(NotConfirmedError, match="no second person"):
        desk.assessing.confirm_not_applicable("2.9", " ")
    assert desk.assessing.confirm_not_applicable("2.9", SECOND).score.state is RowState.NOT_APPLICABLE
    assert desk.assessing.write("2.9", REASON + " More.").score.state is RowState.OPEN
    assert desk.assessing.judge("2.9", Judgement.NOT_IN_PLACE).answer.not_applicable is False


def test_words_are_kept_and_their_draft_is_dropped(desk: Desk) -> None:
    name = desk.assessing.indicator("3.1").draft_name
    desk.keep_draft(name, "We ask")
    assert desk.assessing.indicator("3.1").draft == "We ask"
    view = desk.assessing.write("3.1", "We ask everyone.")
    assert (view.answer.narrative, view.draft, desk.draft(name)) == ("We ask everyone.", None, "")
    desk.keep_draft(name, "")
    assert desk.assessing.indicator("3.1").draft == ""
    desk.keep_draft(name, "We ask everyone.")
    assert desk.assessing.indicator("3.1").draft is None
    before = desk.can_undo()
    desk.assessing.write("3.1", "We ask everyone.")
    assert (desk.can_undo(), desk.draft(name)) == (before, "")


def test_a_safety_gap_shows_and_goes_with_the_judgement(desk: Desk) -> None:
    view = desk.assessing.judge("1.1", Judgement.NOT_IN_PLACE)
    assert view.indicator.critical
    assert view.result.result is Result.SAFETY_GAP
    desk.undo()
    assert desk.assessing.indicator("1.1").result.result is not Result.SAFETY_GAP


def test_before_the_first_answer_a_standard_is_not_started_whatever_the_rules_make_of_it(desk: Desk) -> None:
    view = desk.assessing.view()
    assert view is not None
    standard = view.standards[0]
    assert view.sentence == "Assessment of 22 November 2026. Nothing is answered yet."
    assert (standard.state_name, standard.state_words) == ("not_answered", "Not started")
    assert standard.range_words == "Not started; could end between Safety gap and Met"
    desk.assessing.mark_not_applicable("1.4")
    view = desk.assessing.view()
    assert view is not None
    assert (view.standards[0].so_far, view.standards[1].so_far) == ("Not yet met so far", "Not started")


def test_a_gap_that_is_only_for_want_of_evidence_says_so_and_what_closes_it(desk: Desk, workbook: Workbook) -> None:
    desk.assessing.judge("1.1", Judgement.IN_PLACE)
    view = desk.assessing.view()
    assert view is not None
    standard = view.standards[0]
    assert standard.state_words == "Safety gap"
    assert standard.range_words == "Safety gap so far"
    assert standard.gap_words == "SA 1.1 counts as 1, a safety gap, until evidence supports it"
    assert (standard.asked_state, standard.asked_words) == ("due", "Evidence needed")
    assert standard.asked_spoken.endswith(", Evidence needed, 1 of 10 answered")
    desk.assessing.judge("1.1", Judgement.BEING_DEVELOPED)
    low = desk.assessing.view()
    assert low is not None
    assert low.standards[0].gap_words == ""
    assert (low.standards[0].asked_state, low.standards[0].asked_words) == ("safety_gap", "Safety gap")
    assert low.standards[0].range_words == "Safety gap so far; what is open cannot change that"
    desk.assessing.judge("1.1", Judgement.IN_PLACE)
    hold(workbook, EvidenceItem("ev-9", "Policy"))
    desk.assessing.link("1.1", "ev-9", Strength.DOCUMENT)
    closed = desk.assessing.view()
    assert closed is not None
    assert closed.standards[0].state_words == "Not yet met"


def test_a_standard_says_in_words_where_it_stands(desk: Desk) -> None:
    desk.assessing.judge("1.4", Judgement.IN_PLACE)
    view = desk.assessing.view()
    assert view is not None
    standard = view.standards[0]
    assert standard.spoken == "Standard 1, Safety and freedom first, Not yet met so far, 1 of 10 answered"
    assert standard.range_words == "Not yet met so far; could end between Safety gap and Met"
    assert standard.in_place_words == "In place: 0 to 9 of 10"
    assert [line.state_words for line in standard.lines[2:4]] == ["Not answered", "3 said, counts as 1"]


def test_the_indicators_follow_each_other_from_first_to_last(desk: Desk) -> None:
    seen, at = [], "1.1"
    while at:
        seen.append(at)
        at = desk.assessing.indicator(at).next
    assert (len(seen), seen[0], seen[-1]) == (67, "1.1", "7.9")
    assert desk.assessing.indicator("2.1").previous == "1.10"


def test_the_view_is_of_today_and_of_what_is_saved(workbook: Workbook) -> None:
    with desk_of(workbook) as desk:
        desk.rounds.starting.fresh(MANAGER)
        hold(workbook, EvidenceItem("ev-1", "Policy", review_by=TODAY))
        desk.assessing.link("1.1", "ev-1", Strength.IN_USE)
        assert desk.assessing.judge("1.1", Judgement.IN_PLACE).score.supported == 3
        tomorrow = Desk(workbook, later(days=1), FastFiles())
        assert tomorrow.assessing.indicator("1.1").score.supported == 2
        with workbook.db.write(Op.EDIT_EVIDENCE):
            workbook.db.evidence.save(EvidenceItem("ev-1", "Policy"))
        assert tomorrow.assessing.indicator("1.1").score.supported == 3


def test_figures_and_warnings_of_the_workforce_stand_beside_their_indicators(tmp_path: Path) -> None:
    with desk_of(practice_workbook(tmp_path / "w")) as desk:
        assert desk.assessing.indicator("6.3").figure == "7 of 8 practitioners hold core training in date."
        assert (desk.assessing.indicator("1.2").warnings, desk.assessing.indicator("1.1").figure) == ((), "")


def test_a_figure_about_few_people_is_shown_here_and_said_to_be_hidden_in_packs(desk: Desk, workbook: Workbook) -> None:
    with workbook.db.write(Op.ADD_PERSON):
        workbook.db.people.save(Person("pe-1", "P1", "Bethan Example", held("FAC", "VSW")))
    figure = desk.assessing.indicator("6.3").figure
    assert figure == "0 of 1 practitioners hold core training in date. Packs hide it: fewer than 5 people."
    assert desk.assessing.judge("6.3", Judgement.PARTLY_IN_PLACE).warnings == ()
    assert desk.assessing.judge("6.3", Judgement.IN_PLACE).warnings == (
        "The records say less than the judgement does.",
    )
    warned = desk.assessing.indicator("1.2").warnings
    assert warned == ("Bethan Example works both with people who use abuse and with victim-survivors.",)


def test_the_first_judgement_stays_when_it_changes(desk: Desk) -> None:
    desk.assessing.judge("1.1", Judgement.IN_PLACE)
    desk.charity.set_at_work(SECOND)
    desk.assessing.judge("1.1", Judgement.PARTLY_IN_PLACE)
    desk.assessing.mark_not_applicable("1.1")
    desk.assessing.judge("1.1", None)
    first = desk.assessing.judge("1.1", Judgement.NOT_IN_PLACE).answer.first
    assert (first.judgement, first.by, first.on) == (Judgement.IN_PLACE, MANAGER, TODAY)
    for _step in range(6):  # who is at work was changed too
        desk.undo()
    assert desk.assessing.indicator("1.1").answer.first.judgement is None


def test_kinds_and_work_are_kept_in_the_catalogue_s_order_and_change_no_result(desk: Desk) -> None:
    before = desk.assessing.judge("1.1", Judgement.IN_PLACE)
    kinds = before.indicator.evidence
    desk.assessing.tick_kind("1.1", kinds[2], there=True)
    after = desk.assessing.tick_kind("1.1", kinds[0], there=True)
    assert after.answer.kinds == (kinds[0], kinds[2])
    after = desk.assessing.set_work("1.1", WorkStatus.WAITING)
    assert (after.score, after.result) == (before.score, before.result)
    assert desk.can_undo() == "Undo: set the work on SA 1.1"
    desk.undo()
    assert desk.can_undo() == "Undo: tick a kind of evidence for SA 1.1"
    assert desk.assessing.tick_kind("1.1", kinds[0], there=False).answer.kinds == (kinds[2],)


def test_where_services_differ_the_weakest_decides_and_each_has_its_own_results(desk: Desk, workbook: Workbook) -> None:
    with workbook.db.write(Op.ADD_SERVICE):
        workbook.db.services.save(Service("se-2", "Quay programme", ServiceType.BEHAVIOUR_CHANGE))
    desk.assessing.judge("1.4", Judgement.IN_PLACE)
    assert [line.name for line in desk.assessing.indicator("1.4").services] == ["Harbour programme", "Quay programme"]
    lower = desk.assessing.judge_for("1.4", "se-2", Judgement.NOT_IN_PLACE)
    assert (lower.answer.judgement, lower.score.said) == (Judgement.IN_PLACE, Judgement.NOT_IN_PLACE)
    view = desk.assessing.view()
    assert view is not None
    assert [name for name, _result in view.standards[0].by_service] == ["Harbour programme", "Quay programme"]
    assert desk.can_undo() == "Undo: judge SA 1.4 for Quay programme"
    same = desk.assessing.judge_for("1.4", "se-2", None)
    assert (same.score.said, workbook.db.service_answers.list()) == (Judgement.IN_PLACE, ())
    desk.undo()
    desk.undo()
    assert desk.assessing.indicator("1.4").score.said is Judgement.IN_PLACE
    desk.assessing.judge_for("1.5", "se-1", Judgement.PARTLY_IN_PLACE)
    assert desk.assessing.indicator("1.5").score.state is RowState.OPEN, "the other service is not judged"
