# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Documents inside the window: pages, keys, words for screen readers, and children that misbehave."""

import os
import signal
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.preview import refusals
from desktop.ui.preview.page_strip import PageStrip
from desktop.ui.preview.preview_pane import PreviewPane
from desktop.ui.preview.reader import PreviewReader
from desktop.ui.preview.sheets import Seen, Sheets
from tests.unit.preview_samples import pdf, png_header

NEVER_ANSWERS = (sys.executable, "-c", "import sys; sys.stdin.buffer.read()")
TALKS_NONSENSE = (sys.executable, "-c", "print('Dear window, this is not the protocol.')")
ENDS_AT_ONCE = (sys.executable, "-c", "")
NOT_THERE = ("/no/such/program",)


def a_pane(qtbot: QtBot, reader: PreviewReader | None = None) -> PreviewPane:
    pane = PreviewPane(reader=reader)
    qtbot.addWidget(pane, before_close_func=lambda _pane: pane.clear())
    pane.resize(420, 500)
    pane.show()
    return pane


def until(qtbot: QtBot, holds: Callable[[], bool]) -> None:
    """Wait for a child, also on a busy machine."""
    qtbot.waitUntil(holds, timeout=60_000)


def strip(pane: PreviewPane) -> PageStrip:
    found = pane.findChild(PageStrip)
    assert found is not None
    return found


def a_button(pane: PreviewPane, name: str) -> QPushButton:
    found = pane.findChild(QPushButton, name)
    assert found is not None
    return found


def said(pane: QWidget) -> str:
    """Every word that is on the screen."""
    return " | ".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible() and label.text())


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_long_pdf_is_read_to_its_end_by_one_key_and_only_what_is_near_is_drawn(qtbot: QtBot) -> None:
    pane = a_pane(qtbot)
    drawn: list[int] = []
    seen: list[int] = []
    pane._reader.page_ready.connect(lambda number, _image, _text: drawn.append(number))
    pane.page_seen.connect(seen.append)
    pane.show_document("plan.pdf", pdf(*(f"Words of {n}" for n in range(1, 10))))
    until(qtbot, lambda: drawn == [1, 2])
    assert not pane.all_seen
    for _ in range(20):
        until(qtbot, lambda: strip(pane)._asked == [])
        QTest.keyClick(strip(pane), Qt.Key.Key_PageDown)
        until(qtbot, lambda: not strip(pane)._settle.isActive())
    until(qtbot, lambda: pane.all_seen)
    assert seen == list(range(1, 10))
    assert "Page 9 of 9" in said(pane)
    assert len(strip(pane)._images) <= 9


def test_jumping_to_the_end_does_not_count_as_reading(qtbot: QtBot) -> None:
    pane = a_pane(qtbot)
    pane.show_document("plan.pdf", pdf("One", "Two", "Three"))
    until(qtbot, lambda: 1 in strip(pane)._images)
    QTest.keyClick(strip(pane), Qt.Key.Key_End)
    until(qtbot, lambda: 3 in strip(pane)._images and not strip(pane)._settle.isActive())
    assert 2 not in pane.seen
    assert not pane.all_seen


def test_a_screen_reader_hears_the_name_the_place_and_the_words_of_the_page(qtbot: QtBot) -> None:
    pane = a_pane(qtbot)
    pane.show_document("plan.pdf", pdf("First words", "Second words"))
    until(qtbot, lambda: strip(pane).accessibleDescription() == "First words")
    assert strip(pane).accessibleName() == "plan.pdf, page 1 of 2"
    a_button(pane, "preview_next").click()
    until(qtbot, lambda: strip(pane).accessibleDescription() == "Second words")
    assert strip(pane).accessibleName() == "plan.pdf, page 2 of 2"
    assert not a_button(pane, "preview_next").isEnabled()


def test_a_larger_page_is_drawn_anew_at_its_size_and_fit_width_brings_it_back(qtbot: QtBot) -> None:
    pane = a_pane(qtbot)
    pane.show_document("plan.pdf", pdf("One"))

    def width() -> int:
        image = strip(pane)._images.of(1) or QImage()
        return image.width()

    until(qtbot, lambda: width() > 0)
    fit = width()
    assert fit == strip(pane)._sheets.all[0].width * strip(pane).devicePixelRatioF()
    a_button(pane, "preview_larger").click()
    until(qtbot, lambda: width() == round(fit * 1.25))
    a_button(pane, "preview_fit").click()
    until(qtbot, lambda: width() == fit)


