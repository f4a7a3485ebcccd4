# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What one cell says about a course: done on a day, done, booked, only an expiry, not needed, or not to be read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from desktop.models.dates import long_date
from desktop.models.sheet import SheetCell
from desktop.services.importing.cell_words import Says, alone, not_needed, plain, words_in
from desktop.services.importing.days import Found, found_days, found_numbers

_FIRST_DAY = date(1950, 1, 1)
_ANY_DAY = date(2026, 1, 1)  # where only the order of day and month matters
_SERIAL_ZERO = date(1899, 12, 30)  # day 0 of spreadsheets
_SERIALS = range(25_569, 73_051)  # 1970 to 2099 as spreadsheets count days
_QUOTED = 40
_UNSURE = re.compile(r"\?|~|\b(?:circa|ca?|approx\w*|about|tua)\b")
_TRIM = " -–—,;:.()[]/|&+"


class CellClass(StrEnum):
    """What a cell says. ``QUESTION`` has more than one reading; ``PROBLEM`` has none."""

    BLANK = "blank"
    DATED = "dated"
    DONE_UNDATED = "done_undated"
    BOOKED = "booked"
    EXPIRY_ONLY = "expiry_only"
    NOT_APPLICABLE = "not_applicable"
    NOT_DONE = "not_done"
    PROBLEM = "problem"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class CellReading:
    """One cell, read. ``readings`` are the days it may mean when it is a question, the likely one first.

    ``message`` says what is wrong or asked, in words for a person.
    """

    cell_class: CellClass
    day: date | None = None
    expires: date | None = None
    note: str = ""
    message: str = ""
    readings: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class DateOrder:
    """How the typed dates of a sheet stand. ``day_first`` is None while nothing shows it.

    ``settled`` is set once a person has said it: then no date of two small numbers is asked again.
    """

    day_first: bool | None = None
    settled: bool = False


_BLANK = CellReading(CellClass.BLANK)
plain_numbers = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\s*").fullmatch  # by far the most of typed dates


class CellReader:
    """Reads many cells of one sheet: the same words are read once."""

    def __init__(self, order: DateOrder, today: date) -> None:
        self._order, self._today = order, today
        self._by_text: dict[str, CellReading] = {}
        self._by_day: dict[date, CellReading] = {}

    def read(self, cell: SheetCell) -> CellReading:
        """As ``read_cell``."""
        if cell.note:
            return read_cell(cell, self._order, self._today)
        if cell.day:
            known = self._by_day.get(cell.day)
            if known is None:
                known = self._by_day[cell.day] = read_cell(cell, self._order, self._today)
            return known
        known = self._by_text.get(cell.text)
        if known is None or cell.number is not None:
            known = self._by_text[cell.text] = read_cell(cell, self._order, self._today)
        return known


def read_cell(cell: SheetCell, order: DateOrder, today: date) -> CellReading:
    """What a training cell says. The comment on the cell is kept as a note."""
    if cell.blank:
        return _BLANK
    reading = _true_date(cell, today) or _typed(cell.text, order, today)
    if cell.note.strip():
        note = "; ".join(filter(None, (reading.note, " ".join(cell.note.split()))))
        reading = replace(reading, note=note)
    return reading


def read_day(cell: SheetCell, order: DateOrder, today: date) -> CellReading:
    """The date in a cell that should hold one: ``DATED``, ``BLANK``, ``QUESTION`` or ``PROBLEM``. It may lie ahead."""
    if cell.blank:
        return _BLANK
    if cell.day:
        return _early(cell.day) or CellReading(CellClass.DATED, cell.day)
    text = plain(cell.text)
    found = found_days(text, today, day_first=order.day_first, settled=order.settled)
    if not found:
        return _serial(text, today) or _problem(f"{_quoted(cell.text)} is not a date.")
    if len(found) > 1:
        return _problem(f"{_quoted(cell.text)} holds more than one date.")
    note = _rest(cell.text, text, found)
    return _one_day(found[0], note)


def read_expiry(cell: SheetCell, order: DateOrder, today: date) -> CellReading:
    """The last day in a cell that should hold an expiry: ``EXPIRY_ONLY``, or as ``read_day``. A month is enough."""
    found = found_days(plain(cell.text), today, day_first=order.day_first, settled=order.settled)
    if not cell.day and len(found) == 1 and found[0].month_end:
        return CellReading(CellClass.EXPIRY_ONLY, expires=found[0].month_end)
    if not_needed(plain(cell.text)):
        return _BLANK
    reading = read_day(cell, order, today)
    if reading.cell_class is not CellClass.DATED:
        return reading
    return CellReading(CellClass.EXPIRY_ONLY, expires=reading.day, note=reading.note)


