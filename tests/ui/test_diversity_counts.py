# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The counts for indicator 5.7: entered by group, shown with small ones hidden, and never lost while being typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.desk import Desk
from tests.storage.desks import desk_of, named_workbook
from tests.storage.workbooks import CLOCK
from tests.ui.drivers.charity import CharityDriver


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_of(named_workbook(tmp_path / "workbook")) as desk:
        yield desk


@pytest.fixture
def charity(qtbot: QtBot, desk: Desk) -> CharityDriver:
    made = CharityDriver(qtbot, desk)
    desk.before_closing(made.page.leave)
    made.section("diversity")
    return made


def fill(charity: CharityDriver, name: str, counts: str) -> None:
    charity.click("diversity-add")
    charity.type_in("diversity-name", name)
    charity.write_lines("diversity-counts", counts)
    charity.click("diversity-save")


def test_a_group_is_counted_in_one_step_and_shown_with_small_counts_hidden(charity: CharityDriver, desk: Desk) -> None:
    fill(charity, "Languages", "English: 9\nWelsh:3\n\nPolish\t7")
    assert charity.saves == 1
    assert set(charity.rows("diversity-group-0")) == {
        ("English", "9", "9"),
        ("Polish", "7", "hidden"),
        ("Welsh", "3", "hidden"),
    }
    assert "22 November 2026, 19 in all" in charity.everything_said()
    assert "Never per person" in charity.everything_said()
    desk.undo()
    assert desk.diversity.groups() == ()
    assert charity.shows("empty-place")


def test_counts_are_taken_anew_under_the_same_name_and_removed(charity: CharityDriver, desk: Desk) -> None:
    desk.diversity.enter("Ages 18 to 25", [("Yes", 6), ("No", 8)], CLOCK.today())
    charity.seen("diversity-change-0")
    charity.click("diversity-change-0")
    assert charity.written("diversity-counts") == "No: 8\nYes: 6"
    assert not charity.shows("diversity-name")
    charity.type_in("diversity-day", "3 November 2026")
    charity.write_lines("diversity-counts", "No: 9\nYes: 6")
    charity.click("diversity-save")
    (group,) = desk.diversity.groups()
    assert (group.group, group.people, group.counted_on.day) == ("Ages 18 to 25", 15, 3)
    charity.seen("diversity-remove-0")
    charity.click("diversity-remove-0")
    assert desk.diversity.groups() == ()


@pytest.mark.parametrize(
    ("name", "counts", "field"),
    [
        ("", "Welsh: 4", "diversity-name"),
        ("languages", "Welsh: 4", "diversity-name"),
        ("Ages", "18 to 25", "diversity-counts"),
        ("Ages", "", "diversity-counts"),
        ("Ages", "Young: 1\nyoung: 2", "diversity-counts"),
    ],
)
def test_what_cannot_be_kept_is_said_under_its_field_and_waits_as_it_was_typed(
    qtbot: QtBot, charity: CharityDriver, desk: Desk, name: str, counts: str, field: str
) -> None:
    desk.diversity.enter("Languages", [("Welsh", 6)], CLOCK.today())
    fill(charity, name, counts)
    assert charity.problem(field)
    assert [group.group for group in desk.diversity.groups()] == ["Languages"]
    charity.page.leave()
    again = CharityDriver(qtbot, desk)
    again.section("diversity")
    assert again.written("diversity-counts") == counts
    assert again.value("diversity-name") == name
