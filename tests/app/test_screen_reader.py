# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One run as a screen reader makes it: Home and Standards of the real window, read over AT-SPI in a sensible order."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pytest

from desktop.models.results import Result
from desktop.services.targets import Place

SYSTEM_PYTHON, LAUNCHER = "/usr/bin/python3", "/usr/libexec/at-spi-bus-launcher"
PROBE = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
RESULTS = "(?:" + "|".join(result.words for result in Result) + ")(?: so far)?"
ANSWERED = r"(All \d+|\d+ of \d+) answered"
# The system's AT-SPI library asks each window for a bus of its own. Qt has none and says so once; both go on by the
# usual one. That the bus stood before the window makes no difference.
HARMLESS = 'does not implement "GetApplicationBusAddress"'


@dataclass(frozen=True, slots=True)
class Said:
    """One thing as it was read."""

    role: str
    name: str
    description: str
    states: frozenset[str]

    @classmethod
    def of(cls, told: dict[str, str]) -> Self:
        """From what the probe printed."""
        return cls(told["role"], told["name"], told["description"], frozenset(told["states"]))


def missing() -> str:
    """The packages that the run needs and this machine has not."""
    if not sys.platform.startswith("linux"):
        return "Linux"
    if any(shutil.which(tool) is None for tool in ("Xvfb", "dbus-run-session")):
        return "xvfb dbus"
    if not Path(LAUNCHER).exists():
        return "at-spi2-core"
    with_library = [SYSTEM_PYTHON, "-c", PROBE]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(with_library, capture_output=True, check=False).returncode:
        return "python3-pyatspi gir1.2-atspi-2.0"
    return ""


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen without a screen."""
    if lacking := missing():
        pytest.skip(f"reading the window as a screen reader does needs {lacking}")
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        yield ":" + server.stdout.readline().strip()
        server.terminate()


@pytest.fixture(scope="module")
def read(display: str, practice_template: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Said]]:
    """What was read at Home and then at Standards, and under 'log' what the window wrote of warnings."""
    home = Path(shutil.copytree(practice_template, tmp_path_factory.mktemp("read") / "home"))
    window = [sys.executable, "-m", "desktop", "window", "--practice", "--home", str(home)]
    probe = [SYSTEM_PYTHON, str(Path(__file__).with_name("atspi_probe.py")), Place.STANDARDS.words]
    with tempfile.TemporaryDirectory(prefix="sf") as sockets:  # their paths must be short
        around = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_RUNTIME_DIR": sockets,
            "GSETTINGS_BACKEND": "memory",  # the screen reader is not switched on for who runs the tests
            "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
        }
        run = ["dbus-run-session", "--", *probe, *window]
        told = home.with_name("told.txt")
        with told.open("w") as progress:  # a file: what the bus started may hold a pipe open
            done = subprocess.run(run, env=around, stdout=progress, stderr=progress, check=False, timeout=200)
    lines = told.read_text(encoding="utf-8").splitlines()
    assert done.returncode == 0, "\n".join(lines[-30:])
    log = (home / "logs" / "sevenfold.log").read_text(encoding="utf-8").splitlines()
    warnings = [line for line in log if re.search(r" (WARNING|ERROR|CRITICAL) ", line) and HARMLESS not in line]
    assert warnings == []
    found = next(line for line in lines if line.startswith("{"))
    return {page: [Said.of(each) for each in said] for page, said in json.loads(found).items()}


def in_this_order(said: list[Said], *wanted: tuple[str, str]) -> None:
    """Each of (role, pattern of the whole name) is read after the one before it."""
    at = -1
    for role, pattern in wanted:
        later = (place for place in range(at + 1, len(said)) if said[place].role == role)
        found = next((place for place in later if re.fullmatch(pattern, said[place].name)), None)
        after = said[at].name if at >= 0 else "the beginning"
        assert found is not None, f"{role} '{pattern}' is not read after '{after}': {[each.name for each in said]}"
        at = found


def places(here: Place) -> list[tuple[str, str]]:
    """The seven places, as they are read from one of them."""
    return [("check box", f"{place.words}, you are here" if place is here else place.words) for place in Place]


def test_home_is_read_in_the_order_of_what_matters(read: dict[str, list[Said]]) -> None:
    standards = [("push button", rf"Standard {n}, .+, ({RESULTS}), {ANSWERED}") for n in range(1, 8)]
    in_this_order(
        read["first"],
        ("frame", "Sevenfold"),
        ("label", "Practice charity.*"),
        *places(Place.HOME),
        ("label", r"Good \w+, .+"),
        ("push button", "Hide now"),
        ("label", "Next step: .+"),
        ("push button", "Open .+"),
        ("label", "The seven standards so far"),
        *standards,
        ("label", "Due"),
        ("push button", "See all that is due"),
        ("label", "Kept in order"),
        ("push button", "Backups: .+"),
        ("push button", "F1 help"),
    )


def test_standards_is_read_from_the_tree_to_the_actions(read: dict[str, list[Said]]) -> None:
    said = read["second"]
    rows = [("table cell", rf"Standard {n}, .+, ({RESULTS}), {ANSWERED}") for n in range(1, 8)]
    in_this_order(
        said,
        *places(Place.STANDARDS),
        ("label", "Standards"),
        ("push button", "Hide now"),
        ("tree", "Standards and indicators"),
        rows[0],
        *(("table cell", rf"SA 1\.{n}, .+, .+") for n in range(1, 11)),
        *rows[1:5],  # as far as the window shows
        ("label", r"Standard 1\. .+"),
        ("label", f"Standard 1, ({RESULTS})"),
        ("label", "SA 1.1"),
        ("label", "Every victim-survivor known to us .+"),
        ("filler", r"How well is this in place\?"),
        *(("radio button", f"{figure}, .+") for figure in "01234N"),
        ("label", "What we do, in our words"),
        ("text", "What we do, in our words, SA 1.1"),
        ("label", "Evidence"),
        ("push button", "Add file"),
        ("combo box", ".+"),
        ("label", "Actions"),
        ("push button", "Add action"),
        ("push button", "F1 help"),
    )


def test_what_is_chosen_open_or_to_be_typed_in_is_told(read: dict[str, list[Said]]) -> None:
    said = read["second"]
    down = [each.name for each in said if "CHECKED" in each.states]
    assert down == ["Standards, you are here", "Indicators", "3, In place, chosen"]
    chosen = [each for each in said if "SELECTED" in each.states]
    assert [each.name for each in chosen] == ["SA 1.1, Support for victim-survivors, critical, 3, In place"]
    open_now = [each.name for each in said if "EXPANDED" in each.states]
    assert len(open_now) == 1
    assert open_now[0].startswith("Standard 1,")
    words = next(each for each in said if each.role == "text")
    assert "EDITABLE" in words.states
    assert re.fullmatch(r"\d+ words", words.description)


@pytest.mark.parametrize("page", ["first", "second"])
def test_every_control_says_what_it_is_and_no_two_the_same(read: dict[str, list[Said]], page: str) -> None:
    controls = [each for each in read[page] if "FOCUSABLE" in each.states]
    assert len(controls) > 20
    assert [each for each in controls if not each.name.strip()] == []
    alike = Counter((each.role, each.name, each.description) for each in controls)
    assert [each for each, times in alike.items() if times > 1] == []
