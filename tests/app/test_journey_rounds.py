# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A round over its year: read twice, settled, signed off, lapsed, begun anew in another version, and undone."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.models.records import Judgement
from desktop.models.results import RowState
from desktop.models.rounds import RoundState
from desktop.ui.theme import LOOK
from tests.app.hands import Hands
from tests.app.stage import Stage
from tests.app.years_round import YearsRound
from tests.storage.next_version import VERSION
from tests.storage.workbooks import later


def test_a_round_from_its_second_reader_to_the_next_year(
    qapp: QApplication, practice_home: Path, tmp_path: Path
) -> None:
    this_year = Stage(practice_home)
    try:
        year = YearsRound(Hands(this_year.start(practice=True)), tmp_path)
        sign_it_off(year)
    finally:
        this_year.end()
    next_year = Stage(practice_home, clock=later(days=400))
    try:
        begin_the_next(YearsRound(Hands(next_year.start(practice=True)), tmp_path))
    finally:
        next_year.end()
        LOOK.wear("light", 100)


def sign_it_off(year: YearsRound) -> None:
    rounds = year.stage.working.desk.rounds
    year.read_a_second_time("1.2", 0)
    assert "They differ." in year.hands.says("reading-first")
    year.settle("2, Partly in place", "One site has it in writing.")
    assert [one.is_settled for one in rounds.second_reader.differences()] == [True]
    year.sign_off()
    line = rounds.newest()
    assert line is not None
    assert line.state is RoundState.SIGNED_OFF
    assert not year.hands.sees("round-sign-off")


def begin_the_next(year: YearsRound) -> None:
    desk = year.stage.working.desk
    line = desk.rounds.newest()
    assert line is not None
    assert line.state is RoundState.LAPSED
    assert "start the next assessment" in year.hands.words()
    before = year.records()
    year.bring_in_the_next_version()
    year.start_from_the_last()
    assert desk.assessing.catalogue().version == VERSION
    assert desk.assessing.indicator("1.1").score.state is RowState.OPEN
    year.hands.click("still-holds")
    assert desk.assessing.indicator("1.1").score.state is RowState.ANSWERED
    desk.assessing.judge("1.92", Judgement.BEING_DEVELOPED)
    moved = year.compare()
    assert "1 withdrawn" in moved
    assert "1 new" in moved
    assert year.undo_to(before) == 4
