# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One course and its rule: how long it is good for, when it is renewed, and who needs it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from desktop.models.errors import AppError
from desktop.models.workforce.course_words import ONE_COURSE
from desktop.services.workforce.course_rules import CourseFacts
from desktop.services.workforce.courses import KINDS, Courses, CourseView
from desktop.ui.infra.form_draft import FormDraft
from desktop.ui.infra.page import Tools
from desktop.ui.pages.people.courses.for_whom import ForWhom
from desktop.ui.widgets.boxes import column, plain
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, Line, chooser, line
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import heading, hint, words

_NOT_A_NUMBER = "Type a whole number, or leave it empty."


class _Number(NamedTuple):
    """A number that may be left out; ``begins`` is how the service's words about it begin."""

    line: Line
    field: Field
    begins: str


class CourseForm(QWidget):
    """For a new course, or one that is there. ``done`` is called with the id of what was saved, or ''."""

    def __init__(self, courses: Courses, tools: Tools, done: Callable[[str], object]) -> None:
        super().__init__()
        self._courses, self._tools, self._done = courses, tools, done
        self._view: CourseView | None = None
        self._title, self._rules = heading("", "h3"), words("", "small", tone="soft", wrap=True)
        self._name = line("course-name", limit=120)
        self._name_field = Field("Name", self._name, "As people here call it.")
        self._kind = chooser("course-kind", [(one.code, one.name) for one in KINDS])
        self._numbers = {
            "valid_months": _number("course-months", "Good for, in months (optional)", "Empty: once.", "How long"),
            "hours": _number("course-hours", "Hours", "How many are needed.", "The number of"),
            "window_days": _number(
                "course-window",
                "Renewed early, in days (optional)",
                "Renewed in so many days before it lapses, it counts on from the old last day.",
                "The days for",
            ),
            "grace_days": _number(
                "course-grace", "Grace, in days (optional)", "It shows as in grace, and does not count.", "The days of"
            ),
        }
        self._whom = ForWhom()
        self._whom.offer(courses.roles())
        self._reset = button("Back to the rule it came with", "course-reset", self._to_default)
        self._remove = button("Remove", "course-remove", self._take_away, kind="danger")
        save = button("Save", "course-save", self._save, kind="primary")
        acts = Flow(save, button("Go back", "course-back", self._give_up, kind="plain"), self._reset, self._remove)
        numbers = [one.field for one in self._numbers.values()]
        fields = (self._name_field, Field("Kind", self._kind), *numbers, self._whom)
        about = hint("A rule counts for what is recorded already, too. Ctrl+Z takes a change back.")
        self.setLayout(column(self._title, self._rules, *fields, about, plain(acts), None, gap=12))
        lines = [one.line for one in self._numbers.values()]
        for each in (self._name, *lines):
            each.returnPressed.connect(self._save)
        self._kind.currentIndexChanged.connect(self._turn)
        self._draft = FormDraft(tools.drafts, self._name, self._kind, *lines, ticks=self._whom)
        self._whom.changed.connect(self._draft.touch)

    @property
    def waits(self) -> bool:
        """Whether a new course was left half filled in."""
        return self._draft.waits(_draft_name(""))

    @property
    def course_id(self) -> str:
        """The course that is changed; '' for a new one."""
        return self._view.line.id if self._view else ""

    def begin(self, course_id: str = "") -> None:
        """A new course, or one that is there; what was typed the last time stands there again."""
        self._draft.leave()
        self._clear_problems()
        view = self._view = self._courses.view(course_id) if course_id else None
        facts = view.facts if view else CourseFacts("")
        self._title.setText(view.line.name if view else "Add a course")
        came = f"It came with: {' '.join(view.default_rules)}" if view and view.default_rules else ""
        self._rules.setText(came)
        self._rules.setVisible(bool(came))
        self._reset.setVisible(bool(came))
        self._remove.setVisible(view is not None and view.line.own)
        self._name.setText(facts.name)
        self._kind.setCurrentIndex(self._kind.findData(facts.kind or ONE_COURSE))
        for name, number in self._numbers.items():
            number.line.setText(str(getattr(facts, name) or ""))
        self._whom.show_rule(facts.roles, facts.core_for, mandatory=facts.mandatory)
        self._draft.begin(_draft_name(course_id))
        self._turn()

    def take_focus(self) -> None:
        """Put the focus where one begins."""
        self._name.setFocus()

    def leave(self) -> None:
        """Keep what is filled in for the next time."""
        self._draft.keep()

    def _turn(self) -> None:
        """A log is good for as long as its hours are there; a course asks for none."""
        of_hours = self._kind.currentData() != ONE_COURSE
        for name, number in self._numbers.items():
            number.field.setVisible((name == "hours") == of_hours)

    def _clear_problems(self) -> None:
        self._name_field.clear_problem()
        for number in self._numbers.values():
            number.field.clear_problem()

    def _save(self) -> None:
        self._clear_problems()
        numbers = {name: None if number.field.isHidden() else _read(number) for name, number in self._numbers.items()}
        if any(number.field.problem for number in self._numbers.values()):
            return
        facts = CourseFacts(
            self._name.text(),
            str(self._kind.currentData()),
            self._whom.roles,
            self._whom.core_for,
            self._whom.mandatory,
            numbers["valid_months"],
            numbers["hours"],
            numbers["window_days"],
            numbers["grace_days"] or 0,
        )
        self._act(lambda: self._stored(facts))

    def _stored(self, facts: CourseFacts) -> str:
        if self._view is None:
            return self._courses.add(facts)
        self._courses.edit(self._view.line.id, facts)
        return self._view.line.id

    def _to_default(self) -> None:
        self._act(lambda: self._courses.to_default(self.course_id))

    def _take_away(self) -> None:
        self._act(lambda: self._courses.remove(self.course_id))

    def _act(self, act: Callable[[], str | None]) -> None:
        try:
            saved = act()
        except AppError as error:
            field = self._field_of(error)
            if field is None:
                self._tools.messages.tell(error)
            else:
                field.show_problem(error.brief)
            return
        self._draft.drop()
        self._done(saved or self.course_id)

    def _field_of(self, error: AppError) -> Field | None:
        """The field that an error is about."""
        if error.code in {"nameless_course", "course_there", "certificate_number"}:
            return self._name_field
        known = {"window_without_end": "valid_months", "hours_missing": "hours"}
        if error.code in known:
            return self._numbers[known[error.code]].field
        found = (one.field for one in self._numbers.values() if error.brief.startswith(one.begins))
        return next(found, None) if error.code == "course_number" else None

    def _give_up(self) -> None:
        self._draft.drop()
        self._done("")


def _number(name: str, label: str, about: str, begins: str) -> _Number:
    made = line(name, limit=4)
    return _Number(made, Field(label, made, about, width=90), begins)


def _read(number: _Number) -> int | None:
    """The number typed; what is none is told under its field."""
    text = number.line.text().strip()
    if not text:
        return None
    if not text.isdecimal():
        number.field.show_problem(_NOT_A_NUMBER)
        return None
    return int(text)


def _draft_name(course_id: str) -> str:
    return f"course {course_id}" if course_id else "new course"
