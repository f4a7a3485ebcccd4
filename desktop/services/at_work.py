# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Who is at work: the name under which judgements and actions are kept."""

from desktop.storage.database import Database

AT_WORK = "at_work"


def at_work(db: Database) -> str:
    """The name of the person who is at work, or ''."""
    return db.meta.get(AT_WORK)
