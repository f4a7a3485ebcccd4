# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Unlock: is it you? One field, and the ways out when the passphrase is not at hand."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop.ui.doorway.ink_screen import InkScreen
from desktop.ui.doorway.lent import View
from desktop.ui.widgets.boxes import column, plain, row
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.field import Field, line, tick
from desktop.ui.widgets.text import heading, words

_CAPS = "Caps Lock seems to be on."


@dataclass(frozen=True, slots=True)
class UnlockActs:
    """What a person can do here."""

    unlock: Callable[[str], object]
    recovery: Callable[[], object]
    others: Callable[[], object]


class Unlock(InkScreen):
    """Asks for the passphrase of one workbook."""

    topic = "safety"

    def __init__(self, view: View, name: str, acts: UnlockActs) -> None:
        super().__init__(view)
        self.setObjectName("unlock")
        self._acts = acts
        self._line = line("passphrase", secret=True)
        self._line.installEventFilter(self)
        self._line.returnPressed.connect(self._go)
        self._field = Field("Passphrase", self._line)
        self._caps = words("", "small", 600, "partly")
        self._caps.hide()
        self._tick = tick("show-passphrase", "Show what I type", self._show)
        self._unlock = button("Unlock", "unlock-workbook", self._go, kind="primary", icon_name="lock")
        others = row(
            button("Use a recovery sheet", "use-recovery", acts.recovery, kind="link"),
            button("Other workbooks and ways to begin", "other-workbooks", acts.others, kind="link"),
            None,
            gap=20,
        )
        self._seconds = 0
        self._countdown = QTimer(self, interval=1000)
        self._countdown.timeout.connect(self._count)
        title = heading("Unlock your workbook", "h1")
        typed = column(self._field, self._caps, self._tick, row(self._unlock, None), gap=10)
        self.fill(plain(column(title, words(name, tone="soft"), 4, typed, 12, others, gap=10)), width=520)

    def begin(self) -> None:
        """One types the passphrase."""
        self._line.setFocus()

    def show_wrong(self, sentence: str, wait: int) -> None:
        """It did not open. ``wait``: seconds before the next try."""
        self.set_busy(busy=False)
        self._line.clear()
        self._field.show_problem(sentence)
        self._seconds = wait
        if wait:
            self._tell_wait()
            self._countdown.start()

    @property
    def told(self) -> tuple[str, int]:
        """What was said to be wrong, and the seconds that are left to wait; for the same page in another look."""
        return self._field.problem, self._seconds

    def set_busy(self, *, busy: bool) -> None:
        """While the passphrase is tried nothing can be typed, and keys that are pressed all the same show nothing."""
        self._line.setReadOnly(busy)  # it keeps the focus, which would go on to the tick that shows the passphrase
        self._tick.setEnabled(not busy)
        if busy:
            self._tick.setChecked(False)
            self._show(False)
        self._unlock.setEnabled(not busy)
        say(self._unlock, "Opening" if busy else "Unlock")
        if not busy:
            self._line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """A capital without Shift, or a small letter with it, tells that Caps Lock is on."""
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            text = event.text()
            if text.isalpha() and text.upper() != text.lower():
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                on = text.isupper() != shift
                self._caps.setText(_CAPS if on else "")
                self._caps.setVisible(on)
        return super().eventFilter(watched, event)

    def _show(self, on: bool) -> None:
        self._line.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    def _go(self) -> None:
        if self._seconds or not self._unlock.isEnabled():
            return
        typed = self._line.text()
        if not typed:
            self._field.show_problem("Type the passphrase first.")
            return
        self._field.clear_problem()
        self.set_busy(busy=True)
        self._acts.unlock(typed)

    def _count(self) -> None:
        self._seconds -= 1
        self._tell_wait()
        if self._seconds <= 0:
            self._countdown.stop()

    def _tell_wait(self) -> None:
        waiting = self._seconds > 0
        self._unlock.setEnabled(not waiting)
        say(self._unlock, f"Wait {self._seconds} seconds" if waiting else "Unlock")
