# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Set up and run Sevenfold from a checkout, with nothing but Python 3.11 or later.

python3 dev.py run [--practice]  open the window; where there is no screen, do the main job by command and say so
python3 dev.py test [LAYER...]   formatter, linter, types, contracts and all tests
python3 dev.py sevenfold ARGS    the command line
python3 dev.py bench             the benchmarks, as ratios with their budgets
python3 dev.py shots [FOLDER]    pictures of every screen in light, dark, high contrast, small, 200% and grey
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
QT_PACKAGES = (
    "libegl1 libgl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3 libxcb-cursor0 libxcb-icccm4 "
    "libxcb-keysyms1 libxcb-randr0 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
).split()
TEST_PACKAGES = (
    "poppler-utils qpdf libnss3-tools openssl xvfb dbus at-spi2-core python3-pyatspi gir1.2-atspi-2.0"
).split()
LAYERS = ("app", "crash", "documents", "storage", "cli", "ui", "signing", "house", "unit", "sheets", "importing")
WITH_QT = ("ui", "app")
Step = tuple[str, list[str | Path]]


def say(text: str) -> None:
    """Set-up speaks on stderr, so that stdout stays the command's own."""
    print(text, file=sys.stderr, flush=True)


def run_quietly(*command: str | Path) -> int:
    """Run a set-up command with its output on stderr."""
    return subprocess.run([str(part) for part in command], stdout=sys.stderr, check=False).returncode


def stop(text: str) -> None:
    """Say what to do, and end as 'refused'."""
    say(text)
    raise SystemExit(3)


def make_environment(kind: str) -> None:
    """Make the virtual environment, and install the pinned, hashed requirements when they changed."""
    if sys.version_info < (3, 11):
        stop(f"Sevenfold needs Python 3.11 or later; this is {sys.version.split()[0]}. Start dev.py with a newer one.")
    wanted = HERE / "requirements" / f"{kind}.txt"
    key = hashlib.sha256(wanted.read_bytes() + sys.version.encode()).hexdigest()
    stamp = VENV / f"installed-{kind}"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == key:
        return
    if not PYTHON.exists():
        say("Making a virtual environment in .venv ...")
        if run_quietly(sys.executable, "-m", "venv", VENV):
            stop("The virtual environment could not be made. On Debian or Ubuntu: sudo apt-get install -y python3-venv")
    say(f"Installing the pinned libraries ({wanted.name}); this needs the network once ...")
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes")
    if run_quietly(*pip, "--only-binary", "sqlcipher3", "-r", wanted):
        stop("The libraries could not be installed. Nothing else was changed. Check the network and try again.")
    stamp.write_text(key)


def missing_packages(names: list[str]) -> list[str]:
    """Those Debian packages of ``names`` that are not installed."""
    found = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *names],
        capture_output=True,
        text=True,
        check=False,
    )
    have = {line.split()[0] for line in found.stdout.splitlines() if line.endswith(" installed")}
    return [name for name in names if name not in have]


def system_libraries(names: list[str]) -> None:
    """On Debian as root install system packages; elsewhere say the exact line to type."""
    if not sys.platform.startswith("linux") or not shutil.which("dpkg-query"):
        return
    missing = missing_packages(names)
    if not missing:
        return
    line = "apt-get install -y --no-install-recommends " + " ".join(missing)
    if os.geteuid() != 0:
        say(f"Some system packages are missing. To install them, type:\n  sudo {line}")
        return
    say("Installing system packages: " + " ".join(missing))
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    if run_quietly("apt-get", "update", "-qq") or run_quietly(*line.split(), "-qq"):
        say(f"They could not all be installed; tests that need them will be skipped. The line was:\n  {line}")


