# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Records a training day for all who attended, or puts one right: the facts, the ticks, and one step."""

from collections.abc import Callable, Sequence
from urllib.parse import quote, unquote

from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.models.errors import AppError
from desktop.models.workforce.training import TrainingResult
from desktop.services.desk import Desk
from desktop.services.workforce.day_facts import NobodyAttendedError
from desktop.services.workforce.day_lines import DayView
from desktop.services.workforce.name_matching import NameMatch
from desktop.services.workforce.printing import draw_certificates_pdf
from desktop.ui.infra.form_draft import FormDraft
from desktop.ui.infra.jobs import Step
from desktop.ui.infra.page import Tools
from desktop.ui.infra.printout import Printout
from desktop.ui.pages.people.days.attendance import RESULTS, Attendance
from desktop.ui.pages.people.days.attendees import Attendees
from desktop.ui.pages.people.days.facts_fields import FactsFields
from desktop.ui.pages.people.days.names_field import NamesField
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import box, column, plain, put, row, scrolling
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.field import Field, chooser
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import heading, words

NEW = "new training day"
_NAMES = "names:"


class DayForm(QWidget):
    """One form for a new day and for one that is there. ``back`` is given the day that was touched, or ''."""

    def __init__(self, desk: Desk, tools: Tools, back: Callable[[str], object]) -> None:
        super().__init__()
        self._desk, self._tools, self._back = desk, tools, back
        self._day_id = ""
        self._attendance = Attendance()
        self._title = heading("", "h3")
        self._facts = FactsFields(tools.today, self._offer)
        self._count = words("", "body", 600, wrap=True)
        self._count.setObjectName("day-count")
        self._list = Attendees(self._attendance)
        self._list.setMinimumHeight(sp(190))
        self._result = chooser("day-result", [(one.name, words) for one, words in RESULTS.items()])
        self._result_field = Field("How it ended for them", self._result, width=260)
        self._names = NamesField(self._match, self._tick, self._record)
        self._draft = FormDraft(tools.drafts, *self._facts.kept, ticks=self)
        self._save = button("Record it", "day-record", self._record, kind="primary")
        self._remove = button("Remove this day", "day-remove", self._take_away, kind="danger")
        self._certificates = button("Certificates", "day-certificates", self._certify, icon_name="printer")
        self._certificates.setAccessibleDescription("A page for each person who attended, as the day is recorded.")
        self._two, self._below = (QBoxLayout(QBoxLayout.Direction.LeftToRight) for _each in range(2))
        self._build()
        self._list.ticked.connect(self._toggle)
        self._list.selected.connect(self._show_result)
        self._list.opened.connect(self._go_to_result)
        self._result.activated.connect(self._end)
        self._names.touched.connect(self._draft.touch)

    @property
    def day_id(self) -> str:
        """The day that is put right, or ''."""
        return self._day_id

    @property
    def waits(self) -> bool:
        """Whether a new day was left half filled in."""
        return self._draft.waits(NEW)

    @property
    def codes(self) -> Sequence[str]:
        """Who is ticked and which names wait, for the draft."""
        waiting = self._names.text
        return (*self._attendance.codes, *([_NAMES + quote(waiting)] if waiting else []))

    def show_codes(self, codes: Sequence[str]) -> None:
        """As a draft has them."""
        names = {line.id: line.name for line in self._desk.people.lines(include_leavers=True)}
        self._attendance.show_codes([code for code in codes if not code.startswith(_NAMES)], names)
        self._names.show_text("".join(unquote(code[len(_NAMES) :]) for code in codes if code.startswith(_NAMES)))

    def begin(self, course_id: str = "", person_ids: Sequence[str] = ()) -> None:
        """A new day, with a course chosen and people ticked."""
        names = {line.id: line.name for line in self._desk.people.lines()} if person_ids else {}
        people = [(one, names[one], TrainingResult.COMPLETED) for one in person_ids if one in names]
        self._start(None, NEW, people, course_id)

    def begin_change(self, view: DayView) -> None:
        """A day that is there."""
        people = [(one.person_id, one.name, one.result) for one in view.attendees]
        self._start(view, f"training day {view.day.id}", people, view.day.course_id)

    def reread(self) -> None:
        """Something was saved: offer the people as they are now. What is filled in stays."""
        self._offer()

    def leave(self) -> None:
        """Keep what is filled in for the next time."""
        self._draft.keep()

    def drop(self) -> None:
        """The day is gone."""
        self._draft.drop()

    def take_focus(self) -> None:
        """Put the focus where one begins."""
        self._facts.take_focus()

    def arrange(self, *, beside: bool) -> None:
        """Facts and people side by side, or one under the other."""
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._two.setDirection(way)
        self._below.setDirection(way)
        self._facts.setMaximumWidth(sp(230) if beside else 16_777_215)

    def _build(self) -> None:
        give_up = button("Go back", "day-back", self._give_up, kind="plain")
        acts = plain(Flow(self._save, give_up, self._certificates, self._remove))
        self._below.setSpacing(sp(16))
        put(self._below, (plain(column(self._result_field, None)), 2), (self._names, 3))
        people = plain(column(self._count, (self._list, 1), self._below, acts, gap=8))
        self._two.setSpacing(sp(24))
        self._two.addWidget(self._facts, 2)
        self._two.addWidget(people, 5)
        self._facts.course.setMaximumWidth(sp(620))
        inside = box(column(self._title, self._facts.course, (self._two, 1), gap=8, margins=(16, 12, 16, 12)))
        self.setLayout(row(scrolling(inside)))

    def _start(
        self, view: DayView | None, draft: str, people: Sequence[tuple[str, str, TrainingResult]], course_id: str
    ) -> None:
        self._draft.leave()
        self._day_id = view.day.id if view else ""
        self._title.setText(f"{view.line.course}, {view.line.day}" if view else "Record a training day")
        say(self._save, "Save the change" if view else "Record it")
        for each in (self._certificates, self._remove):
            each.setVisible(view is not None)
        self._facts.offer(self._desk.training_days.courses())
        self._facts.show_day(view.day if view else None, course_id)
        self._names.show_text("")
        self._attendance.begin(people)
        self._draft.begin(draft)
        self._list.select("")
        self._offer()

    def _offer(self) -> None:
        if self._facts.course_id:
            self._attendance.offer(self._desk.training_days.candidates(self._facts.course_id, self._facts.day))
        self._list.show_people()
        self._tell()

    def _tell(self) -> None:
        self._count.setText(f"Who attended: {self._attendance.told().lower()}")
        self._show_result(self._list.selected_id)

    def _match(self, text: str) -> Sequence[NameMatch]:
        return self._desk.training_days.match(text, self._facts.day)

    def _toggle(self, person_id: str) -> None:
        self._attendance.toggle(person_id)
        self._changed(person_id)

    def _tick(self, person_id: str, name: str) -> None:
        self._attendance.tick(person_id, name)
        self._changed(person_id)

    def _changed(self, person_id: str) -> None:
        self._list.show_tick(person_id)
        self._tell()
        self._draft.touch()

    def _show_result(self, person_id: str) -> None:
        result = self._attendance.result(person_id)
        self._result_field.setEnabled(result is not None)
        self._result.setCurrentIndex(self._result.findData((result or TrainingResult.COMPLETED).name))
        name = next((one.name for one in self._attendance.people() if one.person_id == person_id), "")
        self._result_field.rename(f"How it ended for {name}" if result and name else "How it ended for who is ticked")

    def _go_to_result(self, person_id: str) -> None:
        if self._attendance.result(person_id) is None:
            self._toggle(person_id)
        self._result.setFocus()

    def _end(self) -> None:
        if person_id := self._list.selected_id:
            self._attendance.end(person_id, TrainingResult[str(self._result.currentData())])
            self._changed(person_id)

    def _record(self) -> None:
        self._facts.clear_problems()
        if not self._names.decided():
            return
        days = self._desk.training_days
        try:
            facts, attendees = self._facts.facts(), self._attendance.attendees()
            if self._day_id:
                days.put_right(self._day_id, facts, attendees)
            day_id = self._day_id or days.record(facts, attendees)
        except AppError as error:
            self._refuse(error)
            return
        self._draft.drop()
        told = days.told(day_id)
        self._back(day_id)
        self._tools.messages.done(f"{told} Ctrl+Z takes it back.")

    def _refuse(self, error: AppError) -> None:
        if isinstance(error, NobodyAttendedError):
            self._names.field.show_problem(error.brief)
        elif not self._facts.show_problem(error):
            self._tools.messages.tell(error)

    def _give_up(self) -> None:
        self._draft.drop()
        self._back(self._day_id)

    def _certify(self) -> None:
        try:
            printed = self._desk.workforce_printing.capture_certificates(self._day_id)
        except AppError as error:
            self._tools.messages.tell(error)
            return

        def pdf(step: Step) -> bytes:
            return draw_certificates_pdf(printed, step)

        self._tools.print_out(Printout(f"Certificates: {printed.course}", pdf))

    def _take_away(self) -> None:
        self._draft.drop()
        self._desk.training_days.remove(self._day_id)
        self._back("")
        self._tools.messages.done("The training day and its records were removed. Ctrl+Z brings them back.")
