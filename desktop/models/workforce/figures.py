# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Figures for Standard 6 (product rule 8, decisions 15 and 16): who is trained and supervised, as at a date.

Only people who work for the charity on the date count. A course is in date up to and including its last day.
"""

from desktop.models.catalogue import Course, number_of
from desktop.models.pack import CountOf, WorkforcePart
from desktop.models.workforce.expiry import add_months
from desktop.models.workforce.needs import core_courses, needs
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.sides import on_both_sides

SEPARATE_WORKERS = "1.2"
CORE_TRAINING = "6.3"
PRACTICE_SUPERVISION = "6.5"
MANDATORY = "6.8"
LEARNING_HOURS = "6.11"
SUPERVISION = ("6.4", PRACTICE_SUPERVISION, "6.6", "6.7")
FROM_EVIDENCE_ONLY = ("6.9", "6.10")
SMALLEST_GROUP = 5
HIDDEN = f"hidden: fewer than {SMALLEST_GROUP} people"
MANDATORY_PERCENT = 95
PERIOD_MONTHS = 12
_SESSIONS = {
    "6.4": "line management supervision sessions",
    "6.5": "practice supervision sessions",
    "6.6": "observations of practice",
    "6.7": "planning and case discussion meetings",
}


def core_training(workforce: Workforce) -> CountOf:
    """Practitioners who hold all their core courses in date, of those whose roles have any (SA 6.3)."""
    needing = [person for person in workforce.practitioners if core_courses(workforce, person)]
    holding = [
        person
        for person in needing
        if all(workforce.holds(person, course) for course in core_courses(workforce, person))
    ]
    return CountOf(
        "Practitioners with core training in date", len(holding), len(needing), _note(workforce, CORE_TRAINING)
    )


def mandatory_training(workforce: Workforce) -> CountOf:
    """Staff and volunteers who hold every mandatory course in date (SA 6.8)."""
    courses = [course for course in workforce.catalogue.courses if course.mandatory]
    people = workforce.staff
    holding = [person for person in people if all(workforce.holds(person, course) for course in courses)]
    return CountOf("People with every mandatory course in date", len(holding), len(people), _note(workforce, MANDATORY))


def mandatory_enough(count: CountOf) -> bool:
    """Whether a count reaches the 95% that SA 6.8 asks for; nobody at all is not enough."""
    return count.needing > 0 and count.holders * 100 >= count.needing * MANDATORY_PERCENT


def supervision_held(workforce: Workforce, indicator_id: str = PRACTICE_SUPERVISION) -> CountOf:
    """Sessions held of those planned in the 12 months up to the date, for one indicator.

    A session that was made up counts once; one that is owed lowers the figure.
    """
    kinds = {kind.id for kind in workforce.catalogue.supervision if kind.feeds == indicator_id}
    people = workforce.practitioners if indicator_id == PRACTICE_SUPERVISION else workforce.staff
    ids = {person.id for person in people}
    since = add_months(workforce.as_at, -PERIOD_MONTHS)
    promised = [one for one in workforce.ledger.between(since, kinds) if one.first.person_id in ids]
    words = _SESSIONS.get(indicator_id, "sessions")
    label = f"{words[0].upper()}{words[1:]} held of those planned, last 12 months"
    held = sum(one.held is not None for one in promised)
    about = len({one.first.person_id for one in promised})
    return CountOf(label, held, len(promised), _note(workforce, indicator_id), about)


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


def figure_sentences(workforce: Workforce) -> dict[str, str]:
    """By indicator id, the whole service's figure in words, or that it is hidden. Without records there is none."""
    found = {
        indicator_id: "No figure: judge from evidence"
        for indicator_id in FROM_EVIDENCE_ONLY
        if _known(workforce, indicator_id)
    }
    core, mandatory = core_training(workforce), mandatory_training(workforce)
    if core.needing:
        found[CORE_TRAINING] = shown(
            core, f"{core.holders} of {core.needing} practitioners {_hold(core)} core training in date"
        )
    if mandatory.needing:
        reached = "reached" if mandatory_enough(mandatory) else "not reached"
        figure = f"{mandatory.holders} of {mandatory.needing} people {_hold(mandatory)} every mandatory course in date"
        found[MANDATORY] = shown(mandatory, f"{figure}; {MANDATORY_PERCENT}% is {reached}")
    for indicator_id in SUPERVISION:
        count = supervision_held(workforce, indicator_id)
        if count.needing:
            words = f"{count.holders} of {count.needing} {_SESSIONS[indicator_id]}"
            found[indicator_id] = shown(count, f"{words} planned in the last 12 months were held")
    if warns_of_both_sides(workforce) and _known(workforce, SEPARATE_WORKERS):
        found[SEPARATE_WORKERS] = (
            "A warning: at least one person is recorded as working with people who use abuse and with victim-survivors"
        )
    return found


def warns_of_both_sides(workforce: Workforce) -> bool:
    """Whether a pack may warn of ``on_both_sides``: in a service of a few people the warning would name them."""
    return bool(on_both_sides(workforce)) and not too_few(len(workforce.current))


def _hold(count: CountOf) -> str:
    return "holds" if count.holders == 1 else "hold"


def _known(workforce: Workforce, indicator_id: str) -> bool:
    return any(indicator.id == indicator_id for indicator in workforce.catalogue.indicators)


def _note(workforce: Workforce, indicator_id: str) -> str:
    if not _known(workforce, indicator_id):
        return ""
    critical = workforce.catalogue.indicator(indicator_id).critical
    return number_of(indicator_id) + (", critical" if critical else "")


def _course_note(workforce: Workforce, course: Course) -> str:
    if course.core_for:
        return _note(workforce, CORE_TRAINING)
    if course.mandatory:
        return _note(workforce, MANDATORY)
    return _note(workforce, LEARNING_HOURS) if course.kind == "yearly hours" else ""
