# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Run as a child in a read-only place: reads a workbook, tries to write, and prints what was said."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.storage.database import Database
from desktop.storage.durability import SAFE
from tests.storage.databases import new_database, reopened


def main(folder: Path) -> dict[str, object]:
    """What could be read, and the codes of what was refused."""
    with reopened(folder / "workbook.db", durability=SAFE) as database:
        return {
            "people": [person.name for person in database.people.list()],
            "judging": code(lambda: remove_all(database)),
            "draft": code(lambda: database.drafts.keep("x", "y")),
            "undo": code(database.undo),
            "new": code(lambda: new_database(folder / "new.db", SAFE)),
        }


def remove_all(database: Database) -> None:
    with database.write(Op.REMOVE_PERSON):
        database.people.remove("pe-1")


def code(act: Callable[[], object]) -> str:
    try:
        act()
    except AppError as error:
        return error.code
    return "done"


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
