# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Rounds through the desk: begun from the last, read by a second person, settled, signed off, reopened, lapsed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.models.carry_over import Carry
from desktop.models.catalogue import Withdrawn
from desktop.models.changes import Op
from desktop.models.records import CatalogueVersion, EvidenceItem, FileState, Judgement, ServiceAnswer, Strength
from desktop.models.results import RowState
from desktop.models.rounds import RoundState
from desktop.models.workforce.people import Person
from desktop.models.workforce.remembered import OtherName
from desktop.services.closed_rounds import RoundClosedError
from desktop.services.desk import Desk
from desktop.services.rounds.frozen_text import frozen_by
from desktop.services.rounds.second_reading import ReadingError, SettlingError
from desktop.services.rounds.signing_off import SigningOff, SignOffDayError, SignOffError
from desktop.services.rounds.starting import RoundTodayError
from desktop.storage.undo import StaleUndoError
from desktop.storage.workbook import Workbook
from tests.storage.databases import content
from tests.storage.desks import MANAGER, REASON, SECOND, named_workbook
from tests.storage.faulty_files import FastFiles
from tests.storage.next_version import VERSION, next_version
from tests.storage.workbooks import CLOCK, later

TODAY = CLOCK.today()
CHAIR = SigningOff("Invented Chair", "Chair of trustees", TODAY, "4.2", one_reader=True)
IN_PLACE, PARTLY = Judgement.IN_PLACE, Judgement.PARTLY_IN_PLACE


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    found = named_workbook(tmp_path / "w")
    yield found
    found.close(backup=False)


@pytest.fixture
def desk(workbook: Workbook) -> Desk:
    """An open round with three answers, one of them not applicable and confirmed."""
    found = desk_at(workbook)
    found.rounds.starting.fresh(MANAGER)
    found.assessing.judge("1.1", IN_PLACE)
    found.assessing.judge("1.2", PARTLY)
    found.assessing.mark_not_applicable("2.2")
    found.assessing.write("2.2", REASON)
    found.assessing.confirm_not_applicable("2.2", SECOND)
    return found


def desk_at(workbook: Workbook, days: int = 0) -> Desk:
    """A desk as many days later."""
    return Desk(workbook, later(days=days), FastFiles())


def bring_in_next_version(workbook: Workbook) -> None:
    with workbook.db.write(Op.ADD_VERSION):
        workbook.db.catalogues.save(CatalogueVersion(VERSION, "", TODAY, next_version()))


def score_of(desk: Desk, indicator_id: str) -> RowState:
    return desk.assessing.indicator(indicator_id).score.state


def test_a_fresh_round_takes_open_actions_along_and_no_answers(workbook: Workbook, desk: Desk) -> None:
    kept, done = (desk.actions.add("1.1", what) for what in ("Write it down", "Print it"))
    desk.actions.finish(done)
    with pytest.raises(RoundTodayError, match="22 November 2026"):
        desk.rounds.starting.fresh(MANAGER)
    made = desk_at(workbook, 1).rounds.starting.fresh(MANAGER)
    assert workbook.db.answers.list(assessment_id=made) == ()
    assert [action.id for action in workbook.db.actions.list(assessment_id=made)] == [kept]


def test_a_round_from_the_last_has_its_answers_evidence_and_differences_and_counts_at_once(
    workbook: Workbook, desk: Desk
) -> None:
    desk.assessing.link("1.1", evidence(workbook), Strength.IN_USE)
    answer = workbook.db.answers.list(indicator_id="1.2")[0]
    with workbook.db.write(Op.JUDGE):
        workbook.db.service_answers.save(ServiceAnswer("sa-1", answer.id, "se-1", Judgement.NOT_IN_PLACE))
    before = desk.assessing.view()
    made = desk_at(workbook, 365)
    preview = made.rounds.starting.preview()
    assert preview is not None
    assert (preview.carried, preview.to_confirm) == (3, 0)
    made.rounds.starting.from_last(SECOND)
    after = made.assessing.view()
    assert before is not None
    assert after is not None
    assert [one.result.result for one in after.standards] == [one.result.result for one in before.standards]
    carried = made.assessing.indicator("1.2").answer
    assert (carried.judged_by, carried.judged_on, carried.carried_as) == (MANAGER, TODAY, "same")
    assert made.assessing.indicator("1.2").score.said is Judgement.NOT_IN_PLACE
    assert [line.strength for line in made.assessing.indicator("1.1").evidence] == [Strength.IN_USE]


