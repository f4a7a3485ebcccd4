# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Watches the keyboard and the clock: Shift three times hides, and a while without any touch locks.

Each is asked about every event of the window, thousands in a turn: what kind it is, is asked in the quickest way.
"""

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputEvent, QKeyEvent

_WITHIN_MS = 2_000
_WARN_MS = 20_000
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class ShiftThrice(QObject):
    """Tells ``pressed`` when Shift alone is pressed three times within two seconds, with no other key between."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._times: list[int] = []
        self._clock = QElapsedTimer()
        self._clock.start()
        self._down = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """See every key once: the one that goes to the window."""
        if isinstance(event, QKeyEvent) and watched.isWindowType():
            if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self._press(event)
            elif event.type() == QEvent.Type.KeyRelease and event.key() == Qt.Key.Key_Shift and self._down:
                self._release()
        return False

    def _press(self, event: QKeyEvent) -> None:
        self._down = event.key() == Qt.Key.Key_Shift
        if not self._down:
            self._times.clear()

    def _release(self) -> None:
        """Only a Shift that went up with no other key in between counts: capitals do not."""
        self._down = False
        now = self._clock.elapsed()
        self._times = [*(time for time in self._times if now - time < _WITHIN_MS), now]
        if len(self._times) == 3:
            self._times.clear()
            self.pressed.emit()


class IdleWatch(QObject):
    """Tells ``nearly`` twenty seconds before, and ``reached`` when nothing was touched for so many minutes."""

    nearly = Signal()
    touched = Signal()
    reached = Signal()

    def __init__(self, minutes: int) -> None:
        super().__init__()
        self._limit = minutes * 60_000
        self._warned = self._stopped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._pass)
        self._restart()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Any touch of the computer within the window starts the count anew."""
        if isinstance(event, QInputEvent) and event.type() in _TOUCHES and not self._stopped:
            if self._warned:
                self.touched.emit()
            self._restart()
        return False

    def set_minutes(self, minutes: int) -> None:
        """Another limit from now on."""
        self._limit = minutes * 60_000
        self._restart()

    def stop(self) -> None:
        """Watch no more, whatever is touched."""
        self._stopped = True
        self._timer.stop()
        if application := QCoreApplication.instance():
            application.removeEventFilter(self)  # it would be asked about each event of the window

    def _restart(self) -> None:
        self._warned = False
        self._timer.start(max(0, self._limit - _WARN_MS))

    def _pass(self) -> None:
        if self._warned:
            self._restart()  # so that it is tried again when it could not lock
            self.reached.emit()
            return
        self._warned = True
        self.nearly.emit()
        self._timer.start(_WARN_MS)
