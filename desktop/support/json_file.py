# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reading a JSON file that a person gives us, with errors that say where it is wrong."""

import json
from pathlib import Path

from desktop.models.errors import InputError
from desktop.support.files import Files

LIMIT = 20_000_000


def read_json(path: Path, files: Files | None = None) -> object:
    """The parsed content of a UTF-8 JSON file of up to 20 MB; raises ``InputError`` naming line and column."""
    files = files or Files()
    try:
        if path.stat().st_size > LIMIT:
            raise InputError(what=f"{path.name} is larger than 20 MB.", to_do="Check that it is the right file.")
        return json.loads(files.read(path).decode("utf-8-sig"))
    except FileNotFoundError:
        raise InputError(what=f"{path} is not there.", to_do="Check the name and the folder.") from None
    except OSError as error:
        raise InputError(
            what=f"{path} could not be read ({error.strerror}).", to_do="Check that you may open it."
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(
            what=f"{path.name} is not UTF-8 text (byte {error.start}).", to_do="Save it again as UTF-8."
        ) from error
    except json.JSONDecodeError as error:
        raise InputError(
            what=f"{path.name} is not JSON: line {error.lineno}, column {error.colno}: {error.msg}.",
            to_do="Mend that line and try again.",
        ) from error
    except RecursionError:
        raise InputError(what=f"{path.name} is nested too deeply.", to_do="Check that it is the right file.") from None
