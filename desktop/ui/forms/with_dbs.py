# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Whether DBS facts go out of the workbook: a tick, and then the passphrase again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.models.errors import AppError
from desktop.services.desk import Desk
from desktop.ui.infra.jobs import Job, Jobs, Step, while_there
from desktop.ui.infra.messages import Messages
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.field import Field, line, tick

_WRONG = "wrong_passphrase"
_JOB = "Checking the passphrase"


class WithDbs(QWidget):
    """``turned`` tells that the field came or went. The practice charity has no passphrase to ask for."""

    turned = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, messages: Messages, name: str) -> None:
        super().__init__()
        self._desk, self._jobs, self._messages, self._busy = desk, jobs, messages, False
        self._tick = tick(f"{name}-with-dbs", "With DBS facts", lambda _on: self._turn())
        self.secret = line(f"{name}-passphrase", secret=True)
        self._field = Field("Your passphrase", self.secret, "DBS facts leave the workbook only after it.")
        self.setLayout(column(self._tick, self._field, gap=10))
        self._field.hide()

    @property
    def asks(self) -> bool:
        """Whether the passphrase is asked for."""
        return not self._field.isHidden()

    def forget(self) -> None:
        """Without DBS facts again: a passphrase waits in no field."""
        self._tick.setChecked(False)
        self._turn()

    def ask(self, then: Callable[[bool], object]) -> None:
        """Call ``then`` with whether DBS facts go along, after the passphrase was right where they do."""
        if self._busy:
            return
        if not self.asks:
            then(self._tick.isChecked())
        elif not self.secret.text():
            self._field.show_problem("Type the passphrase that opens this workbook.")
            self.turned.emit()
        else:
            self._check(self.secret.text(), then)

    def _turn(self) -> None:
        self.secret.clear()
        self._field.clear_problem()
        self._field.setVisible(self._tick.isChecked() and not self._desk.practice)
        self.turned.emit()
        if self.asks:
            self.secret.setFocus()

    def _check(self, typed: str, then: Callable[[bool], object]) -> None:
        self._field.clear_problem()
        self._busy = True
        passphrases = self._desk.passphrases

        def work(step: Step) -> None:
            step(0, 1, _JOB)
            passphrases.check(typed)

        right, refused = while_there(self, partial(self._right, then)), while_there(self, self._refused)
        self._jobs.start(Job(_JOB, work, right, refused, while_there(self, self._stopped)))

    def _right(self, then: Callable[[bool], object], _none: None) -> None:
        self._busy = False
        if self._tick.isChecked():
            then(True)

    def _refused(self, error: AppError) -> None:
        self._busy = False
        if error.code == _WRONG:
            self._field.show_problem(error.brief)
            self.turned.emit()
        else:
            self._messages.tell(error)

    def _stopped(self) -> None:
        self._busy = False
