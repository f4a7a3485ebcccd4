# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``sevenfold pack``: real files in, a signed pack out; awkward evidence is told, never lost."""

import errno
import json
import shutil
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from desktop.services.delivery import pack_from_files
from desktop.services.packs import PackWish, make_pack
from desktop.services.practice import practice_request
from desktop.storage.workbook import Workbook
from desktop.support.clock import SystemClock
from desktop.support.disk_errors import DiskFullError
from desktop.support.files import Files
from desktop.support.resources import resource
from tests.cli.command import SHARED, Said, sevenfold
from tests.documents import verapdf

PRACTICE = resource("practice")


def pack(answers: Path, evidence: Path, out: Path, *more: str | Path) -> Said:
    return sevenfold("pack", answers, PRACTICE / "services.json", evidence, out, "--json", *more)


def text_of(pdf: Path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(pdf).pages)


@pytest.fixture(scope="module")
def shared_pack(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Said]:
    if not SHARED.is_dir():
        pytest.skip("the shared inputs are not beside this checkout")
    out = tmp_path_factory.mktemp("shared") / "out"
    said = sevenfold(
        "pack",
        SHARED / "answers.json",
        SHARED / "interventions.json",
        SHARED / "evidence",
        out,
        "--as-at",
        "2026-11-20",
        "--json",
    )
    return out, said


def test_the_shared_inputs_become_a_genuine_pack_with_the_expected_results(shared_pack: tuple[Path, Said]) -> None:
    out, said = shared_pack
    assert said.code == 0, said.err
    assert said.data["check"]["verdict"] == "genuine"
    expected = json.loads((SHARED / "expected.json").read_text(encoding="utf-8"))["answers"]["results"]
    found = {number: {key: said.data["standards"][number][key] for key in want} for number, want in expected.items()}
    assert found == expected
    checked = sevenfold("check-pack", out / "pack.pdf", "--root", out / "root.pem", "--evidence", out / "evidence.zip")
    assert checked.code == 0


def conforms(pack: Path) -> None:
    for profile in ("ua1", "3a"):
        assert verapdf.check(profile, pack)[pack].failures == ()


def test_verapdf_passes_the_pack_of_the_shared_inputs(shared_pack: tuple[Path, Said]) -> None:
    conforms(shared_pack[0] / "pack.pdf")


def test_what_cannot_go_into_the_zip_is_named_with_its_reason(shared_pack: tuple[Path, Said]) -> None:
    notes = " ".join(shared_pack[1].data["notes"])
    assert "Complaints procedure 2024.pdf was not found" in notes
    assert "EIA 2023.docx was not found" in notes
    assert "Information Sharing Agreement 2023-2026.pdf is locked with a password" in notes
    assert "Evaluation report 2025-26.pdf holds a script or a file inside it" in notes
    assert "Nobody has searched the answers and the files for personal data" in notes


def test_the_signed_agreement_goes_unchanged(shared_pack: tuple[Path, Said]) -> None:
    name = "partnership-agreement-thornfield-SIGNED.pdf"
    with zipfile.ZipFile(shared_pack[0] / "evidence.zip") as archive:
        contents = [archive.read(entry) for entry in archive.namelist()]
    assert (SHARED / "evidence" / name).read_bytes() in contents


@pytest.fixture
def given() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PRACTICE / "answers.json").read_text(encoding="utf-8"))
    return found


def test_what_may_be_sent_and_what_never_lie_apart(shared_pack: tuple[Path, Said]) -> None:
    out, said = shared_pack
    assert {path.name for path in out.iterdir()} == {"pack.pdf", "evidence.zip", "root.pem", "keep-private"}
    assert {path.name for path in (out / "keep-private").iterdir()} == {
        "workbook",
        "root-key.pem",
        "passphrase.txt",
        "recovery-sheet.txt",
    }
    assert "move it, passphrase.txt and root-key.pem off this computer" in said.data["notes"][0]


def test_evidence_is_taken_from_its_folder_and_from_nowhere_else(shared_pack: tuple[Path, Said]) -> None:
    notes = " ".join(shared_pack[1].data["notes"])
    assert (SHARED / "staff-list.csv").is_file()
    assert "staff-list.csv was not found" in notes


