# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Before the workforce goes out as a spreadsheet: that it names people, and whether DBS facts go with it."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from desktop.ui.infra.jobs import Job, Jobs, Step, while_there
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, line, tick
from desktop.ui.widgets.text import heading, words
from desktop.ui.window.dialog import Dialog

_TITLE = "Save the workforce as a spreadsheet?"
_TOLD = "It names people and it is not encrypted: whoever has the file can read it."
_WHY = "DBS facts leave the workbook only when someone who knows the passphrase asks for it."


class Checked(Protocol):
    """Asks for the passphrase again. ``check`` is slow, for a thread, and raises ``AppError`` when it is wrong."""

    def check(self, passphrase: str) -> None:
        """Raise when it is not the one that opens the workbook."""


class WorkforceDialog(Dialog):
    """``save`` is called with whether DBS facts go with it, after the passphrase was right if they do."""

    def __init__(self, parent: QWidget, passphrases: Checked, jobs: Jobs, save: Callable[[bool], object]) -> None:
        super().__init__(parent, "workforce-dialog")
        self.setAccessibleName(_TITLE)
        self.setAccessibleDescription(_TOLD)
        self._passphrases, self._jobs, self._act = passphrases, jobs, save
        self._dbs = tick("workforce-dbs", "Put the DBS facts in too", self._turn)
        self._secret = line("workforce-passphrase", secret=True)
        self._field = Field("Your passphrase, again", self._secret, _WHY)
        self._field.hide()
        self._safe = button("Do not save it", "safe-choice", self.reject, kind="primary")
        self._safe.setDefault(True)
        self._save = button("Save it", "act-choice", self._choose)
        told = words(_TOLD, wrap=True)
        self.fill(heading(_TITLE, "h3"), told, self._dbs, self._field, 4, row(self._safe, self._save, None, gap=12))
        self._safe.setFocus()

    def _turn(self, on: bool) -> None:
        self._field.setVisible(on)
        self._field.clear_problem()
        self._secret.clear()
        (self._save if on else self._safe).setDefault(True)  # Enter after the passphrase goes on
        self.fit()
        if on:
            self._secret.setFocus()

    def _choose(self) -> None:
        if not self._dbs.isChecked():
            self._end(with_dbs=False)
        elif not self._secret.text():
            self._refused("Type the passphrase that opens this workbook.")
        elif self._save.isEnabled():
            self._check(self._secret.text())

    def _check(self, typed: str) -> None:
        self._save.setEnabled(False)
        self._field.clear_problem()

        def work(step: Step) -> None:
            step(0, 1, "Checking the passphrase")
            self._passphrases.check(typed)

        right = while_there(self, lambda _none: self._end(with_dbs=True))
        wrong = while_there(self, lambda error: self._refused(error.brief))
        stopped = while_there(self, lambda: self._save.setEnabled(True))
        self._jobs.start(Job("Checking the passphrase", work, right, wrong, stopped))

    def _refused(self, sentence: str) -> None:
        self._save.setEnabled(True)
        self._field.show_problem(sentence)
        self.fit()

    def _end(self, *, with_dbs: bool) -> None:
        self._secret.clear()
        self.accept()
        self._act(with_dbs)
