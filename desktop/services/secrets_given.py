# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Passphrases and recovery codes that a person hands to a command in a file or by standard input."""

import re
import sys
from pathlib import Path

from desktop.models.errors import InputError
from desktop.support.files import Files

_CODE = re.compile(r"[0-9A-Za-z]{4}(?:-[0-9A-Za-z]{4}){6}")  # as the recovery sheet prints it


def read_secret(file: Path | None, label: str, option: str) -> str:
    """The secret in a file: its line ``label: ...``, or its first line. '-' reads a line of standard input."""
    if file is None:
        raise InputError(what=f"The {label} is needed.", to_do=f"Add {option} FILE, or {option} - to type it in.")
    if str(file) == "-":
        return sys.stdin.readline().strip()
    if not file.is_file():
        raise InputError(what=f"There is no file {file}.", to_do=f"Check the name of the file with the {label}.")
    try:
        lines = Files().read(file).decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            what=f"{file} could not be read as text.", to_do=f"Check the file with the {label}."
        ) from error
    labelled = [line.partition(": ")[2] for line in lines if line.startswith(f"{label}: ")]
    printed = [line for line in lines if label == "recovery code" and _CODE.fullmatch(line.strip())]
    return next(iter([*labelled, *printed, *lines[:1]]), "").strip()
