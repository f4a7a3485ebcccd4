# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How the command line speaks: words on stdout, trouble on stderr; --json puts one object on stdout, no more."""

import argparse
import json
import sys
from collections.abc import Mapping
from datetime import date


def add_json(parser: argparse.ArgumentParser) -> None:
    """Give a command the --json option."""
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of words")


def add_as_at(parser: argparse.ArgumentParser) -> None:
    """Give a command the --as-at option."""
    parser.add_argument("--as-at", type=day, metavar="DATE", help="judge as at this date, YYYY-MM-DD (default: today)")


def day(text: str) -> date:
    """A date from the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write YYYY-MM-DD") from None


def tell_json(data: Mapping[str, object]) -> None:
    """Print the one JSON object."""
    print(json.dumps(data, ensure_ascii=False, indent=2))


def tell_error(code: str, text: str, *, as_json: bool) -> None:
    """Say what went wrong: on stderr, and with --json as the object on stdout."""
    print(text, file=sys.stderr)
    if as_json:
        tell_json({"error": code, "message": text})


def progress(done: int, total: int, label: str) -> None:
    """Show a step of long work on stderr, when a person is watching."""
    if sys.stderr.isatty():
        print(f"\r\033[K{label} ({done} of {total})", end="\n" if done == total else "", file=sys.stderr, flush=True)
