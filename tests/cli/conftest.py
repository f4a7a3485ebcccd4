# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The practice pack, made once for all tests of this folder."""

from pathlib import Path

import pytest

from tests.cli.command import Said, sevenfold


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Said]:
    """The folder that ``sevenfold demo`` made, and what it said. Tests must not change it."""
    folder = tmp_path_factory.mktemp("demo") / "practice"
    return folder, sevenfold("demo", folder, "--json")
