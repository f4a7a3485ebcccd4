# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Records a session of supervision, or says what became of one. There is no field for what was talked about."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.models.certificate_numbers import CertificateNumberError
from desktop.models.errors import AppError
from desktop.models.typed_date import typed_date
from desktop.models.workforce.frequency import OBSERVATION
from desktop.models.workforce.supervision import SupervisionState
from desktop.services.workforce.session_checks import (
    HeldSession,
    MinutesError,
    OwnSupervisorError,
    TwoSupervisorsError,
)
from desktop.services.workforce.supervision import Supervision
from desktop.services.workforce.supervision_views import SessionLine
from desktop.ui.infra.form_draft import FormDraft
from desktop.ui.infra.page import Tools
from desktop.ui.pages.people.supervision_fields import ThemesPicker, WhoField
from desktop.ui.widgets.boxes import column, plain
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, chooser, date_line, line
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import heading, hint

_ABOUT_WHO = (OwnSupervisorError, TwoSupervisorsError, CertificateNumberError)
_NEW = frozenset({"session-record", "session-plan"})
_SAY = frozenset({"session-held", "session-move", "session-cancel", "session-missed"})
_PLANNED = _SAY | {"session-put-right", "session-remove"}
_OWED = frozenset({"session-made-up", "session-again", "session-put-back", "session-remove"})
_HELD = frozenset({"session-save", "session-put-back", "session-remove"})


