# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Checking a pack in the window: three plain answers, and signers that count only once somebody compared them."""

import json
import shutil
from pathlib import Path

import pytest

from desktop.models.errors import CancelledError, InputError
from desktop.models.verdict import Outcome
from desktop.services.known_roots import FILE, HOWS
from desktop.services.pack_checker import PackChecker, sort_dropped
from desktop.services.packing import Packing
from desktop.services.packs import PackWish
from tests.storage.charities import NAME, set_up, small_charity
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK, OLD


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a pack, and the fingerprint of its root."""
    folder = tmp_path_factory.mktemp("checker")
    with small_charity(folder / "workbook") as workbook:
        desk = set_up(workbook, folder / "root-key.pem")
        packing = Packing(workbook, CLOCK, FastFiles())
        draft = packing.draw(packing.capture(PackWish("as-1")), folder / "pack")
        packing.record(packing.sign(draft, folder / "pack", OLD, "Jo"))
        return folder / "pack", desk.state().fingerprint


@pytest.fixture
def pack(made: tuple[Path, str], tmp_path: Path) -> Path:
    """A copy that a test may spoil."""
    return Path(shutil.copytree(made[0], tmp_path / "pack"))


def checker(home: Path, own_root: str = "") -> PackChecker:
    return PackChecker(home, CLOCK, FastFiles(), own_root)


def test_a_strangers_pack_is_genuine_only_after_someone_compared_the_fingerprint(pack: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = checker(home).check(sort_dropped([pack]))
    assert (first.outcome, first.can_remember) == (Outcome.CANNOT_TELL, True)
    assert first.heading == "We cannot tell yet that this pack is genuine"
    assert [answer.mark for answer in first.answers] == [Outcome.GENUINE, Outcome.CANNOT_TELL, Outcome.CANNOT_TELL]
    assert first.answers[1].heading == f"It says: {NAME}, Authorised signatory 1"
    assert any("root file (root.pem) came along. It proves nothing" in line for line in first.findings)
    checker(home).remember(first, HOWS[0])
    then = checker(home).check(sort_dropped([pack]))
    assert (then.heading, then.can_remember) == ("This pack is genuine", False)
    assert {answer.mark for answer in then.answers} == {Outcome.GENUINE}
    assert then.answers[2].sentence == "The fingerprint was compared by telephone on 22 November 2026."
    assert [file.name for file in then.files] == ["pack.pdf", "evidence.zip"]
    assert then.files[1].words.startswith("1 file, ")
    assert " ".join(then.groups[:8]) in then.as_text()
    checker(home).forget(then.fingerprint)
    assert checker(home).known() == ()


def test_the_charitys_own_pack_is_known_while_its_workbook_is_open(
    made: tuple[Path, str], pack: Path, tmp_path: Path
) -> None:
    checked = checker(tmp_path, own_root=made[1]).check(sort_dropped([pack / "pack.pdf"]))
    assert checked.heading == "The PDF is genuine"
    assert "was not checked" in checked.sentence
    assert checked.answers[2].heading == "Yes, it is your own charity"


def test_one_changed_byte_is_told_whether_in_the_pdf_or_in_the_zip(
    made: tuple[Path, str], pack: Path, tmp_path: Path
) -> None:
    own = checker(tmp_path, own_root=made[1])
    for name, pdf_holds in (("evidence.zip", True), ("pack.pdf", False)):
        spoiled = bytearray((pack / name).read_bytes())
        spoiled[len(spoiled) // 2] ^= 1
        (pack / name).write_bytes(spoiled)
        checked = own.check(sort_dropped([pack]))
        assert (checked.outcome, checked.heading) == (Outcome.ALTERED, "Do not rely on this pack")
        assert checked.answers[0].mark is Outcome.ALTERED
        unknown = {answer.mark for answer in checked.answers if answer.heading.startswith("That cannot")}
        assert unknown <= {Outcome.CANNOT_TELL}
        assert bool(checked.signer) is pdf_holds
        assert not checked.can_remember


def test_a_file_that_is_no_pack_is_unreadable_and_says_so_three_times(tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"")
    checked = checker(tmp_path).check(sort_dropped([tmp_path / "letter.pdf"]))
    assert checked.heading == "This file could not be read as a pack"
    assert {answer.mark for answer in checked.answers} == {Outcome.UNREADABLE}
    with pytest.raises(InputError, match="No pack was given"):
        checker(tmp_path).check(sort_dropped([]))


def test_a_spoilt_list_of_known_signers_never_makes_anyone_known(pack: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / FILE).write_text('[{"fingerprint": "*", "name": "x", "compared": "2026-01-01", "how": ""}]')
    checked = checker(home).check(sort_dropped([pack]))
    assert checked.outcome is Outcome.CANNOT_TELL
    assert any("list of known signers" in line for line in checked.findings)
    checker(home).remember(checked, HOWS[0])
    assert [root.name for root in checker(home).known()] == [NAME]


def test_a_name_that_is_known_by_another_fingerprint_is_told(pack: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    other = {"fingerprint": "0b" * 32, "name": NAME.upper(), "compared": "2026-01-01", "how": HOWS[0]}
    (home / FILE).write_text(json.dumps([other]))
    checked = checker(home).check(sort_dropped([pack]))
    assert checked.outcome is Outcome.CANNOT_TELL
    assert f"You know a signer named {NAME}, but by another fingerprint." in checked.findings[0]
    assert [root.name for root in checker(home).met()] == [NAME.upper()]


def test_a_check_can_be_cancelled_while_it_reads_the_evidence(pack: Path, tmp_path: Path) -> None:
    told = 0

    def cancel(_done: int, _total: int, _label: str) -> None:
        nonlocal told
        told += 1
        if told == 3:
            raise CancelledError

    with pytest.raises(CancelledError):
        checker(tmp_path).check(sort_dropped([pack]), cancel)


def test_what_is_dropped_is_sorted_and_the_rest_is_named(pack: Path, tmp_path: Path) -> None:
    letter, pdf, second = tmp_path / "letter.docx", tmp_path / "a.pdf", tmp_path / "evidence-2.ZIP"
    for path in (letter, pdf, second):
        path.write_bytes(b"")
    found = sort_dropped([letter, pdf, second, pack])
    assert (found.pack, found.root) == (pack / "pack.pdf", pack / "root.pem")
    assert found.evidence == (second, pack / "evidence.zip")
    assert found.others == (letter, pdf)
