# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Each import contract, broken on purpose in a copy of the tree, is caught."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

BREAKS = [
    ("Layers point downwards", "desktop/models/records.py", "import desktop.services.fields"),
    ("Layers point downwards", "desktop/storage/durability.py", "import desktop.reports.palette"),
    ("Layers point downwards", "desktop/newroom/__init__.py", ""),
    ("No Qt below the window", "desktop/services/fields.py", "import PySide6.QtCore"),
    ("models is pure", "desktop/models/records.py", "import pathlib"),
    ("The command line goes through services", "desktop/cli/score.py", "import desktop.storage.durability"),
    ("Only storage talks SQL", "desktop/services/fields.py", "import sqlite3"),
    ("Only reports draws, only signing signs", "desktop/services/fields.py", "import reportlab"),
    ("Only reports draws, only signing signs", "desktop/storage/durability.py", "import pyhanko"),
    ("The window draws no stranger's file itself", "desktop/ui/preview/reader.py", "import pypdfium2"),
    ("The preview's child knows no workbook and no network", "desktop/preview/child.py", "import socket"),
    ("The child of a spreadsheet knows no workbook and no network", "desktop/sheets/child.py", "import socket"),
    ("Strangers' spreadsheets are opened in a child alone", "desktop/services/fields.py", "import openpyxl"),
    ("No cycles anywhere", "desktop/models/records.py", "import desktop.models.results"),
]


@pytest.mark.parametrize(("contract", "file", "line"), BREAKS, ids=[f"{b[0]}: {b[2] or b[1]}" for b in BREAKS])
def test_a_broken_contract_is_reported(tmp_path: Path, contract: str, file: str, line: str) -> None:
    shutil.copytree(ROOT / "desktop", tmp_path / "desktop", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    target = tmp_path / file
    target.parent.mkdir(exist_ok=True)
    target.write_text((target.read_text() if target.exists() else "") + f"\n{line}\n")
    found = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c(['--no-cache'])"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode != 0
    assert f"{contract} BROKEN" in " ".join(found.stdout.split()) or contract in found.stderr + found.stdout
    assert "Traceback" not in found.stderr