class SessionForm(QWidget):
    """One form for a new session and for one that is there. ``back`` is called when it is done with."""

    def __init__(self, supervision: Supervision, tools: Tools, back: Callable[[], object]) -> None:
        super().__init__()
        self._supervision, self._tools, self._back = supervision, tools, back
        self._person_id = ""
        self._line: SessionLine | None = None
        self._title, self._facts = heading("", "h3"), hint("")
        self._kind = chooser("session-kind", [(one.code, one.name) for one in supervision.kinds()])
        self._kind_field = Field("Kind", self._kind)
        self._day = date_line("session-day")
        self._day_field = Field("Day", self._day, "Such as 3 March 2025.")
        self._minutes = line("session-minutes", limit=4)
        self._minutes_field = Field("Minutes", self._minutes, "How long it took, such as 60.", width=90)
        self._who = WhoField("Supervisor", "session-supervisor", "Not said")
        self._themes = ThemesPicker(supervision.themes())
        self._draft = FormDraft(
            tools.drafts, self._kind, self._day, self._minutes, self._who.chosen, self._who.outside, ticks=self._themes
        )
        self._acts = self._make_acts()
        acts = plain(Flow(*self._acts.values(), button("Go back", "session-back", self._give_up, kind="plain")))
        fields = (self._kind_field, self._day_field, self._minutes_field, self._who, self._themes)
        self.setLayout(column(self._title, self._facts, *fields, 4, acts, None, gap=10))
        for each in (self._day, self._minutes, self._who.outside):
            each.returnPressed.connect(self._go_on)
        self._kind.currentIndexChanged.connect(self._turn)

    def offer(self, person_id: str) -> None:
        """Whose session it is. The fields are left alone."""
        self._person_id = person_id
        self._who.offer(one for one in self._supervision.supervisors() if one.code != person_id)

    @property
    def waits(self) -> bool:
        """Whether a new session of theirs was left half filled in."""
        return self._draft.waits(self._name)

    def begin(self, kind_id: str = "") -> None:
        """A new session."""
        self._draft.leave()
        self._line = None
        self._kind.setCurrentIndex(max(0, self._kind.findData(kind_id)))
        self._start("Record a session", "", _NEW)
        self._show_fields(self._tools.today(), None)
        self._draft.begin(self._name)
        self._turn()

    def begin_change(self, session: SessionLine) -> None:
        """What became of a session that is there."""
        self._draft.leave()
        self._line = session
        acts = _acts_of(session)
        facts = (session.day_words, session.state, session.length, session.supervisor, session.warning)
        self._start(session.kind, " · ".join(filter(None, facts)), acts)
        self._show_fields(None if acts == _OWED else session.day, session)
        editable = acts != frozenset({"session-remove"})
        for field in (self._day_field, self._minutes_field, self._who):
            field.setVisible(editable)
        self._turn()

    def take_focus(self) -> None:
        """Put the focus where one types."""
        (self._kind if self._line is None else self._day).setFocus()

    def leave(self) -> None:
        """Keep what is filled in for the next time."""
        self._draft.keep()

    def forget(self) -> None:
        """Whose sessions they were is gone, and what was half filled in with them."""
        self._draft.drop()
        if self._person_id:
            self._tools.drafts.drop_draft(self._name)

    @property
    def _name(self) -> str:
        return f"new session of {self._person_id}"

    def _make_acts(self) -> dict[str, QPushButton]:
        given: tuple[tuple[str, str, Callable[[], object], str], ...] = (
            ("session-record", "Record it", self._record, "primary"),
            ("session-plan", "Plan it for that day", self._plan, ""),
            ("session-held", "Held", self._hold, "primary"),
            ("session-move", "Moved to that day", self._move, ""),
            ("session-cancel", "Cancelled", lambda: self._supervision.cancel([self._id]), ""),
            ("session-missed", "Not attended", lambda: self._supervision.not_attended([self._id]), ""),
            ("session-made-up", "Made up", self._make_up, "primary"),
            ("session-again", "Plan that day for it", self._plan_again, ""),
            ("session-put-right", "Put the plan right", self._put_right, ""),
            ("session-save", "Save the change", self._edit, "primary"),
            ("session-put-back", "Take that back", lambda: self._supervision.put_back(self._id), ""),
            ("session-remove", "Remove", lambda: self._supervision.remove(self._id), "danger"),
        )
        return {name: button(text, name, self._doing(act), kind=kind) for name, text, act, kind in given}

    def _doing(self, act: Callable[[], object]) -> Callable[[], None]:
        """An act that goes back to the lists, or says what is wrong under its field."""

        def do() -> None:
            for field in (self._day_field, self._minutes_field, self._who):
                field.clear_problem()
            try:
                act()
            except AppError as error:
                self._tell(error)
                return
            self._draft.drop()
            self._back()

        return do

    def _go_on(self) -> None:
        """Enter in a field does what the filled button does."""
        for act in self._acts.values():
            if act.property("kind") == "primary" and not act.isHidden():
                act.click()
                return

    def _tell(self, error: AppError) -> None:
        if isinstance(error, _ABOUT_WHO):
            self._who.show_problem(error.brief)
        elif isinstance(error, MinutesError):
            self._minutes_field.show_problem(error.brief)
        elif self._day_field.isHidden():
            self._tools.messages.tell(error)
        else:
            self._day_field.show_problem(error.brief)

    def _start(self, title: str, facts: str, acts: frozenset[str]) -> None:
        self._title.setText(title)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self._kind_field.setVisible(self._line is None)
        for name, act in self._acts.items():
            act.setVisible(name in acts)
        for field in (self._day_field, self._minutes_field, self._who):
            field.setVisible(True)
            field.clear_problem()

    def _show_fields(self, day: date | None, session: SessionLine | None) -> None:
        self._day.show_day(day)
        self._minutes.setText(str(session.minutes) if session and session.minutes else "")
        there = session.session if session else None
        self._who.show_who(there.supervisor_id if there else None, there.outside_supervisor if there else "")
        self._themes.show_codes(there.themes if there else ())

    def _turn(self) -> None:
        self._themes.setVisible(self._kind_id == OBSERVATION and not self._minutes_field.isHidden())

    @property
    def _kind_id(self) -> str:
        return self._line.kind_id if self._line else str(self._kind.currentData())

    @property
    def _id(self) -> str:
        return self._line.id if self._line else ""

    def _record(self) -> None:
        self._supervision.record([self._person_id], self._kind_id, self._held())

    def _plan(self) -> None:
        self._supervision.plan([self._person_id], self._kind_id, self._typed_day(), self._who.given_by)

    def _hold(self) -> None:
        self._supervision.hold([self._id], self._held())

    def _move(self) -> None:
        self._supervision.move(self._id, self._typed_day())

    def _put_right(self) -> None:
        self._supervision.edit_plan(self._id, self._typed_day(), self._who.given_by)

    def _make_up(self) -> None:
        self._supervision.make_up(self._id, self._held())

    def _plan_again(self) -> None:
        self._supervision.plan_again(self._id, self._typed_day())

    def _edit(self) -> None:
        self._supervision.edit(self._id, self._held())

    def _give_up(self) -> None:
        self._draft.drop()
        self._back()

    def _typed_day(self) -> date:
        return typed_date(self._day.text(), self._tools.today())

    def _held(self) -> HeldSession:
        day, typed = self._typed_day(), self._minutes.text().strip()
        if not typed.isdecimal():
            raise MinutesError(minutes=typed or "no")
        themes = self._themes.codes if self._kind_id == OBSERVATION else ()
        return HeldSession(day, int(typed), self._who.given_by, themes)


def _acts_of(session: SessionLine) -> frozenset[str]:
    """What can be said of a session as it stands."""
    state = session.session.state
    if state is SupervisionState.PLANNED:
        return _PLANNED
    if session.owed:
        return _OWED - {"session-put-back"} if state is SupervisionState.MOVED else _OWED
    return _HELD if state is SupervisionState.HELD else frozenset({"session-remove"})
