# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Packs drawn once for all tests of documents, and a loud word where veraPDF could not run."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from desktop.models.pack import DrawnPack
from desktop.reports.evidence_pack import render
from tests.documents import snapshots, verapdf
from tests.documents.reading import spoken


@pytest.fixture(scope="session")
def rich_pack() -> DrawnPack:
    return render(snapshots.rich(), snapshots.ATTACHMENTS)


@pytest.fixture(scope="session")
def empty_pack() -> DrawnPack:
    return render(snapshots.empty(), ())


@pytest.fixture(scope="session")
def rich_file(rich_pack: DrawnPack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pack") / "rich.pdf"
    path.write_bytes(rich_pack.pdf)
    return path


@pytest.fixture(scope="session")
def rich_words(rich_file: Path) -> str:
    """All words of the rich pack by way of its tree; reading them takes longer than drawing them."""
    return " ".join(spoken(rich_file).split())


@pytest.fixture
def rich_pdf(rich_file: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(rich_file) as pdf:
        yield pdf


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if "veraPDF" in str(report.longrepr)]
    if skipped:
        words = f"WARNING: {len(skipped)} tests of PDF conformance did not run, because {verapdf.why_not()}."
        terminalreporter.write_line(words, red=True, bold=True)
