# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""People: their training as it stands, the figures it gives, and erasing someone for good."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.models.changes import Op
from desktop.models.day_checks import DayLongAgoError, DayNotComeError, DaysCrossedError
from desktop.models.records import Action, Answer, Assessment
from desktop.models.workforce.supervision import SupervisionSession, SupervisionState
from desktop.services.course_standing import TrainingState
from desktop.services.people import NamelessPersonError, People, PersonThereError, TrainingThereError
from desktop.services.people_lines import OtherRecord
from desktop.storage.workbook import Workbook
from tests.storage.workbooks import CLOCK, create

TODAY = CLOCK.today()  # 22 November 2026
MANDATORY = ("T05", "T07", "T08", "T09", "T16")


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    workbook, _code = create(tmp_path / "workbook")
    yield workbook
    workbook.close(backup=False)


@pytest.fixture
def people(workbook: Workbook) -> People:
    return People(workbook, CLOCK)


def trained(people: People, name: str, roles: tuple[str, ...] = ("FAC",), courses: tuple[str, ...] = MANDATORY) -> str:
    person = people.add(name, roles, date(2024, 1, 8))
    for course in courses:
        people.record_training(person, course, date(2026, 6, 1))
    return person


def test_each_course_says_how_it_stands(people: People) -> None:
    person = people.add("Aisling Test", ["HLP"], date(2024, 1, 8))
    people.record_training(person, "T07", date(2025, 11, 21))  # 12 months: its last day was yesterday
    people.record_training(person, "T08", date(2025, 11, 22))  # its last day is today
    people.record_training(person, "T09", date(2026, 2, 20))  # 90 days from now
    people.record_training(person, "T16", date(2025, 2, 21))  # 24 months: 91 days from now
    people.record_training(person, "T14", date(2020, 1, 1), date(2030, 1, 1))  # a last day of its own
    people.record_training(person, "T18", date(2020, 1, 1))  # not needed, once is enough
    people.record_training(person, "T17", date(2020, 1, 1))  # not needed, long over
    lines = {line.course_id: line for line in people.view(person).training}
    assert {course: lines[course].state for course in ("T05", "T07", "T08", "T09", "T16", "T14", "T18", "T17")} == {
        "T05": TrainingState.MISSING,
        "T07": TrainingState.LAPSED,
        "T08": TrainingState.DUE_SOON,
        "T09": TrainingState.DUE_SOON,
        "T16": TrainingState.IN_DATE,
        "T14": TrainingState.IN_DATE,
        "T18": TrainingState.IN_DATE,
        "T17": TrainingState.NOT_NEEDED,
    }
    assert lines["T18"].lapses == "Once is enough"
    assert (lines["T07"].lapses, lines["T07"].cell) == ("Lapsed 21 November 2026", "Nov 26")
    assert (
        lines["T07"].sentence == "Aisling Test, Child safeguarding (level set by role), lapsed, ended 21 November 2026"
    )
    line = people.lines()[0]
    assert (line.holding, line.state) == (4, TrainingState.LAPSED)
    assert line.in_date == f"4 of {line.needed}"
    assert line.next_lapse == "Adult safeguarding, 22 Nov"


def test_the_record_that_runs_longest_counts(people: People) -> None:
    person = people.add("Jo Test", [])
    old = people.record_training(person, "T07", date(2025, 1, 1))
    new = people.record_training(person, "T07", date(2026, 1, 1))
    line = next(line for line in people.view(person).training if line.course_id == "T07")
    assert (line.record_id, line.others) == (new, (OtherRecord(old, "1 January 2025"),))
    people.remove_training(new)
    line = next(line for line in people.view(person).training if line.course_id == "T07")
    assert (line.record_id, line.state) == (old, TrainingState.LAPSED)


def test_the_figures_are_in_full_here_and_hidden_in_packs_for_few_people(people: People) -> None:
    assert people.figure() == ""
    for number in range(3):
        trained(people, f"Person {number}", courses=(*MANDATORY, "T01", "T23"))
    late = trained(people, "Person 3", courses=(*MANDATORY[1:], "T01", "T23"))
    core, mandatory = people.figures()
    assert (core.number, core.holders, core.needing, core.enough) == ("SA 6.3", 4, 4, True)
    assert mandatory.sentence == "3 of 4 people hold every mandatory course in date; 95% is not reached"
    assert mandatory.in_pack == "hidden: fewer than 5 people"
    people.record_training(late, "T05", date(2026, 6, 1))
    trained(people, "Person 4", courses=(*MANDATORY, "T01", "T23"))
    assert not people.figures()[1].hidden_in_pack
    assert people.figure() == (
        "5 of 5 practitioners hold core training in date (SA 6.3). "
        "5 of 5 people hold every mandatory course in date; 95% is reached (SA 6.8)."
    )


