# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a person is asked about a preview, each point with its choices; and the decisions that the answers make."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop.models.dates import long_date
from desktop.services.importing.asking import DAY_FIRST, MONTH_FIRST
from desktop.services.importing.cells import CellClass
from desktop.services.importing.decisions import Choice, Decisions, Meaning, Who
from desktop.services.importing.layout import Kind
from desktop.services.importing.preview import Ask, PersonLine, Preview, Question
from desktop.services.importing.proposing import Known

ORDER = "date order"
OUT, NEW, COUNTS = "left out", "new", "counts"
_KNOWN, _LINE = "known:", "line:"
_NOT_DECIDED = ("", "Not decided yet")
_READ_AS_LIKELY = {Kind.STAFF, Kind.SUPERVISION}  # in a training sheet a date that could be two days waits
Answers = Mapping[str, str]


class Group(StrEnum):
    """Under which heading a point stands."""

    DATES = "Dates"
    PEOPLE = "People"
    LEAVERS = "People who left"
    COURSES = "Courses"
    ROLES = "Roles"
    KINDS = "Kinds of supervision"
    COUNT = "Does it count?"


@dataclass(frozen=True, slots=True)
class Point:
    """One question. ``choices`` are (value, words); ``chosen`` is '' while it is open, and then its cells stay out.

    ``asked``: it needs a person; the others were recognised and may be changed. ``typed``: the answer is a day.
    """

    id: str
    group: Group
    label: str
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    chosen: str = ""
    asked: bool = True
    typed: bool = False


def decide(preview: Preview, proposed: Decisions, answers: Answers) -> Decisions:
    """The proposed decisions with what a person answered in their place."""
    at = {_who_id(line): place for place, line in enumerate(preview.people)}
    found = zip(preview.people, proposed.who, strict=True)
    return Decisions(
        who=tuple(_who(one, answers.get(_who_id(line)), at) for line, one in found),
        courses=_meanings("course", proposed.courses, answers),
        roles=_meanings("role", proposed.roles, answers),
        kinds=_meanings("kind", proposed.kinds, answers),
        days={each.cell: day for each in _asked_days(preview) if (day := _day(answers.get(f"day {each.cell}")))},
        counts=frozenset(each.cell for each in _doubtful(preview) if answers.get(f"counts {each.cell}") == COUNTS),
        left_on={place: day for place, line in _leavers(preview) if (day := _day(answers.get(_left_id(line))))},
    )


def points(preview: Preview, proposed: Decisions, known: Known, answers: Answers) -> tuple[Point, ...]:
    """All points of a preview, in the order in which they are asked."""
    decided = decide(preview, proposed, answers)
    catalogue = known.catalogue
    return (
        *_order(preview, answers),
        *_days(preview, answers),
        *_people(preview, proposed, decided, known),
        *_last_days(preview, decided),
        *_words(
            Group.COURSES, "course", proposed.courses, decided.courses, [(c.id, c.name) for c in catalogue.courses]
        ),
        *_words(Group.ROLES, "role", proposed.roles, decided.roles, [(r.code, r.name) for r in catalogue.roles]),
        *_words(Group.KINDS, "kind", proposed.kinds, decided.kinds, [(k.id, k.name) for k in catalogue.supervision]),
        *_counts(preview, answers),
    )


def answered_by(preview: Preview) -> frozenset[tuple[str, str]]:
    """The questions of a preview, by cell and message, that its points ask; the others can only be looked at."""
    asked = [*_asked_days(preview), *_doubtful(preview)]
    asked += [each for each in preview.questions if each.about is Ask.DATE_ORDER]
    if _needs_order(preview):
        asked += [each for each in preview.questions if each.about is Ask.DATE]
    pairs = {preview.people[pair.second].cell for pair in preview.same_people}
    asked += [each for each in preview.questions if each.about is Ask.SAME_PERSON and each.cell in pairs]
    return frozenset((each.cell, each.message) for each in asked)