def test_the_weak_points_are_told_before_it_is_sent(shared_pack: tuple[Path, Said]) -> None:
    notes = " ".join(shared_pack[1].data["notes"])
    for weak in (
        "safety gap in Standard 5, 7",
        "4 indicators count as not answered",
        "4 judgements count for less than you said",
        "Actions are late under SA 5.5.",
        "4 documents are past their review date",
        "marked as a draft",
        "No commissioner is named",
    ):
        assert weak in notes


def test_a_name_in_the_words_is_told_with_its_place(tmp_path: Path, given: dict[str, Any]) -> None:
    given["answers"][0]["actions"] = [{"what": "Ask the board", "owner": "Zelda Quillfeather", "due": "2027-01-01"}]
    given["answers"][5]["narrative"] = "The rota is kept by zelda quillfeather and read weekly."
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(given), encoding="utf-8")
    said = pack(answers, PRACTICE / "evidence", tmp_path / "out")
    assert "The words under SA 1.6 name a colleague. Write the role instead." in said.data["notes"]
    assert "Zelda" not in " ".join(said.data["notes"])
    assert "Zelda Quillfeather" not in text_of(tmp_path / "out" / "pack.pdf")


def test_awkward_files_and_texts_are_told_and_the_pack_is_made(tmp_path: Path, given: dict[str, Any]) -> None:
    evidence = tmp_path / "evidence"
    evidence.mkdir()
    (evidence / "empty.pdf").write_bytes(b"")
    (evidence / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    (evidence / "run.exe").write_bytes(b"MZ\x90\x00")
    (evidence / "nota \u202efdp.txt").write_bytes(b"note")
    (evidence / "evidence 📄 final ✅.txt").write_bytes("nodyn: tŷ, dŵr".encode())
    names = sorted(path.name for path in evidence.iterdir())
    given["answers"][0]["evidence"] = [{"file": name, "title": name} for name in names]
    given["answers"][1]["narrative"] = "word " * 1000
    given["answers"][2]["narrative"] = "שלום, مرحبا, 你好, <b>not bold</b> <img src='file:///etc/passwd'> & more"
    given["answers"][3]["narrative"] = "w" * 5000
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(given), encoding="utf-8")
    said = pack(answers, evidence, tmp_path / "out")
    assert said.code == 0, said.err
    notes = " ".join(said.data["notes"])
    for note in ("empty.pdf is empty (0 bytes)", "cut.pdf is damaged or cut off", "run.exe is a program"):
        assert note in notes
    text = text_of(tmp_path / "out" / "pack.pdf")
    assert "<b>not bold</b>" in text
    assert "[U+05E9]" in text
    assert "not in the font of the pack" in notes
    conforms(tmp_path / "out" / "pack.pdf")


def test_a_second_pack_from_the_same_workbook_keeps_the_fingerprint(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    answers, evidence = PRACTICE / "answers.json", PRACTICE / "evidence"
    private = first / "keep-private"
    one = pack(answers, evidence, first)
    two = pack(
        answers, evidence, second, "--workbook", private / "workbook", "--passphrase-file", private / "passphrase.txt"
    )
    assert (one.code, two.code) == (0, 0), two.err
    assert one.data["check"]["root_fingerprint"] == two.data["check"]["root_fingerprint"]
    assert {path.name for path in second.iterdir()} == {"pack.pdf", "evidence.zip", "root.pem"}
    assert sevenfold("check-pack", second / "pack.pdf", "--root", first / "root.pem").code == 0
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("passphrase: not this one at all\n", encoding="utf-8")
    refused = pack(
        answers, evidence, tmp_path / "third", "--workbook", private / "workbook", "--passphrase-file", wrong
    )
    assert refused.code == 3
    assert refused.data["error"] == "wrong_passphrase"
    assert not (tmp_path / "third").exists()


def test_two_charities_are_never_mixed_in_one_pack(tmp_path: Path, given: dict[str, Any]) -> None:
    given["organisation"] = "Another Charity"
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(given), encoding="utf-8")
    said = pack(answers, PRACTICE / "evidence", tmp_path / "out")
    assert said.code == 3
    assert "two charities" in said.err
    assert list((tmp_path / "out").iterdir()) == []


