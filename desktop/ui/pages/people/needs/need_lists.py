# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The five lists of training needs: the plan, the gaps by person, role and course, and what lapses."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.models.dates import short_date
from desktop.models.prints import ListPrint
from desktop.services.workforce.need_lines import NeedLine
from desktop.services.workforce.needs import NeedsGroup, PlanLine, TrainingNeeds
from desktop.ui.pages.people.lists import state_name
from desktop.ui.theme import state_of
from desktop.ui.widgets.table import Cell, Column, Row

PLAN, LAPSING = "plan", "lapsing"


@dataclass(frozen=True, slots=True)
class Need:
    """A row, and what lies behind it. ``course_id`` and ``person_id`` where all its lines are of one."""

    row: Row
    title: str
    facts: str
    lines: tuple[NeedLine, ...]
    printed: tuple[tuple[str, ...], ...]
    course_id: str = ""
    person_id: str = ""


@dataclass(frozen=True, slots=True)
class NeedList:
    """One list: its name, its columns on the screen and on paper, how it is read, and what is said of none."""

    name: str
    columns: tuple[Column, ...]
    paper: tuple[tuple[str, float], ...]
    read: Callable[[TrainingNeeds, int, date], list[Need]]
    none: str

    def listing(self, needs: Sequence[Need], told: str, today: date) -> ListPrint:
        """On paper: a line for each gap, or for each course of the plan."""
        return ListPrint(self.name, told, self.paper, tuple(each for one in needs for each in one.printed), today)


def stands(line: NeedLine, today: date) -> Cell:
    """How a course stands: the state, and under it until when, or for when it is booked."""
    return Cell(
        line.state.words,
        line.sentence,
        state=state_name(line.state),
        under=line.booked or _until(line, today),
        bold=line.gap and not line.booked,
        sort_key=line.lapses_on,
    )


def _until(line: NeedLine, today: date) -> str:
    if line.lapses_on is None:
        return ""
    return f"{'Ended' if line.lapses_on < today else 'Until'} {short_date(line.lapses_on, today)}"


def _read_plan(needs: TrainingNeeds, days: int, _today: date) -> list[Need]:
    return [_planned(one) for one in needs.plan(days)]


def _planned(one: PlanLine) -> Need:
    who = Cell(one.words, state="" if one.people else "booked", sort_key=len(one.people))
    when = Cell(one.by or "All booked", state=state_of(one.mark) if one.people else "", bold=one.by == "Now")
    cells = (Cell(one.course, under=", ".join(filter(None, (one.length, _asked(one))))), who, when)
    open_ones, booked = ("; ".join(line.name for line in lines) for lines in (one.people, one.booked))
    return Need(
        Row(one.course_id, cells),
        one.course,
        f"{one.words}. {_when(one)}.",
        (*one.people, *one.booked),
        ((one.course, one.by, open_ones, booked),),
        course_id=one.course_id,
    )


def _when(one: PlanLine) -> str:
    return "Needed now" if one.by == "Now" else one.by or "All are booked"


def _asked(one: PlanLine) -> str:
    return "asked of everyone" if one.mandatory else "asked of some roles"


def _by_person(needs: TrainingNeeds, _days: int, _today: date) -> list[Need]:
    return [
        _grouped(one, [(line.name, line.course) for line in one.gaps], person_id=one.id) for one in needs.view().people
    ]


def _by_role(needs: TrainingNeeds, _days: int, _today: date) -> list[Need]:
    return [_grouped(one, [(one.name, line.name, line.course) for line in one.gaps]) for one in needs.view().roles]


def _by_course(needs: TrainingNeeds, _days: int, _today: date) -> list[Need]:
    return [
        _grouped(one, [(line.course, line.name) for line in one.gaps], course_id=one.id) for one in needs.view().courses
    ]


def _grouped(one: NeedsGroup, paper: Sequence[tuple[str, ...]], *, course_id: str = "", person_id: str = "") -> Need:
    count = len(one.gaps)
    booked = sum(bool(line.booked) for line in one.gaps)
    gaps = Cell(
        f"{count} {'gap' if count == 1 else 'gaps'}",
        state=state_name(one.gaps[0].state),
        under=f"{booked} booked" if booked else "",
        sort_key=count,
    )
    share = one.held / one.needed if one.needed else 0.0
    return Need(
        Row(one.id, (Cell(one.name), gaps, Cell(one.figure, sort_key=share))),
        one.name,
        one.figure,
        one.gaps,
        tuple((*who, line.words, line.booked) for who, line in zip(paper, one.gaps, strict=True)),
        course_id,
        person_id,
    )


def _lapsing(needs: TrainingNeeds, days: int, today: date) -> list[Need]:
    return [_lapses(line, today) for step in needs.lapsing() if step.days <= days for line in step.lines]


def _lapses(line: NeedLine, today: date) -> Need:
    assert line.lapses_on is not None
    left = (line.lapses_on - today).days
    day = short_date(line.lapses_on, today)
    soon = line.booked or ("Today" if not left else f"In {left} {'day' if left == 1 else 'days'}")
    cells = (
        Cell(line.name),
        Cell(line.course),
        Cell(day, line.sentence, state="booked" if line.booked else "due", under=soon, sort_key=line.lapses_on),
    )
    return Need(
        Row(f"{line.person_id} {line.course_id}", cells),
        line.name,
        f"{line.course}. {line.words}.",
        (line,),
        ((line.name, line.course, f"{day}, {soon[0].lower()}{soon[1:]}"),),
        line.course_id,
        line.person_id,
    )


_GAPS = (Column("Gaps", 150), Column("Of all that is asked", 170))
_STANDS = (("How it stands", 2.2), ("Booked", 1.4))
LISTS = {
    PLAN: NeedList(
        "Courses to run or book",
        (
            Column("Course", wrap=True, least=190, share=3),
            Column("Who needs it", wrap=True, least=170, share=3),
            Column("When", 118),
        ),
        (("Course", 2.4), ("When", 0.9), ("Who needs it", 3.4), ("Booked already", 1.8)),
        _read_plan,
        "Nobody needs a course now or in that time.",
    ),
    "people": NeedList(
        "Gaps by person",
        (Column("Name", wrap=True, least=150, share=2), *_GAPS),
        (("Name", 1.6), ("Course", 2.4), *_STANDS),
        _by_person,
        "Everyone holds what their roles ask for.",
    ),
    "roles": NeedList(
        "Gaps by role",
        (Column("Role", wrap=True, least=150, share=2), *_GAPS),
        (("Role", 1.6), ("Name", 1.6), ("Course", 2.2), *_STANDS),
        _by_role,
        "Everyone holds what their roles ask for.",
    ),
    "courses": NeedList(
        "Gaps by course",
        (Column("Course", wrap=True, least=190, share=2), *_GAPS),
        (("Course", 2.4), ("Name", 1.6), *_STANDS),
        _by_course,
        "Everyone holds what their roles ask for.",
    ),
    LAPSING: NeedList(
        "What lapses next",
        (
            Column("Name", wrap=True, least=140, share=2),
            Column("Course", wrap=True, least=180, share=3),
            Column("Lapses", 150),
        ),
        (("Name", 1.6), ("Course", 2.4), ("Lapses", 1.6)),
        _lapsing,
        "Nothing that is asked for lapses in that time.",
    ),
}
