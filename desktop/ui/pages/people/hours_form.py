# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Adds the hours of one day to a log: which log, the day, how long, and who supervised."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from desktop.models.certificate_numbers import CertificateNumberError
from desktop.models.errors import AppError
from desktop.models.typed_date import typed_date
from desktop.services.importing.minutes import Unit, minutes_of
from desktop.services.workforce.hours import Hours, HoursLine, HoursMinutesError, NobodySupervisedError
from desktop.ui.infra.form_draft import FormDraft
from desktop.ui.infra.page import Tools
from desktop.ui.widgets.boxes import column, plain
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.day_field import DayField
from desktop.ui.widgets.field import Field, chooser, line, refill
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import heading, hint

_NO_LENGTH = "This cannot be read as a length of time. Type it like this: 1:30, 90 or 1.5 h."
_ABOUT_WHO = (NobodySupervisedError, CertificateNumberError)


class HoursForm(QWidget):
    """One day. ``back`` is called when it is done with, with the log that was added to or ''."""

    def __init__(self, hours: Hours, tools: Tools, back: Callable[[str], object]) -> None:
        super().__init__()
        self._hours, self._tools, self._back = hours, tools, back
        self._person_id = ""
        self._lines: dict[str, HoursLine] = {}
        self._log = chooser("hours-log", ())
        self._asked = hint("")
        self._day = DayField("Day", "hours-day", "Such as 3 March 2025.")
        self._long = line("hours-long", limit=40)
        self._long_field = Field("How long", self._long, "Such as 3, 1.5, 1:30 or 45 min.", width=200)
        self._by = line("hours-by", limit=120)
        self._by_field = Field("Supervised by", self._by, "Who was there. A name only.")
        acts = Flow(
            button("Add these hours", "hours-save", self._save, kind="primary"),
            button("Go back", "hours-back", self._give_up, kind="plain"),
        )
        fields = (Field("Log", self._log), self._asked, self._day, self._long_field, self._by_field)
        self.setLayout(column(heading("Add hours", "h3"), *fields, 4, plain(acts), None, gap=10))
        self._draft = FormDraft(tools.drafts, self._log, self._day.line, self._long, self._by)
        self._log.currentIndexChanged.connect(self._turn)
        for each in (self._day.line, self._long, self._by):
            each.returnPressed.connect(self._save)

    def offer(self, person_id: str, lines: Iterable[HoursLine]) -> None:
        """Whose hours they are. The fields are left alone."""
        self._person_id, self._lines = person_id, {line.course_id: line for line in lines}
        refill(self._log, [(log.code, log.name) for log in self._hours.logs()])

    @property
    def waits(self) -> bool:
        """Whether hours of theirs were left half filled in."""
        return self._draft.waits(self._name)

    def begin(self, log_id: str = "") -> None:
        """Hours of today, supervised by who did the last time."""
        self._draft.leave()
        self._clear_problems()
        self._log.setCurrentIndex(max(0, self._log.findData(log_id)))
        self._day.show_day(self._tools.today())
        self._long.clear()
        self._by.setText(self._last_by())
        self._draft.begin(self._name)
        self._turn()

    def take_focus(self) -> None:
        """Put the focus where one begins."""
        self._log.setFocus()

    def leave(self) -> None:
        """Keep what is filled in for the next time."""
        self._draft.keep()

    def forget(self) -> None:
        """Whose hours they are is gone, and what was half filled in."""
        self._draft.drop()
        if self._person_id:
            self._tools.drafts.drop_draft(self._name)

    @property
    def _name(self) -> str:
        return f"new hours of {self._person_id}"

    @property
    def _log_id(self) -> str:
        return str(self._log.currentData() or "")

    def _last_by(self) -> str:
        entries = self._lines[self._log_id].entries if self._log_id in self._lines else ()
        return next((one.supervised_by for one in entries if one.supervised_by), "")

    def _turn(self) -> None:
        asked = {log.code: log.hint for log in self._hours.logs()}.get(self._log_id, "")
        self._asked.setText(f"What is asked: {asked}." if asked else "")
        self._by_field.setVisible(bool(self._log_id) and self._hours.asks_supervisor(self._log_id))

    def _clear_problems(self) -> None:
        for field in (self._day, self._long_field, self._by_field):
            field.clear_problem()

    def _save(self) -> None:
        self._clear_problems()
        log_id, minutes = self._log_id, minutes_of(self._long.text(), Unit.HOURS)
        if minutes is None:
            self._long_field.show_problem(_NO_LENGTH)
            return
        try:
            day = typed_date(self._day.line.text(), self._tools.today())
            by = self._by.text() if self._hours.asks_supervisor(log_id) else ""
            self._hours.add(self._person_id, log_id, day, minutes, by)
        except AppError as error:
            self._field_of(error).show_problem(error.brief)
            return
        self._draft.drop()
        self._back(log_id)

    def _field_of(self, error: AppError) -> Field:
        if isinstance(error, _ABOUT_WHO):
            return self._by_field
        return self._long_field if isinstance(error, HoursMinutesError) else self._day

    def _give_up(self) -> None:
        self._draft.drop()
        self._back("")
