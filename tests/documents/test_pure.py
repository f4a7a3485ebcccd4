# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Drawing is a pure function of its input, and can be stopped between parts."""

import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256

import pytest

from desktop.models.errors import CancelledError
from desktop.models.pack import DrawnPack
from desktop.reports.evidence_pack import render
from tests.documents import snapshots
from tests.house.tree import ROOT

PROGRAM = """
import hashlib
from desktop.reports.evidence_pack import render
from tests.documents import snapshots
print(hashlib.sha256(render(snapshots.rich(), snapshots.ATTACHMENTS).pdf).hexdigest())
"""


def test_other_processes_draw_the_same_bytes(rich_pack: DrawnPack) -> None:
    for seed in ("1", "31337"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Auckland", "LC_ALL": "C"}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == sha256(rich_pack.pdf).hexdigest()


def test_a_second_drawing_in_one_process_is_the_same(rich_pack: DrawnPack) -> None:
    assert render(snapshots.rich(), tuple(reversed(snapshots.ATTACHMENTS))) == rich_pack


def test_another_snapshot_gives_other_bytes(rich_pack: DrawnPack) -> None:
    other = replace(snapshots.rich(), reference="OPCC-NM/ITT/2026/045")
    assert render(other, snapshots.ATTACHMENTS).pdf != rich_pack.pdf


def test_steps_count_up_to_the_end() -> None:
    seen: list[tuple[int, int, str]] = []
    render(snapshots.empty(), (), lambda done, total, label: seen.append((done, total, label)))
    assert [done for done, _, _ in seen] == list(range(len(seen)))
    assert {total for _, total, _ in seen} == {len(seen) - 1}
    assert seen[-1][0] == seen[-1][1]
    assert all(label for _, _, label in seen)


@pytest.mark.parametrize("at", [0, 4, 9, 11])
def test_cancelling_at_a_step_ends_the_drawing(at: int) -> None:
    def cancel(done: int, _total: int, _label: str) -> None:
        if done == at:
            raise CancelledError

    with pytest.raises(CancelledError):
        render(snapshots.empty(), (), cancel)
    assert render(snapshots.empty(), ()).pages == 10, "a later drawing is not disturbed"
