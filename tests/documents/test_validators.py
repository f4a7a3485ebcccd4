# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Outside judges of the PDF: qpdf, page-validation and veraPDF; and proof that they can say no."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest
from pikepdf import Name

from desktop.models.pack import PackSnapshot
from desktop.reports.evidence_pack import render
from tests.documents import snapshots, verapdf
from tests.documents.reading import tags

PROFILES = ("ua1", "3a")


def lapsed() -> PackSnapshot:
    full = snapshots.rich(practice=False)
    return replace(full, lapsed=True, workforce=replace(snapshots.WORKFORCE, people=4))


CASES: dict[str, Callable[[], PackSnapshot]] = {
    "rich": snapshots.rich,
    "empty": snapshots.empty,
    "odd": lambda: snapshots.with_narrative(snapshots.ODD),
    "blank": lambda: snapshots.with_narrative(""),
    "lapsed": lapsed,
    "long": lambda: snapshots.long(3),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("cases")
    found = {name: folder / f"{name}.pdf" for name in CASES}
    for name, path in found.items():
        path.write_bytes(render(CASES[name](), snapshots.ATTACHMENTS).pdf)
    return found


@pytest.mark.parametrize("case", CASES)
def test_page_validation_passes(files: dict[str, Path], case: str) -> None:
    for profile in PROFILES:
        report = page.validate_pdf(files[case], profile=profile)
        assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]


@pytest.mark.parametrize("case", CASES)
def test_qpdf_finds_nothing_amiss(files: dict[str, Path], case: str) -> None:
    done = subprocess.run(["qpdf", "--check", files[case]], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("case", CASES)
def test_no_stream_ends_where_a_line_end_would_be_misread(files: dict[str, Path], case: str) -> None:
    content = files[case].read_bytes()
    assert content.count(b"\nendstream") == content.count(b"endstream") > 20
    assert b"\r\nendstream" not in content


def no_alt(pdf: pikepdf.Pdf) -> None:
    del tags(pdf, "Figure")[0]["/Alt"]


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def no_scope(pdf: pikepdf.Pdf) -> None:
    for cell in tags(pdf, "TH"):
        del cell["/A"]


def no_field_words(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AcroForm.Fields[0].TU


def skipped_heading(pdf: pikepdf.Pdf) -> None:
    tags(pdf, "H2")[0].S = Name.H5


def no_title_shown(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


def no_link_words(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].obj.Annots[0].Contents


SPOILT = (no_alt, no_language, no_scope, no_field_words, skipped_heading, no_title_shown, no_link_words)


def test_verapdf_passes_all_and_sees_each_spoilt_copy(files: dict[str, Path], tmp_path: Path) -> None:
    spoilt = [spoil_file(files["odd"], spoil, tmp_path) for spoil in SPOILT]
    reports = verapdf.check("ua1", *files.values(), *spoilt)
    assert [(path.name, reports[path].failures) for path in files.values() if not reports[path].passes] == []
    assert [path.name for path in spoilt if reports[path].passes] == []


def test_verapdf_passes_the_archive_profile(files: dict[str, Path], tmp_path: Path) -> None:
    spoilt = spoil_file(files["odd"], lambda pdf: pdf.Root.__delitem__("/OutputIntents"), tmp_path)
    reports = verapdf.check("3a", *files.values(), spoilt)
    assert [(path.name, reports[path].failures) for path in files.values() if not reports[path].passes] == []
    assert not reports[spoilt].passes


def spoil_file(source: Path, spoil: Callable[[pikepdf.Pdf], None], folder: Path) -> Path:
    target = folder / f"{getattr(spoil, '__name__', 'spoilt').strip('<>')}.pdf"
    with pikepdf.open(source) as pdf:
        spoil(pdf)
        pdf.save(target)
    return target
