# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Home: who is here, the one next step, the seven standards, what falls due and what is kept in order."""

from collections import defaultdict
from dataclasses import dataclass

from desktop.models.dates import long_date, weekday
from desktop.models.records import EvidenceItem
from desktop.models.workforce.picture import Workforce
from desktop.services.action_plan import ActionPlan
from desktop.services.assessing import Assessing
from desktop.services.assessment_views import AssessmentView
from desktop.services.at_work import at_work
from desktop.services.backup_state import BackupState
from desktop.services.due import (
    DueLine,
    DueView,
    due_actions,
    due_assessment,
    due_backup,
    due_certificate,
    due_evidence,
    due_training,
    due_view,
)
from desktop.services.keeping import Keeping
from desktop.services.kept_in_order import (
    KeptFact,
    backup_fact,
    evidence_fact,
    packs_fact,
    records_facts,
    training_fact,
)
from desktop.services.next_step import Facts, NextStep, next_step
from desktop.services.packs_made import packs_made
from desktop.services.rounds.starting import Starting
from desktop.services.signing_desk import SigningDesk, SigningState
from desktop.services.standing import Standing, workforce_now
from desktop.services.workforce.supervision_due import due_supervision
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock


@dataclass(frozen=True, slots=True)
class HomeView:
    """All that Home shows. ``assessment`` is None before the first one; ``round_words`` then say so."""

    greeting: str
    day: str
    charity: str
    next_step: NextStep
    assessment: AssessmentView | None
    round_words: str
    due: DueView
    kept: tuple[KeptFact, ...]


class Overview:
    """Where the charity stands, on one page."""

    def __init__(
        self,
        workbook: Workbook,
        clock: Clock,
        assessing: Assessing,
        actions: ActionPlan,
        keeping: Keeping,
        signing: SigningDesk,
        starting: Starting,
    ) -> None:
        self._db = workbook.db
        self._clock = clock
        self._assessing = assessing
        self._actions = actions
        self._keeping = keeping
        self._signing = signing
        self._starting = starting

    def view(self) -> HomeView:
        """Home as it is now."""
        today, now = self._clock.today(), self._clock.now()
        assessment, backups = self._assessing.view(), self._keeping.state()
        organisation = self._db.organisation.find()
        return HomeView(
            greeting=greeting(now.astimezone().hour, at_work(self._db)),
            day=f"{weekday(today)} {long_date(today)}",
            charity=organisation.name if organisation else "",
            next_step=self.next_step(backups),
            assessment=assessment,
            round_words=_round_words(assessment),
            due=self.due(backups),
            kept=self._kept(backups),
        )

    def next_step(self, backups: BackupState | None = None, signing: SigningState | None = None) -> NextStep:
        """The one next step. ``backups`` and ``signing``: their states, where they are known already."""
        organisation = self._db.organisation.find()
        facts = Facts(
            today=self._clock.today(),
            charity=organisation.name.strip() if organisation else "",
            services=len(self._db.services.list()),
            standing=self._assessing.standing(),
            actions=self._actions.lines(),
            signing=signing or self._signing.state(),
            backups=backups or self._keeping.state(),
            packs=len(packs_made(self._db)),
        )
        return next_step(facts)

    def start_assessment(self) -> bool:
        """Start the first assessment, for who is at work. False where nobody is named: a name stands beside it."""
        assessor = at_work(self._db)
        if assessor and self._assessing.current() is None:
            self._starting.fresh(assessor)
        return bool(assessor)

    def due(self, backups: BackupState | None = None) -> DueView:
        """What is late, and what falls due in 90 days. ``backups``: their state, where it is known already."""
        return due_view(self.due_lines(backups))

    def due_lines(self, backups: BackupState | None = None) -> tuple[DueLine, ...]:
        """Everything that has a day, however far off."""
        today, standing = self._clock.today(), self._assessing.standing()
        workforce = self._workforce(standing)
        lines: list[DueLine] = [*due_training(workforce), *due_supervision(workforce)]
        if standing:
            lines += due_actions(standing.records.actions, today)
            lines += due_evidence(_used(standing), today)
        assessment = self._assessing.view()
        if assessment:
            lines.append(due_assessment(assessment.lapses, today))
        ends = self._signing.state().valid_until
        if ends:
            lines.append(due_certificate(ends, today))
        backup = due_backup(backups or self._keeping.state())
        return (*lines, backup) if backup else tuple(lines)

    def _kept(self, backups: BackupState) -> tuple[KeptFact, ...]:
        standing = self._assessing.standing()
        facts = [training_fact(self._workforce(standing)), backup_fact(backups)]
        if standing:
            facts[1:1] = records_facts(standing)
            facts.append(evidence_fact(standing))
        return (*facts, packs_fact(packs_made(self._db), self._clock.today()))

    def _workforce(self, standing: Standing | None) -> Workforce:
        return standing.workforce if standing else workforce_now(self._db, self._clock.today())


def greeting(hour: int, name: str) -> str:
    """'Good morning, Kirsty', by the hour where the laptop is and the first name, or all of 'K. Pellow'."""
    part = "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"
    first = next(iter(name.split()), "")
    if len(first.rstrip(".")) == 1:
        first = name
    return f"Good {part}, {first}" if first else f"Good {part}"


def _round_words(view: AssessmentView | None) -> str:
    return "No assessment yet." if view is None else view.sentence


def _used(standing: Standing) -> list[tuple[EvidenceItem, list[str]]]:
    """Each item with the indicators that it supports, in the order of the standards."""
    records, supports = standing.records, defaultdict[str, list[str]](list)
    answered = {answer.id: answer.indicator_id for answer in records.answers.values()}
    for link in records.links:
        supports[link.evidence_id].append(answered[link.answer_id])
    place = {indicator.id: at for at, indicator in enumerate(standing.catalogue.indicators)}
    return [(item, sorted(supports[item.id], key=place.__getitem__)) for item in records.items]