def test_a_new_version_shows_what_becomes_of_each_row_before_anything_is_done(workbook: Workbook, desk: Desk) -> None:
    bring_in_next_version(workbook)
    preview = desk.rounds.starting.preview()
    assert preview is not None
    lines = {line.number: line for line in preview.lines}
    assert (preview.follows, preview.version, preview.to_confirm) == ("2023.1", "2099.1", 1)
    assert [lines[f"SA 1.{n}"].carry for n in (1, 4, 90, 91, 92)] == [
        Carry.REWORDED,
        Carry.SAME,
        Carry.SPLIT,
        Carry.SPLIT,
        Carry.NEW,
    ]
    assert [run.words.strip() for run in lines["SA 1.1"].text if run.come][-1] == "week."
    assert preview.withdrawn == (Withdrawn("1.2", "It is asked in 1.1 now."),)


def test_a_reworded_answer_counts_once_confirmed_and_undo_brings_back_all_of_the_last_round(
    workbook: Workbook, desk: Desk
) -> None:
    desk.assessing.link("1.1", evidence(workbook), Strength.IN_USE)
    desk.actions.add("1.2", "Stays with the withdrawn one")
    bring_in_next_version(workbook)
    next_year = desk_at(workbook, 365)
    before = content(workbook.db)
    next_year.rounds.starting.from_last(MANAGER)
    assert score_of(next_year, "1.1") is RowState.OPEN
    assert next_year.assessing.indicator("1.1").score.why.startswith("Carried over")
    next_year.assessing.confirm_carried("1.1")
    assert score_of(next_year, "1.1") is RowState.ANSWERED
    assert next_year.assessing.indicator("1.1").answer.judged_on == date(2027, 11, 22)
    next_year.undo()
    assert score_of(next_year, "1.1") is RowState.OPEN
    next_year.assessing.judge("1.1", IN_PLACE)
    assert score_of(next_year, "1.1") is RowState.ANSWERED
    next_year.undo()
    next_year.undo()
    assert content(workbook.db) == before


def test_the_first_judgement_is_hidden_until_the_second_is_saved(workbook: Workbook, desk: Desk) -> None:
    reader = desk.rounds.second_reader
    assert reader.view("1.1", SECOND).first is None
    assert reader.view("1.1", MANAGER).why_not.endswith("nobody reads their own")
    reader.read("1.1", SECOND, PARTLY, " Only at one site. ")
    seen = reader.view("1.1", SECOND)
    assert seen.first is not None
    assert seen.first.judgement is IN_PLACE
    assert seen.reading is not None
    assert (seen.reading.comment, seen.reading.read_on) == ("Only at one site.", TODAY)
    assert desk.rounds.newest().state is RoundState.IN_REVIEW  # type: ignore[union-attr]  # there is one
    desk.undo()
    assert desk.rounds.newest().state is RoundState.OPEN  # type: ignore[union-attr]  # there is one


@pytest.mark.parametrize(
    ("indicator", "reader", "judgement", "why"),
    [
        ("1.1", "kirsty  EXAMPLE", PARTLY, "nobody reads their own"),
        ("1.1", " ", PARTLY, "no second person is named"),
        ("1.3", SECOND, PARTLY, "nobody has judged it yet"),
        ("1.1", SECOND, None, "no judgement in it"),
    ],
)
def test_a_reading_that_is_none_is_refused(
    desk: Desk, indicator: str, reader: str, judgement: Judgement | None, why: str
) -> None:
    with pytest.raises(ReadingError, match=why):
        desk.rounds.second_reader.read(indicator, reader, judgement)
    assert desk.rounds.second_reader.differences() == ()


def test_a_difference_stands_in_the_way_until_it_is_settled_with_a_note(workbook: Workbook, desk: Desk) -> None:
    reader, signs = desk.rounds.second_reader, desk.rounds.sign_offs
    reader.read("1.1", SECOND, PARTLY)
    reader.read("1.2", SECOND, PARTLY)
    assert [one.indicator.id for one in reader.differences()] == ["1.1"]
    with pytest.raises(SignOffError, match=r"two people differ on SA 1\.1"):
        signs.sign_off(CHAIR)
    with pytest.raises(SettlingError, match="no note"):
        reader.settle("1.1", PARTLY, " ")
    reader.settle("1.1", PARTLY, "One site has it in writing.")
    (settled,) = reader.differences()
    assert (settled.is_settled, settled.answer.judgement, settled.reading.settled_by) == (True, PARTLY, MANAGER)
    desk.assessing.judge("1.1", Judgement.BEING_DEVELOPED)
    (again,) = reader.differences()
    assert not again.is_settled
    desk.undo()
    desk.undo()
    assert workbook.db.answers.list(indicator_id="1.1")[0].judgement is IN_PLACE


