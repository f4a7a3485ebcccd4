# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The fields for what a person says of an item: title, dates, where it is kept; and what is wrong under its field."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from desktop.models.certificate_numbers import CertificateNumberError, has_number
from desktop.models.dates import long_date
from desktop.models.day_checks import LONG_AGO, DayError, DayLongAgoError, DaysCrossedError
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

    def show_said(self, said: EvidenceDetails, *, kept: bool) -> None:
        """Show what is said of an item. Emits nothing a person would."""
        self._kept.setVisible(kept)
        texts = (said.title, _words(said.dated), _words(said.review_by), said.kept_where)
        for edit, text in zip(self.edits, texts, strict=True):
            if edit.text() != text:
                edit.setText(text)
                edit.setCursorPosition(0)
        self.clear_problems()

    def typed(self, before: EvidenceDetails | None = None, *, focus: bool = True) -> EvidenceDetails | None:
        """What is typed. Where a date cannot be read its field says why, and what was there before stays, or None."""
        self.clear_problems()
        dated, review = self._day(self._dated, focus=focus), self._day(self._review, focus=focus)
        title, _dated, _review, kept = self.edits
        said = EvidenceDetails(title.text(), dated, review, kept.text())
        return self._without_wrong(said, before) if self._dated.problem or self._review.problem else said

    def save_right(self, before: EvidenceDetails, save: Callable[[EvidenceDetails], object]) -> bool:
        """Have what is typed saved; what is wrong is told, and the rest saved without it. False: it cannot be."""
        said = self.typed(before, focus=False)
        while said is not None and said != before:
            try:
                save(said)
            except (DayError, UntitledEvidenceError, NowhereKeptError, CertificateNumberError) as error:
                self.show_error(error, focus=False)
                if isinstance(error, DaysCrossedError) and said.review_by == before.review_by:
                    self._tell(self._dated, error, focus=False)
                rest = self._without_wrong(said, before)
                if rest == said:
                    return False
                said = rest
            else:
                break
        return True

    def show_error(self, error: AppError, *, focus: bool = True) -> None:
        """Say under the right field what cannot be right."""
        self._tell(self._field_of(error), error, focus=focus)

    def clear_problems(self) -> None:
        """Nothing is wrong."""
        for field in (self._title, self._dated, self._review, self._kept):
            field.clear_problem()

    def take_focus(self) -> None:
        """Begin at the title."""
        self.edits[0].setFocus()
        self.edits[0].selectAll()

    def _without_wrong(self, said: EvidenceDetails, before: EvidenceDetails | None) -> EvidenceDetails | None:
        if before is None:
            return None
        return EvidenceDetails(
            before.title if self._title.problem else said.title,
            before.dated if self._dated.problem else said.dated,
            before.review_by if self._review.problem else said.review_by,
            before.kept_where if self._kept.problem else said.kept_where,
        )

    def _day(self, field: Field, *, focus: bool) -> date | None:
        try:
            return self._read(field)
        except TypedDateError as error:
            self._tell(field, error, focus=focus)
            return None

    def _read(self, field: Field) -> date | None:
        assert isinstance(field.control, QLineEdit)
        return typed_date_or_none(field.control.text(), self._today())

    @staticmethod
    def _tell(field: Field, error: AppError, *, focus: bool) -> None:
        field.show_problem(error.brief, focus=focus)

    def _field_of(self, error: AppError) -> Field:
        if isinstance(error, NowhereKeptError):
            return self._kept
        if isinstance(error, CertificateNumberError):
            return self._title if has_number(self.edits[0].text()) else self._kept
        if isinstance(error, DaysCrossedError):
            return self._review
        if isinstance(error, DayLongAgoError):
            with suppress(TypedDateError):
                review = self._read(self._review)
                return self._review if review and review < LONG_AGO else self._dated
        return self._dated if isinstance(error, DayError) else self._title


def _words(day: date | None) -> str:
    return long_date(day) if day else ""
