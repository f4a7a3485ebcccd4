# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is recorded of a DBS check: level, day of issue, and what was decided. No number, and no copy."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop.models.errors import AppError
from desktop.models.workforce.checks import DbsLevel, Decision
from desktop.services.workforce.checks import DbsFacts
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.day_field import DayField
from desktop.ui.widgets.field import Field, chooser, line
from desktop.ui.widgets.text import words

_UPDATE = {"": None, "yes": True, "no": False}


class NoLevelError(AppError):
    """A DBS check of no level."""

    code = "no_dbs_level"
    happened = "The level of the check is not chosen."
    safe = "Nothing was changed."
    to_do = "Choose the one that stands on the certificate."


class DbsFields(QWidget):
    """The fields that only a DBS check has."""

    def __init__(self) -> None:
        super().__init__()
        self._level = chooser(
            "dbs-level", [("", "Choose the level"), *((one.value, one.value.capitalize()) for one in DbsLevel)]
        )
        self.level = Field("Level", self._level)
        self.issued = DayField("Day of issue (optional)", "dbs-issued", "As it stands on the certificate.")
        self._update = chooser("dbs-update", [("", "Not known"), ("yes", "Yes"), ("no", "No")])
        decisions = [("", "Not decided yet"), *((one.value, one.value.capitalize()) for one in Decision)]
        self._decision = chooser("dbs-decision", decisions)
        self.decided = DayField("Decided on", "dbs-decided")
        self._by = line("dbs-decided-by", limit=120)
        self.by = Field("Decided by", self._by)
        self.recheck = DayField("Look at it again on (optional)", "dbs-recheck")
        self._policy = words("", "small", tone="soft", wrap=True)
        fields = (self.level, self.issued, Field("On the update service", self._update))
        decision = (Field("What was decided", self._decision), self.decided, self.by, self.recheck, self._policy)
        self.setLayout(column(*fields, *decision, gap=10))
        self._decision.currentIndexChanged.connect(self._turn)
        self._turn()

    @property
    def kept(self) -> tuple[QLineEdit | QComboBox, ...]:
        """What a draft keeps."""
        return (self._level, self._update, self._decision, *self.typed)

    @property
    def typed(self) -> tuple[QLineEdit, ...]:
        """The fields that one types in."""
        return (self._by, self.issued.line, self.decided.line, self.recheck.line)

    def begin(self, at_work: str, policy: str) -> None:
        """Nothing is filled in but who is at work."""
        for box in (self._level, self._update, self._decision):
            box.setCurrentIndex(0)
        for day in (self.issued, self.decided, self.recheck):
            day.show_day(None)
        self.level.clear_problem()
        self._by.setText(at_work)
        self.by.clear_problem()
        self._policy.setText(f"Left empty: {policy} after the day of issue. That is your own policy.")

    def clear_problems(self) -> None:
        """Nothing is wrong (any more)."""
        for field in (self.level, self.issued, self.decided, self.by, self.recheck):
            field.clear_problem()

    def facts(self, today: date) -> DbsFacts:
        """What is filled in; without a decision nobody decided.

        Raises ``NoLevelError``; or ``TypedDateError``, which is told under its field.
        """
        if not self._level.currentData():
            raise NoLevelError
        issued, recheck = self.issued.read(today), self.recheck.read(today)
        decision = str(self._decision.currentData())
        decided = self.decided.read(today) if decision else None
        return DbsFacts(
            DbsLevel(self._level.currentData()),
            issued,
            _UPDATE[str(self._update.currentData())],
            Decision(decision) if decision else None,
            decided,
            self.decided_by,
            recheck,
        )

    @property
    def decided_by(self) -> str:
        """Who decided; '' without a decision."""
        return self._by.text() if self._decision.currentData() else ""

    def field_of(self, holds: Callable[[DayField], bool]) -> DayField | None:
        """The first day of which something holds."""
        return next((day for day in (self.issued, self.decided) if holds(day)), None)

    @property
    def undecided(self) -> Field:
        """What the decision lacks."""
        return self.by if self.decided.line.text().strip() else self.decided

    def _turn(self) -> None:
        decided = bool(self._decision.currentData())
        self.decided.setVisible(decided)
        self.by.setVisible(decided)
