# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Buttons: a verb in words, at most one filled one a screen."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.ui.theme import font, icon, sp

_ICON_ROLES = {"primary": "on_action", "plain": "text", "danger": "gap", "navlink": "nav_soft", "status": "soft"}
_SMALL = {"navlink", "status", "onmark"}


def button(text: str, name: str, act: Callable[[], object], *, kind: str = "", icon_name: str = "") -> QPushButton:
    """A button that does ``act``. ``name`` is its object name.

    Kinds: '' outline, 'primary' filled, 'link' underlined, 'linkic' link with an icon, 'danger' for what takes
    something away, 'plain' outline in text colour.
    """
    # A single & would become a mnemonic, and the words may be a person's own.
    made = _Button(("  " if icon_name else "") + text.replace("&", "&&"))
    made.setObjectName(name)
    made.setAccessibleName(text)
    made.setProperty("kind", kind)
    made.setFont(font("small" if kind in _SMALL else "body", 400 if kind in _SMALL else 600))
    if icon_name:
        made.setIcon(icon(icon_name, _ICON_ROLES.get(kind, "action")))
        made.setIconSize(QSize(sp(18), sp(18)))
    made.setAutoDefault(False)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    made.clicked.connect(lambda _checked=False: act())
    made.toggled.connect(lambda on: act() if on else None)
    return made


class _Button(QPushButton):
    """Enter presses the button that has the focus, as Space does, in a dialog too.

    One that stays down is toggled by a screen reader and not clicked. So ``toggled`` is kept for that alone.
    """

    def setChecked(self, on: bool, /) -> None:  # noqa: N802 - Qt's own name and parameter
        """Show whether it is down; tells nobody."""
        with QSignalBlocker(self):
            super().setChecked(on)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's own name
        """It was pressed, and ``clicked`` tells so."""
        with QSignalBlocker(self):
            super().nextCheckState()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Enter; held down it presses once, so that the next screen's first button is not pressed with it."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


def say(made: QPushButton, text: str) -> None:
    """Change the words of a button, for the eye and for a screen reader."""
    made.setText(("  " if not made.icon().isNull() else "") + text.replace("&", "&&"))
    made.setAccessibleName(text)


def emphasise(made: QPushButton, on: bool) -> None:
    """Fill a button as the one that leads on, or show it in outline."""
    kind = "primary" if on else ""
    if made.property("kind") != kind:
        made.setProperty("kind", kind)
        made.style().unpolish(made)
        made.style().polish(made)


class LineButton(_Button):
    """A line of a list that can be pressed, or as many as ``most`` where its words need them.

    Words that do not fit end in dots; its tooltip and name have them all.
    """

    def __init__(self, text: str, name: str, act: Callable[[], object], *, spoken: str = "", most: int = 1) -> None:
        super().__init__()
        self._most = most
        self.setProperty("kind", "line")
        self.setFont(font())
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: act())
        self.show_line(text, name, spoken=spoken)

    def show_line(self, text: str, name: str, *, spoken: str = "") -> None:
        """Show this line, or another in its place."""
        self._whole = text
        self.setObjectName(name)
        self.setAccessibleName(spoken or text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Break and cut the words to the width there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        letters, room = self.fontMetrics(), self.width() - sp(10)
        lines: list[str] = []
        rest = self._whole
        while rest and len(lines) < self._most - 1:
            line, rest = _first_line(rest, lambda text: letters.horizontalAdvance(text) <= room)
            lines.append(line)
        lines += [letters.elidedText(rest, Qt.TextElideMode.ElideRight, room)] if rest else []
        shown = "\n".join(lines)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip("" if shown.replace("\n", " ") == self._whole else _as_written(self._whole))
        if self._most > 1:
            self.setMinimumHeight(len(lines) * letters.lineSpacing() + sp(8))


def _first_line(text: str, fits: Callable[[str], bool]) -> tuple[str, str]:
    """As many whole words as fit, one at least, and the rest."""
    words = text.split(" ")
    count = next((at for at in range(2, len(words) + 1) if not fits(" ".join(words[:at]))), len(words) + 1) - 1
    return " ".join(words[:count]), " ".join(words[count:])


def _as_written(text: str) -> str:
    """A tooltip shows words that look like markup as markup, unless they are told apart."""
    return f"<qt>{escape(text)}</qt>" if "<" in text else text
