# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Checking a pack with no workbook: three plain answers, green only for a genuine pack whose signer was compared."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.services.packing import Packing
from desktop.services.packs import PackWish
from desktop.services.signing_desk import SigningState
from desktop.ui.checking.matching import Told, compare
from tests.storage.charities import NAME, set_up, small_charity
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK, OLD
from tests.ui.drivers.check import CheckDriver

GREEN = "done"
GROUPS = tuple(f"{number:03X}B" for number in range(16))
WORDS = ("bead", "otter", "seven", "willow", "bridge", "marble", "quiet", "harbour")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SigningState]:
    """The folder of a pack, and who signed it."""
    folder = tmp_path_factory.mktemp("checker")
    with small_charity(folder / "workbook") as workbook:
        desk = set_up(workbook, folder / "root-key.pem")
        packing = Packing(workbook, CLOCK, FastFiles())
        draft = packing.draw(packing.capture(PackWish("as-1")), folder / "pack")
        packing.record(packing.sign(draft, folder / "pack", OLD, "Jo"))
        return folder / "pack", desk.state()


@pytest.fixture
def pack(made: tuple[Path, SigningState], tmp_path: Path) -> Path:
    """A copy that a test may spoil."""
    return Path(shutil.copytree(made[0], tmp_path / "pack"))


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path) -> Iterator[CheckDriver]:
    driver = CheckDriver(qtbot, tmp_path / "home")
    yield driver
    driver.end()


def test_a_strangers_pack_turns_genuine_once_somebody_says_how_they_compared_it(
    qtbot: QtBot, driver: CheckDriver, tmp_path: Path, pack: Path, made: tuple[Path, SigningState]
) -> None:
    assert not driver.sees("signers-met")
    driver.drop(pack / "pack.pdf", pack / "evidence.zip", pack / "root.pem")
    assert driver.says("verdict-heading") == "We cannot tell yet that this pack is genuine"
    assert driver.answers() == ["No, nothing was changed", f"It says: {NAME}, Authorised signatory 1", "Not yet"]
    assert driver.marks()[0] != GREEN
    driver.remember()
    assert "Say how you compared it." in driver.words()
    driver.say_how("by telephone")
    driver.hear(f"{made[1].groups[0]} FFFF FFFF")
    driver.remember()
    assert "Group 2 differs." in driver.words()
    driver.hear(made[1].groups[0])
    driver.remember()
    assert "Type all of it, or nothing." in driver.words()
    assert driver.says("verdict-heading") == "We cannot tell yet that this pack is genuine"
    driver.hear(" ".join(made[1].words))
    assert driver.says("compare-told") == "All 8 words match."
    driver.remember()
    assert driver.says("verdict-heading") == "This pack is genuine"
    assert set(driver.marks()) == {GREEN}
    assert "compared by telephone on 22 November 2026" in driver.words()
    assert not driver.sees("compare-match")
    later = CheckDriver(qtbot, tmp_path / "home")
    assert later.sees("signers-met")
    assert f"{NAME} | Compared by telephone on 22 November 2026" in later.words()
    later.press(f"forget-{made[1].fingerprint[:16]}")
    assert later.person.told[-1] == f"Forget {NAME}?"
    assert not later.sees("signers-met")
    later.drop(pack)
    assert later.answers()[2] == "Not yet"
    later.end()


def test_a_fingerprint_that_does_not_match_is_never_remembered(driver: CheckDriver, pack: Path) -> None:
    driver.drop(pack)
    driver.press("compare-differ")
    assert driver.says("verdict-heading") == "Do not rely on this pack"
    assert not driver.sees("compare-match")
    driver.press("check-copy")
    assert QGuiApplication.clipboard().text().startswith("Do not rely on this pack")
    driver.drop(pack)
    assert driver.says("verdict-heading") == "We cannot tell yet that this pack is genuine"


@pytest.mark.parametrize("name", ["pack.pdf", "evidence.zip"])
def test_an_altered_pack_is_told_as_altered_and_its_answer_is_not_green(
    qtbot: QtBot, tmp_path: Path, pack: Path, made: tuple[Path, SigningState], name: str
) -> None:
    spoiled = bytearray((pack / name).read_bytes())
    spoiled[len(spoiled) // 2] ^= 1
    (pack / name).write_bytes(spoiled)
    driver = CheckDriver(qtbot, tmp_path / "home", made[1].fingerprint, [pack])
    assert driver.says("verdict-heading") == "Do not rely on this pack"
    assert driver.says("answer-1").startswith("Yes, ")
    assert driver.marks()[:2] == ["altered", "altered"]
    assert not driver.sees("compare-match")
    driver.end()


def test_a_zip_given_later_joins_the_pack_and_ones_own_pack_is_genuine(
    qtbot: QtBot, tmp_path: Path, pack: Path, made: tuple[Path, SigningState]
) -> None:
    driver = CheckDriver(qtbot, tmp_path / "home", made[1].fingerprint, [pack / "pack.pdf"])
    assert driver.says("verdict-heading") == "The PDF is genuine"
    driver.person.files = [pack / "evidence.zip"]
    driver.press("check-add")
    driver.until_idle()
    assert driver.says("verdict-heading") == "This pack is genuine"
    assert driver.answers()[2] == "Yes, it is your own charity"
    driver.end()


def test_files_that_are_no_pack_are_told_plainly(driver: CheckDriver, pack: Path, tmp_path: Path) -> None:
    letter = tmp_path / "let\u202eret.pdf"
    letter.write_bytes(b"Dear all")
    driver.paste(f'"{letter}"\n')
    assert driver.says("verdict-heading") == "This file could not be read as a pack"
    assert "let[U+202E]ret.pdf" in driver.words()
    assert GREEN not in driver.marks()
    driver.paste(str(tmp_path / "gone.pdf"))
    assert driver.says("verdict-heading") == "This file could not be read as a pack"
    driver.paste("just some words")
    assert "No files were found" in driver.person.told[-1]
    driver.press("check-another")
    assert "No files were found" in driver.person.told[-1]
    driver.person.files = [pack / "root.pem"]
    driver.press("check-another")
    driver.until_idle()
    assert driver.person.told[-1].startswith("No pack was given.")
    assert driver.sees("check-choose")


def test_a_check_can_be_cancelled_and_escape_goes_back(driver: CheckDriver, pack: Path) -> None:
    driver.screen.check([pack])
    driver.press("progress-cancel")
    driver.until_idle()
    assert driver.sees("check-choose")
    assert not driver.sees("verdict")
    driver.screen.check([pack])
    driver.key(Qt.Key.Key_Escape)
    assert driver.closed == 1
    driver.until_idle()
    assert not driver.sees("verdict")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", Told.NOTHING),
        ("000b 001B-002b", Told.SO_FAR),
        ("".join(GROUPS), Told.ALL),
        (" ".join(GROUPS).lower(), Told.ALL),
        (" ".join((*GROUPS, "0")), Told.DIFFERS),
        (" ".join((*GROUPS[:15], "00FF")), Told.DIFFERS),
        ("bead", Told.SO_FAR),
        ("Bead, otter, sev", Told.SO_FAR),
        (" ".join(WORDS), Told.ALL),
        ("bead otter eleven", Told.DIFFERS),
        (" ".join((*WORDS, "more")), Told.DIFFERS),
        ("beef", Told.DIFFERS),
    ],
)
def test_what_was_read_out_is_compared_as_groups_or_as_words(typed: str, told: Told) -> None:
    assert compare(typed, GROUPS, WORDS).told is told
