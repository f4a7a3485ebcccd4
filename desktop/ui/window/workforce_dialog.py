# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Before the workforce goes out: that it names people, in which form, and whether DBS facts go with it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.services.desk import Desk
from desktop.ui.forms.with_dbs import WithDbs
from desktop.ui.infra.jobs import Jobs
from desktop.ui.infra.messages import Messages
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, chooser
from desktop.ui.widgets.text import heading, words
from desktop.ui.window.dialog import Dialog

_TITLE = "Save the workforce for another program?"
_FORMS = (("xlsx", "One spreadsheet (XLSX), which Sevenfold reads back"), ("zip", "CSV files in a ZIP"))
_TOLD = "It names people and it is not encrypted: whoever has the file can read it."


class WorkforceDialog(Dialog):
    """``save`` is called with whether DBS facts go with it, and with the ending of the file: xlsx or zip."""

    def __init__(
        self, parent: QWidget, desk: Desk, jobs: Jobs, messages: Messages, save: Callable[[bool, str], object]
    ) -> None:
        super().__init__(parent, "workforce-dialog")
        self.setAccessibleName(_TITLE)
        self.setAccessibleDescription(_TOLD)
        self._act = save
        self._form = chooser("workforce-form", _FORMS)
        self._dbs = WithDbs(desk, jobs, messages, "workforce")
        self._dbs.turned.connect(self._turned)
        self._safe = button("Do not save it", "safe-choice", self.reject, kind="primary")
        self._safe.setDefault(True)
        self._save = button("Save it", "act-choice", lambda: self._dbs.ask(self._end))
        told = words(_TOLD, wrap=True)
        self.fill(
            heading(_TITLE, "h3"),
            told,
            Field("As", self._form),
            self._dbs,
            4,
            row(self._safe, self._save, None, gap=12),
        )
        self._safe.setFocus()

    def _turned(self) -> None:
        (self._save if self._dbs.asks else self._safe).setDefault(True)  # Enter after the passphrase goes on
        self.fit()

    def _end(self, with_dbs: bool) -> None:
        self._dbs.forget()
        self.accept()
        self._act(with_dbs, str(self._form.currentData()))
