# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The second reader, sign-off and rounds, and rounds compared: what is hidden, what is asked, what stays."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.models.changes import Op
from desktop.models.records import Judgement
from desktop.models.rounds import RoundState
from desktop.services.desk import Desk
from desktop.services.place_words import INDICATORS, SECOND_READER
from desktop.services.rounds.signing_off import SigningOff
from desktop.services.targets import Place, Target
from tests.storage.desks import MANAGER, SECOND, desk_of, named_workbook
from tests.storage.next_version import REWORDED, VERSION, next_version
from tests.storage.workbooks import CLOCK, later, reopen
from tests.ui.drivers.controls import NARROW_EM
from tests.ui.drivers.rounds import CompareDriver, RoundsDriver, SecondReaderDriver

CHAIR = SigningOff("Invented Chair", "Chair of trustees", CLOCK.today(), "4.2", one_reader=True)


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A round with two answers, one of them critical."""
    with desk_of(named_workbook(tmp_path / "workbook")) as desk:
        desk.rounds.starting.fresh(MANAGER)
        desk.assessing.judge("1.1", Judgement.IN_PLACE)
        desk.assessing.judge("1.4", Judgement.PARTLY_IN_PLACE)
    return tmp_path / "workbook"


def test_the_second_reader_says_who_they_are_and_sees_the_first_judgement_only_after_their_own(
    qtbot: QtBot, begun: Path
) -> None:
    with desk_of(reopen(begun)) as desk:
        page = SecondReaderDriver(qtbot, desk)
        assert (page.states()["SA 1.1"], page.states()["SA 1.2"]) == ("To be read", "Not judged yet")
        page.open_row("reading-list", "SA 1.1")
        assert page.problem("reader-name").startswith("Say who reads first")
        page.type_in("reader-name", SECOND)
        page.open_row("reading-list", "SA 1.1")
        page.seen("reading-comment")
        assert not page.shows("reading-first")
        page.type_in("reading-comment", "Seen in two files.")
        page.judge(3)
        page.seen("reading-first")
        assert page.text("reading-first").startswith(f"{MANAGER} judged 3, In place. {SECOND} read it")
        assert page.text("reading-first").endswith("Both agree.")
        assert page.states()["SA 1.1"] == "Both agree"
        assert desk.rounds.second_reader.view("1.1", SECOND).reading.comment == "Seen in two files."  # type: ignore[union-attr]  # there is one
        page.click("reading-take-back")
        assert not page.shows("reading-first")
        assert page.states()["SA 1.1"] == "To be read"


def test_nobody_reads_their_own_and_the_page_says_so(qtbot: QtBot, begun: Path) -> None:
    with desk_of(reopen(begun)) as desk:
        page = SecondReaderDriver(qtbot, desk)
        page.type_in("reader-name", MANAGER)
        page.open_row("reading-list", "SA 1.1")
        assert "nobody reads their own" in page.text("reading-why-not")
        assert not page.picker.isEnabled()


def test_a_second_reader_that_was_only_stated_counts_and_can_be_read_anew(qtbot: QtBot, desk: Desk) -> None:
    page = SecondReaderDriver(qtbot, desk)
    assert page.states()["SA 1.1"] == "Stated as read"
    page.type_in("reader-name", SECOND)
    page.open_row("reading-list", "SA 1.1")
    page.judge(0)
    page.seen("settle")
    assert page.states()["SA 1.1"] == "They differ"


def test_a_difference_is_settled_with_a_note_and_what_was_half_typed_waits(qtbot: QtBot, begun: Path) -> None:
    with desk_of(reopen(begun)) as desk:
        page = SecondReaderDriver(qtbot, desk, em=NARROW_EM)
        page.type_in("reader-name", SECOND)
        page.open_row("reading-list", "SA 1.1")
        page.judge(1)
        page.seen("settle")
        page.type_in("settle-note", "One site has it in writing.")
        page.click("settle")
        assert page.problem("settle-level") == "Choose what you both agree on."
        page.click("reading-back")
        page.open_row("reading-list", "SA 1.1")
        page.seen("settle-note")
        assert page.value("settle-note") == "One site has it in writing."
        page.pick("settle-level", "2")
        page.click("settle")
        assert page.text("reading-first").endswith("Settled: One site has it in writing.")
        assert desk.assessing.indicator("1.1").answer.judgement is Judgement.PARTLY_IN_PLACE
        assert not page.shows("settle")


def test_a_sign_off_asks_for_what_is_missing_and_then_closes_the_round(qtbot: QtBot, begun: Path) -> None:
    with desk_of(reopen(begun)) as desk:
        page = RoundsDriver(qtbot, desk)
        page.click("round-sign-off")
        page.seen("sign-off-save")
        page.click("sign-off-save")
        assert page.problem("sign-off-name").startswith("The assessment was not signed off: nobody is named")
        page.type_in("sign-off-name", CHAIR.name)
        page.type_in("sign-off-role", CHAIR.role)
        page.type_in("sign-off-day", "1 January 2030")
        page.click("sign-off-save")
        assert "has not come yet" in page.problem("sign-off-day")
        page.type_in("sign-off-day", "22 November 2026")
        page.click("sign-off-save")
        assert "judged by one person alone" in page.text("sign-off-problem")
        page.tick("sign-off-one-reader")
        page.click("sign-off-save")
        assert page.text("round-said").startswith("Signed off on 22 November 2026 by Invented Chair")
        assert not page.shows("round-sign-off")
        assert page.focus() == "round-print"
        assert page.person.told == ["The assessment is signed off. Packs are made from it as it stands now."]
        page.click("round-print")
        assert page.printed[0].pdf(lambda *_step: None).startswith(b"%PDF")
        page.click("round-reopen")
        page.seen("reopen-save")
        page.click("reopen-save")
        assert "there is no reason" in page.problem("reopen-why")
        page.type_in("reopen-why", "A figure was wrong.")
        page.click("reopen-save")
        assert page.shows("round-sign-off")
        line = desk.rounds.newest()
        assert line is not None
        assert line.state is RoundState.OPEN
        assert "Reopened on 22 November 2026: A figure was wrong." in page.rows("rounds-list")[0][1]


def test_what_is_half_filled_in_for_a_sign_off_waits(qtbot: QtBot, begun: Path) -> None:
    with desk_of(reopen(begun)) as desk:
        page = RoundsDriver(qtbot, desk)
        page.click("round-sign-off")
        page.type_in("sign-off-name", "Invented Chair")
        page.page.leave()
        again = RoundsDriver(qtbot, desk)
        again.click("round-sign-off")
        assert again.value("sign-off-name") == "Invented Chair"


def test_the_next_round_starts_on_a_later_day_and_takes_the_answers_along(qtbot: QtBot, begun: Path) -> None:
    with desk_of(reopen(begun)) as desk:
        page = RoundsDriver(qtbot, desk)
        assert page.text("next-said").endswith("The next can start on a later day.")
        assert not page.shows("next-from-last")
    with desk_of(reopen(begun, clock=later(days=2)), later(days=2)) as desk:
        db = desk._workbook.db
        with db.write(Op.EDIT_ASSESSMENT):
            (only,) = db.assessments.list()
            db.assessments.save(replace(only, dated=only.dated - timedelta(days=365)))
        page = RoundsDriver(qtbot, desk)
        assert page.text("next-said").startswith("2 answers of the last assessment")
        page.type_in("next-assessor", "")
        page.click("next-from-last")
        assert page.problem("next-assessor").startswith("Type a name first")
        page.type_in("next-assessor", SECOND)
        page.click("next-from-last")
        assert page.gone_to == [Target(Place.STANDARDS, INDICATORS)]
        assert len(page.rows("rounds-list")) == 2
        compare = CompareDriver(qtbot, desk)
        assert compare.text("compare-told").startswith("67 the same.")
        desk.assessing.judge("1.4", Judgement.NOT_IN_PLACE)
        assert [row[0].partition(",")[0] for row in compare.rows("compare-list")] == ["SA 1.4"]
        moved, *counted = compare.rows("compare-list")[0][1:]
        assert moved.startswith("Down")
        assert counted == ["1, Being developed", "0, Not in place", "Judged 0; it was 2."]
        assert len(compare.rows("compare-trend")) == 7
        compare.open_row("compare-list", "SA 1.4")
        assert compare.gone_to[-1] == Target(Place.STANDARDS, "1.4")


def test_before_there_is_a_round_each_page_says_what_will_be_there(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_of(named_workbook(tmp_path / "workbook")) as desk:
        for driver, button in (
            (SecondReaderDriver, "reading-to-indicators"),
            (RoundsDriver, "rounds-to-indicators"),
            (CompareDriver, "compare-to-rounds"),
        ):
            page = driver(qtbot, desk)
            page.click(button)
            assert page.gone_to[0].place is Place.STANDARDS


def test_the_round_leads_to_its_second_reader(qtbot: QtBot, desk: Desk) -> None:
    page = RoundsDriver(qtbot, desk)
    page.click("round-second-reader")
    assert page.gone_to == [Target(Place.STANDARDS, SECOND_READER)]


def test_a_new_version_is_looked_at_brought_in_and_taken_away(qtbot: QtBot, begun: Path, tmp_path: Path) -> None:
    with desk_of(reopen(begun)) as desk:
        page = RoundsDriver(qtbot, desk)
        page.person.path = tmp_path / "next.json"
        page.person.path.write_text("{", encoding="utf-8")
        page.click("version-choose")
        assert "is not JSON" in page.person.told[-1]
        page.person.path.write_text(next_version(), encoding="utf-8")
        page.click("version-choose")
        page.seen("version-save")
        said = page.text("version-said")
        assert "1 answer must be confirmed before it counts" in said
        assert "No longer asked: SA 1.2." in said
        assert any(label.text() == f"Now: {REWORDED}" for label in page.page.findChildren(QLabel))
        assert desk._workbook.db.catalogues.list() == ()
        page.click("version-save")
        assert [one.id for one in desk._workbook.db.catalogues.list()] == [VERSION]
        page.seen(f"version-remove-{VERSION}")
        page.click(f"version-remove-{VERSION}")
        assert desk._workbook.db.catalogues.list() == ()
        assert desk.can_undo() == f"Undo: take away version {VERSION}"
