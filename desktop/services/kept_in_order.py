# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is kept in order, on Home: training, judgements beside the records, backups, evidence, packs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.models.catalogue import number_of
from desktop.models.dates import short_date
from desktop.models.records import Strength
from desktop.models.results import RowState
from desktop.models.wording import joined
from desktop.models.workforce.figures import CORE_TRAINING, core_training
from desktop.models.workforce.picture import Workforce
from desktop.services.backup_state import BackupState, Level
from desktop.services.packs_made import PackLine
from desktop.services.place_words import six_target
from desktop.services.standing import Standing, says_more
from desktop.services.targets import Mark, Place, Target

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class KeptFact:
    """One line: how it stands, what it says, a detail, and the words of the link that leads on."""

    mark: Mark
    words: str
    detail: str
    link: str
    target: Target


def training_fact(workforce: Workforce) -> KeptFact:
    """How many practitioners hold their core training (SA 6.3). Inside the workbook it is never hidden."""
    count, target = core_training(workforce), six_target(CORE_TRAINING)
    number = number_of(CORE_TRAINING)
    if not count.needing:
        words = "No practitioners are recorded yet"
        add = Target(Place.PEOPLE)
        return KeptFact(Mark.DOTS, words, f"{number} counts who holds core training.", "Add people", add)
    short = count.needing - count.holders
    words = f"{count.holders} of {count.needing} {'holds' if count.holders == 1 else 'hold'} core training"
    if not short:
        return KeptFact(Mark.TICK, words, f"{number}. Everyone is in date.", "See who", target)
    return KeptFact(
        Mark.CLOCK, words, f"{number}. {short} {'is' if short == 1 else 'are'} not in date.", "See who", target
    )


def records_facts(standing: Standing) -> tuple[KeptFact, ...]:
    """Where a judgement of Standard 6 says more than the records, which fall by themselves; else nothing."""
    more = [indicator_id for indicator_id, figure in standing.live.items() if says_more(standing, indicator_id, figure)]
    if not more:
        return ()
    words = "One judgement says" if len(more) == 1 else f"{len(more)} judgements say"
    detail = f"{_named(more)}. Look at who and why, then judge again or mend the records."
    return (KeptFact(Mark.CLOCK, f"{words} more than the records", detail, "See why", six_target(more[0])),)


def backup_fact(state: BackupState) -> KeptFact:
    """When the newest backup was made, and how the second place stands."""
    mark = {Level.FINE: Mark.TICK, Level.AMBER: Mark.CLOCK, Level.RED: Mark.CROSS}[state.level]
    if state.beside is None and state.level is Level.FINE:
        mark = Mark.DOTS
    elif state.second is None and state.level is Level.FINE:
        mark = Mark.HALF  # the practice charity needs no second place, but it has none either
    return KeptFact(mark, state.sentence, _second_place(state), "Backups", Target(Place.CHARITY, "backups"))


def evidence_fact(standing: Standing) -> KeptFact:
    """Whether every critical indicator that applies rests on some evidence."""
    bare = [
        row.indicator_id
        for row in standing.scores.values()
        if row.critical and row.state is not RowState.NOT_APPLICABLE and row.strength is Strength.NONE
    ]
    if not bare:
        words = "Critical indicators have evidence"
        return KeptFact(Mark.TICK, words, "Each rests on at least one piece.", "Evidence", Target(Place.EVIDENCE))
    if not any(row.state is RowState.ANSWERED for row in standing.scores.values()):
        words, detail = "No evidence yet", "You add it as you judge, where it shows something."
        return KeptFact(Mark.DOTS, words, detail, "Evidence", Target(Place.EVIDENCE))
    words = (
        "One critical indicator lacks evidence" if len(bare) == 1 else f"{len(bare)} critical indicators lack evidence"
    )
    return KeptFact(Mark.CLOCK, words, f"{_named(bare)}.", "Add", Target(Place.STANDARDS, bare[0]))


def packs_fact(made: tuple[PackLine, ...], today: date) -> KeptFact:
    """How many packs were made, and the newest."""
    target = Target(Place.PACKS)
    if not made:
        detail = "A pack shows a commissioner where you stand."
        return KeptFact(Mark.DOTS, "No pack made yet", detail, "Packs", target)
    words = "One pack made" if len(made) == 1 else f"{len(made)} packs made"
    day = short_date(made[0].signed_at.astimezone().date(), today)
    for_whom = f", for {made[0].made_for}" if made[0].made_for else ""
    return KeptFact(Mark.TICK, words, f"The newest on {day}{for_whom}.", "Packs", target)


def _second_place(state: BackupState) -> str:
    if state.problem is not None:
        return "Your records are safe. Open backups to see why."
    if state.second_place is None:
        return "A second place keeps your work if this laptop is lost."
    if state.away:
        return f"Second place: {state.second_place}, not connected."
    return f"Second place: {state.second_place}."


def _named(indicator_ids: Sequence[str]) -> str:
    """'SA 6.3, SA 6.4, SA 6.5 and 2 more'."""
    named = [number_of(indicator_id) for indicator_id in indicator_ids[:_MOST_NAMED]]
    if len(indicator_ids) > _MOST_NAMED:
        named.append(f"{len(indicator_ids) - _MOST_NAMED} more")
    return joined(named)
