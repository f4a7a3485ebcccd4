# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Hears from Windows that the computer goes to sleep. Source: WM_POWERBROADCAST and PBT_APMSUSPEND in WinUser.h."""

from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject

_MESSAGES = (b"windows_generic_MSG", b"windows_dispatcher_MSG")
_POWER, _SUSPEND = 0x0218, 0x0004


class PowerMessages(QObject):
    """Calls ``slept`` before each sleep, for as long as it lives."""

    def __init__(self, parent: QObject, slept: Callable[[], object]) -> None:
        super().__init__(parent)
        self._filter = SuspendFilter(slept)
        if (application := QCoreApplication.instance()) is not None:
            application.installNativeEventFilter(self._filter)


class SuspendFilter(QAbstractNativeEventFilter):
    """Looks at every message that Windows sends, and lets all pass."""

    def __init__(self, slept: Callable[[], object]) -> None:
        super().__init__()
        self._slept = slept

    def nativeEventFilter(  # noqa: N802 - Qt's own name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """``message`` is the address of a MSG."""
        if QByteArray(kind).data() in _MESSAGES:
            told = wintypes.MSG.from_address(int(message))
            if (told.message, told.wParam) == (_POWER, _SUSPEND):
                self._slept()
        return False, 0
