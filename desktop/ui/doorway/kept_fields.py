# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What stands in the fields of a screen: carried over when it is built anew, and kept as a draft in a first run."""

import json
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QWidget

from desktop.ui.infra.form_draft import Drafts, keep_texts

_AFTER_MS = 2000
_TICKED = "yes"


def taken(part: QWidget) -> dict[str, str]:
    """What was typed, chosen and ticked, by the names of the fields. Passphrases are among it: keep it in memory."""
    texts = {field.objectName(): field.text() for field in part.findChildren(QLineEdit)}
    chosen = {field.objectName(): str(field.currentIndex()) for field in part.findChildren(QComboBox)}
    ticked = {field.objectName(): _TICKED if field.isChecked() else "" for field in part.findChildren(QCheckBox)}
    return {name: value for name, value in (texts | chosen | ticked).items() if name}


def put_back(part: QWidget, kept: Mapping[str, str]) -> None:
    """Fill the fields with what was taken. What hears typing, a choice or a tick hears it, as from a person."""
    for line in part.findChildren(QLineEdit):
        text = kept.get(line.objectName(), line.text())
        if text != line.text():
            line.setText(text)
            line.textEdited.emit(text)
    for choice in part.findChildren(QComboBox):
        at = int(kept.get(choice.objectName(), "-1"))
        if 0 <= at < choice.count() and at != choice.currentIndex():
            choice.setCurrentIndex(at)
            choice.activated.emit(at)
    for box in part.findChildren(QCheckBox):
        if (kept.get(box.objectName(), "") == _TICKED) != box.isChecked() and box.objectName() in kept:
            box.toggle()


def focused(part: QWidget) -> str:
    """The name of the field that a person is in, or ''."""
    here = QApplication.focusWidget()
    return here.objectName() if isinstance(here, QLineEdit) and part.isAncestorOf(here) else ""


def focus_on(part: QWidget, name: str) -> None:
    """Put the focus into the field of that name, if there is one."""
    field = part.findChild(QLineEdit, name) if name else None
    if field is not None and field.isVisibleTo(part):
        field.setFocus()


class ScreenDraft(QObject):
    """The fields of a screen as a draft in the workbook, until they are saved. No passphrase may be among them."""

    def __init__(self, screen: QWidget, drafts: Drafts, name: str) -> None:
        super().__init__(screen)
        self._screen, self._drafts, self._name = screen, drafts, name
        self._later = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._later.timeout.connect(self.keep)
        self._at_first = taken(screen)
        put_back(screen, json.loads(drafts.draft(name) or "{}"))
        for line in screen.findChildren(QLineEdit):
            line.textChanged.connect(self._wait)
        for choice in screen.findChildren(QComboBox):
            choice.activated.connect(self._wait)
        for box in screen.findChildren(QCheckBox):
            box.toggled.connect(self._wait)

    def keep(self) -> None:
        """Keep what stands there now; a screen that stands as it was offered leaves nothing."""
        self._later.stop()
        now = taken(self._screen)
        keep_texts(self._drafts, self._name, now if now != self._at_first else {})

    def drop(self) -> None:
        """All of it was saved; what stands there now is the new beginning."""
        self._later.stop()
        self._at_first = taken(self._screen)
        self._drafts.drop_draft(self._name)

    def _wait(self, *_given: object) -> None:
        if not self._later.isActive():
            self._later.start()
