# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Run as a child: works on a workbook until the disk has no room, makes room, works on, and prints what it found."""

import json
import resource
import sys
from dataclasses import replace
from pathlib import Path

from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.storage.database import Database
from desktop.storage.durability import SAFE
from tests.storage.databases import ANSWER, ASSESSMENT, new_database, reopened


def main(folder: Path, kind: str) -> dict[str, object]:
    """``kind`` is 'full' (a small disk, filled up) or 'limit' (files may not grow beyond a size)."""
    ballast = folder / "ballast"
    path = folder / "workbook.db"
    database = new_database(path, SAFE)
    with database.write(Op.START_ASSESSMENT):
        database.assessments.save(ASSESSMENT)
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    if kind == "limit":
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 200_000, hard))
    else:
        ballast.write_bytes(b"x" * 300_000)
    refused = [_until_refused(database), _refusal(database, "xxx"), _refusal(database, "yyy")]
    saved = len(database.answers.list())
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    ballast.unlink(missing_ok=True)
    after = _refusal(database, "after")
    numbers = database.history_head()[0]
    database.close()
    with reopened(path, durability=SAFE) as again:
        return {
            "refused": refused,
            "saved": saved,
            "after": after,
            "answers": len(again.answers.list()),
            "operations": numbers,
            "whole": again.verify_history().whole,
            "title": again.can_undo(),
        }


def _until_refused(database: Database) -> str:
    for number in range(10_000):
        code = _refusal(database, f"{number:03}")
        if code:
            return code
    return "never"


def _refusal(database: Database, name: str) -> str:
    try:
        with database.write(Op.JUDGE, name):
            database.answers.save(replace(ANSWER, id=name, indicator_id=name, narrative=name * 3000))
    except AppError as error:
        return error.code
    return ""


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), sys.argv[2])))