class OneWriteFails(Files):
    """A disk that is full when the file of that name is written."""

    def __init__(self, name: str) -> None:
        self.name = name

    def write_chunks(self, path: Path, pieces: Iterable[bytes]) -> None:
        if path.name == self.name:
            raise OSError(errno.ENOSPC, "No space left on device")
        super().write_chunks(path, pieces)


@pytest.mark.parametrize(
    "name", ["keys.json", "passphrase.txt", "root-key.pem", "evidence.zip", "root.pem", "pack.pdf"]
)
def test_a_disk_that_fills_up_leaves_nothing_half_made(tmp_path: Path, name: str) -> None:
    with pytest.raises(DiskFullError, match="What was saved before is whole"):
        pack_from_files(practice_request(), tmp_path / "out", practice=True, files=OneWriteFails(name))
    assert list((tmp_path / "out").iterdir()) == []


class EvidenceFull(Files):
    """A disk that is full for evidence files alone."""

    def write_chunks(self, path: Path, pieces: Iterable[bytes]) -> None:
        if path.name.startswith("incoming-"):
            raise OSError(errno.ENOSPC, "No space left on device")
        super().write_chunks(path, pieces)


def test_a_full_disk_is_never_signed_as_damaged_evidence(tmp_path: Path) -> None:
    with pytest.raises(DiskFullError):
        pack_from_files(practice_request(), tmp_path / "out", practice=True, files=EvidenceFull())
    assert list((tmp_path / "out").iterdir()) == []


def test_a_failed_pack_takes_its_import_back_from_the_workbook(tmp_path: Path) -> None:
    made = pack_from_files(practice_request(), tmp_path / "first", practice=True)
    assert made.pages
    request = replace(practice_request(), workforce=None)
    kept, secrets = tmp_path / "first" / "workbook", tmp_path / "first" / "passphrase.txt"
    full = OneWriteFails("pack.pdf")
    with pytest.raises(DiskFullError):
        pack_from_files(request, tmp_path / "second", workbook=kept, passphrase_file=secrets, files=full)
    assert list((tmp_path / "second").iterdir()) == []
    passphrase = secrets.read_text(encoding="utf-8").split("\n")[0].partition(": ")[2]
    with Workbook.open(kept, passphrase, clock=SystemClock(), files=Files()) as workbook:
        assert len(workbook.db.assessments.list()) == 1
        assert workbook.db.verify_history().whole


def test_inputs_are_checked_before_anything_is_written(tmp_path: Path, given: dict[str, Any]) -> None:
    given["answers"][0]["judgement"] = 11
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(given), encoding="utf-8")
    assert pack(answers, PRACTICE / "evidence", tmp_path / "out").code == 3
    assert pack(PRACTICE / "answers.json", tmp_path / "nowhere", tmp_path / "out").code == 3
    assert not (tmp_path / "out").exists()


def test_a_lost_evidence_file_is_shown_as_missing_and_never_dropped(tmp_path: Path) -> None:
    made = pack(PRACTICE / "answers.json", PRACTICE / "evidence", tmp_path / "out")
    assert made.code == 0
    private = tmp_path / "out" / "keep-private"
    passphrase = (private / "passphrase.txt").read_text(encoding="utf-8").split("\n")[0].partition(": ")[2]
    with Workbook.open(private / "workbook", passphrase, clock=SystemClock(), files=Files()) as workbook:
        stored = [item for item in workbook.db.evidence.list() if item.sha256]
        lost = workbook.evidence.path_for(workbook.evidence.name_for(stored[0].sha256))
        lost.unlink()
        assessment = workbook.db.assessments.list()[0]
        again = make_pack(workbook, PackWish(assessment.id), passphrase, tmp_path / "again", SystemClock(), Files())
    text = text_of(again.pdf)
    assert stored[0].title in text
    assert "File missing from the workbook" in text
    shutil.rmtree(tmp_path / "again")
