# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``sevenfold check-pack``: was the pack altered, who signed it, do we know them?"""

import argparse
from pathlib import Path

from desktop.cli.output import add_json, tell_json

EXIT_CODES = {"genuine": 0, "altered": 1, "cannot_tell": 2, "unreadable": 3}


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser("check-pack", help="check a signed evidence pack")
    parser.add_argument("pack", type=Path, metavar="PACK.pdf")
    parser.add_argument("--root", type=Path, metavar="ROOT.pem", help="the charity's root certificate, if you trust it")
    parser.add_argument(
        "--evidence", type=Path, metavar="PACK.zip", action="append", help="the ZIP that came with it (repeat for more)"
    )
    parser.add_argument(
        "--withdrawn", type=Path, metavar="FILE", help="fingerprints of stolen or withdrawn certificates, one a line"
    )
    add_json(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check and print the three answers."""
    from desktop.services.checking import check, verdict_as_data, verdict_in_words

    verdict = check(options.pack, options.root, options.evidence, options.withdrawn)
    if options.json:
        tell_json(verdict_as_data(verdict))
    else:
        print(verdict_in_words(verdict))
    return EXIT_CODES[verdict.outcome.value]
