# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``sevenfold selftest``: every step is named, and a failing one is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.services import selftest
from tests.cli.command import sevenfold
from tests.house.tree import ROOT


def test_it_passes_from_another_folder(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "selftest"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("ok     ") == 5
    assert done.stdout.endswith("This copy works.\n")
    assert list(tmp_path.iterdir()) == []


def test_a_copy_without_its_fonts_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_parts: object, **_named: object) -> None:
        raise OSError(2, "No such file or directory", "fonts")

    monkeypatch.setattr(selftest, "make_practice", missing)
    said = sevenfold("selftest", "--json")
    assert said.code == 3
    assert said.data["passed"] is False
    assert said.data["steps"][-1]["name"] == "practice charity to signed pack"
    assert "fonts" in said.data["steps"][-1]["found"]
