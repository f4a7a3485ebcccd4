# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Records a course that someone did, or changes such a record."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.models.choices import Choice
from desktop.models.errors import AppError
from desktop.models.typed_date import TypedDateError, typed_date, typed_date_or_none
from desktop.services.people import People
from desktop.services.people_lines import PersonView, TrainingLine
from desktop.ui.infra.form_draft import FormDraft
from desktop.ui.infra.page import Tools
from desktop.ui.widgets.boxes import clear, column, plain, row
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.field import Field, chooser, date_line
from desktop.ui.widgets.text import heading, hint, words


class RecordTraining(QWidget):
    """One form for a new record and for one that is there. ``back`` is given the course that was touched, or ''."""

    def __init__(self, people: People, tools: Tools, back: Callable[[str], object]) -> None:
        super().__init__()
        self._people, self._tools, self._back = people, tools, back
        self._view: PersonView | None = None
        self._changed: TrainingLine | None = None
        self._title = heading("Record training", "h3")
        self._course = chooser("training-course", ())
        self._course_field = Field("Course", self._course)
        self._valid = hint("")
        self._completed = date_line("training-completed")
        self._completed_field = Field("Day it was completed", self._completed, "As on the certificate.")
        self._expires = date_line("training-expires")
        self._expires_field = Field(
            "Last day on the certificate (optional)",
            self._expires,
            "Only if the certificate says until when it is good.",
        )
        self._draft = FormDraft(tools.drafts, self._completed, self._expires, self._course)
        self._save = button("Record it", "training-save", self._keep, kind="primary")
        give_up = button("Go back", "training-back", self._go_back, kind="plain")
        self._remove = button("Remove this record", "training-remove", self._take_away, kind="danger")
        self._others = column(gap=4)
        fields = (self._course_field, self._valid, self._completed_field, self._expires_field)
        acts = (row(self._save, give_up, None, gap=10), row(self._remove, None))
        self.setLayout(column(self._title, *fields, 4, *acts, self._others, None, gap=10))
        self._course.activated.connect(self._tell_validity)
        for field in (self._completed, self._expires):
            field.returnPressed.connect(self._keep)

    def show_view(self, view: PersonView) -> None:
        """Whose training it is. The fields are left alone."""
        self._view = view

    def begin(self, courses: Sequence[Choice], chosen: str) -> None:
        """A new record."""
        self._draft.leave()
        self._changed = None
        self._fill_courses(courses, chosen)
        self._start("Record training", "Record it", None, None)
        if self._view is not None:
            self._draft.begin(_of(self._view))
        self._tell_validity()

    def begin_change(self, line: TrainingLine) -> None:
        """The record that counts, with the others of the same course under it."""
        self._draft.leave()
        self._changed = line
        self._start(line.course, "Save the change", line.completed_on, line.expires_on)
        for field in (self._save, self._completed_field, self._expires_field, self._remove):
            field.setVisible(bool(line.record_id))
        if line.others:
            self._others.addWidget(words("Other records of this course", "body", 600, wrap=True))
        for other in line.others:
            away = button("Remove", f"training-other-{other.id}", partial(self._drop, other.id), kind="danger")
            self._others.addWidget(plain(row((words(other.completed), 1), away)))
        if line.record_id:
            self._draft.begin(f"training record {line.record_id}")

    @property
    def waits(self) -> bool:
        """Whether a new record of whose training it is was left half filled in."""
        return self._view is not None and self._draft.waits(_of(self._view))

    def forget(self) -> None:
        """Whose training it was is gone, and what was half filled in with them."""
        self._draft.drop()
        if self._view is not None:
            self._tools.drafts.drop_draft(_of(self._view))

    def leave(self) -> None:
        """Keep what is filled in for the next time."""
        self._draft.keep()

    def take_focus(self) -> None:
        """Put the focus where one types."""
        (self._completed if self._changed or self._course.currentData() else self._course).setFocus()

    def _start(self, title: str, save: str, completed: date | None, expires: date | None) -> None:
        self._title.setText(title)
        say(self._save, save)
        self._course_field.setVisible(self._changed is None)
        self._valid.setVisible(self._changed is None)
        for field in (self._save, self._completed_field, self._expires_field):
            field.setVisible(True)
        self._remove.setVisible(self._changed is not None)
        clear(self._others)
        self._completed.show_day(completed)
        self._expires.show_day(expires)
        self._completed_field.clear_problem()
        self._expires_field.clear_problem()

    def _fill_courses(self, courses: Sequence[Choice], chosen: str) -> None:
        self._course.clear()
        for course in courses:
            self._course.addItem(course.name, course.code)
            self._course.setItemData(self._course.count() - 1, course.hint, _HINT)
        self._course.setCurrentIndex(max(0, self._course.findData(chosen)))
        self._tell_validity()

    def _tell_validity(self) -> None:
        lasts = self._course.currentData(_HINT)
        self._valid.setText(f"How long it is good for: {lasts}." if lasts else "")

    def _keep(self) -> None:
        if self._view is None:
            return
        days = self._days()
        if days is None:
            return
        course = self._changed.course_id if self._changed else str(self._course.currentData())
        try:
            if self._changed is not None:
                self._people.edit_training(self._changed.record_id, *days)
            else:
                self._people.record_training(self._view.person.id, course, *days)
        except AppError as error:
            self._completed_field.show_problem(error.brief)
            return
        self._draft.drop()
        self._back(course)

    def _go_back(self) -> None:
        self._draft.drop()
        self._back("")

    def _days(self) -> tuple[date, date | None] | None:
        today, field = self._tools.today(), self._completed_field
        self._completed_field.clear_problem()
        self._expires_field.clear_problem()
        try:
            completed = typed_date(self._completed.text(), today)
            field = self._expires_field
            return completed, typed_date_or_none(self._expires.text(), today)
        except TypedDateError as error:
            field.show_problem(error.brief)
            return None

    def _take_away(self) -> None:
        if self._changed is not None and self._changed.record_id:
            self._drop(self._changed.record_id)

    def _drop(self, record_id: str) -> None:
        course = self._changed.course_id if self._changed else ""
        self._draft.drop()
        self._people.remove_training(record_id)
        self._back(course)
        self._tools.messages.done("The training record was removed. Ctrl+Z brings it back.")


def _of(view: PersonView) -> str:
    return f"new training of {view.person.id}"


_HINT = 0x0101  # a role of the list's own, beside the code of the course
