# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``sevenfold demo``: the practice charity from nothing to a signed, checked pack."""

import argparse
from pathlib import Path

from desktop.cli.output import add_json, progress, tell_json


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser("demo", help="make the practice charity with a signed pack, all inside FOLDER")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    add_json(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the practice workbook and pack, and say where everything is."""
    from desktop.cli.pack import tell_made
    from desktop.services.delivery import delivery_as_data
    from desktop.services.practice import make_practice

    made = make_practice(options.folder, step=progress)
    if options.json:
        tell_json(delivery_as_data(made))
    else:
        print("This is the practice charity. Nothing in it is real.\n")
        tell_made(made)
    return 0
