# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Short dialogs, only before what cannot be undone. Esc and the default are the safe choice."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

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
        self._word.setVisible(bool(question.typed))
        safe = button(question.safe_words, "safe-choice", self.reject, kind="primary")
        safe.setDefault(True)
        act_button = button(question.act_words, "act-choice", self._choose, kind="danger")
        said = words(question.consequence, wrap=True)
        self.fill(heading(question.title, "h3"), said, self._word, 4, row(safe, act_button, None, gap=12))
        safe.setFocus()

    def _choose(self) -> None:
        if self._question.typed and self._typed.text().strip().casefold() != self._question.typed.casefold():
            self._word.show_problem(f"Type the word {self._question.typed} first.")
            self.fit()
            return
        self.accept()
        self._act()


class PassphraseDialog(Dialog):
    """Asks for the passphrase, and says what was wrong with the one before. It goes to ``given`` and stays nowhere."""

    def __init__(self, parent: QWidget, why: str, given: Callable[[str], object], problem: str = "") -> None:
        super().__init__(parent, "ask-passphrase")
        self._given = given
        self._line: QLineEdit = line("passphrase-again", secret=True)
        self._field = Field("Your passphrase", self._line, "The one that opens this workbook.")
        self._line.returnPressed.connect(self._give)
        go = button("Go on", "give-passphrase", self._give, kind="primary")
        go.setDefault(True)
        back = button("Go back", "passphrase-back", self.reject)
        if problem:
            self._field.show_problem(problem)
        self.fill(heading(why, "h3"), self._field, 4, row(go, back, None, gap=12))
        self._line.setFocus()

    def _give(self) -> None:
        typed = self._line.text()
        if not typed:
            self._field.show_problem("Type the passphrase first.")
            self.fit()
            return
        self._line.clear()
        self.accept()
        self._given(typed)
