# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reads the window as a screen reader does, over AT-SPI. Run by the system's Python inside a D-Bus session of its own.

``atspi_probe.py PLACE COMMAND...`` starts the command, reads the window, presses the button of that place, reads
again, and prints both readings as JSON: lists of [role, name, what stands round it].
"""

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

import gi  # type: ignore[import-not-found]  # the system's own, as a screen reader has it

gi.require_version("Atspi", "2.0")
import pyatspi  # type: ignore[import-not-found]  # noqa: E402
from gi.repository import Gio, GLib  # type: ignore[import-not-found]  # noqa: E402

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
PATIENCE, STEP = 60.0, 0.1
MOST = 600


def switch_on() -> None:
    """Tell the session that a screen reader runs."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        place = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set")
        bus.call_sync(*place, value, None, Gio.DBusCallFlags.NONE, -1, None)


def until(look: Callable[[], Any], what: str) -> Any:
    """Look again and again until there is something."""
    waiting = threading.Event()
    for _ in range(int(PATIENCE / STEP)):
        found = look()
        if found:
            return found
        waiting.wait(STEP)
    raise SystemExit(f"never: {what}")


def window() -> Any:
    """The frame of our window, or None."""
    for application in pyatspi.Registry.getDesktop(0):
        for child in application or ():
            if child is not None and child.name == "Sevenfold":
                return child
    return None


def children(node: Any) -> list[Any]:
    """Those that a person sees."""
    found = [node[at] for at in range(node.childCount)]
    return [each for each in found if each is not None and each.getState().contains(pyatspi.STATE_SHOWING)]


def reading(root: Any) -> list[tuple[str, str, str]]:
    """Everything with a name, in the order a screen reader goes through it."""
    said: list[tuple[str, str, str]] = []

    def go(node: Any, inside: str) -> None:
        if len(said) >= MOST:
            return
        if node.name:
            said.append((node.getRoleName(), node.name, inside))
        for child in children(node)[:60]:
            go(child, node.name or inside)

    go(root, "")
    return said


def find(node: Any, role: str, name: str) -> Any:
    """The first of that role whose name begins so."""
    if node.getRoleName() == role and node.name.startswith(name):
        return node
    return next((found for child in children(node) if (found := find(child, role, name))), None)


def main() -> None:
    """Read, go to the place, read again."""
    place, *command = sys.argv[1:]
    with subprocess.Popen([LAUNCHER, "--launch-immediately"]) as launcher:
        until(lambda: _quietly(switch_on), "the bus of the screen readers")
        with subprocess.Popen(command) as application:
            try:
                frame = until(lambda: _quietly(window), "the window")
                button = until(lambda: _quietly(lambda: find(frame, "push button", place)), f"the place {place}")
                first = reading(frame)
                button.queryAction().doAction(0)
                until(lambda: find(frame, "push button", f"{place}, you are here"), f"being at {place}")
                print(json.dumps({"first": first, "second": reading(frame)}))
            finally:
                application.kill()
                launcher.kill()


def _quietly(act: Callable[[], Any]) -> Any:
    try:
        return act() or act is switch_on
    except (GLib.Error, LookupError, RuntimeError):
        return None


if __name__ == "__main__":
    main()
