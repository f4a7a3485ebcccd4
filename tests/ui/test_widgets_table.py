# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The table and the matrix: sorting, keys, what is said, and that showing tells nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.theme import LOOK, colour
from desktop.ui.widgets.boxes import column, plain, scrolling
from desktop.ui.widgets.cell_lines import PAD, lines_of
from desktop.ui.widgets.heat_cell import HeatValue
from desktop.ui.widgets.heat_table import HeatTable
from desktop.ui.widgets.table import Cell, Column, DataTable, Row

SAYS = Qt.ItemDataRole.AccessibleTextRole
ACROSS = Qt.Orientation.Horizontal
COLUMNS = (Column("Due", 130), Column("What"), Column("Days", 80, align="right"))


@pytest.fixture(autouse=True)
def _in_light(qtbot: QtBot) -> Iterator[None]:
    LOOK.wear("light", 100)
    yield
    LOOK.wear("light", 100)


def rows() -> list[Row]:
    return [
        Row("b", (Cell("30 Nov", state="due", sort_key=8), Cell("Tell trustees"), Cell("8", sort_key=8))),
        Row("c", (Cell("", sort_key=None), Cell("Ask the police" * 20), Cell("10", sort_key=10))),
        Row("a", (Cell("7 days late", state="late", sort_key=-7), Cell("Stop bookings"), Cell("-7", sort_key=-7))),
    ]


def table(qtbot: QtBot, wide: int = 600) -> tuple[DataTable, list[tuple[str, str]]]:
    made = DataTable(COLUMNS, "Actions")
    told: list[tuple[str, str]] = []
    made.opened.connect(lambda row: told.append(("opened", row)))
    made.selected.connect(lambda row: told.append(("selected", row)))
    made.context_asked.connect(lambda row, _at: told.append(("context", row)))
    qtbot.addWidget(made)
    made.resize(wide, 300)
    made.show_rows(rows())
    with qtbot.waitExposed(made):
        made.show()
    return made, told


def order(made: DataTable) -> list[str]:
    return [row.id for row in made.shown.rows]


def test_showing_sorting_and_selecting_tell_nothing_and_keep_the_selection(qtbot: QtBot) -> None:
    made, told = table(qtbot)
    assert order(made) == ["b", "c", "a"]
    made.select("c")
    made.sort_by(0)
    made.show_rows(rows())
    assert order(made) == ["a", "b", "c"]
    assert made.selected_id == "c"
    made.show_rows(rows()[:1])
    assert made.selected_id == ""
    assert told == []


def test_blank_cells_stay_last_either_way_and_the_head_says_how_it_is_sorted(qtbot: QtBot) -> None:
    made, _told = table(qtbot)
    head = made.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(0) + 20, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert order(made) == ["a", "b", "c"]
    assert made.shown.headerData(0, ACROSS, SAYS) == "Due, sorted from first to last"
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert order(made) == ["b", "a", "c"]
    assert made.shown.headerData(0, ACROSS, SAYS) == "Due, sorted from last to first"
    assert made.shown.headerData(1, ACROSS, SAYS) == "What"


def test_keys_select_open_sort_and_ask(qtbot: QtBot) -> None:
    made, told = table(qtbot)
    made.select("b")
    QTest.keyClick(made, Qt.Key.Key_Down)
    QTest.keyClick(made, Qt.Key.Key_Return)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(made.viewport(), asked)
    assert told == [("selected", "c"), ("opened", "c"), ("context", "c")]
    QTest.keyClick(made, Qt.Key.Key_F8)
    assert order(made) == ["a", "b", "c"]
    assert not made.tabKeyNavigation()


