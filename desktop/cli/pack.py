# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``sevenfold pack``: a real assessment from files to a signed, checked pack."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.output import add_as_at, add_json, progress, tell_json

if TYPE_CHECKING:
    from desktop.services.delivery import Delivery


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser("pack", help="make a signed pack from answers, services and evidence files")
    parser.add_argument("answers", type=Path, metavar="ANSWERS.json")
    parser.add_argument("services", type=Path, metavar="INTERVENTIONS.json")
    parser.add_argument("evidence", type=Path, metavar="EVIDENCE_DIR")
    parser.add_argument("out", type=Path, metavar="OUT", help="a new or empty folder for the pack and its workbook")
    parser.add_argument("--workforce", type=Path, metavar="WORKFORCE.json", help="people, training and supervision")
    parser.add_argument("--made-for", default="", metavar="TEXT", help="the commissioner, printed on the cover")
    parser.add_argument("--reference", default="", metavar="TEXT", help="their reference, printed on the cover")
    parser.add_argument("--workbook", type=Path, metavar="FOLDER", help="sign with the identity of this workbook")
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="its passphrase ('-' reads it from standard input)"
    )
    add_as_at(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Take the files in, make the pack, check it and say where everything is."""
    from desktop.services.delivery import delivery_as_data, pack_from_files
    from desktop.services.stocking import PackRequest

    request = PackRequest(
        answers=options.answers,
        services=options.services,
        evidence=options.evidence,
        workforce=options.workforce,
        made_for=options.made_for,
        reference=options.reference,
        as_at=options.as_at,
    )
    made = pack_from_files(
        request, options.out, workbook=options.workbook, passphrase_file=options.passphrase_file, step=progress
    )
    if options.json:
        tell_json(delivery_as_data(made))
    else:
        tell_made(made)
    return 0


def tell_made(made: "Delivery") -> None:
    """Say what was made, what to note and what to do next."""
    for result in made.results:
        print(f"Standard {result.standard}: {result.deciding}")
    print(f"\nThe pack has {made.pages} pages and was checked after writing: {made.verdict.outcome.value}.")
    print("\nSend these:")
    for label, path in made.send:
        print(f"  {label:18} {path}")
    if made.keep:
        print("\nNever send these:")
        for label, path in made.keep:
            print(f"  {label:18} {path}")
    print("\nBefore you send it:")
    for note in made.notes:
        print(f"  - {note}")
