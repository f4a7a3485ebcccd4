# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``sevenfold selftest``: proves that an installed copy works, from any folder."""

import argparse

from desktop.cli.output import add_json, tell_json


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser("selftest", help="prove that this copy works")
    add_json(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run every step and print one line each; refused when one fails."""
    from desktop.services.selftest import run_selftest

    steps = run_selftest()
    good = all(step.passed for step in steps)
    if options.json:
        tell_json({"passed": good, "steps": [{"name": s.name, "passed": s.passed, "found": s.found} for s in steps]})
    else:
        for step in steps:
            print(f"{'ok    ' if step.passed else 'FAILED'} {step.name}: {step.found}")
        print("This copy works." if good else "This copy does not work as it should. Install it again.")
    return 0 if good else 3
