# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Finding: every word counts, capitals and accents do not, the best comes first, and nothing stale is found."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.models.changes import Op
from desktop.models.records import EvidenceItem
from desktop.models.workforce.people import Person
from desktop.services.desk import Desk
from desktop.services.finding import Hit, HitKind
from desktop.services.targets import Place, Target
from desktop.storage.workbook import Workbook
from tests.storage.desks import MANAGER, desk_of, hold, named_workbook


@pytest.fixture
def workbook(tmp_path: Path) -> Workbook:
    return named_workbook(tmp_path / "w")


@pytest.fixture
def desk(workbook: Workbook) -> Iterator[Desk]:
    with desk_of(workbook) as found:
        yield found


def first(desk: Desk, text: str) -> Hit:
    return desk.finding.find(text)[0]


def test_without_words_the_places_are_offered(desk: Desk) -> None:
    assert [hit.target for hit in desk.finding.find("  ")] == [Target(place) for place in Place]


@pytest.mark.parametrize("text", ["SA 6.1", "sa6.1", "6.1"])
def test_a_number_finds_its_indicator_before_those_that_begin_alike(desk: Desk, text: str) -> None:
    found = [hit.target.id for hit in desk.finding.find(text)]
    assert found[0] == "6.1"
    assert {"6.10", "6.11"} <= set(found)


def test_every_word_must_be_somewhere_and_the_name_goes_before_the_text(desk: Desk) -> None:
    assert first(desk, "interpreting safe").target == Target(Place.STANDARDS, "5.5")
    assert desk.finding.find("interpreting zebra") == ()
    assert first(desk, "standard 5").target == Target(Place.STANDARDS, "5")
    assert first(desk, "backup").target == Target(Place.CHARITY, "backups")
    assert len(desk.finding.find("e")) == 30


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("train", "Record training"),
        ("backup", "Backups"),
        ("back up", "Backups"),
        ("certificate", "Signing"),
        ("sign", "Signing"),
        ("staff", "People"),
        ("policy", "Evidence"),
        ("password", "Passphrase and recovery sheet"),
        ("dark", "Look and keys"),
        ("late", "Due and actions"),
    ],
)
def test_a_place_is_found_first_by_the_common_words_for_what_is_done_there(
    desk: Desk, workbook: Workbook, typed: str, words: str
) -> None:
    hold(workbook, EvidenceItem("ev-1", f"{typed} of 2026", "file.docx"))
    assert first(desk, typed).words == words


def test_people_evidence_and_actions_are_found_as_soon_as_they_are_saved(desk: Desk, workbook: Workbook) -> None:
    assert desk.finding.find("gwyr") == ()
    with workbook.db.write(Op.ADD_PERSON):
        workbook.db.people.save(Person("pe-1", "P7", "Siân Gŵyr"))
    assert first(desk, "GWYR sian") == Hit(HitKind.PERSON, "Siân Gŵyr", "P7", Target(Place.PEOPLE, "pe-1"))
    hold(workbook, EvidenceItem("ev-1", "Lone working rules", "rules-2026.docx"))
    assert first(desk, "rules-2026").target == Target(Place.EVIDENCE, "ev-1")
    desk.rounds.starting.fresh(MANAGER)
    made = desk.actions.add("2.2", "Sign the zebra protocol", "Owain")
    assert first(desk, "zebra").target == first(desk, "owain").target == Target(Place.DUE, made)
    desk.undo()
    assert desk.finding.find("zebra") == ()
