# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reading a JSON file that a person gives us, with errors that say where it is wrong."""

import json
from pathlib import Path

from desktop.models.errors import AppError

LARGEST = 5 * 1024 * 1024


class JsonFileError(AppError):
    """A file is not JSON as it should be. ``why`` completes 'it cannot be read: ...'."""

    code = "json_file"
    happened = "{name} cannot be read: {why}."
    safe = "Nothing was changed."
    to_do = "Mend the file or choose another one, then try again."


def read_json(path: Path) -> object:
    """The parsed content of a UTF-8 JSON file; raises ``JsonFileError`` naming line and column."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise JsonFileError(name=path.name, why=_reason(error)) from error
    if len(data) > LARGEST:
        raise JsonFileError(name=path.name, why="it is far too large")
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_no_name_twice)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise JsonFileError(name=path.name, why=f"line {line} is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        why = f"line {error.lineno}, column {error.colno} is not JSON ({error.msg})"
        raise JsonFileError(name=path.name, why=why) from error
    except _NameTwiceError as error:
        raise JsonFileError(name=path.name, why=f"`{error}` is there twice in one object") from error
    except ValueError as error:
        raise JsonFileError(name=path.name, why="a number in it is far too long") from error
    except RecursionError as error:
        raise JsonFileError(name=path.name, why="its lists are nested too deeply") from error


def _reason(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "there is no such file"
        case IsADirectoryError():
            return "it is a folder"
        case _:
            return error.strerror or "the system refused"


class _NameTwiceError(ValueError):
    """JSON lets a name come twice and keeps the last; here that would hide a slip."""


def _no_name_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise _NameTwiceError(name)
        found[name] = value
    return found
