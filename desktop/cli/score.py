# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``sevenfold score``: the results of a self-assessment, with their working."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.output import add_as_at, add_json, tell_json

if TYPE_CHECKING:
    from desktop.models.results import StandardResult


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser("score", help="work out the results of a self-assessment")
    parser.add_argument("answers", type=Path, metavar="ANSWERS.json")
    parser.add_argument("services", type=Path, metavar="INTERVENTIONS.json")
    add_as_at(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Work out and print the seven results."""
    from desktop.services.scores import results_as_data, score_files

    scored = score_files(options.answers, options.services, options.as_at)
    if options.json:
        tell_json({"as_at": scored.as_at.isoformat(), "standards": results_as_data(scored.results)})
        return 0
    print(f"Results as at {scored.as_at.isoformat()}")
    for result in scored.results:
        tell_result(result)
    for note in scored.notes:
        print(f"Note: {note}")
    return 0


def tell_result(result: "StandardResult") -> None:
    """One standard in words, with its gates."""
    low, high = result.in_place
    share = f"{low}" if low == high else f"{low} to {high}"
    print(f"\nStandard {result.standard}: {result.result.words}")
    print(f"  {result.deciding}")
    print(f"  In place: {share} of {result.applicable}. Answered: {result.answered} of {result.applicable}.")
    for line in result.working:
        ids = f" ({', '.join('SA ' + entry for entry in line.indicator_ids)})" if line.indicator_ids else ""
        print(f"    {'yes' if line.holds else 'no ':3} {line.rule}: {line.count}{ids}")
