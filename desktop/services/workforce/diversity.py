# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The wider picture of the workforce for SA 5.7: counts of groups that people name themselves, never per person."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.models.certificate_numbers import check_no_number
from desktop.models.changes import Op
from desktop.models.day_checks import check_passed
from desktop.models.errors import AppError
from desktop.models.workforce.diversity import DiversityCount
from desktop.models.workforce.figures import SMALLEST_GROUP
from desktop.services.intake import new_id
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

HIDDEN = "hidden"
_LINE = re.compile(r"(.*\S)\s*[:\t=]\s*(\d{1,5})")


class EmptyCountError(AppError):
    """A group or a word without a text, or a count under nothing."""

    code = "empty_count"
    happened = "A count has no words, or no number of 0 or more."
    safe = "Nothing was changed."
    to_do = "Give each line its words and a whole number."


class CountLineError(AppError):
    """A typed line that is not words, a colon and a number."""

    code = "count_line"
    happened = (
        "\N{LEFT DOUBLE QUOTATION MARK}{line}\N{RIGHT DOUBLE QUOTATION MARK} has no colon with a number after it."
    )
    safe = "Nothing was changed."
    to_do = "Write it like this: Welsh: 4."


class GroupThereError(AppError):
    """A new group with the name of one that is there."""

    code = "group_there"
    happened = "{group} is counted here already."
    safe = "Nothing was changed."
    to_do = "Change those counts, or give this group another name."


class NoGroupError(AppError):
    """A group without a name."""

    code = "no_group"
    happened = "The group has no name."
    safe = "Nothing was changed."
    to_do = "Say what is counted, such as Languages."


class TwiceCountedError(AppError):
    """The same words twice in one group."""

    code = "twice_counted"
    happened = "\N{LEFT DOUBLE QUOTATION MARK}{label}\N{RIGHT DOUBLE QUOTATION MARK} stands twice in {group}."
    safe = "Nothing was changed."
    to_do = "Put the two counts together."


@dataclass(frozen=True, slots=True)
class GroupView:
    """One group with its counts: ``lines`` for the window, ``in_pack`` with small counts hidden."""

    group: str
    counted_on: date
    people: int
    lines: tuple[tuple[str, int], ...]
    in_pack: tuple[tuple[str, str], ...]


def read_counts(text: str) -> list[tuple[str, int]]:
    """Counts as people type or paste them, a line each: 'Welsh: 4'. Raises ``CountLineError``."""
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        read = _LINE.fullmatch(line)
        if read is None:
            raise CountLineError(line=line)
        found.append((read[1].strip(), int(read[2])))
    return found


class Diversity:
    """The counts that the charity enters."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock

    def groups(self) -> tuple[GroupView, ...]:
        """Every group, by name."""
        by_group: dict[str, list[DiversityCount]] = {}
        for count in self._db.diversity.list():
            by_group.setdefault(count.group, []).append(count)
        return tuple(_view(group, counts) for group, counts in by_group.items())

    def enter(self, group: str, counts: Sequence[tuple[str, int]], counted_on: date, *, new: bool = False) -> None:
        """Put the counts of one group in place of those before, as one step. A ``new`` one may not be there yet."""
        group = " ".join(group.split())
        if not group:
            raise NoGroupError
        if new and group.casefold() in {one.group.casefold() for one in self._db.diversity.list()}:
            raise GroupThereError(group=group)
        told = [(" ".join(label.split()), people) for label, people in counts]
        check_passed(counted_on, self._clock.today(), "The day of the count")
        check_no_number(group, *(label for label, _ in told))
        if not told or any(not label or people < 0 for label, people in told):
            raise EmptyCountError
        labels = [label.casefold() for label, _ in told]
        for label in labels:
            if labels.count(label) > 1:
                raise TwiceCountedError(label=label, group=group)
        with self._db.write(Op.COUNT_DIVERSITY, group):
            self._clear(group)
            self._db.diversity.save_all(
                DiversityCount(new_id(), group, label, people, counted_on) for label, people in told
            )

    def remove(self, group: str) -> None:
        """Take a group's counts away."""
        with self._db.write(Op.REMOVE_DIVERSITY, group):
            self._clear(group)

    def _clear(self, group: str) -> None:
        for count in self._db.diversity.list(group=group):
            self._db.diversity.remove(count.id)


def _view(group: str, counts: Sequence[DiversityCount]) -> GroupView:
    people = sum(count.people for count in counts)
    newest = max(count.counted_on for count in counts)
    return GroupView(group, newest, people, tuple((count.label, count.people) for count in counts), _packed(counts))


def _packed(counts: Sequence[DiversityCount]) -> tuple[tuple[str, str], ...]:
    """As a pack shows them: at least two are hidden if any is, and together they are no small group.

    Else they could be worked out from those that are shown and the number of people altogether.
    """
    small = [count for count in counts if 0 < count.people < SMALLEST_GROUP]
    rest = sorted((count for count in counts if count.people >= SMALLEST_GROUP), key=lambda count: count.people)
    while small and rest and (len(small) == 1 or sum(count.people for count in small) < SMALLEST_GROUP):
        small.append(rest.pop(0))
    hidden = {count.id for count in small}
    return tuple((count.label, HIDDEN if count.id in hidden else str(count.people)) for count in counts)
