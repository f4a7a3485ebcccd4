# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The longest journey: from an empty home to a signed and checked pack by the mouse, and all of it undone again."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.support.clock import FixedClock
from desktop.ui.theme import LOOK
from tests.app.first_hour import FirstHour
from tests.app.given_inputs import Inputs, needs_inputs
from tests.app.hands import Hands
from tests.app.stage import Stage
from tests.cli.command import sevenfold

AS_AT = FixedClock(datetime(2026, 11, 20, 10, 0, tzinfo=UTC))


@pytest.fixture
def hour(qapp: QApplication, tmp_path: Path) -> Iterator[FirstHour]:
    """A person before a window that was never opened, on the day for which the results were worked out."""
    stage = Stage(tmp_path / "home", clock=AS_AT)
    yield FirstHour(Hands(stage.start()), Inputs(), tmp_path)
    stage.end()
    LOOK.wear("light", 100)


@needs_inputs
def test_from_nothing_to_a_signed_and_checked_pack_and_back_to_nothing(
    hour: FirstHour, record_property: Callable[[str, object], None]
) -> None:
    hour.make_the_workbook()
    hour.say_who_we_are()
    hour.set_up_signing()
    hour.describe_the_services()
    begun = hour.records()
    hour.start_the_assessment()
    hour.collect_the_evidence()
    shown = hour.records()
    hour.answer_everything()
    hour.link_one_more()
    hour.finish_an_action()
    hour.add_someone()
    assert hour.results_on_home() == hour.expected_on_home()
    check_twice(hour, hour.make_the_pack())
    assert hour.undo_until(begun) > 150
    hour.redo_while("Redo: add evidence", "Redo: start assessment")
    assert hour.records() == shown
    hour.undo_everything()
    assert hour.words_of_undo() == "Undo"
    record_property("work of the window between two turns of its loop", hour.hands.watch.report())


def check_twice(hour: FirstHour, folder: Path) -> None:
    """In the window, by our own command, and by another program where there is one."""
    hour.check_the_pack(folder)
    pack, evidence, root = (folder / name for name in ("pack.pdf", "evidence.zip", "root.pem"))
    said = sevenfold("check-pack", pack, "--root", root, "--evidence", evidence)
    assert said.code == 0, said.out
    if other := shutil.which("pdfsig"):
        found = subprocess.run([other, "-nocert", pack], capture_output=True, text=True, check=False).stdout
        assert "Signature is Valid." in found
        assert "Total document signed" in found
