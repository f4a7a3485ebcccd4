# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The people of a log, gathered from its rows: each name once, short names asked about once."""

from collections.abc import Sequence

from desktop.services.importing.names import Likeness, alike, is_whole, match, read_name, split_people, tidy_name
from desktop.services.importing.preview import Ask, PersonLine, Question

_EVERYONE = frozenset(
    "all everyone everybody team teams staff group groups facilitators practitioners workers volunteers "
    "pawb tîm grŵp staffio".split()
)


class LogPeople:
    """Gathers people: first all the whole names, then every cell may be read."""

    def __init__(self, sheet: str, cells: Sequence[tuple[str, str]], *, comma_turns: bool) -> None:
        """``cells`` are the name of each cell and its words, for all rows of the log."""
        self._sheet, self._comma_turns = sheet, comma_turns
        self._lines: list[PersonLine] = []
        self._known: dict[str, int] = {}
        self._met: dict[str, tuple[int, ...]] = {}
        self._asked: dict[str, Question] = {}
        for cell, text in cells:
            for name in () if self._everyone(text) else self._names(text):
                if is_whole(name):
                    self._place(name, cell)
        self._whole = len(self._lines)
        self._unsure: set[int] = set()

    @property
    def whole(self) -> tuple[PersonLine, ...]:
        """Those with a whole name, who come first in ``lines``."""
        return tuple(self._lines[: self._whole])

    def sure(self, places: Sequence[int]) -> bool:
        """Whether it is known who is meant: there is somebody, and no short name that may be several people's."""
        return bool(places) and not self._unsure & set(places)

    @property
    def lines(self) -> tuple[PersonLine, ...]:
        """The people, in the order they are met; whole names come first."""
        return tuple(self._lines)

    @property
    def questions(self) -> tuple[Question, ...]:
        """One for each short name and each word for everyone."""
        return tuple(self._asked.values())

    @property
    def names(self) -> tuple[str, ...]:
        """The names, tidied."""
        return tuple(line.name for line in self._lines)

    def read(self, cell: str, text: str) -> tuple[int, ...]:
        """The people named in a cell, by their places."""
        if self._everyone(text):
            self._ask(text, Question(self._sheet, cell, "Who was there? No name is written.", text, Ask.OTHER))
            return ()
        if text not in self._met:
            self._met[text] = tuple(dict.fromkeys(self._one(name, cell) for name in self._names(text)))
        return self._met[text]

    def against(self, known: Sequence[str]) -> tuple[Question, ...]:
        """One question for each person of the log whose name is near to one in the workbook, but not the same."""
        found = []
        for line in self._lines:
            near = match(line.name, known)
            if not near.same and near.near:
                asked = f"Is {line.name} one of the people in the workbook?"
                found.append(
                    Question(self._sheet, line.cell, asked, line.name, Ask.SAME_PERSON, near.near, near.near[0])
                )
        return tuple(found)

    def _everyone(self, text: str) -> bool:
        """Whether a cell names a group instead of people."""
        words = {word.casefold().strip(".,()") for word in text.split()}
        return bool(words & _EVERYONE) and not any(sign in text for sign in ";:")

    def _names(self, text: str) -> tuple[str, ...]:
        return split_people(text, comma_turns=self._comma_turns)

    def _one(self, name: str, cell: str) -> int:
        if is_whole(name):
            return self._place(name, cell)
        key = read_name(name).joined
        if key in self._known:
            return self._known[key]
        short = read_name(name)
        whole = [
            (place, line.name)
            for place, line in enumerate(self._lines)
            if alike(short, read_name(line.name)) is not Likeness.OTHER
            or alike(short, read_name(line.also_known_as)) is Likeness.SAME
        ]
        exact = [each for each in whole if read_name(each[1]).first == short.first]
        whole = exact or whole
        if len(whole) == 1:
            self._known[key] = whole[0][0]
            asked = f"Is “{name}” the same as {whole[0][1]}?"
            self._ask(key, self._same(cell, name, asked, (whole[0][1],)))
            return whole[0][0]
        if whole:
            self._ask(key, self._same(cell, name, f"Who is “{name}”?", tuple(each[1] for each in whole)))
            self._unsure.add(self._place(name, cell))
        return self._place(name, cell)

    def _same(self, cell: str, name: str, asked: str, choices: tuple[str, ...]) -> Question:
        likely = choices[0] if len(choices) == 1 else ""
        return Question(self._sheet, cell, asked, name, Ask.SAME_PERSON, choices, likely)

    def _place(self, name: str, cell: str) -> int:
        key = read_name(name).joined
        if key not in self._known:
            self._known[key] = len(self._lines)
            self._lines.append(PersonLine(tidy_name(name), cell))
        return self._known[key]

    def _ask(self, key: str, question: Question) -> None:
        self._asked.setdefault(key, question)