def test_critical_indicators_that_one_person_judged_are_said_before_a_sign_off(desk: Desk) -> None:
    signs, reader = desk.rounds.sign_offs, desk.rounds.second_reader
    ready = signs.readiness()
    assert [one.id for one in ready.by_one] == ["1.1", "1.2"]
    with pytest.raises(SignOffError, match="2 critical indicators were judged by one person alone"):
        signs.sign_off(replace(CHAIR, one_reader=False))
    reader.read("1.1", SECOND, IN_PLACE)
    reader.read("1.2", SECOND, PARTLY)
    assert signs.readiness().by_one == ()
    assert signs.sign_off(replace(CHAIR, one_reader=False)).stands


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (replace(CHAIR, name=" "), "nobody is named"),
        (replace(CHAIR, role=""), "the role"),
        (replace(CHAIR, signed_on=date(2026, 11, 23)), "has not come yet"),
        (replace(CHAIR, signed_on=date(2026, 11, 21)), "before it began"),
    ],
)
def test_a_sign_off_that_says_too_little_is_refused(desk: Desk, said: SigningOff, why: str) -> None:
    with pytest.raises(SignOffError, match=why):
        desk.rounds.sign_offs.sign_off(said)
    assert desk.rounds.newest().sign_off is None  # type: ignore[union-attr]  # there is a round


def test_a_signed_off_round_takes_no_act_and_is_reopened_with_a_reason(workbook: Workbook, desk: Desk) -> None:
    kept = desk.rounds.sign_offs.sign_off(CHAIR)
    assert frozen_by(kept).answers == workbook.db.answers.list()
    item = evidence(workbook)
    before = content(workbook.db)
    acts = (
        lambda: desk.assessing.judge("1.1", PARTLY),
        lambda: desk.assessing.mark_not_applicable("1.1"),
        lambda: desk.assessing.write("1.1", "Other words."),
        lambda: desk.rounds.second_reader.read("1.1", SECOND, PARTLY),
        lambda: desk.rounds.sign_offs.sign_off(CHAIR),
        lambda: desk.assessing.link("1.1", item, Strength.IN_USE),
    )
    for act in acts:
        with pytest.raises(RoundClosedError, match="signed off on 22 November 2026"):
            act()
    with pytest.raises(SignOffError, match="no reason"):
        desk.rounds.sign_offs.reopen(" ")
    assert content(workbook.db) == before
    desk.rounds.sign_offs.reopen("A figure was wrong.")
    desk.assessing.judge("1.1", PARTLY)
    line = desk.rounds.newest()
    assert line is not None
    assert (line.state, [one.reopened_why for one in line.reopened]) == (RoundState.OPEN, ["A figure was wrong."])
    assert frozen_by(line.reopened[0]).answers != workbook.db.answers.list()


def test_a_round_lapses_twelve_months_after_its_sign_off_by_the_clock(workbook: Workbook, desk: Desk) -> None:
    desk.rounds.sign_offs.sign_off(CHAIR)
    states = [desk_at(workbook, days).rounds.newest() for days in (0, 365, 366)]
    assert [line.state for line in states if line] == [RoundState.SIGNED_OFF, RoundState.SIGNED_OFF, RoundState.LAPSED]
    assert states[2] is not None
    assert states[2].words.endswith("It lapsed on 22 November 2027.")
    view = desk_at(workbook, 366).assessing.view()
    assert view is not None
    assert view.lapses == date(2027, 11, 22)


def evidence(workbook: Workbook) -> str:
    """A piece of evidence that is linked to nothing."""
    if workbook.db.evidence.find("ev-x") is None:
        with workbook.db.write(Op.ADD_EVIDENCE):
            workbook.db.evidence.save(EvidenceItem("ev-x", "Minutes", file_state=FileState.HELD))
    return "ev-x"


def test_a_version_that_an_assessment_answers_cannot_be_undone_away(workbook: Workbook, desk: Desk) -> None:
    bring_in_next_version(workbook)
    next_year = desk_at(workbook, 365)
    next_year.rounds.starting.from_last(MANAGER)
    next_year.assessing.judge("1.4", PARTLY)
    next_year.rounds.sign_offs.sign_off(replace(CHAIR, signed_on=date(2027, 11, 22)))
    for _step in range(3):
        with pytest.raises(StaleUndoError):
            next_year.undo()
    assert next_year.assessing.view() is not None
    assert [one.id for one in workbook.db.catalogues.list()] == [VERSION]


def test_a_sign_off_is_not_dated_before_the_answers_that_it_covers(workbook: Workbook, desk: Desk) -> None:
    later_desk = desk_at(workbook, 30)
    later_desk.assessing.judge("1.1", PARTLY)
    with pytest.raises(SignOffDayError, match="answers were given as late as 22 December 2026"):
        later_desk.rounds.sign_offs.sign_off(CHAIR)
    assert later_desk.rounds.sign_offs.sign_off(replace(CHAIR, signed_on=date(2026, 12, 22))).stands


