# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Sentences of the way in: where a workbook has gone, what is missing from a backup, what to do about damage."""

from typing import TYPE_CHECKING

from desktop.models.dates import long_date
from desktop.services.known_workbooks import KnownWorkbook
from desktop.ui.infra.messages import Notice

if TYPE_CHECKING:
    from desktop.services.restoring import RestoredWorkbook

_NAMED = 3  # missing files that are told by name


def gone(workbook: KnownWorkbook) -> Notice:
    """The workbook in use is not where it was."""
    return Notice(
        f"{workbook.name} cannot be found in its place.",
        f"Sevenfold changed nothing there. It was in {workbook.folder}.",
        "If it is on a stick, put the stick in and start Sevenfold again. Else restore a backup.",
    )


def missing(restored: "RestoredWorkbook") -> str:
    """How many evidence files are not in the backup, and the first of them by name."""
    if not restored.missing_files:
        return ""
    count = "1 evidence file is" if restored.missing_files == 1 else f"{restored.missing_files} evidence files are"
    named = ", ".join(restored.missing[:_NAMED])
    more = " and others" if len(restored.missing) > _NAMED else ""
    return f" {count} missing from it{': ' if named else ''}{named}{more}."


def last_used(workbook: KnownWorkbook) -> str:
    """When a workbook was last open."""
    if workbook.last_used is None:
        return "On this computer."
    return f"Last used on {long_date(workbook.last_used)}."
