# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``sevenfold demo``: what it leaves behind holds, by our checker and by tools that we did not write."""

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from desktop.support.resources import resource
from tests.cli.command import Said, sevenfold
from tests.documents import verapdf

Demo = tuple[Path, Said]


def tool(*command: str | Path) -> str:
    """Run a checking tool that we did not write; skipped loudly where it is missing."""
    if not shutil.which(str(command[0])):
        pytest.skip(f"{command[0]} is not installed")
    found = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    return found.stdout + found.stderr


def test_it_says_where_everything_is_and_that_it_is_practice(demo: Demo) -> None:
    folder, said = demo
    assert said.code == 0, said.err
    assert {path.name for path in folder.iterdir()} == {
        "pack.pdf",
        "evidence.zip",
        "root.pem",
        "root-key.pem",
        "passphrase.txt",
        "recovery-sheet.txt",
        "workbook",
    }
    assert said.data["check"]["verdict"] == "genuine"
    assert said.data["check"]["practice"] is True


def test_the_checker_answers_by_exit_code_with_and_without_the_root(demo: Demo) -> None:
    folder, _ = demo
    known = sevenfold(
        "check-pack",
        folder / "pack.pdf",
        "--root",
        folder / "root.pem",
        "--evidence",
        folder / "evidence.zip",
        "--json",
    )
    assert (known.code, known.data["verdict"], known.data["evidence"]) == (0, "genuine", "as_signed")
    assert known.data["signer"] == "Helygfan Project · Prosiect Helygfan, Authorised signatory 1"
    stranger = sevenfold("check-pack", folder / "pack.pdf", "--json")
    assert (stranger.code, stranger.data["verdict"], stranger.data["evidence"]) == (2, "cannot_tell", "not_checked")
    assert re.fullmatch("[0-9a-f]{64}", stranger.data["root_fingerprint"])
    words = sevenfold("check-pack", folder / "pack.pdf", "--root", folder / "root.pem")
    assert words.out.startswith("GENUINE PDF, under the root you gave. The ZIP that goes with it was not checked")
    both = sevenfold(
        "check-pack", folder / "pack.pdf", "--root", folder / "root.pem", "--evidence", folder / "evidence.zip"
    )
    assert both.out.startswith("GENUINE. This pack is as it was signed")
    assert "A root that came with the pack proves nothing" in both.out
    assert "PRACTICE" in words.out


def test_a_private_key_given_as_the_root_is_refused_and_said(demo: Demo) -> None:
    folder, _ = demo
    said = sevenfold("check-pack", folder / "pack.pdf", "--root", folder / "root-key.pem", "--json")
    assert said.code == 3
    assert "private key" in said.data["message"]


def test_an_altered_pack_and_one_that_is_none_end_with_1_and_3(demo: Demo, tmp_path: Path) -> None:
    folder, _ = demo
    content = bytearray((folder / "pack.pdf").read_bytes())
    content[len(content) // 3] ^= 1
    altered = tmp_path / "altered.pdf"
    altered.write_bytes(content)
    assert sevenfold("check-pack", altered, "--root", folder / "root.pem").code in {1, 3}
    appended = tmp_path / "appended.pdf"
    appended.write_bytes((folder / "pack.pdf").read_bytes() + b"\n% one more line\n")
    assert sevenfold("check-pack", appended, "--root", folder / "root.pem").code == 1
    for name, bad in (("empty.pdf", b""), ("text.pdf", b"no pdf at all"), ("cut.pdf", bytes(content[:5000]))):
        (tmp_path / name).write_bytes(bad)
        said = sevenfold("check-pack", tmp_path / name, "--json")
        assert (said.code, said.data["verdict"]) == (3, "unreadable")
        assert said.data["reasons"]
    gone = sevenfold("check-pack", tmp_path / "gone.pdf", "--json")
    assert (gone.code, gone.data["verdict"]) == (3, "unreadable")


def test_pdfsig_says_valid_and_whole(demo: Demo, tmp_path: Path) -> None:
    folder, _ = demo
    store = tmp_path / "nss"
    store.mkdir()
    tool("certutil", "-N", "-d", f"sql:{store}", "--empty-password")
    tool("certutil", "-A", "-d", f"sql:{store}", "-n", "root", "-t", "CT,CT,CT", "-i", folder / "root.pem")
    said = tool("pdfsig", "-nssdir", f"sql:{store}", folder / "pack.pdf")
    assert "Signature is Valid" in said
    assert "Total document signed" in said
    assert "Certificate is Trusted" in said


def test_verapdf_passes_it_for_accessibility_and_for_archives(demo: Demo) -> None:
    pack = demo[0] / "pack.pdf"
    for profile in ("ua1", "3a"):
        report = verapdf.check(profile, pack)[pack]
        assert report.failures == ()
        assert report.passes


def test_the_recovery_sheet_holds_the_code_that_opens_the_workbook(demo: Demo) -> None:
    sheet = (demo[0] / "recovery-sheet.txt").read_text(encoding="utf-8")
    secrets = (demo[0] / "passphrase.txt").read_text(encoding="utf-8")
    code = next(line for line in secrets.splitlines() if line.startswith("recovery code: ")).partition(": ")[2]
    assert code in sheet
    assert "practice workbook" in sheet


def test_qpdf_finds_nothing_to_mend(demo: Demo) -> None:
    folder, _ = demo
    assert "No syntax or stream encoding errors found" in tool("qpdf", "--check", folder / "pack.pdf")


def test_the_zip_holds_what_the_index_says_under_names_that_portals_take(demo: Demo) -> None:
    folder, _ = demo
    with zipfile.ZipFile(folder / "evidence.zip") as archive:
        names = archive.namelist()
        assert archive.testzip() is None
    assert len(names) == len(list((resource("practice") / "evidence").iterdir()))
    assert all(re.fullmatch(r"[A-Za-z0-9._-]{1,50}", name) for name in names)
    text = "".join(page.extract_text() for page in PdfReader(folder / "pack.pdf").pages)
    flat = re.sub(r"\s+", "", text)
    assert [name for name in names if name not in flat] == []


def test_every_page_says_practice_and_its_number(demo: Demo) -> None:
    folder, said = demo
    pages = PdfReader(folder / "pack.pdf").pages
    assert len(pages) == said.data["pages"]
    for number, page in enumerate(pages, 1):
        text = page.extract_text()
        assert f"Page {number} of {len(pages)}" in text
        assert "Practice charity. Nothing here is real." in text


def test_no_name_of_a_person_is_in_the_pack(demo: Demo) -> None:
    folder, _ = demo
    people = json.loads((resource("practice") / "workforce.json").read_text(encoding="utf-8"))["people"]
    text = re.sub(r"\s+", " ", "".join(page.extract_text() for page in PdfReader(folder / "pack.pdf").pages))
    assert people
    assert [person["name"] for person in people if person["name"] in text] == []


def test_the_pack_carries_its_three_records(demo: Demo) -> None:
    folder, _ = demo
    with pikepdf.open(folder / "pack.pdf") as pdf:
        assert set(pdf.attachments) == {"manifest.json", "seal.json", "root.pem"}
        assert pdf.attachments["root.pem"].get_file().read_bytes() == (folder / "root.pem").read_bytes()


def test_the_same_folder_is_never_written_over(demo: Demo) -> None:
    folder, _ = demo
    before = (folder / "pack.pdf").read_bytes()
    said = sevenfold("demo", folder)
    assert said.code == 3
    assert "not empty" in said.err
    assert (folder / "pack.pdf").read_bytes() == before
