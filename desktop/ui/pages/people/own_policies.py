# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The charity's own policies that stand on the tabs of a person: they hold for everyone."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.models.workforce.frequency import every_words
from desktop.services.workforce.checks import Checks
from desktop.services.workforce.competence import Competences
from desktop.services.workforce.person_details import PersonDetails
from desktop.services.workforce.supervision_policy import HowOften, SupervisionPolicy
from desktop.ui.infra.page import Tools
from desktop.ui.pages.people.own_policy import OwnPolicy, Policy, months_words, years_words
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.folded import Folded
from desktop.ui.widgets.text import hint

_AS_PROPOSED = 0
_FOR_EVERYONE = (
    "Your own policy for everyone. Those new in a role are observed at least every month, until their induction is "
    "signed off."
)
_DAYS = (7, 14, 28, 30, 42, 60, 90, 180, 365)


def recheck_policy(checks: Checks, tools: Tools) -> OwnPolicy:
    """After how long a DBS check is looked at again."""
    policy = _after(checks.recheck_months, checks.set_recheck_months, (12, 24, 36, 48, 60), "A DBS check is looked at")
    told = "Your own policy for everyone, not a rule of the DBS. Days that are recorded stay as they are."
    return OwnPolicy("Look at a DBS check again", "dbs-policy", policy, tools, told)


def rejudge_policy(competences: Competences, tools: Tools) -> OwnPolicy:
    """After how long a competence is judged again."""
    months = (6, 12, 18, 24, 36)
    policy = _after(competences.rejudge_months, competences.set_rejudge_months, months, "A competence is judged")
    return OwnPolicy("Judge a competence again", "rejudge-policy", policy, tools, "Your own policy for everyone.")


def kept_policy(details: PersonDetails, tools: Tools) -> OwnPolicy:
    """How many years the records of those who left are kept."""
    policy = Policy(
        details.kept_years,
        details.set_kept_years,
        (1, 2, 3, 6, 7, 10),
        years_words,
        lambda years: f"The records of those who left are kept for {years_words(years)}.",
    )
    told = "Your own rule for everyone. Sevenfold says when it is over, and erases nothing by itself."
    return OwnPolicy("Keep the records of those who left", "kept-years", policy, tools, told)


class SupervisionPolicies(QWidget):
    """How often each kind of supervision is due, folded away under one button."""

    def __init__(self, policy: SupervisionPolicy, tools: Tools) -> None:
        super().__init__()
        self._policy = policy
        self._choices = [self._choice(one, tools) for one in policy.kinds()]
        told = hint(_FOR_EVERYONE)
        self._fold = Folded("fold-how-often", "How often each kind is due", told, *self._choices)
        self.setLayout(column(self._fold))

    def refresh(self) -> None:
        """Show what is set."""
        for choice in self._choices:
            choice.refresh()
        own = sum(one.own_days is not None for one in self._policy.kinds())
        self._fold.tell(f"{own} by your own policy." if own else "As Sevenfold proposes.")

    def _choice(self, kind: HowOften, tools: Tools) -> OwnPolicy:
        def words(days: int) -> str:
            if days == _AS_PROPOSED:
                return f"{_capital(every_words(kind.proposed_days))} (proposed)"
            return _capital(every_words(days))

        policy = Policy(
            partial(self._policy.own_days, kind.kind_id),
            lambda days: self._policy.set_every(kind.kind_id, days or None),
            (_AS_PROPOSED, *(days for days in _DAYS if days != kind.proposed_days)),
            words,
            lambda days: f"{kind.kind}: {every_words(days or kind.proposed_days)}.",
        )
        return OwnPolicy(kind.kind, f"how-often-{kind.kind_id}", policy, tools)


def _after(read: Callable[[], int], save: Callable[[int], object], offered: Sequence[int], what: str) -> Policy:
    """A policy of months: ``what`` is done again after them."""

    def words(months: int) -> str:
        return f"After {months_words(months)}"

    return Policy(read, save, offered, words, lambda months: f"{what} again after {months_words(months)}.")


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
