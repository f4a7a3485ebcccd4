# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Loading the catalogue that comes with the app, or another version of it."""

import json
from pathlib import Path

from desktop.models.catalogue import Catalogue
from desktop.models.catalogue_parsing import parse_catalogue
from desktop.models.errors import AppError
from desktop.support.resources import resource

FOLDER = "catalogue"
LARGEST = 5 * 1024 * 1024


class CatalogueFileError(AppError):
    """The file of the catalogue cannot be read at all."""

    code = "catalogue_file"
    happened = "The list of standards and indicators in {name} cannot be read: {why}."
    safe = "Your own records were not touched."
    to_do = "Install Sevenfold again, or choose another file."


def load_catalogue(path: Path | None = None) -> Catalogue:
    """The catalogue in ``path``, or the newest one that comes with the app."""
    return parse_catalogue(_json(newest(resource(FOLDER)) if path is None else path))


def versions(folder: Path) -> tuple[Path, ...]:
    """The catalogues in a folder, oldest version first."""
    return tuple(sorted(folder.glob("*.json"), key=lambda path: _version(path.stem)))


def newest(folder: Path) -> Path:
    """The newest catalogue in a folder."""
    found = versions(folder)
    if not found:
        raise CatalogueFileError(name=folder.name, why="there is no file in the folder")
    return found[-1]


def _version(stem: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdecimal() else -1 for part in stem.split("."))


def _json(path: Path) -> object:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CatalogueFileError(name=path.name, why=_reason(error)) from error
    if len(data) > LARGEST:
        raise CatalogueFileError(name=path.name, why="it is far too large")
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=_no_name_twice)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CatalogueFileError(name=path.name, why=f"line {line} is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        why = f"line {error.lineno}, column {error.colno} is not JSON ({error.msg})"
        raise CatalogueFileError(name=path.name, why=why) from error
    except RecursionError as error:
        raise CatalogueFileError(name=path.name, why="its lists are nested too deeply") from error
    except _NameTwiceError as error:
        raise CatalogueFileError(name=path.name, why=f"`{error}` is there twice in one object") from error


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
