# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Figures for Standard 6 (product rule 8, decisions 15 and 16): who is trained and supervised, as at a date.

Only people who work for the charity on the date count. A course is in date up to and including its last day.
"""

from collections.abc import Sequence

from desktop.models.catalogue import Course, number_of
from desktop.models.pack import CountOf, WorkforcePart
from desktop.models.workforce.counted import Counted
from desktop.models.workforce.counted_supervision import PRACTICE_SUPERVISION, supervised_people
from desktop.models.workforce.counted_training import core_people, mandatory_people
from desktop.models.workforce.needs import needs
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.sides import on_both_sides

SEPARATE_WORKERS = "1.2"
CORE_TRAINING = "6.3"
INDUCTION = "6.1"
RECRUITMENT = "6.2"
MANDATORY = "6.8"
LEARNING_HOURS = "6.11"
SUPERVISION = ("6.4", PRACTICE_SUPERVISION, "6.6", "6.7")
FROM_EVIDENCE_ONLY = ("6.9", "6.10")
SMALLEST_GROUP = 5
HIDDEN = f"hidden: fewer than {SMALLEST_GROUP} people"
MANDATORY_PERCENT = 95
_SESSIONS = {
    "6.4": "line management supervision sessions",
    "6.5": "practice supervision sessions",
    "6.6": "observations of practice",
    "6.7": "planning and case discussion meetings",
}


def core_training(workforce: Workforce) -> CountOf:
    """Practitioners who hold all their core courses in date, of those whose roles have any (SA 6.3)."""
    return count_of(workforce, CORE_TRAINING, "Practitioners with core training in date", core_people(workforce))


def mandatory_training(workforce: Workforce) -> CountOf:
    """Staff and volunteers who hold every mandatory course in date (SA 6.8)."""
    return count_of(workforce, MANDATORY, "People with every mandatory course in date", mandatory_people(workforce))


def count_of(workforce: Workforce, indicator_id: str, label: str, people: Sequence[Counted]) -> CountOf:
    """The count of a figure about people."""
    return CountOf(label, sum(one.met for one in people), len(people), _note(workforce, indicator_id))


def mandatory_enough(count: CountOf) -> bool:
    """Whether a count reaches the 95% that SA 6.8 asks for; nobody at all is not enough."""
    return count.needing > 0 and count.holders * 100 >= count.needing * MANDATORY_PERCENT


def supervision_held(workforce: Workforce, indicator_id: str = PRACTICE_SUPERVISION) -> CountOf:
    """Sessions held of those planned in the 12 months up to the date, for one indicator.

    A session that was made up counts once; one that is owed lowers the figure.
    """
    return sessions_held(workforce, indicator_id, supervised_people(workforce, indicator_id))


def sessions_held(workforce: Workforce, indicator_id: str, people: Sequence[Counted]) -> CountOf:
    """The count of a figure about sessions."""
    words = session_words(indicator_id)
    label = f"{words[0].upper()}{words[1:]} held of those planned, last 12 months"
    held, planned = sum(one.done for one in people), sum(one.of for one in people)
    return CountOf(label, held, planned, _note(workforce, indicator_id), sum(one.of > 0 for one in people))


def session_words(indicator_id: str) -> str:
    """The sessions that feed an indicator, in words."""
    return _SESSIONS.get(indicator_id, "sessions")


def course_counts(workforce: Workforce) -> tuple[CountOf, ...]:
    """For each course that anyone needs: how many hold it in date. See ``masked`` before showing one outside."""
    counts = []
    for course in workforce.catalogue.courses:
        needing = [person for person in workforce.staff if needs(workforce, person, course)]
        if needing:
            holding = sum(workforce.holds(person, course) for person in needing)
            counts.append(CountOf(course.name, holding, len(needing), _course_note(workforce, course)))
    return tuple(counts)


def too_few(people: int) -> bool:
    """Whether a group is so small that a figure about it would be a figure about someone."""
    return people < SMALLEST_GROUP


def masked(count: CountOf) -> bool:
    """Whether a count is about so few people that nothing outside the workbook may show it."""
    return too_few(count.needing if count.people is None else count.people)


def shown(count: CountOf, words: str) -> str:
    """The words of a count, or that it is hidden."""
    return HIDDEN if masked(count) else words


def workforce_part(workforce: Workforce) -> WorkforcePart:
    """The whole-service figures of a pack: three headlines and one count a course."""
    return WorkforcePart(
        headlines=(core_training(workforce), mandatory_training(workforce), supervision_held(workforce)),
        courses=course_counts(workforce),
        people=len(workforce.staff),
    )


def warns_of_both_sides(workforce: Workforce) -> bool:
    """Whether a pack may warn of ``on_both_sides``: in a service of a few people the warning would name them."""
    return bool(on_both_sides(workforce)) and not too_few(len(workforce.current))


def known(workforce: Workforce, indicator_id: str) -> bool:
    """Whether the catalogue has an indicator."""
    return any(indicator.id == indicator_id for indicator in workforce.catalogue.indicators)


def _note(workforce: Workforce, indicator_id: str) -> str:
    if not known(workforce, indicator_id):
        return ""
    critical = workforce.catalogue.indicator(indicator_id).critical
    return number_of(indicator_id) + (", critical" if critical else "")


def _course_note(workforce: Workforce, course: Course) -> str:
    if course.core_for:
        return _note(workforce, CORE_TRAINING)
    if course.mandatory:
        return _note(workforce, MANDATORY)
    return _note(workforce, LEARNING_HOURS) if course.kind == "yearly hours" else ""
