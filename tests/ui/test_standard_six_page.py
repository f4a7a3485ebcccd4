# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Standard 6, live: a figure for each indicator on any day, who is behind it, and never a change to a judgement."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.models.dates import long_date
from desktop.models.records import Judgement
from desktop.services.desk import Desk
from desktop.services.place_words import six_target
from desktop.services.targets import Place, Target
from desktop.ui.widgets.table import DataTable
from tests.ui.drivers.controls import NARROW_EM
from tests.ui.drivers.people_pages import SixDriver


@pytest.fixture
def six(qtbot: QtBot, desk: Desk) -> SixDriver:
    return SixDriver(qtbot, desk)


def test_every_indicator_has_its_figure_and_the_one_chosen_says_who_and_why(six: SixDriver, desk: Desk) -> None:
    view = desk.standard_six.view()
    assert [row[0].partition(",")[0] for row in six.rows("six-figures")] == [line.number for line in view.lines]
    core = view.line("6.3")
    six.open_row("six-figures", core.number)
    assert six.text("figure-said") == f"{core.sentence}."
    assert six.why() == {one.name: one.why for one in core.people}
    assert not core.people[0].met, "who is missing something comes first"
    assert six.saves == 0


def test_enter_leads_to_the_person_and_the_button_to_the_indicator(six: SixDriver, desk: Desk) -> None:
    core = desk.standard_six.view().line("6.3")
    six.open_row("six-figures", core.number)
    QTest.keyClick(six.one(DataTable, "figure-people"), Qt.Key.Key_Return)
    six.click("figure-open")
    assert six.gone_to == [core.people[0].target, Target(Place.STANDARDS, "6.3")]


def test_a_day_to_come_shows_what_will_have_lapsed_by_then(six: SixDriver, desk: Desk) -> None:
    figure = next(line for line in desk.standard_six.view().lines if line.lapsing)
    lapsing = figure.lapsing[0]
    assert lapsing.lapses_on is not None
    six.page.show_target(six_target(figure.indicator_id))
    six.type_in("six-as-at", long_date(lapsing.lapses_on + timedelta(days=1)))
    later = desk.standard_six.view(lapsing.lapses_on + timedelta(days=1)).line(figure.indicator_id)
    assert six.text("figure-said") == f"{later.sentence}."
    assert six.why()[lapsing.name] != lapsing.why
    six.click("six-today")
    assert six.why()[lapsing.name] == lapsing.why


def test_a_day_that_cannot_be_read_is_told_and_nothing_moves(six: SixDriver) -> None:
    before = six.rows("six-figures")
    six.type_in("six-as-at", "31 February")
    assert "as at" not in six.problem("six-as-at")
    assert six.problem("six-as-at")
    assert six.rows("six-figures") == before


def test_a_judgement_that_says_more_than_the_records_is_flagged_and_left_alone(six: SixDriver, desk: Desk) -> None:
    desk.assessing.judge("6.3", Judgement.IN_PLACE)
    flagged = desk.standard_six.view().line("6.3")
    assert flagged.flag
    six.open_row("six-figures", flagged.number)
    assert six.text("figure-flag") == flagged.flag
    assert "more than the records" in six.page.subtitle()
    assert desk.assessing.indicator("6.3").answer.judgement is Judgement.IN_PLACE


def test_the_paper_names_nobody(six: SixDriver, desk: Desk) -> None:
    printed = six.page.listing()
    assert printed is not None
    said = " ".join(str(cell) for row in printed.rows for cell in row)
    assert "core training in date" in said
    assert not [line.name for line in desk.people.lines() if line.name in said]


def test_where_it_is_narrow_the_figure_stands_alone_and_esc_leads_back(qtbot: QtBot, desk: Desk) -> None:
    six = SixDriver(qtbot, desk, em=NARROW_EM)
    six.open_row("six-figures", "SA 6.3")
    assert not six.shows("six-figures")
    QTest.keyClick(six.one(DataTable, "figure-people"), Qt.Key.Key_Escape)
    assert six.shows("six-figures")
