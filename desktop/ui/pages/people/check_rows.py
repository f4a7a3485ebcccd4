# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The two lists of someone's checks: how each kind stands, and every record of them."""

from collections.abc import Iterable, Sequence
from datetime import date

from desktop.models.dates import long_date
from desktop.models.workforce.checks import RecruitmentCheck
from desktop.services.workforce.check_words import dbs_words
from desktop.services.workforce.checks import CheckLine
from desktop.ui.theme import state_of
from desktop.ui.widgets.table import Cell, Column, Row

KIND_COLUMNS = (Column("Check", wrap=True, least=120), Column("How it stands", wrap=True, least=204, share=2))
RECORD_COLUMNS = (Column("Recorded", wrap=True, least=176), Column("What was seen", wrap=True, least=204))


def kind_rows(lines: Iterable[CheckLine]) -> list[Row]:
    """A row for each kind of check."""
    return [
        Row(line.kind.value, (Cell(line.name, bold=True), Cell(line.words, line.words, state=state_of(line.mark))))
        for line in lines
    ]


def record_rows(lines: Sequence[CheckLine]) -> list[Row]:
    """A row for each record, newest first."""
    records = [(line.name, one) for line in lines if line.check for one in (line.check, *line.earlier)]
    records.sort(key=lambda each: (each[1].seen_on or date.min, each[1].id), reverse=True)
    return [_record(name, check) for name, check in records]


def _record(name: str, check: RecruitmentCheck) -> Row:
    seen = f"Seen by {check.seen_by or 'nobody named'}"
    day = long_date(check.seen_on) if check.seen_on else "Day not recorded"
    facts = dbs_words(check)
    return Row(check.id, (Cell(name, under=day, sort_key=check.seen_on), Cell(seen, under=facts)))
