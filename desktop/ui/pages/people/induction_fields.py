# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The sign-off of someone's induction: on which day, and by whom."""

from collections.abc import Callable
from datetime import date

from desktop.models.dates import long_date
from desktop.models.day_checks import DayError
from desktop.models.errors import AppError
from desktop.models.typed_date import TypedDateError
from desktop.models.workforce.people import Person
from desktop.services.workforce.person_details import PersonDetails
from desktop.ui.pages.people.detail_part import DetailPart
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.day_field import DayField
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.folded import Folded


class InductionFields(DetailPart):
    """Two fields. With a day and no name, the name is that of who is at work."""

    def __init__(self, details: PersonDetails, today: Callable[[], date], at_work: Callable[[], str]) -> None:
        super().__init__()
        self._details, self._today, self._at_work = details, today, at_work
        self._on = DayField(
            "Signed off on", "induction-on", "When all of it was gone through. Clear it to take it back."
        )
        self._by = line("induction-by", limit=120)
        self._by_field = Field("Signed off by", self._by)
        self._fold = Folded("fold-induction", "Induction", self._on, self._by_field)
        self.setLayout(column(self._fold))
        for each in (self._on.line, self._by):
            each.editingFinished.connect(self.typed)

    def fill(self, person: Person) -> None:
        """Show what is recorded."""
        self._on.line.show_day(person.induction_on)
        self._by.setText(person.induction_by)
        by = f" by {person.induction_by}" if person.induction_by else ""
        self._fold.tell(
            f"Signed off on {long_date(person.induction_on)}{by}." if person.induction_on else "Not signed off."
        )

    def save(self, person: Person) -> None:
        """Sign off, or take it back."""
        try:
            on = self._on.read(self._today(), focus=False)
        except TypedDateError:
            return
        if on is not None and not self._by.text().strip():
            self._by.setText(self._at_work())
        by = " ".join(self._by.text().split())
        if (on, by if on else "") == (person.induction_on, person.induction_by):
            return
        try:
            self._details.sign_off_induction(person.id, on, by)
        except DayError as error:
            self._on.show_problem(error.brief, focus=False)
        except AppError as error:
            self._by_field.show_problem(error.brief, focus=False)

    @property
    def waiting(self) -> tuple[str, ...]:
        """A day waits for its name, and a name for its day."""
        lacks = self._on.problem or self._by_field.problem or not self._on.line.text().strip()
        return ("induction-on", "induction-by") if lacks and self._by.text() + self._on.line.text() else ()
