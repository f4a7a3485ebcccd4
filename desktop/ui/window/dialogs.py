# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Short dialogs, only before what cannot be undone. Esc and the default are the safe choice."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.ui.infra.messages import Question
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.text import heading, words
from desktop.ui.window.dialog import Dialog


class QuestionDialog(Dialog):
    """A question with its consequence. ``act`` runs only when the person chooses to act."""

    def __init__(self, parent: QWidget, question: Question, act: Callable[[], object]) -> None:
        super().__init__(parent, "question")
        self.setAccessibleName(question.title)
        self.setAccessibleDescription(question.consequence)
        self._question = question
        self._act = act
        self._typed = line("typed-word")
        self._word = Field(f"Type the word {question.typed} to go on", self._typed, width=240)
        safe = button(question.safe_words, "safe-choice", self.reject, kind="primary")
        safe.setDefault(True)
        act_button = button(question.act_words, "act-choice", self._choose, kind="danger")
        said = words(question.consequence, wrap=True)
        asked = (self._word,) if question.typed else ()
        self.fill(heading(question.title, "h3"), said, *asked, 4, row(safe, act_button, None, gap=12))
        safe.setFocus()

    def _choose(self) -> None:
        if self._question.typed and self._typed.text().strip().casefold() != self._question.typed.casefold():
            self._word.show_problem(f"Type the word {self._question.typed} first.")
            self.fit()
            return
        self.accept()
        self._act()
