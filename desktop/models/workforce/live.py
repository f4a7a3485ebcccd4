# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Standard 6, live: what the records say for each of its indicators as at a day, who counts, and what lapses soon.

A figure never changes a judgement. Names and reasons are for the window; a pack has ``in_pack`` alone.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.models.dates import long_date
from desktop.models.pack import CountOf
from desktop.models.records import Judgement
from desktop.models.workforce.counted import Counted
from desktop.models.workforce.counted_starting import (
    inducted_people,
    induction_known,
    recruited_people,
    recruitment_known,
)
from desktop.models.workforce.counted_supervision import DueByPerson, due_by_person, supervised_people
from desktop.models.workforce.counted_training import core_people, learning_known, learning_people, mandatory_people
from desktop.models.workforce.expiry import add_months
from desktop.models.workforce.figures import (
    CORE_TRAINING,
    FROM_EVIDENCE_ONLY,
    INDUCTION,
    LEARNING_HOURS,
    MANDATORY,
    MANDATORY_PERCENT,
    RECRUITMENT,
    SEPARATE_WORKERS,
    SUPERVISION,
    count_of,
    known,
    mandatory_enough,
    masked,
    session_words,
    sessions_held,
    shown,
    warns_of_both_sides,
)
from desktop.models.workforce.picture import Workforce, once

AHEAD_DAYS = 90
NO_FIGURE = "No figure: judge from evidence"
NOTHING_RECORDED = "No figure yet: nothing is recorded"


@dataclass(frozen=True, slots=True)
class LiveFigure:
    """The figure of one indicator. ``met`` None: there is no figure. ``people`` are never shown outside the window.

    ``in_pack`` is the sentence for a pack, '' where a pack has none. ``lapsing`` of the people counted do so no longer
    from the day ``before`` on.
    """

    indicator_id: str
    sentence: str
    in_pack: str = ""
    met: bool | None = None
    count: CountOf | None = None
    people: tuple[Counted, ...] = ()
    lapsing: int = 0
    before: date | None = None


@dataclass(frozen=True, slots=True)
class _OfPeople:
    """How a figure about people is worked out: whom it counts, whether there is anything to count, and its words."""

    indicator_id: str
    label: str
    people: Callable[[Workforce], tuple[Counted, ...]]
    recorded: Callable[[Workforce], bool]
    who: str
    what: str


def _always(_: Workforce) -> bool:
    return True


_OF_PEOPLE = (
    _OfPeople(
        INDUCTION,
        "People whose induction is signed off",
        inducted_people,
        induction_known,
        "people",
        "{have} an induction that is signed off",
    ),
    _OfPeople(
        RECRUITMENT,
        "People recruited safely before first contact",
        recruited_people,
        recruitment_known,
        "people",
        "had references, an identity check and a DBS decision before first contact",
    ),
    _OfPeople(
        CORE_TRAINING,
        "Practitioners with core training in date",
        core_people,
        _always,
        "practitioners",
        "{hold} core training in date",
    ),
    _OfPeople(
        MANDATORY,
        "People with every mandatory course in date",
        mandatory_people,
        _always,
        "people",
        "{hold} every mandatory course in date",
    ),
    _OfPeople(
        LEARNING_HOURS,
        "Practitioners with the year's learning hours",
        learning_people,
        learning_known,
        "practitioners",
        "{have} the year's learning hours",
    ),
)


def look_ahead(as_at: date) -> date:
    """The day before which lapses are told: the first of a month, some 90 days on."""
    ahead = as_at + timedelta(days=AHEAD_DAYS)
    return add_months(ahead.replace(day=1), 1)


def live_figures(workforce: Workforce, before: date | None = None) -> tuple[LiveFigure, ...]:
    """The figure of every indicator of Standard 6, in order. ``before``: tell what lapses before that day."""
    if before is None or before == look_ahead(workforce.as_at):
        return _figures_ahead(workforce)
    return _figures(workforce, before)


