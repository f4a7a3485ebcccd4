# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Signing takes nothing away: outside judges find signed packs as sound as unsigned ones."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest

from desktop.models.pack import PackSnapshot
from desktop.reports.evidence_pack import render
from desktop.signing.identity import SigningLeaf, create_root, issue_leaf
from desktop.signing.sign import sign_pack
from tests.documents import snapshots, verapdf

PROFILES = ("ua1", "3a")
CASES: dict[str, Callable[[], PackSnapshot]] = {
    "rich": snapshots.rich,
    "empty": snapshots.empty,
    "odd": lambda: snapshots.with_narrative(snapshots.ODD),
}
WORDS = "a passphrase for tests only"


@pytest.fixture(scope="module")
def leaf() -> SigningLeaf:
    moment = snapshots.rich().taken_at
    root = create_root("Gorwel Newydd Change Partnership", WORDS, practice=True, now=moment, rounds=1000)
    return issue_leaf(root, WORDS, 1, moment)


@pytest.fixture(scope="module")
def signed(leaf: SigningLeaf, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("signed")
    found = {name: folder / f"{name}.pdf" for name in CASES}
    for name, path in found.items():
        snapshot = replace(CASES[name](), signer=leaf.signer)
        drawn = render(snapshot, snapshots.ATTACHMENTS)
        path.write_bytes(sign_pack(drawn.pdf, leaf, signed_at=snapshot.taken_at, field=drawn.signature_field))
    return found


@pytest.mark.parametrize("profile", PROFILES)
def test_verapdf_passes_signed_packs_and_sees_a_spoilt_one(
    signed: dict[str, Path], profile: str, tmp_path: Path
) -> None:
    spoilt = tmp_path / "spoilt.pdf"
    with pikepdf.open(signed["rich"]) as pdf:
        del pdf.Root.Metadata
        pdf.save(spoilt)
    reports = verapdf.check(profile, *signed.values(), spoilt)
    assert {path.stem: reports[path].failures for path in signed.values() if not reports[path].passes} == {}
    assert not reports[spoilt].passes


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("case", CASES)
def test_page_validation_passes(signed: dict[str, Path], case: str, profile: str) -> None:
    report = page.validate_pdf(signed[case], profile=profile)
    assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]


@pytest.mark.parametrize("case", CASES)
def test_qpdf_finds_nothing_amiss(signed: dict[str, Path], case: str) -> None:
    done = subprocess.run(["qpdf", "--check", signed[case]], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("case", CASES)
def test_pdfsig_shows_both_lines_that_the_pack_promises(signed: dict[str, Path], case: str) -> None:
    said = pdfsig(signed[case])
    assert "Signature is Valid" in said
    assert "Total document signed" in said


def test_pdfsig_shows_the_name_that_the_pack_prints(signed: dict[str, Path], leaf: SigningLeaf) -> None:
    printed = f"Practice: {leaf.signer.charity}, {leaf.signer.signatory}"
    shown = pdfsig(signed["rich"]).partition("Common Name: ")[2].splitlines()[0]
    start, _, end = shown.partition("…")
    assert printed.startswith(start)
    assert printed.endswith(end)


def test_pdfsig_sees_a_changed_byte(signed: dict[str, Path], tmp_path: Path) -> None:
    content = signed["empty"].read_bytes()
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(content.replace(b"/Creator (Sevenfold", b"/Creator (Sixfoldxx", 1))
    assert changed.read_bytes() != content
    assert "Signature is Valid" not in pdfsig(changed)


def pdfsig(path: Path) -> str:
    done = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, check=False, timeout=60)
    return done.stdout
