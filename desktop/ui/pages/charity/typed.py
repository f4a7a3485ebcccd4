# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Whether a person has changed anything in a form since it was filled."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget


class Typed:
    """Hears every field of a form. Filling it from a record is not heard."""

    def __init__(self, form: QWidget) -> None:
        self.changed = False
        for field in form.findChildren(QLineEdit):
            field.textEdited.connect(self._hear)
        for choice in form.findChildren(QComboBox):
            choice.activated.connect(self._hear)
        for box in form.findChildren(QCheckBox):
            box.clicked.connect(self._hear)

    def forget(self) -> None:
        """The form was filled or saved."""
        self.changed = False

    def _hear(self, *_given: object) -> None:
        self.changed = True
