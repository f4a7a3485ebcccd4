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
