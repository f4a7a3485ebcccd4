# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The command line starts light: heavy libraries are imported by the command that needs them."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("reportlab", "pyhanko", "pikepdf", "sqlite_utils", "sqlcipher3", "cryptography", "PIL", "PySide6", "aiohttp")
CODE = """
import sys
from desktop.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(*sorted({name.split(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.mark.parametrize("arguments", [["--help"], ["check-pack", "--help"], ["score", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    found = subprocess.run(
        [sys.executable, "-c", CODE, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    loaded = set(found.stderr.split())
    assert "argparse" in loaded
    assert not loaded & set(HEAVY)


def test_scoring_needs_no_database_and_no_drawing() -> None:
    root = Path(__file__).resolve().parents[2]
    practice = root / "resources" / "practice"
    found = subprocess.run(
        [sys.executable, "-c", CODE, "score", practice / "answers.json", practice / "services.json", "--json"],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
    )
    assert not set(found.stderr.split()) & set(HEAVY)
