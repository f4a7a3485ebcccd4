# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reads the window as a screen reader does, over AT-SPI. Run by the system's Python inside a D-Bus session of its own.

``atspi_probe.py PLACE COMMAND...`` starts the command, reads the window, goes to that place by the first act that its
button offers, reads again, and prints both readings as one line of JSON. What it is doing is said on stderr.
"""

import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import gi  # type: ignore[import-not-found]  # the system's own, as a screen reader has it

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # type: ignore[import-not-found]  # noqa: E402

WHOLE = 150  # seconds on a busy machine, then the run ends with a word on where it stood
CALL_MS = 3_000
MOST, DEEPEST, ROWS = 400, 25, 40
STATES = ("FOCUSABLE", "CHECKED", "SELECTED", "EXPANDED", "EXPANDABLE", "EDITABLE")
BEGAN = time.monotonic()
STAGE = ["nothing was begun"]


def say(words: str) -> None:
    """Tell how far the run has come."""
    STAGE[0] = words
    print(f"{time.monotonic() - BEGAN:5.1f} s  {words}", file=sys.stderr, flush=True)


def switch_on() -> bool:
    """Tell the session that a screen reader runs; this wakes the bus of the screen readers."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        place = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set")
        bus.call_sync(*place, value, None, Gio.DBusCallFlags.NONE, CALL_MS, None)
    return True


def connect() -> Any:
    """The desktop that holds every window. Nothing is remembered of it: what changes is asked for anew."""
    Atspi.init()
    Atspi.set_timeout(CALL_MS, CALL_MS)
    desktop = Atspi.get_desktop(0)
    desktop.set_cache_mask(Atspi.Cache.NONE)
    return desktop


def until(look: Callable[[], Any], what: str) -> Any:
    """Look again and again until there is something."""
    say(f"waits for {what}")
    pause = threading.Event()
    while True:
        try:
            if found := look():
                return found
        except GLib.Error as error:  # it is just being made, or went
            say(f"waits for {what}: {error.message}")
        pause.wait(0.1)


def shown(node: Any) -> Iterator[Any]:
    """Its children that a person sees."""
    for at in range(min(node.get_child_count(), ROWS)):
        child = node.get_child_at_index(at)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield child


def walk(node: Any, deep: int = 0) -> Iterator[Any]:
    """It and all that is shown in it, in the order a screen reader goes through it."""
    yield node
    if deep < DEEPEST:
        for child in shown(node):
            yield from walk(child, deep + 1)


def window(desktop: Any) -> Any:
    """The frame of our window, or None."""
    found = (frame for application in shown(desktop) for frame in shown(application))
    return next((frame for frame in found if frame.get_name() == "Sevenfold"), None)


def named(root: Any, name: str) -> Any:
    """The first that is called so, or None."""
    return next((each for each in walk(root) if each.get_name() == name), None)


def reading(root: Any) -> list[dict[str, Any]]:
    """Everything that says something or takes the focus."""
    said: list[dict[str, Any]] = []
    for node in walk(root):
        states = node.get_state_set()
        held = [each for each in STATES if states.contains(getattr(Atspi.StateType, each))]
        if node.get_name() or held:
            told = {"role": node.get_role_name(), "name": node.get_name(), "description": node.get_description()}
            said.append({**told, "states": held})
        if len(said) >= MOST:
            break
    say(f"read {len(said)} things")
    return said


def go_and_read(place: str) -> dict[str, list[dict[str, Any]]]:
    """Read, go to the place as a screen reader does, read again."""
    desktop = connect()
    frame = until(lambda: window(desktop), "the window")
    button = until(lambda: named(frame, place), f"the place {place}")
    first = reading(frame)
    say(f"presses {place}")
    Atspi.Action.do_action(button, 0)
    until(lambda: named(frame, f"{place}, you are here"), f"being at {place}")
    return {"first": first, "second": reading(frame)}


@contextmanager
def ending(command: list[str]) -> Iterator[None]:
    """Run a command meanwhile, and end it however the run goes."""
    with subprocess.Popen(command, stdout=sys.stderr) as process:
        try:
            yield
        finally:
            process.kill()


def too_long(*_given: object) -> None:
    """A screen reader that waits for ever helps nobody find out why."""
    raise SystemExit(f"not done in {WHOLE} s; it stood at: {STAGE[0]}")


def main() -> None:
    """Wake the bus first, then start the window, and end it."""
    place, *command = sys.argv[1:]
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(WHOLE)
    until(switch_on, "the bus of the screen readers")
    with ending(command):
        print(json.dumps(go_and_read(place)))


if __name__ == "__main__":
    main()
