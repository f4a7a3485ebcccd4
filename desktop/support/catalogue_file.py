# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Loading the catalogue that comes with the app, or another version of it."""

from pathlib import Path

from desktop.models.catalogue import Catalogue
from desktop.models.catalogue_parsing import parse_catalogue
from desktop.models.errors import AppError
from desktop.support.json_file import JsonFileError, read_json
from desktop.support.resources import resource

FOLDER = "catalogue"


class CatalogueFileError(AppError):
    """The file of the catalogue cannot be read at all."""

    code = "catalogue_file"
    happened = "The list of standards and indicators in {name} cannot be read: {why}."
    safe = "Your own records were not touched."
    to_do = "Install Sevenfold again, or choose another file."


def load_catalogue(path: Path | None = None) -> Catalogue:
    """The catalogue in ``path``, or the newest one that comes with the app."""
    try:
        return parse_catalogue(read_json(newest(resource(FOLDER)) if path is None else path))
    except JsonFileError as error:
        raise CatalogueFileError(**error.facts) from error


def catalogue_of(version: str) -> Catalogue:
    """The bundled catalogue of the version that an assessment answered; packs say what was asked then."""
    return load_catalogue(resource(FOLDER) / f"{version}.json")


def versions(folder: Path) -> tuple[Path, ...]:
    """The catalogues in a folder, oldest version first."""
    return tuple(sorted(folder.glob("*.json"), key=lambda path: in_order(path.stem)))


def newest(folder: Path) -> Path:
    """The newest catalogue in a folder."""
    found = versions(folder)
    if not found:
        raise CatalogueFileError(name=folder.name, why="there is no file in the folder")
    return found[-1]


def in_order(version: str) -> tuple[int, ...]:
    """What to sort versions by: '2023.2' comes before '2023.10'."""
    return tuple(int(part) if part.isdecimal() else -1 for part in version.split("."))