def test_people_get_codes_leave_come_back_and_are_warned_about(people: People, workbook: Workbook) -> None:
    first = people.add("  Siân   Example ", ["FAC", "VSW", "FAC"], date(2024, 1, 8))
    people.add("Jo Test", [])
    assert [(line.code, line.name) for line in people.lines()] == [("P02", "Jo Test"), ("P01", "Siân Example")]
    jo, sian = people.lines()
    assert "SA 1.2" in sian.warnings[0]
    assert "No role yet" in jo.warnings[0]
    assert sian.roles == ("Lead group facilitator", "Victim-survivor support worker")
    people.leave(first, date(2026, 11, 1))
    assert [line.name for line in people.lines()] == ["Jo Test"]
    assert [line.works_here for line in people.lines(include_leavers=True)] == [True, False]
    assert workbook.db.can_undo() == "Undo: edit person Siân Example"
    people.leave(first, None)
    people.remove(first)
    workbook.db.undo()
    people.edit(first, "Siân Sample", ["MGR"], date(2024, 1, 8))
    assert [line.name for line in people.lines()] == ["Jo Test", "Siân Sample"]


def test_the_list_has_the_worst_first_and_those_who_left_last(people: People) -> None:
    trained(people, "Ann Good", courses=tuple(course.code for course in people.courses()))
    trained(people, "Bea Missing", courses=())
    lapsed = trained(people, "Zoe Lapsed", courses=())
    people.record_training(lapsed, "T07", date(2024, 6, 1))
    people.add("Al Trustee", ["TSL"], date(2024, 1, 8))
    left = trained(people, "Abe Gone", courses=())
    people.leave(left, date(2026, 11, 1))
    shown = [line.name for line in people.lines(include_leavers=True)]
    assert shown == ["Zoe Lapsed", "Bea Missing", "Ann Good", "Al Trustee", "Abe Gone"]


def test_what_cannot_be_right_is_refused_with_a_way_out(people: People) -> None:
    person = people.add("Jo Test", ["MGR"], date(2024, 1, 8))
    with pytest.raises(NamelessPersonError):
        people.add("  ", [])
    people.leave(person, date(2026, 1, 1))
    with pytest.raises(PersonThereError, match="among those who left"):
        people.add("jo  test", [])
    with pytest.raises(DayNotComeError, match="23 November 2026 has not come yet"):
        people.record_training(person, "T07", date(2026, 11, 23))
    with pytest.raises(DayLongAgoError):
        people.add("Al Test", [], date(1989, 12, 31))
    with pytest.raises(DaysCrossedError):
        people.leave(person, date(2023, 1, 1))
    record = people.record_training(person, "T07", date(2026, 1, 1))
    people.edit_training(record, date(2026, 1, 1), date(2027, 6, 1))
    with pytest.raises(TrainingThereError, match=r"Child safeguarding .* is recorded for Jo Test already"):
        people.record_training(person, "T07", date(2026, 1, 1))


def test_erasing_says_first_what_goes_and_what_stays_and_cannot_be_undone(people: People, workbook: Workbook) -> None:
    person = trained(people, "Jo Test")
    people.add("Al Test", [])
    with workbook.db.write(Op.IMPORT_RECORDS):
        workbook.db.supervision.save(SupervisionSession("s", person, "S1", date(2026, 1, 1), SupervisionState.HELD))
        workbook.db.assessments.save(Assessment("a", date(2026, 1, 1), "A", "2023.1"))
        workbook.db.answers.save(Answer("r", "a", "6.3", judged_by="jo test"))
        workbook.db.actions.save(Action("x", "a", "6.3", "Do it", "Jo Test"))
        workbook.db.actions.save(Action("y", "a", "6.3", "Do more", "Jo Test"))
    told = people.erasing(person)
    assert told.records == 7
    assert told.takes == "The entry itself, 5 training records and 1 supervision session."
    assert told.leaves.startswith("The name stays in 1 answer and 2 actions.")
    people.erase(person)
    assert [line.name for line in people.lines()] == ["Al Test"]
    assert workbook.db.training.list() == ()
    assert "Jo Test" not in str(workbook.db.can_undo())