def environment() -> dict[str, str]:
    """The child's environment: our code importable from any folder, no stray byte code."""
    path = os.pathsep.join([str(HERE), *filter(None, [os.environ.get("PYTHONPATH")])])
    return {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"}


def call(*command: str | Path, cwd: Path | None = None) -> int:
    """Run a command of the product or of the tests, output passed through."""
    sys.stdout.flush()
    return subprocess.run([str(part) for part in command], env=environment(), cwd=cwd, check=False).returncode


def sevenfold(arguments: list[str]) -> int:
    """The command line, from a checkout."""
    make_environment("run")
    return call(PYTHON, "-m", "desktop", *arguments)


def has_screen() -> bool:
    """Whether a window can be shown here."""
    return not sys.platform.startswith("linux") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


def run(arguments: list[str]) -> int:
    """The window; without a screen a practice workbook and a signed pack by command, which is the main job."""
    system_libraries(QT_PACKAGES)
    make_environment("run")
    if has_screen():
        return call(PYTHON, "-m", "desktop", "window", *arguments)
    say("There is no screen here, so the window cannot open.")
    say("Instead, this makes a practice workbook and its signed pack by command.")
    return call(PYTHON, "-m", "desktop", "demo", str(HERE / "out" / time.strftime("practice-%Y%m%d-%H%M%S")))


def count(report: Path) -> tuple[int, int, list[str]]:
    """Passed, failed and the reasons of the skipped, from a JUnit report."""
    if not report.exists():
        return 0, 1, []
    cases = list(ET.parse(report).getroot().iter("testcase"))
    failed = sum(1 for case in cases if case.find("failure") is not None or case.find("error") is not None)
    skipped = [
        f"{case.get('name')}: {mark.get('message')}" for case in cases if (mark := case.find("skipped")) is not None
    ]
    return len(cases) - failed - len(skipped), failed, skipped


def run_tests(arguments: list[str]) -> int:
    """Every check, the longest layers first, then one line a step and the totals."""
    system_libraries([*QT_PACKAGES, *TEST_PACKAGES])
    make_environment("dev")
    reports = HERE / ".test-reports"
    shutil.rmtree(reports, ignore_errors=True)
    reports.mkdir()
    checks: list[Step] = [
        ("format", [PYTHON, "-m", "ruff", "format", "--check", "."]),
        ("lint", [PYTHON, "-m", "ruff", "check", "."]),
        ("types", [PYTHON, "-m", "mypy"]),
        ("contracts", [PYTHON, "-c", "from importlinter.cli import lint_imports_command as c; c()"]),
    ]
    layers: list[Step] = [
        (name, [PYTHON, "-m", "pytest", "-q", f"tests/{name}", f"--junitxml={reports / name}.xml", *_without_qt(name)])
        for name in arguments or LAYERS
    ]
    with ThreadPoolExecutor(max_workers=3) as pool:
        done = list(pool.map(run_step, layers if arguments else [*checks, *layers]))
    return summarise(done, reports)


def _without_qt(layer: str) -> list[str]:
    """Below the window nothing of Qt is loaded, not even by the test runner."""
    return [] if layer in WITH_QT else ["-p", "no:pytest-qt"]


def run_step(step: Step) -> tuple[str, float, int]:
    """Run one step; its output appears whole when it ends, because three steps run side by side."""
    name, command = step
    begun = time.monotonic()
    done = subprocess.run(
        [str(part) for part in command],
        env=environment(),
        cwd=HERE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    print(f"\n== {name}\n{done.stdout}", flush=True)
    return name, time.monotonic() - begun, done.returncode


def summarise(done: list[tuple[str, float, int]], reports: Path) -> int:
    """Print the closing summary: a line a step, what was skipped and why, the totals."""
    skips, passed, failed = [], 0, 0
    print("\n== summary")
    for name, seconds, code in done:
        text = "ok" if code == 0 else "FAILED"
        if name in LAYERS:
            good, bad, skipped = count(reports / f"{name}.xml")
            passed, failed = passed + good, failed + bad
            skips += [f"{name}: {reason}" for reason in skipped]
            text += f", {good} passed, {bad} failed, {len(skipped)} skipped"
        print(f"{name:10} {seconds:6.1f} s  {text}")
    if skips:
        print("\n!! SKIPPED, so not proved on this machine:\n   " + "\n   ".join(skips))
    print(f"\n{passed} passed, {failed} failed, {len(skips)} skipped", flush=True)
    return 1 if any(code for _, _, code in done) else 0


def bench(arguments: list[str]) -> int:
    """The benchmarks: each prints its ratio against the bare library, and the budget."""
    make_environment("dev")
    names = arguments or sorted(path.stem for path in (HERE / "tests" / "bench").glob("bench_*.py"))
    codes = [call(PYTHON, "-m", f"tests.bench.{name}", cwd=HERE) for name in names]
    return max(codes, default=0)


def shots(arguments: list[str]) -> int:
    """Pictures of every screen in every look; no screen is needed."""
    system_libraries(QT_PACKAGES)
    make_environment("dev")
    return call(PYTHON, "-m", "tests.app.shots", *(arguments or [str(HERE / "out" / "shots")]), cwd=HERE)


def main() -> int:
    """Choose the command."""
    commands = {"run": run, "test": run_tests, "sevenfold": sevenfold, "bench": bench, "shots": shots}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        print(__doc__)
        return 64
    return commands[sys.argv[1]](sys.argv[2:])


if __name__ == "__main__":
    raise SystemExit(main())
