# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the lines above an attendance sheet say: the course, the day, the hours, the trainer; and whose sheet it is."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop.models.dates import long_date, weekday
from desktop.models.sheet import SheetCell
from desktop.services.importing.cell_words import plain
from desktop.services.importing.cells import CellClass, CellReading, DateOrder, read_day
from desktop.services.importing.grid import Grid
from desktop.services.importing.minutes import Unit, minutes_of


class Fact(StrEnum):
    """One thing that such lines say."""

    COURSE = "course"
    DATE = "date"
    HOURS = "hours"
    TIME = "time"
    TRAINER = "trainer"
    VENUE = "venue"


_LABELS: tuple[tuple[Fact, str], ...] = (  # one wording in each line
    (
        Fact.COURSE,
        r"""
        (?:(?:name|title) of )?(?:training|course|session|event|module|workshop)(?: (?:title|name|attended|course))?
        title|subject|topic|(?:enw'?r |teitl y )?(?:cwrs|hyfforddiant|sesiwn)|teitl|pwnc
        """,
    ),
    (Fact.DATE, r"(?:training |course |session |event )?dates?(?: of .*)?|day|dyddiad(?: .*)?|held on"),
    (
        Fact.HOURS,
        r"""
        (?:total |cpd |training |number of |no\.? of )?(?:hours?|hrs)(?: .*)?|duration|length|oriau|hyd
        """,
    ),
    (Fact.TIME, r"(?:start (?:and|&) (?:end|finish) )?times?|amser(?:au)?"),
    (
        Fact.TRAINER,
        r"""
        (?:name of )?(?:trainers?|tutors?|facilitators?|presenters?|instructors?|speakers?)(?: names?)?
        led by|delivered by|provided by|provider|hyfforddwr|hwylusydd|arweinydd
        """,
    ),
    (Fact.VENUE, r"venue|location|place|room|where|lleoliad|man(?: cyfarfod)?"),
)
_COMPILED = tuple(
    (fact, re.compile("|".join(line.strip() for line in words.split("\n") if line.strip()))) for fact, words in _LABELS
)
_TITLE_WORDS = re.compile(
    r"\b(?:training|attendance|course|sign(?:ing)?[- ]?in|register|sheet|list|record|form|of|for|presenoldeb|cofrestr|"
    r"taflen|hyfforddiant)\b"
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WELSH_WEEKDAYS = ("llun", "mawrth", "mercher", "iau", "gwener", "sadwrn", "sul")
_OURS = frozenset(
    "us own ours internal inhouse staff volunteer volunteers vol student sessional employee trustee mewnol ni".split()
)


@dataclass(frozen=True, slots=True)
class Stated:
    """One fact, with the cell where it stands."""

    fact: Fact
    text: str
    cell: SheetCell
    row: int
    column: int


def facts_around(grid: Grid, first: int, last: int) -> dict[Fact, Stated]:
    """The facts in the rows before the table and after it; the first of each kind counts."""
    found: dict[Fact, Stated] = {}
    for row in (*range(min(first, len(grid.rows))), *range(last + 1, len(grid.rows))):
        for stated in _in_row(grid, row):
            if stated.text:
                found.setdefault(stated.fact, stated)
    return found


def titles_above(grid: Grid, before: int) -> tuple[str, ...]:
    """The lines above that are no labelled fact, such as the name of the charity."""
    found = []
    for row in range(min(before, len(grid.rows))):
        if not any(_in_row(grid, row)):
            found += [text for column in range(grid.width) if (text := grid.text(row, column))]
    return tuple(found)


def course_in_title(titles: Sequence[str]) -> str:
    """The course, when it stands in the title only: what is left of 'Attendance sheet - Fire safety'."""
    for title in titles:
        first, *rest = (part.strip() for part in re.split(r"\s[-–—|]\s|:\s", title))
        if len(rest) == 1 and _TITLE_WORDS.search(first.casefold()) and not _TITLE_WORDS.search(rest[0].casefold()):
            return rest[0]
    return ""


def day_of(stated: Stated, today: date, day_first: bool | None = None) -> CellReading:
    """The day; a weekday beside it settles which of two days is meant, and is doubted when it does not fit."""
    reading = read_day(stated.cell, DateOrder(day_first, settled=day_first is not None), today)
    named = _weekday_in(stated.text)
    if named is None:
        return reading
    if reading.cell_class is CellClass.QUESTION:
        fitting = tuple(day for day in reading.readings if day.weekday() == named)
        if len(fitting) == 1:
            return CellReading(CellClass.DATED, fitting[0])
    if reading.day and reading.day.weekday() != named:
        message = f"{long_date(reading.day)} is a {weekday(reading.day)}. Is the day or the date right?"
        return replace(reading, cell_class=CellClass.QUESTION, day=None, message=message, readings=(reading.day,))
    return reading


def hours_of_day(facts: dict[Fact, Stated]) -> float | None:
    """The hours stated, else the time from beginning to end."""
    if stated := facts.get(Fact.HOURS):
        minutes = minutes_of(stated.text, Unit.HOURS)
        if minutes is None and stated.cell.number is not None:
            minutes = round(stated.cell.number * 60)
        if minutes:
            return minutes / 60
    times = facts.get(Fact.TIME)
    minutes = minutes_of(times.text) if times else None
    return minutes / 60 if minutes else None


def base_organisation(text: str) -> str:
    """The organisation without what stands in brackets, folded for comparing: 'abc' for 'A.B.C. (vol)'."""
    bare = " ".join(re.sub(r"[.'’]", "", plain(re.sub(r"\(.*?\)|\[.*?\]|\s[-–/]\s.*$", " ", text))).split())
    return re.sub(r"(?<=\w) (?:vol|volunteer|student|sessional|staff|trustee|trainee|bank)s?$", "", bare)


def own_organisations(texts: Sequence[str], titles: Sequence[str], own: Sequence[str]) -> tuple[frozenset[str], bool]:
    """Which organisations of a sheet are the charity itself, and whether that is sure.

    ``own`` are its names, when they are known. Else the one named, or shortened, in a title; else the most frequent.
    """
    bases = [base_organisation(text) for text in texts]
    filled = {base for base in bases if base}
    ours = {base for base in filled if base in _OURS or any(_means(base, name) for name in own)}
    if ours:
        return frozenset(ours), True
    ours = {base for base in filled if any(_means(base, title) for title in titles)}
    if ours:
        return frozenset(ours), True
    if not filled:
        return frozenset(), True
    most = Counter(base for base in bases if base).most_common(1)[0][0]
    return frozenset((most,)), False


def _means(base: str, name: str) -> bool:
    """Whether a short word stands for a name: its beginning, a part of it, or the first letters of its words."""
    words = re.findall(r"[^\W_]+", plain(name))
    if not words:
        return False
    said = re.findall(r"[^\W_]+", base)
    if len(base) > 3 and f" {' '.join(said)} " in f" {' '.join(words)} ":
        return True
    letters = "".join(word[0] for word in words)
    small = "".join(word[0] for word in words if word not in {"and", "of", "the", "for", "y", "a", "o", "i"})
    short = "".join(said)
    if len(said) > 1 or len(short) < 2:
        return False
    return any(run.startswith(short) or (len(short) > 2 and short in run) for run in (letters, small))


def _in_row(grid: Grid, row: int) -> Iterator[Stated]:
    for column in range(grid.width):
        text = grid.text(row, column)
        label, colon, rest = text.partition(":")
        fact = _fact(label) if text and (colon or _label_alone(grid, row)) else None
        if fact is None:
            continue
        if rest.strip():
            yield Stated(fact, rest.strip(), SheetCell(rest.strip()), row, column)
        elif after := _next_filled(grid, row, column):
            yield Stated(fact, grid.text(row, after), grid.cell(row, after), row, after)


def _label_alone(grid: Grid, row: int) -> bool:
    """Labels without a colon count in a line with few words that begins with one."""
    return 2 <= grid.filled(row) <= 6 and _fact(grid.text(row, 0)) is not None


def _next_filled(grid: Grid, row: int, column: int) -> int | None:
    for after in range(column + 1, grid.width):
        text = grid.text(row, after)
        if text or grid.cell(row, after).day:
            label, colon, _ = text.partition(":")
            return None if _fact(label) and (colon or _label_alone(grid, row)) else after
    return None


def _fact(label: str) -> Fact | None:
    words = plain(label).strip(" .*-")
    return next((fact for fact, pattern in _COMPILED if pattern.fullmatch(words)), None)


def _weekday_in(text: str) -> int | None:
    low = plain(text)
    for number, (english, welsh) in enumerate(zip(_WEEKDAYS, _WELSH_WEEKDAYS, strict=True)):
        if re.search(rf"\b(?:{english}|{english[:3]}|tues|thurs?|dydd {welsh}|nos {welsh})\b", low) and (
            english[:3] in low or welsh in low
        ):
            return number
    return None
