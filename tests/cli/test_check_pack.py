# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``sevenfold check-pack``: each way a pack and its ZIP can differ has its exit code, its reason and its headline."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.models.verdict import Outcome, Reason, Verdict
from desktop.services.checking import verdict_in_words
from desktop.signing.identity import issue_leaf
from desktop.signing.objections import OUTCOMES
from tests.cli.command import Said, sevenfold
from tests.signing.identities import PASSPHRASE, root
from tests.signing.volumes import make_pack, rezip

Demo = tuple[Path, Said]


def check(folder: Path, *more: str | Path) -> Said:
    """Check the practice pack under its own root."""
    return sevenfold("check-pack", folder / "pack.pdf", "--root", folder / "root.pem", *more)


def as_data(folder: Path, *more: str | Path) -> tuple[int, str, str, list[str]]:
    """Exit code, verdict, state of the evidence and codes of the reasons."""
    said = check(folder, "--json", *more)
    return said.code, said.data["verdict"], said.data["evidence"], said.data["reason_codes"]


@pytest.fixture
def contents(demo: Demo) -> dict[str, bytes]:
    """What the practice ZIP holds."""
    with zipfile.ZipFile(demo[0] / "evidence.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_look_alike_root_is_said_plainly(demo: Demo, tmp_path: Path) -> None:
    other = tmp_path / "other.pem"
    other.write_bytes(root("Helygfan Project · Prosiect Helygfan", practice=True).certificate_pem)
    said = sevenfold("check-pack", demo[0] / "pack.pdf", "--root", other)
    assert said.code == 2
    assert said.out.splitlines()[0] == (
        "CANNOT TELL. The pack is whole, but it was signed under another root than the one you gave."
    )
    assert "Do we know them? No: signed under another root than the one you gave." in said.out
    assert "nobody has told" not in said.out
    altered = tmp_path / "altered.pdf"
    altered.write_bytes((demo[0] / "pack.pdf").read_bytes() + b"x")
    both = sevenfold("check-pack", altered, "--root", other)
    assert (both.code, both.out.split(".")[0]) == (1, "ALTERED")


def test_no_root_says_that_nobody_told_who_the_signer_is(demo: Demo) -> None:
    said = sevenfold("check-pack", demo[0] / "pack.pdf", "--evidence", demo[0] / "evidence.zip")
    assert said.code == 2
    assert "nobody has told this computer who the signer is" in said.out.splitlines()[0]
    assert "Do we know them? Not yet." in said.out


def test_a_repacked_zip_is_altered_with_contents_as_signed(
    demo: Demo, tmp_path: Path, contents: dict[str, bytes]
) -> None:
    rezip(tmp_path / "evidence.zip", contents)
    found = as_data(demo[0], "--evidence", tmp_path / "evidence.zip")
    assert found == (1, "altered", "repacked", ["evidence_repacked"])
    assert "evidence.zip: repacked, contents as signed." in check(demo[0], "--evidence", tmp_path / "evidence.zip").out


def test_a_changed_file_in_the_zip_is_named(demo: Demo, tmp_path: Path, contents: dict[str, bytes]) -> None:
    name = next(iter(contents))
    rezip(tmp_path / "evidence.zip", {**contents, name: contents[name] + b"."})
    found = as_data(demo[0], "--evidence", tmp_path / "evidence.zip")
    assert found == (1, "altered", "altered", ["evidence_changed"])
    assert name in check(demo[0], "--evidence", tmp_path / "evidence.zip").out


def test_a_flipped_byte_in_the_zip_is_altered(demo: Demo, tmp_path: Path) -> None:
    data = bytearray((demo[0] / "evidence.zip").read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "evidence.zip").write_bytes(data)
    assert as_data(demo[0], "--evidence", tmp_path / "evidence.zip")[:3] == (1, "altered", "altered")


def test_an_extra_file_in_the_zip_is_named(demo: Demo, tmp_path: Path, contents: dict[str, bytes]) -> None:
    rezip(tmp_path / "evidence.zip", {**contents, "999-slipped-in.txt": b"x"})
    found = as_data(demo[0], "--evidence", tmp_path / "evidence.zip")
    assert found == (1, "altered", "altered", ["evidence_extra"])
    assert "999-slipped-in.txt" in check(demo[0], "--evidence", tmp_path / "evidence.zip").out


def test_a_wrong_zip_is_altered(demo: Demo, tmp_path: Path) -> None:
    rezip(tmp_path / "holiday.zip", {"beach.txt": b"sand"})
    code, verdict, evidence, reasons = as_data(demo[0], "--evidence", tmp_path / "holiday.zip")
    assert (code, verdict, evidence) == (1, "altered", "altered")
    assert reasons == ["evidence_file_missing", "evidence_extra"]


def test_a_zip_that_is_not_there_is_not_called_an_unknown_signer(demo: Demo, tmp_path: Path) -> None:
    found = as_data(demo[0], "--evidence", tmp_path / "nowhere.zip")
    assert found == (2, "cannot_tell", "unreadable", ["evidence_unreadable", "evidence_absent"])
    said = check(demo[0], "--evidence", tmp_path / "nowhere.zip")
    assert said.out.splitlines()[0] == (
        "CANNOT TELL. The PDF is whole, but the evidence that goes with it could not all be read."
    )
    assert "Was anything changed? Not the PDF." in said.out
    assert "Do we know them? Yes, by the root you gave." in said.out


@pytest.fixture(scope="module")
def volumes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a pack and two ZIP volumes, signed just now."""
    folder, now = tmp_path_factory.mktemp("volumes"), datetime.now(UTC)
    made = make_pack(folder, issue_leaf(root(), PASSPHRASE, 1, now), now)
    (folder / "pack.pdf").write_bytes(made.pdf)
    (folder / "root.pem").write_bytes(root().certificate_pem)
    return folder


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_several_volumes_may_come_in_any_order(volumes: Path, order: tuple[int, int]) -> None:
    given = [part for number in order for part in ("--evidence", volumes / f"Evidence-{number}.zip")]
    assert as_data(volumes, *given) == (0, "genuine", "as_signed", [])


@pytest.mark.parametrize(("given", "left_out"), [(1, 2), (2, 1)])
def test_a_volume_left_out_is_named(volumes: Path, given: int, left_out: int) -> None:
    said = check(volumes, "--evidence", volumes / f"Evidence-{given}.zip")
    assert said.code == 2
    assert said.out.splitlines()[0].endswith("the evidence that goes with it was not all given.")
    assert f"Goes with the pack, but was not given: Evidence-{left_out}.zip." in said.out


def test_a_withdrawn_certificate_is_refused_by_the_fingerprint_that_the_checker_shows(
    demo: Demo, tmp_path: Path
) -> None:
    fingerprint = check(demo[0], "--json").data["signer_fingerprint"]
    assert fingerprint in check(demo[0]).out
    stolen = tmp_path / "withdrawn.txt"
    stolen.write_text(f"Stolen in March:\n{fingerprint.upper()}\n", encoding="utf-8-sig")
    assert as_data(demo[0], "--withdrawn", stolen) == (2, "cannot_tell", "not_checked", ["withdrawn"])
    said = check(demo[0], "--withdrawn", stolen)
    assert said.out.startswith("CANNOT TELL. The pack is whole, but the certificate behind it is withdrawn.")
    assert "by the root you gave, but the certificate is withdrawn" in said.out
    other = tmp_path / "others.txt"
    other.write_text("ab" * 32, encoding="utf-8")
    assert check(demo[0], "--withdrawn", other).code == 0


@pytest.mark.parametrize("content", [None, b"", b"no fingerprint here\n", "ab".encode("utf-16") * 32])
def test_a_list_that_cannot_be_used_is_refused(demo: Demo, tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "list.txt").write_bytes(content)
    said = check(demo[0], "--withdrawn", tmp_path / "list.txt", "--json")
    assert said.code == 3
    assert said.data["error"] == ("input" if content is None else "withdrawn_list")
    assert said.data["message"]


@pytest.mark.parametrize(
    ("content", "code"), [(None, "input"), (b"", "root_certificate"), (b"\xff", "root_certificate")]
)
def test_a_root_that_cannot_be_read_is_one_json_object(
    demo: Demo, tmp_path: Path, content: bytes | None, code: str
) -> None:
    if content is not None:
        (tmp_path / "root.pem").write_bytes(content)
    said = sevenfold("check-pack", demo[0] / "pack.pdf", "--root", tmp_path / "root.pem", "--json")
    assert said.code == 3
    assert set(said.data) == {"error", "message"}
    assert said.data["error"] == code


@pytest.mark.parametrize("code", [code for code, outcome in OUTCOMES.items() if outcome is Outcome.CANNOT_TELL])
def test_every_doubt_has_its_headline_and_only_a_missing_root_blames_the_missing_root(code: str) -> None:
    words = verdict_in_words(Verdict(Outcome.CANNOT_TELL, (Reason(code, "Why."), Reason("no_root", "No root."))))
    assert words.startswith("CANNOT TELL. The ")
    assert ("nobody has told" in words.splitlines()[0]) is (code == "no_root")
