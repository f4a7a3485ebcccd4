# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``sevenfold``: without arguments the window, else the command line. Without a screen it says so."""

import os
import sys
from collections.abc import Sequence

WINDOW = "window"
NO_SCREEN = (
    "There is no screen here, so the window cannot open. Every job can be done by command: "
    "type 'sevenfold --help' to see them."
)


def has_screen() -> bool:
    """Whether a window can be shown: on Linux some display must be named, or Qt be told to do without one."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)


def _read_sheets(kind: Sequence[str]) -> int:
    """The child process that reads one spreadsheet; each kind has a library of its own.

    openpyxl finds no library there that would open a picture, nor one for XML but defusedxml.
    """
    sys.modules["PIL"] = None  # type: ignore[assignment]  # Python's own way to say that a module cannot be had
    os.environ["OPENPYXL_LXML"] = "False"
    if kind == ["csv"]:
        from desktop.sheets.delimited import main as read
    elif kind == ["ods"]:
        from desktop.sheets.ods import main as read
    else:
        from desktop.sheets.xlsx import main as read
    return read()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window, a command, or a child process that reads a stranger's file; gives the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["--preview"]:
        from desktop.preview.child import main as preview

        return preview()
    if given[:1] == ["--sheets"]:
        return _read_sheets(given[1:])
    if given and given[0] != WINDOW:
        from desktop.cli.main import main as command

        return command(given)
    if not has_screen():
        print(NO_SCREEN, file=sys.stderr)  # noqa: T201 - said to who typed the command
        return 3
    from desktop.bootstrap import run_window

    return run_window(given[1:])


if __name__ == "__main__":
    raise SystemExit(main())
