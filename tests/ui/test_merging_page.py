# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Entries that may be one person: a quiet line leads to them; they are joined or told apart, and undo parts them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.desk import Desk
from desktop.services.place_words import ALL_PEOPLE, SAME_PERSON
from desktop.services.targets import Place, Target
from tests.storage.desks import desk_of, named_workbook
from tests.storage.workbooks import CLOCK
from tests.ui.drivers.people_pages import PlaceDriver


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Two entries for one person, of which the second has a record, and someone else."""
    with desk_of(named_workbook(tmp_path / "workbook")) as desk:
        for name in ("Aisling Dever", "Ashling Dever", "Bob Test"):
            desk.people.add(name, [])
        desk.people.record_training(ids(desk)["Ashling Dever"], desk.training_days.courses()[0].code, CLOCK.today())
        yield desk


def ids(desk: Desk) -> dict[str, str]:
    return {line.name: line.id for line in desk.people.lines()}


@pytest.fixture
def people(qtbot: QtBot, desk: Desk) -> PlaceDriver:
    return PlaceDriver(qtbot, desk)


def test_the_entry_that_is_kept_takes_all_of_the_other_in_one_step(people: PlaceDriver, desk: Desk) -> None:
    assert people.text("alike-told") == "2 entries may be one person."
    kept = ids(desk)["Aisling Dever"]
    people.click("alike-look")
    people.seen("entry-keep-first")
    assert not people.shows("alike-look"), "one is there"
    before = people.saves
    people.click("entry-keep-first")
    assert people.saves == before + 1
    assert set(ids(desk)) == {"Aisling Dever", "Bob Test"}
    assert desk.merging.held(kept) == (("training records", 1), ("other names", 1))
    assert people.gone_to[-1] == Target(Place.PEOPLE, kept)
    assert not people.shows("alike-look")
    desk.undo()
    assert set(ids(desk)) == {"Aisling Dever", "Ashling Dever", "Bob Test"}
    people.seen("alike-look")


def test_the_fuller_entry_is_the_one_that_is_offered_to_be_kept(people: PlaceDriver) -> None:
    people.click("alike-look")
    people.seen("entry-keep-second")
    assert people.kind("entry-keep-second") == "primary"
    assert people.kind("entry-keep-first") == ""


def test_two_people_are_told_apart_for_good_and_undo_asks_again(people: PlaceDriver, desk: Desk) -> None:
    people.click("alike-look")
    people.seen("pair-apart")
    people.click("pair-apart")
    assert people.gone_to[-1] == Target(Place.PEOPLE, ALL_PEOPLE)
    assert not people.shows("alike-look")
    assert len(desk.people.lines()) == 3
    desk.undo()
    people.seen("alike-look")


def test_of_several_pairs_each_comes_in_its_turn(people: PlaceDriver, desk: Desk) -> None:
    desk.people.add("Bobby Test", [])
    assert people.text("alike-told") == "2 pairs of entries may be one person each."
    people.click("alike-look")
    people.seen("pair-next")
    assert people.text("pair-told").startswith("Pair 1 of 2")
    people.click("pair-next")
    assert people.text("pair-told").startswith("Pair 2 of 2")
    people.click("entry-keep-first")
    assert not people.shows("pair-next")
    people.click("pair-back")
    people.seen("people")
    assert people.shows("alike-look"), "one pair is left"


def test_with_no_such_entries_there_is_no_line_and_the_page_says_so(people: PlaceDriver, desk: Desk) -> None:
    desk.people.remove(ids(desk)["Ashling Dever"])
    assert not people.shows("alike-look")
    people.page.show_target(Target(Place.PEOPLE, SAME_PERSON))
    people.seen("pair-none-back")
    people.click("pair-none-back")
    people.seen("people")
    assert people.saves == 1, "looking writes nothing"
