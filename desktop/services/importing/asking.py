# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The questions that a file raises, in words for a person."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.services.importing.cells import CellReading, DateOrder
from desktop.services.importing.names import Likeness, near_pairs
from desktop.services.importing.preview import Ask, PersonLine, Problem, Question, RecordLine, SamePeople

DAY_FIRST, MONTH_FIRST = "day first", "month first"


def same_people(sheet: str, people: Sequence[PersonLine]) -> tuple[tuple[SamePeople, ...], tuple[Question, ...]]:
    """Every two people of the file that may be one, with the question whether to join them."""
    pairs, questions = [], []
    for first, second, how in near_pairs([_known(person) for person in people]):
        one, other = people[first], people[second]
        why = "The names are the same." if how is Likeness.SAME else "The names are nearly the same."
        pairs.append(SamePeople(first, second, why))
        message = f"Are {one.name} ({one.cell}) and {other.name} ({other.cell}) one person? {why}"
        choices = ("one person", "two people")
        likely = choices[0] if how is Likeness.SAME else ""
        questions.append(Question(sheet, other.cell, message, other.name, Ask.SAME_PERSON, choices, likely))
    return tuple(pairs), tuple(questions)


def date_order_question(first: Question, order: DateOrder) -> Question:
    """One question for all dates of a file that could be read two ways; answered, none of them is asked again."""
    likely = {True: DAY_FIRST, False: MONTH_FIRST, None: ""}[order.day_first]
    message = f"Do the dates of this file have the day first, then the month, as in {first.text}?"
    if order.day_first is not None:
        other = "day first" if order.day_first else "month first"
        message += f" The dates that can be told apart are {other}."
    return replace(first, message=message, about=Ask.DATE_ORDER, choices=(DAY_FIRST, MONTH_FIRST), likely=likely)


def day_question(sheet: str, cell: str, shown: str, reading: CellReading) -> Question:
    """Which of the days is meant."""
    days = tuple(day.isoformat() for day in reading.readings)
    return Question(sheet, cell, reading.message, shown, Ask.DATE, days, days[0] if days else "")


def struck_out(sheet: str, record: RecordLine) -> Question:
    """A record with a line through it, in a row that has none."""
    message = f"A line is drawn through \N{LEFT DOUBLE QUOTATION MARK}{record.shown}\N{RIGHT DOUBLE QUOTATION MARK}."
    return Question(sheet, record.cell, f"{message} Does it still count?", record.shown, Ask.OTHER, ("yes", "no"))


def no_name(sheet: str, cell: str) -> Problem:
    """A row with records of nobody."""
    return Problem(sheet, cell, "There are training records here, but no name.")


def _known(person: PersonLine) -> str:
    return f"{person.name} ({person.also_known_as})" if person.also_known_as else person.name
