# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What falls due: actions, evidence, training, supervision, the assessment, the signing certificate and backups."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.models.catalogue import Course, number_of
from desktop.models.dates import short_date
from desktop.models.records import Action, EvidenceItem
from desktop.models.workforce.figures import CORE_TRAINING, LEARNING_HOURS, MANDATORY
from desktop.models.workforce.needs import core_courses, needs
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce, once
from desktop.services.action_plan import SOON_DAYS, late_words
from desktop.services.backup_state import AMBER_AFTER, BackupState
from desktop.services.course_standing import course_standing
from desktop.services.targets import Mark, Place, Target

AHEAD_DAYS = 90


class DueKind(StrEnum):
    """What kind of thing falls due."""

    ACTION = "action"
    EVIDENCE = "evidence"
    TRAINING = "training"
    SUPERVISION = "supervision"
    ASSESSMENT = "assessment"
    CERTIFICATE = "certificate"
    BACKUP = "backup"

    @property
    def words(self) -> str:
        """The kind as people read it, of many."""
        return {
            "action": "Actions",
            "evidence": "Reviews of evidence",
            "training": "Training",
            "supervision": "Supervision",
            "assessment": "The assessment",
            "certificate": "Signing certificate",
            "backup": "Backups",
        }[self.value]

    @property
    def to_do(self) -> str:
        """What is to be done about it."""
        return {
            "action": "Do it, or move its day",
            "evidence": "Review it",
            "training": "Book training",
            "supervision": "Plan a session",
            "assessment": "Assess again",
            "certificate": "Renew it",
            "backup": "Back up",
        }[self.value]


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing that falls due. ``days`` from today, negative when late; ``number`` is 'SA 5.5', or ''.

    ``who``: the owner of an action, or the people whose training or supervision it is.
    """

    kind: DueKind
    due: date
    days: int
    when: str
    number: str
    words: str
    mark: Mark
    target: Target
    who: tuple[str, ...] = ()

    @property
    def late(self) -> bool:
        """Whether the day has passed."""
        return self.days < 0

    @property
    def stands(self) -> str:
        """How far off it is; the day itself stands beside it."""
        if self.late or not self.days:
            return self.when
        return "Tomorrow" if self.days == 1 else f"In {self.days} days"


@dataclass(frozen=True, slots=True)
class DueView:
    """What is late and what falls due in 90 days, late first, with counts."""

    lines: tuple[DueLine, ...]
    late: int
    in_30: int
    in_90: int

    @property
    def words(self) -> str:
        """'1 late, 11 in 30 days, 10 more in 90 days'."""
        if not self.lines:
            return f"Nothing falls due in {AHEAD_DAYS} days"
        return f"{self.late} late, {self.in_30} in {SOON_DAYS} days, {self.in_90} more in {AHEAD_DAYS} days"

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone whose something falls due, by name."""
        return tuple(sorted({name for line in self.lines for name in line.who}, key=str.casefold))

    def narrowed(self, kind: DueKind | None = None, who: str = "") -> "DueView":
        """Only what is of one kind, or someone's."""
        return due_view(line for line in self.lines if kind in {None, line.kind} and (not who or who in line.who))


def due_view(lines: Iterable[DueLine]) -> DueView:
    """The lines that are late or near, in order of their days."""
    near = sorted((line for line in lines if line.days <= AHEAD_DAYS), key=lambda line: (line.days, line.words))
    return DueView(
        tuple(near),
        late=sum(line.late for line in near),
        in_30=sum(0 <= line.days <= SOON_DAYS for line in near),
        in_90=sum(line.days > SOON_DAYS for line in near),
    )


def due_line(
    kind: DueKind, due: date, number: str, words: str, target: Target, today: date, who: tuple[str, ...] = ()
) -> DueLine:
    """A line with its day in words and its mark."""
    days = (due - today).days
    if days < 0:
        when, mark = late_words(-days), Mark.CROSS
    else:
        when = short_date(due, today) if days else "Today"
        mark = Mark.CLOCK if days <= SOON_DAYS else Mark.RING
    return DueLine(kind, due, days, when, number, words, mark, target, who)


def due_actions(actions: Iterable[Action], today: date) -> Iterator[DueLine]:
    """The open actions that have a date."""
    for action in actions:
        if action.is_open and action.due is not None:
            number, target = number_of(action.indicator_id), Target(Place.DUE, action.id)
            owner = (action.owner,) if action.owner else ()
            yield due_line(DueKind.ACTION, action.due, number, action.what, target, today, owner)


def due_evidence(items: Iterable[tuple[EvidenceItem, Sequence[str]]], today: date) -> Iterator[DueLine]:
    """The review dates of evidence; with each item the indicators that it supports."""
    for item, supports in items:
        if item.review_by is not None:
            number = number_of(supports[0]) if supports else ""
            target = Target(Place.EVIDENCE, item.id)
            yield due_line(DueKind.EVIDENCE, item.review_by, number, f"Review {item.title}", target, today)


@once
def due_training(workforce: Workforce) -> tuple[DueLine, ...]:
    """The last days of courses that current people need and have done; those of one course and one day together."""
    together: dict[tuple[date, str, str], list[Person]] = {}
    for person in workforce.current:
        core = core_courses(workforce, person)
        for course in workforce.catalogue.courses:
            if not needs(workforce, person, course):
                continue
            last = course_standing(workforce, person, course, needed=True).last
            if last is not None:
                together.setdefault((last, course.name, _number(course, core)), []).append(person)
    return tuple(_of_course(workforce, *about, people) for about, people in together.items())


def _of_course(workforce: Workforce, ends: date, course_name: str, number: str, people: Sequence[Person]) -> DueLine:
    alone = people[0].name or people[0].code
    words = f"{alone}: {course_name}" if len(people) == 1 else f"{len(people)} people: {course_name}"
    target = Target(Place.PEOPLE, people[0].id if len(people) == 1 else "")
    who = tuple(person.name or person.code for person in people)
    return due_line(DueKind.TRAINING, ends, number, words, target, workforce.as_at, who)


def due_assessment(lapses: date, today: date) -> DueLine:
    """The last day on which the assessment holds."""
    words = "The assessment has lapsed" if lapses < today else "The assessment lapses"
    return due_line(DueKind.ASSESSMENT, lapses, "", words, Target(Place.STANDARDS), today)


def due_certificate(ends: date, today: date) -> DueLine:
    """The last day of the signing certificate."""
    words = "The signing certificate has run out" if ends < today else "The signing certificate runs out"
    return due_line(DueKind.CERTIFICATE, ends, "", words, Target(Place.CHARITY, "signing"), today)


def due_backup(state: BackupState) -> DueLine | None:
    """The day by which a backup off this computer is wanted: today, where there is none. Practice needs none."""
    if state.practice:
        return None
    due = state.today
    if state.second is not None and state.problem is None:
        due = state.second.astimezone().date() + timedelta(days=AMBER_AFTER)
    words = state.sentence if due <= state.today else "The next backup off this computer"
    return due_line(DueKind.BACKUP, due, "", words, Target(Place.CHARITY, "backups"), state.today)


def _number(course: Course, core: Sequence[Course]) -> str:
    if course in core:
        return number_of(CORE_TRAINING)
    if course.mandatory:
        return number_of(MANDATORY)
    return number_of(LEARNING_HOURS) if course.kind == "yearly hours" else ""
