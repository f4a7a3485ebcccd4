# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Which indicators make a safety gap, and whether it is the judgement or only its evidence that is low."""

from collections.abc import Iterable

from desktop.models.catalogue import number_of
from desktop.models.records import Judgement
from desktop.models.results import IndicatorScore, Result, StandardResult
from desktop.models.wording import joined

_MOST_NAMED = 3


def gap_rows(results: Iterable[StandardResult]) -> list[IndicatorScore]:
    """The critical indicators that count as less than 2, in the order of the standards."""
    return [
        row
        for result in results
        if result.result is Result.SAFETY_GAP
        for row in result.indicators
        if row.critical and row.supported is not None and row.supported < Judgement.PARTLY_IN_PLACE
    ]


def lacks_evidence(row: IndicatorScore) -> bool:
    """Whether it was judged 2 or more, and counts as less for want of evidence."""
    return row.said is not None and row.said >= Judgement.PARTLY_IN_PLACE


def gap_words(result: StandardResult) -> str:
    """'SA 1.1 counts as 1, a safety gap, until evidence supports it'; '' where a low judgement makes it, or none."""
    rows = gap_rows([result])
    if not rows or not all(lacks_evidence(row) for row in rows):
        return ""
    named = [number_of(row.indicator_id) for row in rows[:_MOST_NAMED]]
    if len(rows) > _MOST_NAMED:
        named.append(f"{len(rows) - _MOST_NAMED} more")
    one = len(rows) == 1
    counts, them = ("counts", "it") if one else ("count", "them")
    return f"{joined(named)} {counts} as 1, a safety gap, until evidence supports {them}"