@once
def _figures_ahead(workforce: Workforce) -> tuple[LiveFigure, ...]:
    return _figures(workforce, look_ahead(workforce.as_at))


def _figures(workforce: Workforce, before: date) -> tuple[LiveFigure, ...]:
    figures = [_of_people(workforce, rule, before) for rule in _OF_PEOPLE]
    due = due_by_person(workforce)
    figures += [_of_sessions(workforce, indicator_id, due) for indicator_id in SUPERVISION]
    figures += [
        LiveFigure(indicator_id, NO_FIGURE, NO_FIGURE if known(workforce, indicator_id) else "")
        for indicator_id in FROM_EVIDENCE_ONLY
    ]
    return tuple(sorted(figures, key=lambda one: [int(part) for part in one.indicator_id.split(".")]))


def figure_sentences(workforce: Workforce, figures: Iterable[LiveFigure] | None = None) -> dict[str, str]:
    """By indicator id, the whole service's figure in words, or that it is hidden. Without records there is none.

    ``figures``: the workforce's, where they are worked out already.
    """
    figures = live_figures(workforce) if figures is None else figures
    found = {one.indicator_id: one.in_pack for one in figures if one.in_pack}
    if warns_of_both_sides(workforce) and known(workforce, SEPARATE_WORKERS):
        found[SEPARATE_WORKERS] = (
            "A warning: at least one person is recorded as working with people who use abuse and with victim-survivors"
        )
    return found


def _of_people(workforce: Workforce, rule: _OfPeople, before: date) -> LiveFigure:
    people = rule.people(workforce) if rule.recorded(workforce) else ()
    if not people:
        return LiveFigure(rule.indicator_id, NOTHING_RECORDED)
    count = count_of(workforce, rule.indicator_id, rule.label, people)
    lapsing = sum(one.lapses is not None and one.lapses < before for one in people)
    words = f"{count.holders} of {count.needing} {rule.who} {_agreeing(rule.what, count.holders)}"
    met = count.holders == count.needing
    if rule.indicator_id == MANDATORY:
        met = mandatory_enough(count)
        words = f"{words}; {MANDATORY_PERCENT}% is {'reached' if met else 'not reached'}"
    if lapsing:
        words = f"{words}; {lapsing} {'lapses' if lapsing == 1 else 'lapse'} before {long_date(before)}"
    return LiveFigure(rule.indicator_id, words, shown(count, words), met, count, people, lapsing, before)


def _of_sessions(workforce: Workforce, indicator_id: str, due: DueByPerson) -> LiveFigure:
    people = supervised_people(workforce, indicator_id, due)
    count = sessions_held(workforce, indicator_id, people)
    if not count.needing:
        waiting = _waiting(people)
        if not waiting:
            return LiveFigure(indicator_id, NOTHING_RECORDED)
        none = f"No {session_words(indicator_id)} were planned in the last 12 months"
        return LiveFigure(indicator_id, f"{none}{waiting}", met=False, people=people)
    words = f"{count.holders} of {count.needing} {session_words(indicator_id)} planned in the last 12 months were held"
    return LiveFigure(
        indicator_id=indicator_id,
        sentence=f"{words}{_waiting(people)}",
        in_pack=shown(count, words),
        met=all(one.met for one in people),
        count=count,
        people=people,
    )


def _waiting(people: Sequence[Counted]) -> str:
    waiting = sum(not one.met for one in people)
    return f"; {waiting} {'person waits' if waiting == 1 else 'people wait'} for one" if waiting else ""


def _agreeing(words: str, number: int) -> str:
    return words.format(hold="holds", have="has") if number == 1 else words.format(hold="hold", have="have")


def claims_more(figure: LiveFigure, judgement: Judgement | None) -> bool:
    """Whether a judgement says that it is in place while the figure is not met. No figure says nothing against it."""
    return figure.met is False and judgement is not None and judgement >= Judgement.IN_PLACE


def hidden_in_pack(figure: LiveFigure) -> bool:
    """Whether a pack hides a figure, because so few people are counted."""
    return figure.count is not None and masked(figure.count)