def _who(proposed: Who, answer: str | None, at: Mapping[str, int]) -> Who:
    if answer is None:
        return proposed
    if answer.startswith(_KNOWN):
        return replace(proposed, choice=Choice.KNOWN, person_id=answer.removeprefix(_KNOWN), line=-1)
    if answer.startswith(_LINE) and answer.removeprefix(_LINE) in at:
        return replace(proposed, choice=Choice.SAME_AS, person_id="", line=at[answer.removeprefix(_LINE)])
    choice = {NEW: Choice.NEW, OUT: Choice.LEFT_OUT}.get(answer, Choice.UNDECIDED)
    return replace(proposed, choice=choice, person_id="", line=-1)


def _meanings(kind: str, proposed: Mapping[str, Meaning], answers: Answers) -> dict[str, Meaning]:
    return {text: _meaning(meaning, answers.get(f"{kind} {text}")) for text, meaning in proposed.items()}


def _meaning(proposed: Meaning, answer: str | None) -> Meaning:
    if answer is None:
        return proposed
    if answer.startswith(_KNOWN):
        return Meaning(Choice.KNOWN, answer.removeprefix(_KNOWN), proposed.likely)
    return Meaning(Choice.LEFT_OUT if answer == OUT else Choice.UNDECIDED, likely=proposed.likely)


def _day(answer: str | None) -> date | None:
    return date.fromisoformat(answer) if answer and answer != OUT else None


def _order(preview: Preview, answers: Answers) -> Iterator[Point]:
    question = next((each for each in preview.questions if each.about is Ask.DATE_ORDER), None)
    if question is None and not _needs_order(preview) and ORDER not in answers:
        return
    message = question.message if question else "Which comes first in the dates of this file, the day or the month?"
    ways = ((DAY_FIRST, "The day comes first"), (MONTH_FIRST, "The month comes first"))
    likely = question.likely if question and preview.layout.kind in _READ_AS_LIKELY else ""
    if likely:
        hint = "This is what the other dates show, and how the dates come in. One answer settles the whole file."
        yield Point(ORDER, Group.DATES, message, hint, ways, answers.get(ORDER, likely))
        return
    hint = "One answer settles the whole file."
    yield Point(ORDER, Group.DATES, message, hint, (_NOT_DECIDED, *ways), answers.get(ORDER, ""))


def _needs_order(preview: Preview) -> bool:
    """Whether dates can be read two ways that no answer about one cell would settle."""
    settled = {(each.cell, each.message) for each in _asked_days(preview)}
    unclear = [each for each in preview.questions if each.about is Ask.DATE and len(each.choices) > 1]
    return any((each.cell, each.message) not in settled for each in unclear)


def _asked_days(preview: Preview) -> tuple[Question, ...]:
    """The questions about the day of one record. In an attendance sheet there is one day for all."""
    if preview.layout.kind is not Kind.TRAINING or any(each.about is Ask.DATE_ORDER for each in preview.questions):
        return ()
    cells = {line.cell for line in preview.cells if line.cell_class is CellClass.QUESTION}
    return tuple(each for each in preview.questions if each.about is Ask.DATE and each.choices and each.cell in cells)


def _days(preview: Preview, answers: Answers) -> Iterator[Point]:
    for each in _asked_days(preview):
        likely = sorted(each.choices, key=lambda day: day != each.likely)
        days = tuple((day, long_date(date.fromisoformat(day))) for day in likely)
        choices = (_NOT_DECIDED, *days, (OUT, "Leave it out"))
        about = f"day {each.cell}"
        yield Point(about, Group.DATES, f"{each.cell}: {each.text}", each.message, choices, answers.get(about, ""))


def _doubtful(preview: Preview) -> tuple[Question, ...]:
    """The questions whether a record with a day counts: there for a part, a line drawn through."""
    cells = {line.cell for line in preview.cells if line.cell_class is CellClass.QUESTION and line.day}
    return tuple(each for each in preview.questions if each.about is Ask.OTHER and each.choices and each.cell in cells)


def _counts(preview: Preview, answers: Answers) -> Iterator[Point]:
    choices = (_NOT_DECIDED, (COUNTS, "It counts"), (OUT, "It does not count: leave it out"))
    for each in _doubtful(preview):
        about = f"counts {each.cell}"
        yield Point(about, Group.COUNT, f"{each.cell}: {each.text}", each.message, choices, answers.get(about, ""))


