# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Stands in for systemd-logind on a bus of its own: ``login_manager.py BUS``; the system's Python has GLib.

Prints 'here' when it can be asked, 'held' when someone asked it to wait, 'released' when it need not wait any more.
Each line on stdin is one computer going to sleep.
"""

import os
import sys

from gi.repository import Gio, GLib  # type: ignore[import-not-found]  # the system's own

PATH, MANAGER = "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
SHAPE = f"""<node><interface name="{MANAGER}">
<method name="Inhibit">
  {'<arg type="s" direction="in"/>' * 4}
  <arg type="h" direction="out"/>
</method>
<signal name="PrepareForSleep"><arg type="b"/></signal>
</interface></node>"""


def say(word: str) -> None:
    """Tell the test."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def wait_for(call: Gio.DBusMethodInvocation) -> None:
    """Give the asker one end of a pipe, and see when no process holds it any more."""
    ours, theirs = os.pipe()
    files = Gio.UnixFDList.new_from_array([theirs])
    call.return_value_with_unix_fd_list(GLib.Variant("(h)", (0,)), files)
    say("held")
    GLib.io_add_watch(ours, GLib.IO_HUP, lambda *_about: say("released"))


def main() -> None:
    """Serve until stdin ends."""
    ways = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    bus = Gio.DBusConnection.new_for_address_sync(sys.argv[1], ways, None, None)
    loop = GLib.MainLoop()

    def on_line(*_about: object) -> bool:
        if not sys.stdin.readline():
            loop.quit()
            return False
        bus.emit_signal(None, PATH, MANAGER, "PrepareForSleep", GLib.Variant("(b)", (True,)))
        return True

    shape = Gio.DBusNodeInfo.new_for_xml(SHAPE).interfaces[0]
    bus.register_object(PATH, shape, lambda *call: wait_for(call[-1]), None, None)
    Gio.bus_own_name_on_connection(bus, "org.freedesktop.login1", 0, lambda *_about: say("here"), None)
    GLib.io_add_watch(0, GLib.IO_IN | GLib.IO_HUP, on_line)
    loop.run()


if __name__ == "__main__":
    main()
