# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Of all that Windows tells, only the suspend message locks; none is kept from the window. Made up here: no Windows."""

from ctypes import addressof, wintypes

import pytest

from desktop.ui.window.sleep_windows import SuspendFilter

SUSPEND, RESUME, POWER, KEY_DOWN = 4, 18, 0x218, 0x100


@pytest.mark.parametrize(
    ("kind", "message", "means", "sleeps"),
    [
        (b"windows_generic_MSG", POWER, SUSPEND, True),
        (b"windows_dispatcher_MSG", POWER, SUSPEND, True),
        (b"windows_generic_MSG", POWER, RESUME, False),
        (b"windows_generic_MSG", KEY_DOWN, SUSPEND, False),
        (b"xcb_generic_event_t", POWER, SUSPEND, False),
    ],
)
def test_windows_going_to_sleep_is_heard(kind: bytes, message: int, means: int, sleeps: bool) -> None:
    told = wintypes.MSG(message=message, wParam=means)
    slept: list[bool] = []
    watch = SuspendFilter(lambda: slept.append(True))
    assert watch.nativeEventFilter(kind, addressof(told)) == (False, 0)
    assert slept == [True] * sleeps