def _people(preview: Preview, proposed: Decisions, decided: Decisions, known: Known) -> Iterator[Point]:
    names = {person.id: person.name for person in known.people}
    for place, line in enumerate(preview.people):
        one, now = proposed.who[place], decided.who[place]
        if one.choice is Choice.LEFT_OUT:
            continue  # of another organisation
        ids = dict.fromkeys(filter(None, (one.person_id, *one.near)))
        places = dict.fromkeys((*([one.line] if one.line >= 0 else []), *one.near_lines))
        in_file = [preview.people[other] for other in places]
        choices = (
            *(() if one.choice is not Choice.UNDECIDED else (_NOT_DECIDED,)),
            *((f"{_KNOWN}{each}", f"The same person as {names[each]}, in Sevenfold") for each in ids if each in names),
            *((f"{_LINE}{_who_id(each)}", f"The same person as {each.name}, {each.cell}") for each in in_file),
            (NEW, "Someone new"),
            (OUT, "Leave this person out"),
        )
        asked = one.choice is Choice.UNDECIDED
        label, hint = f"{line.cell}: {line.name}", _near(ids, in_file, names) if asked else ""
        yield Point(_who_id(line), Group.PEOPLE, label, hint, choices, _who_value(now, preview), asked)


def _near(ids: Iterable[str], in_file: Iterable[PersonLine], names: Mapping[str, str]) -> str:
    there = [f"{names[each]}, in Sevenfold" for each in ids if each in names]
    return f"The name is near to: {'; '.join((*there, *(f'{each.name}, {each.cell}' for each in in_file)))}."


def _who_value(who: Who, preview: Preview) -> str:
    if who.choice is Choice.KNOWN:
        return f"{_KNOWN}{who.person_id}"
    if who.choice is Choice.SAME_AS:
        return f"{_LINE}{_who_id(preview.people[who.line])}"
    return {Choice.NEW: NEW, Choice.LEFT_OUT: OUT}.get(who.choice, "")


def _leavers(preview: Preview) -> Iterator[tuple[int, PersonLine]]:
    """Those who left, with no last day in the file."""
    return ((place, line) for place, line in enumerate(preview.people) if line.left and line.end is None)


def _last_days(preview: Preview, decided: Decisions) -> Iterator[Point]:
    for place, line in _leavers(preview):
        if decided.who[place].choice is Choice.NEW:
            day = decided.left_on.get(place)
            chosen = day.isoformat() if day else ""
            label = f"{line.cell}: last day of {line.name}"
            hint = "The file says that this person left, but not when. Leave it empty to leave the person out."
            yield Point(_left_id(line), Group.LEAVERS, label, hint, chosen=chosen, typed=True)


def _words(
    group: Group,
    kind: str,
    proposed: Mapping[str, Meaning],
    decided: Mapping[str, Meaning],
    named: Sequence[tuple[str, str]],
) -> Iterator[Point]:
    names = dict(named)
    for text, meaning in proposed.items():
        ids = dict.fromkeys((*meaning.likely, *sorted(names, key=lambda each: names[each].casefold())))
        asked = meaning.choice is Choice.UNDECIDED
        choices = (
            *((_NOT_DECIDED,) if asked else ()),
            *((f"{_KNOWN}{each}", names[each]) for each in ids if each in names),
            (OUT, f"Leave this {group.value.split()[0].lower().removesuffix('s')} out"),
        )
        now = decided[text]
        chosen = f"{_KNOWN}{now.id}" if now.choice is Choice.KNOWN else OUT if now.choice is Choice.LEFT_OUT else ""
        hint = "It could mean more than one. The likeliest come first." if asked and meaning.likely else ""
        yield Point(f"{kind} {text}", group, text or "No kind is written", hint, choices, chosen, asked)


def _who_id(line: PersonLine) -> str:
    return f"who {line.cell} {line.name}"


def _left_id(line: PersonLine) -> str:
    return f"left {line.cell} {line.name}"
