# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One sheet on its way in: how it is read, what was answered, and what it would bring. Nothing is stored before."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.services.importing.asking import DAY_FIRST
from desktop.services.importing.bringing import Bringing, LeftOut
from desktop.services.importing.correcting import with_field, with_header, with_way
from desktop.services.importing.decisions import Decisions
from desktop.services.importing.layout import Field, Kind, Layout, Way
from desktop.services.importing.points import ORDER, Point, answered_by, decide, points
from desktop.services.importing.preview import Ask, Preview
from desktop.services.workforce.imports import Imports
from desktop.services.workforce.sheet_reading import ReadSheet

_READ_AS_LIKELY = {Ask.SAME_PERSON, Ask.AMOUNT}  # what cannot be answered here is told as it was taken


@dataclass(frozen=True, slots=True)
class Look:
    """Something of the file that a person should look at: where it stands, its words, and what was found."""

    cell: str
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the sheet would bring, in a sentence; ``more`` says what it does not bring, '' when it brings all."""

    nothing: bool
    sentence: str
    more: str
    left_out: tuple[LeftOut, ...]


class SheetImport:
    """A sheet that was read. Answers are kept when the layout is corrected, as far as their cells are still there."""

    def __init__(self, imports: Imports, read: ReadSheet) -> None:
        self._imports, self.file = imports, read.file
        self._answers: dict[str, str] = {}
        self.touched = False
        self._guessed = imports.remembered(read.file, read.layout)
        self._read(self._guessed, read.preview if self._guessed == read.layout else None)

    def change_kind(self, kind: Kind | None, sheet: str) -> None:
        """Read it as another kind (None: the likeliest), or another sheet of it.

        Raises ``NoLayoutError``, and then nothing changes.
        """
        self._begin(self._imports.layout(self.file, kind, sheet))
        self.touched = True

    def change_way(self, way: Way) -> None:
        """Read a training sheet the other way round. Raises ``NoLayoutError``, and then nothing changes."""
        self._begin(with_way(self.file, self.layout, way))
        self.touched = True

    def change_field(self, at: int, field: Field) -> None:
        """Say what a column holds."""
        self._read(with_field(self.file, self.layout, at, field))
        self.touched = True

    def change_header(self, row: int) -> None:
        """Say in which row the headings stand; in that of the beginning all is as it was read then."""
        first = row in self._guessed.header_rows
        self._read(self._guessed if first else with_header(self.file, self.layout, row))
        self.touched = True

    def answer(self, point_id: str, value: str) -> None:
        """Answer a point; '' leaves it open."""
        self._answers[point_id] = value
        self.touched = True
        if point_id == ORDER:
            self._read(self.layout)

    def chosen(self, point_id: str) -> str:
        """What was answered to a point, or ''."""
        return self._answers.get(point_id, "")

    def points(self) -> tuple[Point, ...]:
        """What is asked, and what was recognised."""
        return points(self.preview, self._proposed, self._imports.known(), self._answers)

    @property
    def decisions(self) -> Decisions:
        """What is decided so far."""
        return decide(self.preview, self._proposed, self._answers)

    def looks(self) -> tuple[Look, ...]:
        """What cannot be read, what cannot be answered here, and what the charity should look at."""
        return tuple(dict.fromkeys(self._looks()))

    def outcome(self) -> Outcome:
        """What it would bring as things stand."""
        return _outcome(self._imports.bringing(self.preview, self.decisions))

    def store(self) -> Outcome:
        """Store it as one step. Raises ``NothingToImportError``."""
        return _outcome(self._imports.store(self.file, self.preview, self.decisions))

    def _begin(self, layout: Layout) -> None:
        self._guessed = layout
        self._read(layout)

    def _read(self, layout: Layout, preview: Preview | None = None) -> None:
        order = self._answers.get(ORDER)
        day_first = layout.day_first if order is None else None if not order else order == DAY_FIRST
        self.layout: Layout = replace(layout, day_first=day_first)
        self.preview: Preview = preview or self._imports.preview(self.file, self.layout)
        self._proposed = self._imports.propose(self.preview)

    def _looks(self) -> Iterator[Look]:
        shown, answered = self.preview, answered_by(self.preview)
        for problem in shown.problems:
            yield Look(problem.cell, problem.text, problem.message)
        for question in shown.questions:
            if (question.cell, question.message) not in answered:
                read = question.about in _READ_AS_LIKELY and question.likely
                taken = f" It is read as {question.likely}." if read else ""
                yield Look(question.cell, question.text, question.message + taken)
        for warned in shown.warnings:
            yield Look(warned.cell, warned.person, warned.message)


def _outcome(brought: Bringing) -> Outcome:
    of_people = len({record.person_id for record in brought.training})
    training = f"{_many(len(brought.training), 'training record')} of {_people(of_people)}" if brought.training else ""
    changed = len(brought.people) - brought.new_people
    parts = (
        training,
        _counted(len(brought.bookings), "booking"),
        _counted(len(brought.supervision), "supervision session"),
        _counted(len(brought.checks), "DBS check"),
        _counted(len(brought.sessions), "training day"),
        f"{brought.new_people} new {'person' if brought.new_people == 1 else 'people'}" if brought.new_people else "",
        f"details of {_people(changed)}" if changed else "",
    )
    out = _many(len(brought.left_out), "cell")
    less = (
        f"{out} left out" if brought.left_out else "",
        f"{brought.already} already there" if brought.already else "",
    )
    return Outcome(brought.nothing, ", ".join(filter(None, parts)), ", ".join(filter(None, less)), brought.left_out)


def _counted(number: int, what: str) -> str:
    return _many(number, what) if number else ""


def _many(number: int, what: str) -> str:
    return f"{number} {what if number == 1 else what + 's'}"


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"
