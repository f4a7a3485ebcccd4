# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Courses and their rules: changed, added, put back, and what follows from them for the people."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.models.changes import Op
from desktop.models.workforce.hours import YEARLY_HOURS
from desktop.models.workforce.remembered import KnownWords
from desktop.services.people import People
from desktop.services.workforce.course_rules import (
    CourseFacts,
    CourseNumberError,
    CourseThereError,
    HoursMissingError,
    NamelessCourseError,
    WindowWithoutEndError,
)
from desktop.services.workforce.courses import CatalogueCourseError, CourseInUseError, CourseLine, Courses
from desktop.storage.workbook import Workbook
from tests.storage.databases import content
from tests.storage.workbooks import CLOCK, create


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    workbook, _code = create(tmp_path / "workbook")
    yield workbook
    workbook.close(backup=False)


@pytest.fixture
def courses(workbook: Workbook) -> Courses:
    return Courses(workbook, CLOCK)


def line(courses: Courses, course_id: str) -> CourseLine:
    return next(line for line in courses.lines() if line.id == course_id)


def test_a_course_says_its_rules_and_how_many_hold_it(courses: Courses, workbook: Workbook) -> None:
    people = People(workbook, CLOCK)
    ann = people.add("Ann Test", ["FAC"])
    people.add("Bob Test", ["MGR"])
    people.record_training(ann, "T09", date(2026, 1, 1))
    told = line(courses, "T09")
    assert (told.valid, told.who, told.held, told.records) == ("Every year", "Everyone", "1 of 2 in date", 1)
    core = line(courses, "T02")
    assert core.rules == (
        "Once is enough.",
        "For: One-to-one practitioner, Case manager (intensive).",
        "Needed before leading work: One-to-one practitioner.",
    )
    assert (core.held, core.own, core.changed) == ("Nobody needs it", False, False)
    assert line(courses, "T20").valid == "12 hours a year"


def test_a_changed_rule_holds_at_once_and_is_put_back(courses: Courses, workbook: Workbook) -> None:
    people = People(workbook, CLOCK)
    ann = people.add("Ann Test", ["FAC"])
    people.record_training(ann, "T09", date(2025, 6, 1))
    assert line(courses, "T09").holding == 0
    before = content(workbook.db)
    default = courses.view("T09").facts
    courses.edit("T09", replace(default, valid_months=24, window_days=60, grace_days=30))
    changed = courses.view("T09")
    assert (changed.line.holding, changed.line.changed, changed.line.own) == (1, True, False)
    assert changed.line.rules == (
        "Every 2 years.",
        "For: Everyone.",
        "Renewed in the last 60 days, it counts on from the old last day.",
        "For 30 days after the last day it shows as in grace. It does not count then.",
    )
    assert changed.default_rules == ("Every year.", "For: Everyone.")
    assert workbook.db.can_undo() == "Undo: edit course Data protection and cyber security"
    courses.to_default("T09")
    assert content(workbook.db) == before
    courses.edit("T09", replace(default, valid_months=24))
    courses.edit("T09", default)  # typed back
    assert content(workbook.db) == before


def test_every_course_of_the_catalogue_can_be_saved_as_it_came(courses: Courses, workbook: Workbook) -> None:
    for one in courses.lines():
        courses.edit(one.id, courses.view(one.id).facts)
    assert workbook.db.courses.list() == ()


def test_an_own_course_is_asked_for_and_removed_while_nothing_is_recorded(courses: Courses, workbook: Workbook) -> None:
    people = People(workbook, CLOCK)
    ann = people.add("Ann Test", ["FAC"])
    own = courses.add(CourseFacts("  Ligature   knives ", roles=("FAC",), valid_months=6))
    told = line(courses, own)
    assert (told.name, told.own, told.valid, told.held) == ("Ligature knives", True, "Every 6 months", "0 of 1 in date")
    record = people.record_training(ann, own, date(2026, 11, 1))
    with pytest.raises(CourseInUseError, match="stands in 1 record,"):
        courses.remove(own)
    people.remove_training(record)
    with workbook.db.write(Op.IMPORT_RECORDS):
        workbook.db.known_words.save(KnownWords("w", "course", own))
    courses.remove(own)
    assert workbook.db.known_words.list() == ()
    assert own not in {one.id for one in courses.lines()}
    workbook.db.undo()
    assert line(courses, own).name == "Ligature knives"
    with pytest.raises(CatalogueCourseError):
        courses.remove("T09")


@pytest.mark.parametrize(
    ("facts", "refused"),
    [
        (CourseFacts("  "), NamelessCourseError),
        (CourseFacts("adult  SAFEGUARDING"), CourseThereError),
        (CourseFacts("New", valid_months=0), CourseNumberError),
        (CourseFacts("New", valid_months=121), CourseNumberError),
        (CourseFacts("New", valid_months=12, grace_days=400), CourseNumberError),
        (CourseFacts("New", window_days=30), WindowWithoutEndError),
        (CourseFacts("New", grace_days=30), WindowWithoutEndError),
        (CourseFacts("New", YEARLY_HOURS, valid_months=12), HoursMissingError),
    ],
)
def test_a_rule_that_cannot_be_right_is_refused(
    courses: Courses, workbook: Workbook, facts: CourseFacts, refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        courses.add(facts)
    assert workbook.db.courses.list() == ()
