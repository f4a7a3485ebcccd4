# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The answer on top and the three plain answers under it: of a pack that was given, or one just made."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from desktop.models.verdict import Outcome
from desktop.services.checked_pack import CheckAnswer, CheckedPack
from desktop.ui.widgets.boxes import clear, column, plain, row, rule
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import words
from desktop.ui.widgets.words_shown import shown

STATES = {
    Outcome.GENUINE: "done",
    Outcome.ALTERED: "altered",
    Outcome.CANNOT_TELL: "unsure",
    Outcome.UNREADABLE: "unreadable",
}


class VerdictCard(QFrame):
    """The answer in one line, and the one line under it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("shape", "next")
        self.setObjectName("verdict")
        self._mark = Mark("unsure", 34)
        self._heading = words("", "h2", 700, wrap=True)
        self._heading.setObjectName("verdict-heading")
        self._sentence = words("", wrap=True)
        self._sentence.setObjectName("verdict-sentence")
        said = plain(column(self._heading, self._sentence, gap=2))
        self.ways = row(gap=12)
        self._line = row(plain(row(self._mark, (said, 1), gap=16)), self.ways, gap=12, margins=(18, 14, 16, 14))
        self._line.setStretch(0, 1)
        self.setLayout(self._line)

    def stand(self, *, narrow: bool) -> None:
        """With little width the buttons go under the words."""
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        sides = Qt.AlignmentFlag
        self._line.setAlignment(self.ways, sides.AlignLeft if narrow else sides.AlignVCenter)

    def show_verdict(self, outcome: Outcome, heading: str, sentence: str) -> None:
        """Show an answer. Only a genuine pack is ever green."""
        self._mark.show_state(STATES[outcome])
        self.setProperty("outcome", outcome.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._heading.setText(heading)
        self._sentence.setText(shown(sentence))
        self.setAccessibleName(f"{heading}. {sentence}")
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))


class Answers(QFrame):
    """Was anything changed? Who signed it? Do we know them? ``below`` is room under the third answer."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("answers")
        self._room = QVBoxLayout()
        self._room.setSpacing(0)
        self.below = QVBoxLayout()
        self.below.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column(self._room, self.below, gap=0, margins=(20, 4, 20, 12)))

    def show_answers(self, checked: CheckedPack) -> None:
        """Show the three answers."""
        clear(self._room)
        for number, answer in enumerate(checked.answers, 1):
            if number > 1:
                self._room.addWidget(rule())
            self._room.addWidget(_row(number, answer))


def _row(number: int, answer: CheckAnswer) -> QWidget:
    mark = Mark(STATES[answer.mark], 28)
    heading = words(shown(answer.heading), "h2", 700, wrap=True)
    heading.setObjectName(f"answer-{number}")
    said = column(words(f"{number}.  {answer.question}", "body", 600, "soft", wrap=True), heading, gap=3)
    if answer.sentence:
        said.addWidget(words(shown(answer.sentence), wrap=True))
    return plain(row(column(2, mark, None, gap=0), (plain(said), 1), gap=16, margins=(0, 12, 0, 12)))
