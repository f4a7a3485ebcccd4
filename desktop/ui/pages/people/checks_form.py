# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Records that a check was seen: which, on which day and by whom. There is no field for a number or a file."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from desktop.models.certificate_numbers import CertificateNumberError, check_no_number
from desktop.models.dates import long_date
from desktop.models.day_checks import DayError, DaysCrossedError
from desktop.models.errors import AppError
from desktop.models.typed_date import TypedDateError
from desktop.models.workforce.checks import CheckKind
from desktop.services.workforce.checks import CheckLine, Checks, NobodySawItError, UndecidedDbsError
from desktop.ui.infra.form_draft import FormDraft
from desktop.ui.infra.page import Tools
from desktop.ui.pages.people.dbs_fields import DbsFields, NoLevelError
from desktop.ui.pages.people.own_policy import months_words
from desktop.ui.widgets.boxes import column, plain
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.day_field import DayField
from desktop.ui.widgets.field import Field, chooser, line
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import heading, hint

NO_NUMBER = (
    "There is no place for a certificate's number or a copy of it. Who saw it and what was decided is enough, and "
    "what is not kept cannot be lost."
)


class CheckForm(QWidget):
    """One form for the three kinds. ``back`` is called when it is done with, with the kind that was recorded or ''."""

    def __init__(self, checks: Checks, tools: Tools, at_work: Callable[[], str], back: Callable[[str], object]) -> None:
        super().__init__()
        self._checks, self._tools, self._at_work, self._back = checks, tools, at_work, back
        self._person_id = ""
        self._kind = chooser("check-kind", ())
        self._seen_on = DayField("Seen on", "check-seen-on", "Such as 3 March 2025.")
        self._seen_by = line("check-seen-by", limit=120)
        self._by_field = Field("Seen by", self._seen_by, "A name only. Never a number.")
        self._dbs = DbsFields()
        acts = Flow(
            button("Record it", "check-save", self._save, kind="primary"),
            button("Go back", "check-back", self._give_up, kind="plain"),
        )
        fields = (Field("Check", self._kind), self._seen_on, self._by_field, self._dbs)
        title = heading("Record a check", "h3")
        self.setLayout(column(title, hint(NO_NUMBER), *fields, 4, plain(acts), None, gap=10))
        self._draft = FormDraft(tools.drafts, self._kind, self._seen_on.line, self._seen_by, *self._dbs.kept)
        for each in (self._seen_on.line, self._seen_by, *self._dbs.typed):
            each.returnPressed.connect(self._save)
        self._kind.currentIndexChanged.connect(self._turn)

    def offer(self, person_id: str, lines: Iterable[CheckLine]) -> None:
        """Whose check it is, and the kinds that there are. The fields are left alone."""
        self._person_id = person_id
        if not self._kind.count():
            for one in lines:
                self._kind.addItem(one.name, one.kind.value)

    @property
    def waits(self) -> bool:
        """Whether a check of theirs was left half filled in."""
        return self._draft.waits(self._name)

    def begin(self, kind: str = "") -> None:
        """A new check."""
        self._draft.leave()
        self._clear_problems()
        self._kind.setCurrentIndex(max(0, self._kind.findData(kind)))
        self._seen_on.show_day(self._tools.today())
        self._seen_by.setText(self._at_work())
        self._dbs.begin(self._at_work(), months_words(self._checks.recheck_months()))
        self._draft.begin(self._name)
        self._turn()

    def take_focus(self) -> None:
        """Put the focus where one begins."""
        self._kind.setFocus()

    def leave(self) -> None:
        """Keep what is filled in for the next time."""
        self._draft.keep()

    def forget(self) -> None:
        """Whose check it is is gone, and what was half filled in."""
        self._draft.drop()
        if self._person_id:
            self._tools.drafts.drop_draft(self._name)

    @property
    def _name(self) -> str:
        return f"new check of {self._person_id}"

    @property
    def _of_dbs(self) -> bool:
        return bool(self._kind.currentData() == CheckKind.DBS.value)

    def _turn(self) -> None:
        self._dbs.setVisible(self._of_dbs)

    def _clear_problems(self) -> None:
        self._seen_on.clear_problem()
        self._by_field.clear_problem()
        self._dbs.clear_problems()

    def _save(self) -> None:
        self._clear_problems()
        kind = CheckKind(self._kind.currentData())
        try:
            self._record(kind)
        except TypedDateError:
            return  # it is told under its field
        except AppError as error:
            self._tell(error)
            return
        self._draft.drop()
        self._back(kind.value)

    def _record(self, kind: CheckKind) -> None:
        check_no_number(self._seen_by.text(), self._dbs.decided_by)  # told before anything else that is wrong
        seen_on, seen_by = self._seen_on.read(self._tools.today()), self._seen_by.text()
        if kind is CheckKind.DBS:
            self._checks.record_dbs(self._person_id, self._dbs.facts(self._tools.today()), seen_on, seen_by)
        else:
            self._checks.record(self._person_id, kind, seen_on, seen_by)

    def _tell(self, error: AppError) -> None:
        self._field_of(error).show_problem(error.brief)

    def _field_of(self, error: AppError) -> Field:
        """The field that something wrong is about."""
        if isinstance(error, NoLevelError):
            return self._dbs.level
        if isinstance(error, UndecidedDbsError):
            return self._dbs.undecided
        if isinstance(error, CertificateNumberError):
            return self._by_field if _has_number(self._seen_by.text()) else self._dbs.by
        if isinstance(error, NobodySawItError):
            return self._by_field if self._seen_on.line.text().strip() else self._seen_on
        if isinstance(error, DaysCrossedError):
            return self._dbs.decided
        found = self._dbs.field_of(self._holds(error)) if self._of_dbs and isinstance(error, DayError) else None
        return found or self._seen_on

    def _holds(self, error: AppError) -> Callable[[DayField], bool]:
        def holds(field: DayField) -> bool:
            day = field.read(self._tools.today())
            return day is not None and long_date(day) == error.facts.get("day")

        return holds

    def _give_up(self) -> None:
        self._draft.drop()
        self._back("")


def _has_number(text: str) -> bool:
    try:
        check_no_number(text)
    except CertificateNumberError:
        return True
    return False
