# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""An invented next version of the standards: one reworded, one split in two, one withdrawn, one new."""

import json
from typing import Any

from desktop.support.catalogue_file import newest
from desktop.support.resources import resource

VERSION = "2099.1"
WITHDRAWN = {"id": "1.2", "why": "It is asked in 1.1 now."}
REWORDED = "Every victim-survivor known to us is offered support within a week."


def next_version(**other: object) -> str:
    """The file of it. ``other`` fields of the whole replace its own."""
    data: dict[str, Any] = json.loads(newest(resource("catalogue")).read_text("utf-8"))
    rows = {row["id"]: row for row in data["indicators"]}
    first = rows["1.3"] | {"id": "1.90", "short_name": "First half", "replaces": ["1.3"], "text": "The first half."}
    second = rows["1.3"] | {"id": "1.91", "short_name": "Other half", "replaces": ["1.3"], "text": "The other half."}
    new = rows["1.4"] | {"id": "1.92", "short_name": "Quite new", "text": "Something nobody asked before."}
    rows["1.1"] = rows["1.1"] | {"text": REWORDED}
    kept = [row for id_, row in rows.items() if id_ not in {"1.2", "1.3"}]
    data |= {"version": VERSION, "follows": data["version"], "withdrawn": [WITHDRAWN]}
    data["indicators"] = sorted(
        [*kept, first, second, new], key=lambda row: [int(part) for part in row["id"].split(".")]
    )
    return json.dumps(data | other)
