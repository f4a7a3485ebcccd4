# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The one next step that Home offers: what matters most comes first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.models.catalogue import Indicator
from desktop.models.dates import long_date
from desktop.models.records import EvidenceItem
from desktop.models.results import IndicatorScore, RowState
from desktop.services.action_plan import ActionLine, late_words
from desktop.services.backup_state import BackupState, Level
from desktop.services.indicator_views import is_lapsed, is_missing, said_and_supported
from desktop.services.place_words import ROUNDS
from desktop.services.safety_gaps import gap_rows, lacks_evidence
from desktop.services.signing_desk import SigningKind, SigningState
from desktop.services.standing import Standing
from desktop.services.targets import Mark, Place, Target


class StepKind(StrEnum):
    """What kind of step it is."""

    CHARITY = "charity"
    SERVICES = "services"
    ASSESSMENT = "assessment"
    SAFETY_GAP = "safety_gap"
    LATE_ACTION = "late_action"
    EVIDENCE = "evidence"
    UNANSWERED = "unanswered"
    SIGNER = "signer"
    BACKUP = "backup"
    PACK = "pack"
    NEXT_ROUND = "next_round"


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one next step: a title after 'Next step: ', a sentence, the words of its button and where that leads."""

    kind: StepKind
    title: str
    sentence: str
    button: str
    target: Target
    mark: Mark


@dataclass(frozen=True, slots=True)
class Facts:
    """What the next step is chosen from. ``backups`` and ``signing`` are their states."""

    today: date
    charity: str
    services: int
    standing: Standing | None
    actions: tuple[ActionLine, ...]
    signing: SigningState
    backups: BackupState
    packs: int


def next_step(facts: Facts) -> NextStep:
    """The first step that is due, in the order of what matters most."""
    return next(step for choose in _IN_ORDER for step in choose(facts))


def _charity(facts: Facts) -> Iterator[NextStep]:
    if not facts.charity:
        sentence = "Packs are signed in its name, so it comes first."
        target = Target(Place.CHARITY, "details")
        yield NextStep(StepKind.CHARITY, "say which charity you are", sentence, "Open our charity", target, Mark.DOTS)


def _services(facts: Facts) -> Iterator[NextStep]:
    if not facts.services:
        sentence = "The services you run decide which indicators apply."
        target = Target(Place.CHARITY, "services")
        yield NextStep(StepKind.SERVICES, "say what services you run", sentence, "Add a service", target, Mark.DOTS)


def _assessment(facts: Facts) -> Iterator[NextStep]:
    if facts.standing is None:
        sentence = "You judge one indicator at a time. Each answer is saved at once."
        target = Target(Place.STANDARDS)
        yield NextStep(
            StepKind.ASSESSMENT, "start your assessment", sentence, "Start the assessment", target, Mark.DOTS
        )


def _safety_gap(facts: Facts) -> Iterator[NextStep]:
    standing = _open_round(facts)
    rows = gap_rows(standing.results) if standing else []
    if not standing or not rows:
        return
    planned = {row.indicator_id: _first_open(facts, row.indicator_id) for row in rows}
    row = max(rows, key=lambda entry: (not lacks_evidence(entry), _days_late(planned[entry.indicator_id])))
    indicator, action = standing.catalogue.indicator(row.indicator_id), planned[row.indicator_id]
    title, sentence = f"close the safety gap in Standard {indicator.standard}", f"{_named(indicator)}."
    told = said_and_supported(row)
    if told is not None and lacks_evidence(row):
        title = f"add evidence for {indicator.number}"
        sentence = f"{told.sentence} {told.why} Until then Standard {indicator.standard} shows a safety gap."
    if action is not None or not lacks_evidence(row):
        sentence = f"{sentence} {_plan_words(action)}"
    target = Target(Place.STANDARDS, indicator.id)
    yield NextStep(StepKind.SAFETY_GAP, title, sentence, f"Open {indicator.number}", target, Mark.WARN)


def _late_action(facts: Facts) -> Iterator[NextStep]:
    late = [line for line in facts.actions if line.days_late]
    if late:
        first = late[0]
        title = "one action is late" if len(late) == 1 else f"{len(late)} actions are late"
        sentence = f"{first.number}: {_stopped(first.action.what)} {_capital(late_words(first.days_late))}."
        button = "Open the action" if len(late) == 1 else "See late actions"
        yield NextStep(StepKind.LATE_ACTION, title, sentence, button, Target(Place.DUE, first.action.id), Mark.CROSS)


def _evidence(facts: Facts) -> Iterator[NextStep]:
    if facts.standing is None:
        return
    items = facts.standing.records.items
    missing = [item for item in items if is_missing(item)]
    lapsed = [item for item in items if is_lapsed(item, facts.today) and not is_missing(item)]
    if missing:
        sentence = f"Find the file of {missing[0].title}, and add it again."
        yield _about_evidence(missing, "cannot be used", sentence, Mark.GAPBOX)
    elif lapsed:
        words = "are past their review date" if len(lapsed) > 1 else "is past its review date"
        review = lapsed[0].review_by or facts.today
        sentence = f"{lapsed[0].title} was to be reviewed by {long_date(review)}."
        yield _about_evidence(lapsed, words, sentence, Mark.CROSS)


def _about_evidence(items: list[EvidenceItem], words: str, sentence: str, mark: Mark) -> NextStep:
    count = "one piece" if len(items) == 1 else f"{len(items)} pieces"
    target = Target(Place.EVIDENCE, items[0].id)
    return NextStep(StepKind.EVIDENCE, f"{count} of evidence {words}", sentence, "Open the evidence", target, mark)


def _unanswered(facts: Facts) -> Iterator[NextStep]:
    standing = _open_round(facts)
    rows = _open_rows(standing) if standing else []
    if not standing or not rows:
        return
    indicator = standing.catalogue.indicator(rows[0].indicator_id)
    answered = any(row.state is RowState.ANSWERED for row in standing.scores.values())
    left = f"{len(rows)} {'is' if len(rows) == 1 else 'are'} still open."
    why = f" {rows[0].why}" if standing.answer(indicator.id).not_applicable else ""
    yield NextStep(
        StepKind.UNANSWERED,
        f"{'answer' if answered else 'begin with'} {indicator.number}",
        f"{_named(indicator)}.{why} {left}",
        f"Open {indicator.number}",
        Target(Place.STANDARDS, indicator.id),
        Mark.DOTS,
    )


def _next_round(facts: Facts) -> Iterator[NextStep]:
    """A sign-off holds for a year."""
    standing = facts.standing
    if standing is None or facts.today <= standing.records.lapses:
        return
    sentence = f"The last one lapsed on {long_date(standing.records.lapses)}. Its answers can come along."
    target = Target(Place.STANDARDS, ROUNDS)
    yield NextStep(StepKind.NEXT_ROUND, "start the next assessment", sentence, "Open the rounds", target, Mark.CROSS)


def _signer(facts: Facts) -> Iterator[NextStep]:
    kind, target = facts.signing.kind, Target(Place.CHARITY, "signing")
    if kind is SigningKind.NONE:
        sentence = "A pack is signed, so that a commissioner can see that it is yours and whole."
        yield NextStep(StepKind.SIGNER, "set up who may sign", sentence, "Set up signing", target, Mark.DOTS)
    elif kind is not SigningKind.READY:
        title = "renew the signing certificate"
        yield NextStep(StepKind.SIGNER, title, facts.signing.sentence, "Open signing", target, Mark.CROSS)


def _backup(facts: Facts) -> Iterator[NextStep]:
    state, target = facts.backups, Target(Place.CHARITY, "backups")
    if state.level is not Level.FINE:
        title, sentence = _backup_words(state)
        mark = Mark.CROSS if state.level is Level.RED else Mark.CLOCK
        yield NextStep(StepKind.BACKUP, title, sentence, "Open backups", target, mark)


def _backup_words(state: BackupState) -> tuple[str, str]:
    if state.problem is not None:
        return "see why the last backup failed", "Your records are safe. The backup could not be made."
    if state.second_place is None:
        sentence = "A memory stick or a shared folder keeps your work if this laptop is lost."
        return "choose a second place for backups", sentence
    if state.away:
        return "back up to your second place", f"{state.sentence}. Connect {state.second_place} first."
    return "make a backup", f"{state.sentence}."


def _pack(facts: Facts) -> Iterator[NextStep]:
    title = "make a pack when someone asks for one" if facts.packs else "make your first pack"
    signed = facts.standing is not None and facts.standing.records.sign_off is not None
    said = "Your assessment is signed off" if signed else "Every indicator is answered"
    sentence = f"{said}, and nothing is late."
    yield NextStep(StepKind.PACK, title, sentence, "Make a pack", Target(Place.PACKS, "make"), Mark.TICK)


_IN_ORDER: tuple[Callable[[Facts], Iterator[NextStep]], ...] = (
    _charity,
    _services,
    _assessment,
    _next_round,
    _safety_gap,
    _late_action,
    _evidence,
    _unanswered,
    _signer,
    _backup,
    _pack,
)


def _open_round(facts: Facts) -> Standing | None:
    """The newest round, where it still takes answers."""
    standing = facts.standing
    return standing if standing is not None and standing.records.sign_off is None else None


def _open_rows(standing: Standing) -> list[IndicatorScore]:
    return [row for result in standing.results for row in result.indicators if row.state is RowState.OPEN]


def _first_open(facts: Facts, indicator_id: str) -> ActionLine | None:
    lines = (line for line in facts.actions if line.action.indicator_id == indicator_id and line.is_open)
    return next(lines, None)


def _days_late(line: ActionLine | None) -> int:
    return line.days_late if line else 0


def _plan_words(line: ActionLine | None) -> str:
    if line is None:
        return "No action is planned for it yet."
    return f"{_stopped(line.action.what)} {_capital(line.state)}."


def _named(indicator: Indicator) -> str:
    return f"{indicator.number}, {indicator.short_name}"


def _stopped(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