def date_order(cells: Iterable[SheetCell]) -> DateOrder:
    """What the typed dates of a sheet show about their order."""
    shown = {seen for text in {cell.text for cell in cells if not cell.day} if text for seen in _order_shown(text)} - {
        None
    }
    return DateOrder(day_first=shown.pop() if len(shown) == 1 else None)


def _order_shown(text: str) -> set[bool | None]:
    if numbers := plain_numbers(text):
        first, second = int(numbers[1]), int(numbers[3])
        return {first > second} if (first > 12) != (second > 12) else set()
    if not any(sign.isdecimal() for sign in text):
        return set()
    found = found_days(plain(text), _ANY_DAY, day_first=None, settled=False)
    return {each.shows for each in found}


def is_ambiguous(cell: SheetCell) -> bool:
    """Whether a typed date in the cell could be read day first or month first."""
    if cell.day or cell.blank:
        return False
    if numbers := plain_numbers(cell.text):
        return int(numbers[1]) <= 12 and int(numbers[3]) <= 12 and numbers[1] != numbers[3]
    found = found_days(plain(cell.text), _ANY_DAY, day_first=None, settled=False)
    return any(each.small for each in found)


def either_day(readings: tuple[date, ...]) -> str:
    """'3 April 2024 or 4 March 2024'."""
    return " or ".join(long_date(day) for day in readings)


def _true_date(cell: SheetCell, today: date) -> CellReading | None:
    if not cell.day:
        return None
    return _early(cell.day) or _ahead(cell.day, today) or CellReading(CellClass.DATED, cell.day)


def _early(day: date) -> CellReading | None:
    if day >= _FIRST_DAY:
        return None
    return _problem(f"The date {long_date(day)} cannot be right.")


def _ahead(day: date, today: date) -> CellReading | None:
    if day <= today:
        return None
    message = f"{long_date(day)} is still to come. Is the course booked for that day, or is the date a slip?"
    return CellReading(CellClass.QUESTION, message=message, readings=(day,))


def _typed(typed: str, order: DateOrder, today: date) -> CellReading:
    if numbers := plain_numbers(typed):
        return _numbers_only(typed, numbers, order, today)
    text = plain(typed)
    found = found_days(text, today, day_first=order.day_first, settled=order.settled)
    said = words_in(text)
    if not found:
        return _undated(typed, text, {says for _, _, says in said}, today)
    return _dated(typed, text, found, said, today)


def _numbers_only(typed: str, numbers: re.Match[str], order: DateOrder, today: date) -> CellReading:
    found = found_numbers(
        (0, len(typed)),
        (int(numbers[1]), int(numbers[3]), int(numbers[4])),
        day_first=order.day_first,
        settled=order.settled,
    )
    reading = _one_day(found, "")
    ahead = _ahead(reading.day, today) if reading.day else None
    return ahead or reading


def _undated(typed: str, text: str, said: set[Says], today: date) -> CellReading:
    by_itself = alone(text)
    if by_itself is Says.UNSURE:
        return CellReading(CellClass.QUESTION, message=f"Does {_quoted(typed)} mean that the course is done?")
    if by_itself:
        said = {by_itself}
    serial = _serial(text, today)
    if serial:
        return serial
    kinds = {
        Says.NOT_NEEDED: CellClass.NOT_APPLICABLE,
        Says.NOT_DONE: CellClass.NOT_DONE,
        Says.BOOKED: CellClass.BOOKED,
        Says.DONE: CellClass.DONE_UNDATED,
    }
    for says, cell_class in kinds.items():
        if says in said and Says.EXPIRES not in said:
            if said - {says} - {Says.DONE}:
                break
            return CellReading(cell_class, note=_said_more(typed, text))
    return _problem(f"{_quoted(typed)} is not a date.")


def _said_more(typed: str, text: str) -> str:
    """The words of a cell when there are more than the one that was understood."""
    return " ".join(typed.split()) if _without_words(text) and not alone(text) else ""


def _without_words(text: str) -> str:
    left = text
    for start, end, _ in reversed(words_in(text)):
        left = left[:start] + left[end:]
    return left.strip(_TRIM)


