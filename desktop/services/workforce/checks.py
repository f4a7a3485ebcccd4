# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Recruitment checks: references, identity and DBS, who saw them and what was decided. Never a number or a copy."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.models.certificate_numbers import check_no_number
from desktop.models.changes import Op
from desktop.models.dates import long_date
from desktop.models.day_checks import check_order, check_passed
from desktop.models.errors import AppError
from desktop.models.workforce.checks import CheckKind, DbsLevel, Decision, RecruitmentCheck
from desktop.models.workforce.expiry import add_months
from desktop.services.intake import new_id
from desktop.services.targets import Mark
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

RECHECK_MONTHS = 36
_SETTING = "dbs_recheck_months"
_NAMES = {CheckKind.REFERENCES: "References", CheckKind.IDENTITY: "Identity", CheckKind.DBS: "DBS check"}


class NobodySawItError(AppError):
    """A check that nobody saw."""

    code = "nobody_saw_it"
    happened = "It is not said who saw it, or on which day."
    safe = "Nothing was changed."
    to_do = "Type the name of who saw it and the day."


class UndecidedDbsError(AppError):
    """A DBS decision without its day or person."""

    code = "undecided_dbs"
    happened = "The decision has no day or no name."
    safe = "Nothing was changed."
    to_do = "Type who decided and on which day, or leave the decision open."


@dataclass(frozen=True, slots=True)
class DbsFacts:
    """What is recorded of a DBS check. ``recheck_due`` None: worked out from the charity's own policy."""

    level: DbsLevel
    issued: date | None = None
    update_service: bool | None = None
    decision: Decision | None = None
    decided_on: date | None = None
    decided_by: str = ""
    recheck_due: date | None = None


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One kind of check of one person: ``words`` for the screen, ``check`` the newest record or None."""

    kind: CheckKind
    name: str
    words: str
    mark: Mark
    check: RecruitmentCheck | None
    earlier: tuple[RecruitmentCheck, ...] = ()


class Checks:
    """The recruitment checks of the people."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock

    def lines(self, person_id: str) -> tuple[CheckLine, ...]:
        """References, identity and DBS of one person, as they stand."""
        found = self._db.checks.list(person_id=person_id)
        return tuple(self._line(kind, [check for check in found if check.kind is kind]) for kind in CheckKind)

    def record(self, person_id: str, kind: CheckKind, seen_on: date | None, seen_by: str) -> str:
        """Record that references or identity papers were seen; gives the record's id."""
        return self._save(RecruitmentCheck(new_id(), person_id, kind, seen_on, seen_by.strip()))

    def record_dbs(self, person_id: str, facts: DbsFacts, seen_on: date | None, seen_by: str) -> str:
        """Record a DBS check that was seen; gives the record's id."""
        check_passed(facts.issued, self._clock.today(), "The day of issue")
        check_passed(facts.decided_on, self._clock.today(), "The day of the decision")
        check_order(facts.issued, facts.decided_on, ("The day of issue", "the decision"))
        if facts.decision and not (facts.decided_on and facts.decided_by.strip()):
            raise UndecidedDbsError
        return self._save(
            RecruitmentCheck(
                new_id(),
                person_id,
                CheckKind.DBS,
                seen_on,
                seen_by.strip(),
                facts.level,
                facts.issued,
                facts.update_service,
                facts.decision,
                facts.decided_on,
                facts.decided_by.strip(),
                facts.recheck_due or self._recheck(facts.issued),
            )
        )

    def remove(self, check_id: str) -> None:
        """Take a record of a check away."""
        check = self._db.checks.get(check_id)
        name = self._db.people.get(check.person_id).name
        with self._db.write(Op.REMOVE_CHECK, f"of {name}", about=check.person_id):
            self._db.checks.remove(check_id)

    def recheck_months(self) -> int:
        """After how many months a DBS check is looked at again: the charity's policy, not a rule of the DBS."""
        return int(self._db.meta.get(_SETTING, str(RECHECK_MONTHS)))

    def set_recheck_months(self, months: int) -> None:
        """Set the charity's policy, from 1 to 120 months. Checks recorded before keep their own day."""
        with self._db.write(Op.CHANGE_SETTING, "DBS rechecks"):
            self._db.meta.set(_SETTING, str(min(max(months, 1), 120)))

    def _save(self, check: RecruitmentCheck) -> str:
        check_no_number(check.seen_by, check.decided_by)
        if not check.seen_by or check.seen_on is None:
            raise NobodySawItError
        check_passed(check.seen_on, self._clock.today(), "The day it was seen")
        name = self._db.people.get(check.person_id).name
        with self._db.write(Op.RECORD_CHECK, f"of {name}", about=check.person_id):
            self._db.checks.save(check)
        return check.id

    def _recheck(self, issued: date | None) -> date | None:
        return add_months(issued, self.recheck_months()) if issued else None

    def _line(self, kind: CheckKind, checks: Iterable[RecruitmentCheck]) -> CheckLine:
        newest_last = sorted(checks, key=lambda one: (one.seen_on or one.issued or date.min, one.id))
        if not newest_last:
            return CheckLine(kind, _NAMES[kind], "Not recorded", Mark.GAPBOX, None)
        check = newest_last[-1]
        words, mark = self._dbs_words(check) if kind is CheckKind.DBS else (_seen(check), Mark.TICK)
        return CheckLine(kind, _NAMES[kind], words, mark, check, tuple(newest_last[-2::-1]))

    def _dbs_words(self, check: RecruitmentCheck) -> tuple[str, Mark]:
        due = check.recheck_due or self._recheck(check.issued)
        level = f"{check.level.value.capitalize()}" if check.level else "Level not recorded"
        issued = f"{level}, issued {long_date(check.issued)}" if check.issued else f"{level}, day of issue not recorded"
        if check.decision is None:
            return f"{issued}. No decision recorded.", Mark.GAPBOX
        decided = f"{issued}. {check.decision.value.capitalize()}, decided by {check.decided_by}."
        if check.decision is Decision.NOT_SUITABLE:
            return decided, Mark.CROSS
        if due is not None and due < self._clock.today():
            return f"{decided} Recheck was due {long_date(due)} (our policy).", Mark.CLOCK
        return f"{decided} Recheck due {long_date(due)} (our policy)." if due else decided, Mark.TICK


def _seen(check: RecruitmentCheck) -> str:
    return f"Seen by {check.seen_by} on {long_date(check.seen_on)}" if check.seen_on else f"Seen by {check.seen_by}"
