# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A field for a new passphrase, which says how good it is while it is typed."""

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.services.setting_up import strength
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.text import words


class NewSecret(QWidget):
    """The field and the sentence under it."""

    def __init__(self, name: str, label: str, about: str, *, secret: bool = True) -> None:
        super().__init__()
        self.control = line(name, secret=secret)
        self.field = Field(label, self.control, about, width=420)
        self._said = words("", "small", tone="soft", wrap=True)
        self._said.setObjectName(f"{name}-strength")
        self.control.textChanged.connect(self._tell)
        self.setLayout(column(self.field, self._said, gap=4))
        self._tell("")

    @property
    def text(self) -> str:
        """What was typed."""
        return self.control.text()

    def fill(self, text: str) -> None:
        """Start with this."""
        self.control.setText(text)
        self.field.clear_problem()

    def show_typed(self, shown: bool) -> None:
        """Show the letters, or dots."""
        self.control.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def check(self) -> bool:
        """Whether it is good enough; else that is said under the field."""
        told = strength(self.text)
        self.field.clear_problem()
        if not told.allowed:
            self.field.show_problem(told.words if self.text else "Type a passphrase first.")
        return told.allowed

    def _tell(self, typed: str) -> None:
        self._said.setText(strength(typed).words if typed else "")
        self._said.setVisible(bool(typed))
