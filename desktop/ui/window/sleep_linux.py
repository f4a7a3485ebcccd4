# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Hears from systemd-logind that the computer goes to sleep, and asks it to wait until the workbook is locked.

The wait is a file that logind gave: it ends when this process ends or is replaced, or after logind's own limit (five
seconds, as a rule). Source: systemd's "Inhibitor Locks" and org.freedesktop.login1(5).
"""

import logging
from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

_SERVICE, _PATH, _MANAGER = "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
_log = logging.getLogger(__name__)


class LoginManager(QObject):
    """Calls ``slept`` before each sleep. Where there is no logind it stays silent."""

    def __init__(self, parent: QObject, slept: Callable[[], object]) -> None:
        super().__init__(parent)
        self._slept = slept
        self._wait: object = None
        bus = QDBusConnection.systemBus()
        slot = SLOT("prepare(bool)")  # text: the stubs say bytes, which is refused
        if not bus.connect(_SERVICE, _PATH, _MANAGER, "PrepareForSleep", self, slot):  # type: ignore[call-overload]
            _log.info("sleep: the system does not say when it begins")
            return
        ask = QDBusMessage.createMethodCall(_SERVICE, _PATH, _MANAGER, "Inhibit")
        ask.setArguments(["sleep", "Sevenfold", "Locking the workbook", "delay"])
        self._asked = QDBusPendingCallWatcher(bus.asyncCall(ask), self)
        self._asked.finished.connect(self._keep_wait)

    @Slot(bool)
    def prepare(self, begins: bool) -> None:
        """Sleep begins (True), or has ended."""
        if begins:
            self._slept()

    def _keep_wait(self) -> None:
        reply = self._asked.reply()
        if reply.type() == QDBusMessage.MessageType.ReplyMessage:
            self._wait = reply.arguments()[0]  # held for as long as this lives
        else:
            _log.info("sleep: the system does not wait: %s", reply.errorName())
