# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Words of a person that look like markup are shown as they were written."""

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.buttons import LineButton

MARKUP = "Minutes of <b>June</b> & July, <img src='file:///picture.png'> as agreed by the trustees"


@pytest.mark.parametrize("text", [MARKUP, "Minutes of June & July, as agreed by the trustees in the summer"])
def test_the_tooltip_of_a_cut_line_shows_every_letter_of_it(qtbot: QtBot, text: str) -> None:
    made = LineButton(text, "line", lambda: None)
    qtbot.addWidget(made)
    made.resize(120, 30)
    made.show()
    told = made.toolTip()
    if "<" in told:  # then Qt takes it for markup
        document = QTextDocument()
        document.setHtml(told)
        told = document.toPlainText()
    assert told == text


def test_a_line_that_may_take_more_shows_all_words_before_it_cuts_any(qtbot: QtBot) -> None:
    text = "Issue a card for imminent danger that needs nobody's permission"
    made = LineButton(text, "line", lambda: None, most=3)
    qtbot.addWidget(made)
    made.resize(220, 30)
    made.show()
    assert made.text().replace("\n", " ") == text
    assert "\n" in made.text()
    assert made.toolTip() == ""
    low = made.minimumHeight()
    made.resize(900, 60)
    assert made.text() == text
    assert made.minimumHeight() < low
    made.resize(60, 60)
    assert made.text().count("\n") == 2
    assert made.toolTip() == text
