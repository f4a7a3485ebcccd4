# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``sevenfold``: chooses the command and turns every outcome into an exit code.

Exit codes (settled point 22): check-pack 0 genuine, 1 altered, 2 cannot tell, 3 unreadable; every other command
0 done, 3 refused or unreadable; 64 wrong usage; 70 internal error.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from desktop import __version__
from desktop.cli import check_pack, demo, pack, preview_import, score, selftest, signer, workbook
from desktop.cli.output import tell_error
from desktop.models.errors import AppError

REFUSED, USAGE, INTERNAL = 3, 64, 70


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: {message}. For help: {self.prog} --help\n")


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = _Parser(prog="sevenfold", description="Self-assessment and signed evidence packs, offline.")
    parser.add_argument("--version", action="version", version=f"Sevenfold {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    for module in (check_pack, demo, pack, preview_import, score, selftest, signer, workbook):
        module.add_command(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    options = build_parser().parse_args(arguments)
    as_json: bool = getattr(options, "json", False)
    try:
        code: int = options.run(options)
    except AppError as error:
        tell_error(error.code, str(error), as_json=as_json)
        return REFUSED
    except KeyboardInterrupt:
        tell_error("cancelled", "Stopped. The files you gave are as they were.", as_json=as_json)
        return REFUSED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader went away; say no more
        return INTERNAL
    except Exception as error:
        import traceback

        traceback.print_exc()
        tell_error(
            "internal",
            f"Something went wrong inside Sevenfold ({type(error).__name__}). The files you gave are as they were. "
            "Report the lines above to the developers.",
            as_json=as_json,
        )
        return INTERNAL
    return code