def _dated(
    typed: str, text: str, found: tuple[Found, ...], said: tuple[tuple[int, int, Says], ...], today: date
) -> CellReading:
    """Sorts the dates by the word that stands before each of them; a word counts until the next one."""
    sorted_dates: dict[Says, list[Found]] = {}
    for each in found:
        before = [says for start, _, says in said if start < each.start]
        sorted_dates.setdefault(before[-1] if before else Says.DONE, []).append(each)
    behind = {says for start, _, says in said if start >= found[-1].end}
    note = _rest(typed, text, found)
    if Says.NOT_NEEDED in sorted_dates or Says.NOT_DONE in sorted_dates or Says.NOT_DONE in behind:
        return CellReading(CellClass.QUESTION, message=f"Was the course completed? The cell says {_quoted(typed)}.")
    done = sorted_dates.get(Says.DONE, [])
    if done and Says.DONE in {says for _, _, says in said} and all(each.year_only for each in done):
        return CellReading(CellClass.DONE_UNDATED, note=" ".join(typed.split()))
    expiry = sorted_dates.get(Says.EXPIRES, [])
    if done:
        return _with_expiry(_completed(typed, done, behind, note, today), expiry)
    if expiry:
        return _expiry(expiry[0], note)
    booked = sorted_dates[Says.BOOKED][0]
    return CellReading(CellClass.BOOKED, booked.day if not booked.wrong else None, note="" if booked.day else note)


def _completed(typed: str, done: list[Found], behind: set[Says], note: str, today: date) -> CellReading:
    if len(done) > 1:
        days = tuple(sorted((each.day for each in done if each.day), reverse=True))
        message = f"{_quoted(typed)} holds more than one date. On which day was the course completed?"
        return CellReading(CellClass.QUESTION, message=message, readings=days, note=note)
    only = _one_day(done[0], note)
    if only.cell_class is not CellClass.DATED or only.day is None:
        return only
    if Says.BOOKED in behind and only.day > today:
        return CellReading(CellClass.BOOKED, only.day, note=note)
    if Says.EXPIRES in behind or Says.NOT_NEEDED in behind or _UNSURE.search(note.casefold()):
        message = f"Is {long_date(only.day)} the day it was completed? The cell says {_quoted(typed)}."
        return CellReading(CellClass.QUESTION, message=message, readings=(only.day,), note=note)
    ahead = _ahead(only.day, today)
    return replace(ahead, note=note) if ahead else only


def _with_expiry(reading: CellReading, expiry: list[Found]) -> CellReading:
    if reading.cell_class is not CellClass.DATED or not expiry:
        return reading
    return replace(reading, expires=expiry[0].day or expiry[0].month_end)


def _expiry(found: Found, note: str) -> CellReading:
    last = found.month_end or (found.day if not found.wrong else None)
    if last:
        return CellReading(CellClass.EXPIRY_ONLY, expires=last, note=note)
    return _one_day(found, note)


def _one_day(found: Found, note: str) -> CellReading:
    if found.wrong and not found.readings:
        return _problem(found.wrong)
    if found.wrong:
        return CellReading(CellClass.QUESTION, message=found.wrong, readings=found.readings, note=note)
    if len(found.readings) > 1:
        message = f"The date could be {either_day(found.readings)}. Which is it?"
        return CellReading(CellClass.QUESTION, message=message, readings=found.readings, note=note)
    return CellReading(CellClass.DATED, found.readings[0], note=note)


def _serial(text: str, today: date) -> CellReading | None:
    """A number that spreadsheets would show as a date, or eight figures run together: asked, never taken."""
    if not text.isdecimal():
        return None
    if int(text) in _SERIALS:
        days: tuple[date, ...] = (_SERIAL_ZERO + timedelta(days=int(text)),)
    elif len(text) == 8:
        shaped = (
            f"{text[:4]}-{text[4:6]}-{text[6:]}" if text[:2] in {"19", "20"} else f"{text[:2]}/{text[2:4]}/{text[4:]}"
        )
        days = tuple(day for each in found_days(shaped, today, day_first=True, settled=True) for day in each.readings)
    else:
        return None
    if not days:
        return None
    message = f"The cell holds the number {text}. Is that {either_day(days)}?"
    return CellReading(CellClass.QUESTION, message=message, readings=days)


def _problem(message: str) -> CellReading:
    return CellReading(CellClass.PROBLEM, message=message)


def _quoted(text: str) -> str:
    short = " ".join(text.split())
    short = short if len(short) <= _QUOTED else short[: _QUOTED - 1] + "…"
    return f"\N{LEFT DOUBLE QUOTATION MARK}{short}\N{RIGHT DOUBLE QUOTATION MARK}"


def _rest(typed: str, text: str, found: tuple[Found, ...]) -> str:
    """What stands beside the dates of a cell, as it was typed; all of the cell when it cannot be told apart."""
    only = " ".join(typed.split())
    if len(only) != len(text) or len(found) > 1:
        return only
    left, right = only[: found[0].start].strip(_TRIM), only[found[0].end :].strip(_TRIM)
    rest = " ".join(filter(None, (left, right)))
    return "" if alone(rest.casefold()) or not _without_words(plain(rest)) else rest
