# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Versions of the standards as files: looked at first, kept in the workbook, refused in words, taken back at once."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.models.carry_over import Carry
from desktop.models.records import Judgement
from desktop.services import catalogues
from desktop.services.desk import Desk
from desktop.services.rounds.versions import VersionFileError, VersionInUseError
from tests.storage.databases import content
from tests.storage.desks import MANAGER, desk_of, named_workbook
from tests.storage.faulty_files import FastFiles
from tests.storage.next_version import REWORDED, VERSION, next_version
from tests.storage.workbooks import later


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_of(named_workbook(tmp_path / "w")) as found:
        found.rounds.starting.fresh(MANAGER)
        found.assessing.judge("1.1", Judgement.NOT_IN_PLACE)
        yield found


def given(folder: Path, text: str) -> Path:
    """A file with this text."""
    path = folder / "next.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_looked_at_in_full_before_anything_is_stored(desk: Desk, tmp_path: Path) -> None:
    before = content(desk._workbook.db)
    found = desk.rounds.versions.read(given(tmp_path, next_version()))
    assert found.carry is not None
    changed = {line.number: line.carry for line in found.carry.lines if line.carry is not Carry.SAME}
    assert changed == {
        "SA 1.1": Carry.REWORDED,
        "SA 1.90": Carry.SPLIT,
        "SA 1.91": Carry.SPLIT,
        "SA 1.92": Carry.NEW,
    }
    assert [gone.id for gone in found.carry.withdrawn] == ["1.2"]
    assert content(desk._workbook.db) == before


def test_a_version_that_was_brought_in_is_what_the_next_round_answers_and_undo_takes_it_back(
    desk: Desk, tmp_path: Path
) -> None:
    versions, db = desk.rounds.versions, desk._workbook.db
    before = content(db)
    versions.bring_in(versions.read(given(tmp_path, next_version())))
    assert [(line.version, line.used) for line in versions.all()] == [(VERSION, 0), ("2023.1", 1)]
    assert desk.assessing.catalogue().version == "2023.1"
    next_year = Desk(desk._workbook, later(days=365), FastFiles())
    next_year.rounds.starting.from_last(MANAGER)
    assert next_year.assessing.indicator("1.1").indicator.text == REWORDED
    carried = next_year.assessing.indicator("1.1").carried
    assert carried is not None
    assert carried.wording == catalogues.bundled("2023.1").indicator("1.1").text
    with pytest.raises(VersionInUseError, match="an assessment answers it"):
        versions.take_away(VERSION)
    next_year.undo()
    assert desk.can_undo() == f"Undo: bring in version {VERSION}"
    desk.undo()
    assert content(db) == before


def test_a_version_that_nobody_answers_can_be_taken_away(desk: Desk, tmp_path: Path) -> None:
    versions = desk.rounds.versions
    versions.bring_in(versions.read(given(tmp_path, next_version())))
    versions.take_away(VERSION)
    assert [line.version for line in versions.all()] == ["2023.1"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "line 1, column 2 is not JSON"),
        ("[]", "catalogue"),
        (next_version(version="2023.1", follows="2022.1"), "version 2023.1 is at hand already"),
        (next_version(follows="2001.1"), "it does not say that it follows version 2023.1"),
        (next_version(version="1999.1"), "its number is lower than 2023.1"),
        (next_version(indicators=[]), "standard"),
        (next_version(licence=3), "licence"),
        (next_version(extra="x"), "extra"),
        (
            next_version(competencies=json.loads(next_version())["competencies"][1:]),
            "records may rest on .*: competency",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words_and_nothing_is_stored(
    desk: Desk, tmp_path: Path, text: str, why: str
) -> None:
    before = content(desk._workbook.db)
    with pytest.raises(VersionFileError, match=why) as told:
        desk.rounds.versions.read(given(tmp_path, text))
    assert str(told.value).startswith("next.json cannot be brought in")
    assert content(desk._workbook.db) == before


def test_a_file_that_is_not_there_is_told(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(VersionFileError, match="there is no such file"):
        desk.rounds.versions.read(tmp_path / "none.json")


def test_words_of_a_version_are_kept_as_they_are(desk: Desk, tmp_path: Path) -> None:
    text = next_version(disclaimer="Dŵr <b>bold</b> & more")
    versions = desk.rounds.versions
    versions.bring_in(versions.read(given(tmp_path, text)))
    assert catalogues.catalogue(desk._workbook.db, VERSION).disclaimer == "Dŵr <b>bold</b> & more"
    assert json.loads(desk._workbook.db.catalogues.get(VERSION).text) == json.loads(text)
