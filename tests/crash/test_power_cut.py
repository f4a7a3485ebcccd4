# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Power cuts: every disk that one could leave behind opens, whole, with all that was acknowledged (trust.md R2)."""

import random
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.crash.judging import GOOD, Verdict, judge_all
from tests.crash.recording import ROOT, build_shim, record, session_command
from tests.crash.replay import Choice, Disk, Keep, power_cuts, read_log

ACTIONS = 60
SEED = 20261


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The compiled recorder."""
    return build_shim(tmp_path_factory.mktemp("shim"))


class Recording:
    """One recorded session: the disk before, the log, and what was promised in order."""

    def __init__(self, shim: Path, place: Path, variant: str) -> None:
        self.folder = place / "watched"
        workbook = self.folder / "workbook"
        self.folder.mkdir()
        if variant != "safe":  # a workbook made safely, so that only the work itself is done badly
            subprocess.run(session_command(workbook, "safe", 3), check=True, cwd=ROOT)
        self.disk = Disk(self.folder)
        record(shim, self.folder, place / "log", session_command(workbook, variant, ACTIONS))
        self.records = read_log(place / "log", self.folder)
        self.promised = [entry.data.decode() for entry in self.records if entry.kind == "A"]


def judged(recording: Recording, count: int, into: Path) -> tuple[Counter[Verdict], list[str]]:
    """What ``count`` power cuts of a recording lead to."""
    states = power_cuts(recording.disk, recording.records, count, SEED, into)
    inner = (state.inside("workbook") for state in states)
    return judge_all(inner, recording.promised)


def test_the_record_misses_nothing(shim: Path, swift: Path) -> None:
    recording = Recording(shim, swift, "safe")
    for entry in recording.records:
        recording.disk.follow(entry)
    rebuilt = swift / "rebuilt"
    recording.disk.lay_out(rebuilt, Choice(Keep.ALL, Keep.ALL, 0, random.Random(0)))
    assert contents(rebuilt) == contents(recording.folder)
    assert len(recording.promised) == ACTIONS + 1


def contents(folder: Path) -> dict[str, bytes | None]:
    """All files and folders below, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")
    }


def test_the_record_has_every_sync_that_the_system_saw(shim: Path, swift: Path) -> None:
    if not shutil.which("strace"):
        print("NOT COMPARED WITH STRACE: it is not installed")
        pytest.skip("strace is not installed")
    folder, trace = swift / "watched", swift / "trace"
    folder.mkdir()
    command = session_command(folder / "workbook", "safe", 12)
    calls = "fsync,fdatasync,sync_file_range,pwrite64,write,ftruncate,unlink,unlinkat,rename,renameat,renameat2"
    watch = ["strace", "-f", "-y", "-s", "0", "-o", str(trace), "-e", f"trace={calls}"]
    record(shim, folder, swift / "log", [*watch, "-E", f"LD_PRELOAD={shim}", *command])
    seen = seen_by_system(trace.read_text(), folder)
    recorded = Counter(CALLS[entry.kind] for entry in read_log(swift / "log", folder) if entry.kind in CALLS)
    print(f"strace and the record: {dict(seen)}")
    assert seen == recorded
    assert seen["sync"] > 24


CALLS = {"S": "sync", "D": "sync", "W": "write", "T": "truncate", "U": "remove", "R": "move"}


def seen_by_system(trace: str, folder: Path) -> Counter[str]:
    """How often strace saw each kind of call on the folder succeed."""
    names = {"fsync": "sync", "fdatasync": "sync", "pwrite64": "write", "write": "write", "ftruncate": "truncate"}
    names |= dict.fromkeys(("unlink", "unlinkat"), "remove") | dict.fromkeys(
        ("rename", "renameat", "renameat2"), "move"
    )
    counts: Counter[str] = Counter()
    for line in trace.splitlines():
        call = line.split("(")[0].split()[-1]
        nothing = ") = -1" in line or (names.get(call) == "write" and line.endswith(" = 0"))
        if str(folder) in line and call in names and not nothing:
            counts[names[call]] += 1
    return counts


@pytest.mark.slow
def test_no_power_cut_loses_or_damages_anything(shim: Path, swift: Path) -> None:
    recording = Recording(shim, swift, "safe")
    counts, bad = judged(recording, 500, swift / "states")
    print(f"power cuts: {dict(counts)}, {len(recording.records)} recorded calls, {ACTIONS} actions")
    assert not bad, "\n".join(bad[:20])
    assert counts[Verdict.WHOLE] > 300


@pytest.mark.slow
@pytest.mark.parametrize(
    ("variant", "expected"),
    [
        ("database_unsynced", {Verdict.UNOPENABLE, Verdict.LOST, Verdict.HALF_DONE}),
        ("evidence_unsynced", {Verdict.EVIDENCE_DAMAGED, Verdict.EVIDENCE_MISSING}),
        ("names_unsynced", {Verdict.EVIDENCE_MISSING}),
    ],
)
def test_unsafe_settings_are_caught(shim: Path, swift: Path, variant: str, expected: set[Verdict]) -> None:
    counts, bad = judged(Recording(shim, swift, variant), 150, swift / "states")
    print(f"power cuts with {variant}: {dict(counts)}")
    assert bad, "the harness is blind"
    assert expected & set(counts)
    assert set(counts) - GOOD <= expected
