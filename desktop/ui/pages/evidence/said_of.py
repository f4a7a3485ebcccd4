# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The fields for what a person says of an item: title, dates, where it is kept; and what is wrong under its field."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from desktop.models.dates import long_date
from desktop.models.day_checks import LONG_AGO, DayLongAgoError, DayNotComeError, DaysCrossedError
from desktop.models.errors import AppError
from desktop.models.typed_date import TypedDateError, typed_date_or_none
from desktop.services.evidence_details import EvidenceDetails, NowhereKeptError, UntitledEvidenceError
from desktop.ui.widgets.boxes import column, plain, row
from desktop.ui.widgets.field import Field, date_line, line


class SaidOf(QWidget):
    """Title, the date it covers, its review date, where it is kept. ``beside``: the two dates stand side by side."""

    def __init__(self, prefix: str, today: Callable[[], date], *, beside: bool) -> None:
        super().__init__()
        self._today = today
        self._shown = EvidenceDetails("")
        self._given: dict[QLineEdit, str] = {}
        self._title = Field("Title", line(f"{prefix}-title"))
        self._dated = Field("Date it covers (optional)", date_line(f"{prefix}-dated"), "Such as 3 March 2025.")
        self._review = Field(
            "Review by (optional)",
            date_line(f"{prefix}-review"),
            "After that it counts as a document at most.",
        )
        self._kept = Field("Where it is kept", line(f"{prefix}-kept"), "Such as: blue folder, office cupboard.")
        self._dates: QBoxLayout = row(
            (plain(column(self._dated, None)), 1), (plain(column(self._review, None)), 1), gap=16
        )
        self.stand(beside=beside)
        self.setLayout(column(self._title, self._dates, self._kept, gap=12))

    def stand(self, *, beside: bool) -> None:
        """The two dates side by side, or one under the other."""
        self._dates.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    @property
    def edits(self) -> tuple[QLineEdit, ...]:
        """The four lines that are typed in."""
        fields = (self._title, self._dated, self._review, self._kept)
        return tuple(field.control for field in fields if isinstance(field.control, QLineEdit))

    @property
    def changed(self) -> bool:
        """Whether something else stands there than was shown: typed, or dictated without any key."""
        return any(edit.text() != self._given.get(edit, "") for edit in self.edits)

    def show_said(self, said: EvidenceDetails, *, kept: bool, anew: bool = True) -> None:
        """Show what is said of an item; ``anew`` also over what is half typed. Emits nothing a person would."""
        self._shown = said
        self._kept.setVisible(kept)
        texts = (said.title, _words(said.dated), _words(said.review_by), said.kept_where)
        for edit, text in zip(self.edits, texts, strict=True):
            if anew or edit.text() == self._given.get(edit, ""):
                if edit.text() != text:
                    edit.setText(text)
                    edit.setCursorPosition(0)
                self._given[edit] = edit.text()
        if anew:
            self.clear_problems()

    def settle(self) -> None:
        """What is typed was saved."""
        self._given = {edit: edit.text() for edit in self.edits}
        self.clear_problems()

    def typed(self, *, focus: bool = True) -> EvidenceDetails | None:
        """What is typed, or None when a date cannot be read: then its field says why."""
        self.clear_problems()
        dated = self._date(self._dated, focus=focus)
        review = self._date(self._review, focus=focus)
        if self._dated.problem or self._review.problem:
            return None
        title, _dated, _review, kept = self.edits
        return EvidenceDetails(title.text(), dated, review, kept.text())

    def show_error(self, error: AppError, *, focus: bool = True) -> None:
        """Say under the right field what cannot be right."""
        self._field_of(error).show_problem(" ".join((error.sentences[0], error.sentences[2])), focus=focus)

    def clear_problems(self) -> None:
        """Nothing is wrong."""
        for field in (self._title, self._dated, self._review, self._kept):
            field.clear_problem()

    def take_focus(self) -> None:
        """Begin at the title."""
        self.edits[0].setFocus()
        self.edits[0].selectAll()

    def _date(self, field: Field, *, focus: bool) -> date | None:
        assert isinstance(field.control, QLineEdit)
        try:
            return typed_date_or_none(field.control.text(), self._today())
        except TypedDateError as error:
            field.show_problem(" ".join((error.sentences[0], error.sentences[2])), focus=focus)
            return None

    def _field_of(self, error: AppError) -> Field:
        if isinstance(error, UntitledEvidenceError):
            return self._title
        if isinstance(error, NowhereKeptError):
            return self._kept
        if isinstance(error, DaysCrossedError):
            return self._review
        if isinstance(error, DayLongAgoError):
            typed = self.typed(focus=False)
            return self._review if typed and typed.review_by and typed.review_by < LONG_AGO else self._dated
        return self._dated if isinstance(error, DayNotComeError) else self._title


def _words(day: date | None) -> str:
    return long_date(day) if day else ""
