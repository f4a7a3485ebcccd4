# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a column of statuses adds to the date beside it in a list of training records."""

from dataclasses import replace
from datetime import date

from desktop.services.importing.cell_words import Says, alone, plain, words_in
from desktop.services.importing.cells import CellClass, CellReading


def status_class(reading: CellReading, status: str) -> CellReading:
    """The reading of a date with the status beside it: a booked date is no completion, a missed one needs asking."""
    text = plain(status)
    by_itself = alone(text)
    said = {by_itself} if by_itself else {says for _, _, says in words_in(text)}
    dated = reading.cell_class is CellClass.DATED
    if Says.NOT_DONE in said:
        return CellReading(CellClass.NOT_DONE, note=status)
    if Says.NOT_NEEDED in said:
        return CellReading(CellClass.NOT_APPLICABLE, note=status)
    if Says.BOOKED in said and (dated or reading.cell_class in {CellClass.BLANK, CellClass.QUESTION}):
        return replace(reading, cell_class=CellClass.BOOKED, day=reading.day or _only(reading), message="", readings=())
    if Says.DONE in said and reading.cell_class is CellClass.BLANK:
        return CellReading(CellClass.DONE_UNDATED)
    return reading


def _only(reading: CellReading) -> date | None:
    return reading.readings[0] if len(reading.readings) == 1 else None