def test_one_page_at_a_time_turns_with_page_down(qtbot: QtBot) -> None:
    pane = a_pane(qtbot)
    pane.show_all_pages(False)
    pane.show_document("plan.pdf", pdf("One", "Two"))
    until(qtbot, lambda: 1 in strip(pane)._images)
    assert [sheet.number for sheet in strip(pane)._sheets.all] == [1]
    while strip(pane).current == 1:
        QTest.keyClick(strip(pane), Qt.Key.Key_PageDown)
    assert [sheet.number for sheet in strip(pane)._sheets.all] == [2]
    assert strip(pane).verticalScrollBar().value() == 0
    a_button(pane, "preview_previous").click()
    assert strip(pane).current == 1


def test_a_text_is_shown_as_words_that_hide_nothing(qtbot: QtBot) -> None:
    pane = a_pane(qtbot)
    pane.show_document("notes.txt", "safe\u202egnp.exe <b>".encode())
    until(qtbot, lambda: pane.all_seen)
    view = pane.findChild(QPlainTextEdit)
    assert view is not None
    assert view.isVisible()
    assert view.toPlainText() == "safe[U+202E]gnp.exe <b>"
    assert view.isReadOnly()


def test_what_cannot_be_shown_is_said_in_plain_words(qtbot: QtBot) -> None:
    pane = a_pane(qtbot)
    pane.show_document("huge.png", png_header(20_000, 20_000))
    until(qtbot, lambda: refusals.PictureTooLargeError.sentence() in said(pane))
    assert said(pane).startswith("huge.png")
    pane.show_document("empty.pdf", b"")
    assert refusals.EmptyFileError.sentence() in said(pane)
    pane.show_words("Held elsewhere", "Locked cabinet in the office.")
    assert said(pane) == "Held elsewhere | Locked cabinet in the office."
    assert not pane.all_seen


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kills in another way")
def test_a_child_that_dies_leaves_plain_words_and_a_window_that_goes_on(qtbot: QtBot) -> None:
    pane = a_pane(qtbot)
    pane.show_document("plan.pdf", pdf("One", "Two"))
    until(qtbot, lambda: 1 in strip(pane)._images)
    os.kill(pane._reader.child_id(), signal.SIGKILL)
    until(qtbot, lambda: refusals.StoppedError.sentence() in said(pane))
    pane.show_document("plan.pdf", pdf("Again"))
    until(qtbot, lambda: strip(pane).accessibleDescription() == "Again")


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (NEVER_ANSWERS, refusals.TooSlowError),
        (TALKS_NONSENSE, refusals.StoppedError),
        (ENDS_AT_ONCE, refusals.StoppedError),
        (NOT_THERE, refusals.CannotStartError),
    ],
    ids=["never answers", "talks nonsense", "ends at once", "is not there"],
)
def test_a_child_that_does_not_do_its_work_is_ended_and_explained(
    qtbot: QtBot, command: tuple[str, ...], reason: type[refusals.NotShownError]
) -> None:
    reader = PreviewReader(command=command, patience_ms=200 if command == NEVER_ANSWERS else 60_000)
    pane = a_pane(qtbot, reader)
    pane.show_document("plan.pdf", pdf("One"))
    until(qtbot, lambda: reason.sentence() in said(pane))
    assert not reader.child_id()


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill asks otherwise there")
def test_no_child_outlives_its_document_or_its_pane(qtbot: QtBot) -> None:
    pane = PreviewPane()
    pane.show_document("one.txt", b"One")
    first = pane._reader.child_id()
    pane.show_document("two.txt", b"Two")
    second = pane._reader.child_id()
    assert not alive(first)
    assert alive(second)
    with qtbot.waitSignal(pane.destroyed):
        pane.deleteLater()
    assert not alive(second)


def test_a_page_counts_as_seen_once_all_of_its_height_was_shown() -> None:
    seen = Seen()
    assert not seen.note(1, (0.0, 0.4))
    assert not seen.note(1, (0.6, 1.0)), "the middle was never shown"
    assert seen.note(1, (0.4, 0.6))
    assert not seen.note(1, (0.0, 1.0)), "told once"


def test_sheets_stand_under_one_another_and_the_foremost_is_the_one_mostly_in_view() -> None:
    sheets = Sheets([(1, (100, 200)), (2, (50, 100)), (3, (100, 200))], room=240, scale=2.0, gap=10)
    assert [(s.x, s.y, s.width, s.height) for s in sheets.all] == [
        (20, 10, 200, 400),
        (70, 420, 100, 200),
        (20, 630, 200, 400),
    ]
    assert [s.number for s in sheets.between(410, 420)] == []
    assert [s.number for s in sheets.between(400, 640)] == [1, 2, 3]
    assert sheets.foremost(400, 640) == 2
    assert sheets.foremost(0, 5000) == 1
