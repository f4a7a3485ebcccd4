# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The history of a record in words: every act newest first, undone ones too, and wordings that can be used again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.models.changes import Op
from desktop.models.records import EvidenceItem, FileState, Judgement, Strength, WorkStatus
from desktop.services.desk import Desk
from tests.storage.desks import MANAGER, SECOND, desk_of, hold, named_workbook


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_of(named_workbook(tmp_path / "w")) as found:
        found.rounds.starting.fresh(MANAGER)
        yield found


def told(desk: Desk, indicator_id: str = "1.4") -> list[tuple[str, ...]]:
    return [line.sentences for line in desk.story.of_answer(desk.assessing.indicator(indicator_id).answer.id)]


def test_every_act_on_an_answer_is_told_newest_first(desk: Desk) -> None:
    assert told(desk) == []
    item = hold(desk._workbook, EvidenceItem("ev-1", "Minutes", file_state=FileState.HELD))
    desk.assessing.judge("1.4", Judgement.NOT_IN_PLACE)
    desk.assessing.judge("1.4", Judgement.PARTLY_IN_PLACE)
    desk.assessing.write("1.4", "We read it in each meeting.")
    desk.assessing.link("1.4", item, Strength.DOCUMENT)
    desk.assessing.set_work("1.4", WorkStatus.READY)
    desk.rounds.second_reader.read("1.4", SECOND, Judgement.IN_PLACE, "Seen.")
    desk.rounds.second_reader.settle("1.4", Judgement.IN_PLACE, "Both sites do it.")
    desk.undo()
    assert told(desk) == [
        (f"Judged 2, Partly in place by {MANAGER}.",),
        (f"Judged 3, In place by {MANAGER}.", "Settled: Both sites do it."),
        (f"Read a second time by {SECOND}: 3, In place.",),
        ("Work: ready for review.",),
        ("Rests on Minutes (SA 1.4): a document.",),
        ("The words were changed.",),
        (f"Judged 2, Partly in place by {MANAGER}.",),
        (f"Judged 0, Not in place by {MANAGER}.",),
    ]
    lines = desk.story.of_answer(desk.assessing.indicator("1.4").answer.id)
    assert [line.undone for line in lines] == [True, *[False] * 7]
    assert lines[0].when == "22 November 2026, 10:00"


def test_an_earlier_wording_is_used_again_as_one_step(desk: Desk) -> None:
    for text in ("The first words.", "Other words.", ""):
        desk.assessing.write("1.4", text)
    lines = desk.story.of_answer(desk.assessing.indicator("1.4").answer.id)
    assert [line.wording for line in lines] == ["", "Other words.", "The first words."]
    assert lines[0].sentences == ("The words were taken away.",)
    desk.assessing.write("1.4", lines[2].wording or "")
    assert desk.assessing.indicator("1.4").answer.narrative == "The first words."
    desk.undo()
    assert desk.assessing.indicator("1.4").answer.narrative == ""


def test_a_piece_of_evidence_tells_what_it_is_used_for_and_what_became_of_it(desk: Desk) -> None:
    db = desk._workbook.db
    hold(desk._workbook, EvidenceItem("ev-1", "Minutes", file_state=FileState.HELD))
    link = desk.assessing.link("1.4", "ev-1", Strength.DOCUMENT)
    desk.assessing.set_strength(link, Strength.IN_USE)
    with db.write(Op.EDIT_EVIDENCE):
        db.evidence.save(replace(db.evidence.get("ev-1"), title="Minutes of June", review_by=date(2027, 3, 1)))
    desk.library.remove("ev-1")
    gone = "a piece of evidence that was removed (SA 1.4)"
    assert [line.sentences for line in desk.story.of_evidence("ev-1")] == [
        (f"No longer rests on {gone}.", "It was removed."),
        ("Title: Minutes of June; it was Minutes.", "Review by: 1 March 2027."),
        (f"{gone}: shown in use; it was a document.",),
        (f"Rests on {gone}: a document.",),
        ("It was added.", "Title: Minutes."),
    ]


def test_an_action_tells_its_cost_its_status_and_its_earlier_words(desk: Desk) -> None:
    action = desk.actions.add("1.4", "Write it down", "Kirsty", date(2026, 12, 1), 12_050)
    desk.actions.finish(action)
    lines = [line.sentences for line in desk.story.of_action(action)]
    assert "Status: Done." in lines[0]
    assert lines[1][0] == "It was added."
    assert {"What to do: Write it down", "Owner: Kirsty.", "Due: 1 December 2026.", "Cost: £120.50."} <= set(lines[1])