def test_a_round_is_not_signed_off_while_a_file_is_not_there(workbook: Workbook, desk: Desk) -> None:
    with workbook.db.write(Op.ADD_EVIDENCE):
        workbook.db.evidence.save(EvidenceItem("ev-9", "Minutes", "m.txt", FileState.STORED, "ab" * 32, 12))
    desk.assessing.link("1.1", "ev-9", Strength.IN_USE)
    with pytest.raises(SignOffError, match="the file of Minutes is not whole"):
        desk.rounds.sign_offs.sign_off(CHAIR)


def test_a_judgement_taken_back_after_its_second_reading_stands_in_no_way(desk: Desk) -> None:
    reader = desk.rounds.second_reader
    reader.read("1.1", SECOND, IN_PLACE)
    desk.assessing.judge("1.1", None)
    assert reader.differences() == ()
    assert reader.view("1.1", SECOND).may_take_back
    reader.take_back("1.1")
    assert desk.rounds.newest().state is RoundState.OPEN  # type: ignore[union-attr]  # there is one
    assert desk.rounds.sign_offs.sign_off(CHAIR).stands


def test_two_people_can_agree_that_something_does_not_apply(desk: Desk) -> None:
    desk.assessing.mark_not_applicable("2.3")
    desk.assessing.write("2.3", REASON)
    assert score_of(desk, "2.3") is RowState.OPEN
    desk.rounds.second_reader.read("2.3", SECOND, None, applies=False)
    assert score_of(desk, "2.3") is RowState.NOT_APPLICABLE
    desk.assessing.write("1.1", REASON)
    desk.rounds.second_reader.read("1.1", SECOND, None, applies=False)
    desk.rounds.second_reader.settle("1.1", None, "None of our services does this.")
    assert score_of(desk, "1.1") is RowState.NOT_APPLICABLE


def test_what_was_settled_does_not_hold_once_a_service_is_judged_by_itself(workbook: Workbook, desk: Desk) -> None:
    reader = desk.rounds.second_reader
    reader.read("1.1", SECOND, PARTLY)
    reader.settle("1.1", PARTLY, "One site has it in writing.")
    desk.assessing.judge_for("1.1", "se-1", Judgement.NOT_IN_PLACE)
    assert workbook.db.second_readings.list()[0].settled == ""


def test_answers_that_nobody_looked_at_in_this_round_are_counted_before_a_sign_off(
    workbook: Workbook, desk: Desk
) -> None:
    assert desk.rounds.sign_offs.readiness().unseen == 0
    next_year = desk_at(workbook, 365)
    assert next_year.rounds.starting.preview().signed_off is False  # type: ignore[union-attr]  # there is one
    next_year.rounds.starting.from_last(MANAGER)
    assert next_year.rounds.sign_offs.readiness().unseen == 3
    next_year.assessing.judge("1.1", IN_PLACE)
    assert next_year.rounds.sign_offs.readiness().unseen == 2
    assert next_year.rounds.all()[1].words == "It was not signed off before the next one began."


def test_an_answer_that_waited_through_a_round_says_what_it_was_given_to(workbook: Workbook, desk: Desk) -> None:
    wording = desk.assessing.indicator("1.1").indicator.text
    desk.assessing.link("1.1", evidence(workbook), Strength.IN_USE)
    bring_in_next_version(workbook)
    desk_at(workbook, 365).rounds.starting.from_last(MANAGER)
    third = desk_at(workbook, 730)
    third.rounds.starting.from_last(MANAGER)
    carried = third.assessing.indicator("1.1").carried
    assert carried is not None
    assert (carried.dated, carried.wording, carried.carry) == (TODAY, wording, Carry.REWORDED)


def test_erasing_someone_blanks_what_names_them_under_a_name_they_had(workbook: Workbook, desk: Desk) -> None:
    with workbook.db.write(Op.ADD_PERSON):
        workbook.db.people.save(Person("pe-1", "P1", "New Name", left=date(2020, 1, 1)))
        workbook.db.other_names.save(OtherName("on-1", "pe-1", SECOND))
    desk.rounds.second_reader.read("1.1", SECOND, IN_PLACE)
    kept = desk.rounds.sign_offs.sign_off(CHAIR)
    assert "pe-1" not in frozen_by(kept).counted
    workbook.db.erase_person("pe-1")
    assert workbook.db.sign_offs.list()[0].blanked
    assert "No new pack" in desk.rounds.all()[0].words
