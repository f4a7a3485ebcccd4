# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``sevenfold workbook``: check it, back it up, restore a backup, change the passphrase."""

import argparse
import re
import sys
from pathlib import Path

from desktop.cli.output import add_json, tell_json

PASSPHRASE, CODE, NEW = "--passphrase-file", "--recovery-code-file", "--new-passphrase-file"


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command and its four acts."""
    parser = commands.add_parser("workbook", help="look after a workbook: check, backup, restore, passphrase")
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    check = _act(acts, "check", "read all of it: history, evidence, backups", run_check, "workbook")
    check.add_argument(
        "--history", type=_anchor, metavar="NUMBER:HEAD", help="compare with what a pack or receipt prints"
    )
    backup = _act(acts, "backup", "make a proved backup now", run_backup, "workbook")
    backup.add_argument("--to", type=Path, metavar="PLACE", help="a second place, such as a memory stick")
    restore = _act(acts, "restore", "restore a backup into a new folder", run_restore, "backup")
    restore.add_argument("new_folder", type=Path, metavar="NEW_FOLDER")
    restore.add_argument(CODE, type=Path, metavar="FILE", help="the recovery code, instead of the passphrase")
    change = _act(acts, "passphrase", "change the passphrase", run_passphrase, "workbook")
    change.add_argument(NEW, type=Path, metavar="FILE", required=True, help="the new passphrase ('-': standard input)")
    change.add_argument(CODE, type=Path, metavar="FILE", help="the recovery code, when the passphrase is lost")


def _act(
    acts: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, text: str, run: object, place: str
) -> argparse.ArgumentParser:
    parser = acts.add_parser(name, help=text)
    parser.add_argument(place, type=Path, metavar=place.upper())
    parser.add_argument(PASSPHRASE, type=Path, metavar="FILE", help="the passphrase ('-' reads it from standard input)")
    add_json(parser)
    parser.set_defaults(run=run)
    return parser


def _anchor(text: str) -> tuple[int, str]:
    number, _, head = text.partition(":")
    head = "".join(head.split()).lower()
    if not number.isdecimal() or not re.fullmatch("[0-9a-f]{64}", head):
        raise argparse.ArgumentTypeError("write it as a pack prints it: the number, a colon, and 64 hex digits")
    return int(number), head


def _passphrase(options: argparse.Namespace) -> str:
    from desktop.services.secrets_given import read_secret

    return read_secret(options.passphrase_file, "passphrase", PASSPHRASE)


def _code(options: argparse.Namespace) -> str:
    from desktop.services.secrets_given import read_secret

    return read_secret(options.recovery_code_file, "recovery code", CODE) if options.recovery_code_file else ""


def run_check(options: argparse.Namespace) -> int:
    """Check, and say what was found; refused when something is not whole."""
    from desktop.services.upkeep import check_workbook

    health = check_workbook(options.workbook, _passphrase(options), options.history)
    problems = (*health.problems, *health.backup_problems)
    if options.json:
        tell_json(
            {
                "whole": not problems,
                "problems": list(problems),
                "history": {"number": health.operations, "head": health.head},
                "evidence": health.evidence,
                "backups": [str(backup.folder) for backup in health.backups],
            }
        )
        return 3 if problems else 0
    print(f"History: {health.operations} operations, head {health.head}")
    if options.history and not health.problems:
        print(f"Entry {options.history[0]} of the history is as the pack or receipt prints it.")
    print(f"Evidence: {health.evidence} files read")
    for backup in health.backups:
        print(f"Backup of {backup.manifest.made_at:%d %B %Y %H:%M} UTC, read and whole: {backup.folder}")
    for problem in problems:
        print(f"NOT WHOLE: {problem}")
    if health.problems:
        print("Restore the newest good backup." + (" First compare what you typed." if options.history else ""))
    else:
        print("The workbook is whole." + (" Make a new backup now." if problems else ""))
    return 3 if problems else 0


def run_backup(options: argparse.Namespace) -> int:
    """Make a backup and say where it is."""
    from desktop.services.upkeep import back_up

    made, problem = back_up(options.workbook, _passphrase(options), options.to)
    if options.json:
        tell_json({"backup": str(made.folder), "made": made.manifest.made, "evidence": len(made.manifest.evidence)})
    else:
        print(f"Backed up and proved by opening: {made.folder}")
    _tell_unasked(problem)
    return 0


def _tell_unasked(problem: Exception | None) -> None:
    """Say on stderr that the work is done, and that the backup on closing is not."""
    if problem is not None:
        print(f"This is done, but the backup made on closing failed. {problem}", file=sys.stderr)


def run_restore(options: argparse.Namespace) -> int:
    """Restore a backup and say where the workbook is now."""
    from desktop.services.upkeep import restore_backup

    code = _code(options)
    done = restore_backup(options.backup, options.new_folder, "" if code else _passphrase(options), code)
    if options.json:
        tell_json({"workbook": str(done.folder), "missing_evidence": _missing(done.titles, len(done.missing))})
        return 0
    print(f"Restored to {done.folder}. The workbook you had before is as it was.")
    for title in _missing(done.titles, len(done.missing)):
        print(f"The evidence file of this item is not in the backup: {title}")
    return 0


def _missing(titles: tuple[str, ...], files: int) -> list[str]:
    """What to call the evidence files that are missing; all may be files of items that were taken off the list."""
    return list(titles) if titles or not files else ["(no item on the list uses it any more)"]


def run_passphrase(options: argparse.Namespace) -> int:
    """Change the passphrase, with the old one or with the recovery code."""
    from desktop.services.secrets_given import read_secret
    from desktop.services.upkeep import change_passphrase, reset_passphrase

    code, old, problem = _code(options), "", None
    if not code:
        old = _passphrase(options)
    new = read_secret(options.new_passphrase_file, "passphrase", NEW)
    if code:
        reset_passphrase(options.workbook, code, new)
    else:
        problem = change_passphrase(options.workbook, old, new)
    text = "The passphrase is changed. Backups made before keep the passphrase of their day."
    if options.json:
        tell_json({"changed": True, "note": text})
    else:
        print(text)
    _tell_unasked(problem)
    return 0
