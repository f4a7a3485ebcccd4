# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One run with a real screen reader's eyes: Home and Standards are read over AT-SPI in an order that makes sense."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.targets import Place

SYSTEM_PYTHON, LAUNCHER = "/usr/bin/python3", "/usr/libexec/at-spi-bus-launcher"


def missing() -> str:
    """What the run needs and this machine has not."""
    for tool in ("Xvfb", "dbus-run-session"):
        if shutil.which(tool) is None:
            return tool
    if not Path(LAUNCHER).exists():
        return "at-spi2-core"
    probe = [SYSTEM_PYTHON, "-c", "import gi, pyatspi"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(probe, capture_output=True, check=False).returncode:
        return "python3-pyatspi gir1.2-atspi-2.0"
    return ""


@pytest.fixture
def display() -> Iterator[str]:
    """A screen without a screen."""
    if lacking := missing():
        pytest.skip(f"a screen reader's run needs {lacking}")
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        yield ":" + server.stdout.readline().strip()
        server.terminate()


@pytest.fixture
def read(display: str, practice_home: Path) -> dict[str, list[tuple[str, str, str]]]:
    """What was read at Home, then at Standards."""
    window = [sys.executable, "-m", "desktop", "window", "--practice", "--home", str(practice_home)]
    probe = [SYSTEM_PYTHON, str(Path(__file__).with_name("atspi_probe.py")), Place.STANDARDS.words]
    around = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "XDG_RUNTIME_DIR": str(practice_home.parent),
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
    }
    done = subprocess.run(
        ["dbus-run-session", "--", *probe, *window],
        env=around,
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, list[tuple[str, str, str]]] = json.loads(done.stdout.splitlines()[-1])
    return found


def in_this_order(said: list[str], wanted: list[str]) -> None:
    """Each is said after the one before it."""
    at = -1
    for words in wanted:
        later = [place for place, each in enumerate(said) if each.startswith(words) and place > at]
        assert later, f"'{words}' is not read after '{said[at] if at >= 0 else 'the beginning'}': {said}"
        at = later[0]


def test_home_and_standards_are_read_in_a_sensible_order(read: dict[str, list[tuple[str, str, str]]]) -> None:
    home, standards = ([name for _role, name, _inside in read[page]] for page in ("first", "second"))
    places = [place.words for place in Place]
    in_this_order(home, ["Sevenfold", "Practice charity", *places, "Good ", "Hide now", "Next step"])
    in_this_order(home, ["Next step", "The seven standards", *(f"Standard {n}," for n in range(1, 8)), "Due", "Kept"])
    in_this_order(standards, ["Sevenfold", *places, "Standards", "Hide now"])
    assert any(role == "push button" and name == "Standards, you are here" for role, name, _ in read["second"])
    assert sum(name.startswith("Standard 1") for name in standards) >= 1
    for role, name, inside in (*read["first"], *read["second"]):
        assert name.strip(), f"a {role} in {inside} says nothing"