def test_a_click_selects_and_a_double_click_opens(qtbot: QtBot) -> None:
    made, told = table(qtbot)
    place = made.visualRect(made.shown.index(2, 1)).center()
    QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(made.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == [("selected", "a"), ("opened", "a")]


def test_a_cell_says_its_state_and_a_list_can_be_printed(qtbot: QtBot) -> None:
    made, _told = table(qtbot)
    said = [made.shown.index(at, 0).data(SAYS) for at in range(3)]
    assert said == ["30 Nov, Due soon", "", "7 days late"]
    assert Cell("SA 2.2", accessible="Standard 2, indicator 2").said == "Standard 2, indicator 2"
    made.sort_by(2, descending=True)
    listing = made.as_list()
    assert listing.headings == ("Due", "What", "Days")
    assert [row[2] for row in listing.rows] == ["10", "8", "-7"]
    assert listing.rows[1][0] == "30 Nov, Due soon"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_selected_row_has_a_bar_of_four_pixels(qtbot: QtBot, theme: str) -> None:
    LOOK.wear(theme, 100)
    made, _told = table(qtbot)
    made.select("c")
    image = made.viewport().grab().toImage()
    chosen, other = (made.visualRect(made.shown.index(at, 0)).center().y() for at in (1, 0))
    bar = [image.pixelColor(x, chosen).name() for x in range(5)]
    assert bar == [colour("mark").name()] * 4 + [colour("sunken").name()]
    assert image.pixelColor(1, other) == colour("surface")


def test_the_row_one_stands_on_has_a_line_under_all_of_it_though_none_is_selected(qtbot: QtBot) -> None:
    made, _told = table(qtbot)
    with qtbot.waitActive(made):
        made.activateWindow()
    made.select("c")
    made.setFocus()
    made.select("")
    image = made.viewport().grab().toImage()
    here, there = (made.visualRect(made.shown.index(at, 0)).bottom() - 1 for at in (1, 0))
    across = [made.visualRect(made.shown.index(1, at)).right() - 2 for at in range(3)]
    assert {image.pixelColor(x, here).name() for x in across} == {colour("focus").name()}
    assert image.pixelColor(across[1], there) == colour("surface")


def test_rows_are_of_one_height_that_grows_with_the_text(qtbot: QtBot) -> None:
    made, _told = table(qtbot)
    assert {made.rowHeight(at) for at in range(3)} == {34}
    LOOK.wear("light", 200)
    assert {made.rowHeight(at) for at in range(3)} == {68}


def test_a_narrow_table_keeps_its_first_column_in_view(qtbot: QtBot) -> None:
    made, _told = table(qtbot, 260)
    bar = made.horizontalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert made.kept_width() == 130
    assert made.indexAt(QPoint(20, 20)).column() == 0
    image = made.viewport().grab().toImage()
    row = made.visualRect(made.shown.index(2, 0))
    mark = [image.pixelColor(x, row.center().y()).name() for x in range(10, 26)]
    assert colour("gap").name() in mark
    made.setCurrentIndex(made.shown.index(0, 1))
    assert made.visualRect(made.shown.index(0, 1)).left() >= 130


def test_a_whole_table_needs_no_scroll_bar_in_any_theme(qtbot: QtBot) -> None:
    made = DataTable(COLUMNS, "Actions", whole=True)
    qtbot.addWidget(made)
    made.resize(600, 40)
    made.show_rows(rows())
    with qtbot.waitExposed(made):
        made.show()
    for theme in ("light", "contrast"):
        LOOK.wear(theme, 100)
        assert made.height() >= 34 * 4
        assert made.verticalScrollBar().maximum() == 0
    before = made.height()
    made.show_rows(rows()[:1])
    assert made.height() == before - 2 * 34


def test_the_matrix_says_whole_sentences_moves_by_arrows_and_tells_only_what_a_person_does(qtbot: QtBot) -> None:
    made = HeatTable("Training")
    told: list[tuple[str, ...]] = []
    made.opened.connect(lambda who, what: told.append(("opened", who, what)))
    made.selected.connect(lambda who, what: told.append(("selected", who, what)))
    qtbot.addWidget(made)
    made.resize(700, 300)
    late = HeatValue("lapsed", "Mar 26", "Maureen Trantock, Risk tools, lapsed March 2026")
    down, across = [("p1", "Maureen Trantock"), ("p2", "Jo Field")], [("risk", "Risk tools"), ("aid", "First aid")]
    made.show_values(down, across, {("p1", "risk"): late})
    made.select("p1", "risk")
    made.show_values(down, across, {("p1", "risk"): late})
    assert told == []
    assert made.values.data(made.currentIndex(), SAYS) == late.sentence
    QTest.keyClick(made, Qt.Key.Key_Right)
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert told == [("selected", "p1", "aid"), ("opened", "p1", "aid")]
    assert made.as_list().rows[0] == ("Maureen Trantock", "Lapsed, Mar 26", "Not needed")
    assert made.values.headerData(0, Qt.Orientation.Vertical) == "Maureen Trantock"
    image = made.viewport().grab().toImage()
    assert image.pixelColor(made.columnViewportPosition(0) + 60, 4) == colour("gap_tint")


def test_a_table_that_grows_cuts_no_words_of_a_column_that_wraps(qtbot: QtBot) -> None:
    made = DataTable((Column("What", wrap=True), Column("When", 90)), "Courses", whole=True, grow=True)
    qtbot.addWidget(made)
    long = Cell("Domestic abuse and coercive control foundation", under="Done on 3 March 2026, in the long form")
    made.resize(300, 300)
    made.show_rows([Row("a", (Cell("Short"), Cell("30 Nov"))), Row("b", (long, Cell("30 Nov")))])
    with qtbot.waitExposed(made):
        made.show()
    low, high = made.rowHeight(0), made.rowHeight(1)
    room = made.columnWidth(0) - 2 * PAD
    words, under = lines_of(long, made.shown.columns[0], room, high - 1)
    assert (" ".join(words), " ".join(under)) == (long.words, long.under)
    assert len(words) > 1
    assert high > low
    assert made.height() >= low + high
    made.sort_by(0)
    assert made.rowHeight(0) == high
    made.resize(1200, 300)
    assert made.rowHeight(0) < high


def test_a_table_as_high_as_its_rows_lets_the_page_follow_the_row_one_is_on(qtbot: QtBot) -> None:
    made = DataTable(COLUMNS, "Actions")
    made.show_rows([Row(str(at), (Cell(str(at)), Cell("Stop bookings"), Cell("1"))) for at in range(40)])
    page = scrolling(plain(column(made)))
    qtbot.addWidget(page)
    page.resize(600, 300)
    with qtbot.waitExposed(page):
        page.show()
    assert page.verticalScrollBar().maximum() == 0, "the table scrolls in itself until it is told otherwise"
    made.stand_whole(whole=True)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    for key in [Qt.Key.Key_Down] * 30:
        QTest.keyClick(made, key)
    assert made.verticalScrollBar().maximum() == 0
    top = made.viewport().mapTo(page.viewport(), made.visualRect(made.currentIndex()).topLeft()).y()
    assert made.selected_id == "30"
    assert 0 <= top <= page.viewport().height() - made.rowHeight(30)
    made.stand_whole(whole=False)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() == 0)
    assert made.verticalScrollBar().maximum() > 0
