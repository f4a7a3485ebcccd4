# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Builds the shim, and runs a session under it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SHIM = Path(__file__).with_name("powercut_shim.c")
MARK = 198
ROOT = Path(__file__).parents[2]


def build_shim(into: Path) -> Path:
    """The compiled shim. Skips loudly where it cannot be built."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if not sys.platform.startswith("linux") or not compiler:
        reason = "POWER CUTS NOT TESTED: the recording shim needs Linux and a C compiler"
        print(reason)
        pytest.skip(reason)
    library = into / "powercut_shim.so"
    subprocess.run(
        [compiler, "-Wall", "-Wextra", "-Werror", "-O1", "-shared", "-fPIC", "-o", library, SHIM, "-ldl"], check=True
    )
    return library


def session_command(folder: Path, variant: str, count: int) -> list[str]:
    """The command line of one recorded session."""
    arguments = [str(folder), variant, str(count), str(MARK)]
    return [sys.executable, "-m", "tests.crash.recorded_session", *arguments]


def record(shim: Path, folder: Path, log: Path, command: list[str]) -> None:
    """Run a session with the shim listening."""
    environment = {
        **os.environ,
        "LD_PRELOAD": str(shim),
        "POWERCUT_FOLDER": str(folder),
        "POWERCUT_LOG": str(log),
        "POWERCUT_MARK": str(MARK),
    }
    subprocess.run(command, env=environment, check=True, cwd=ROOT)
