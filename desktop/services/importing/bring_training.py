# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a training sheet or an attendance sheet would store: dated completions, and bookings; no date is made up."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from desktop.models.workforce.training import Booking, TrainingRecord, TrainingSession
from desktop.services.importing.attendees import AttendancePreview, Attended
from desktop.services.importing.bringing import Bringing, Gathering
from desktop.services.importing.cells import CellClass
from desktop.services.importing.decisions import Choice
from desktop.services.importing.preview import RecordLine

_SAYS_NOTHING = {CellClass.BLANK, CellClass.NOT_APPLICABLE, CellClass.NOT_DONE}
_WHY = {
    CellClass.DONE_UNDATED: "Done, but no date is given.",
    CellClass.EXPIRY_ONLY: "Only the last day is given, not when it was done.",
    CellClass.QUESTION: "The date is still to be decided.",
    CellClass.PROBLEM: "It cannot be read as a date.",
}


def bring_training(gathering: Gathering) -> Bringing:
    """The records of a training sheet that have a person, a course and a day."""
    gathering.meet_everyone()
    _give_roles(gathering)
    return _brought(gathering, _Lines(gathering).all(gathering.preview.cells), ())


def bring_attendance(gathering: Gathering) -> Bringing:
    """The records of one training day, and the day itself with how many came from elsewhere."""
    preview = gathering.preview
    if not isinstance(preview, AttendancePreview):
        msg = "not a preview of an attendance sheet"
        raise TypeError(msg)
    gathering.meet_everyone()
    session = _session(gathering, preview)
    lines = _Lines(gathering, session).all(preview.cells) if session else _Lines(gathering).all(())
    return _brought(gathering, lines, (session,) if session and session not in gathering.present.sessions else ())


class _Lines:
    """The cells one after another, each record once."""

    def __init__(self, gathering: Gathering, session: TrainingSession | None = None) -> None:
        self._gathering = gathering
        self._session = session
        present = gathering.present
        self._done = {(record.person_id, record.course_id, record.completed) for record in present.training}
        self._booked = {(booking.person_id, booking.course_id, booking.booked_for) for booking in present.bookings}
        self.training: list[TrainingRecord] = []
        self.bookings: list[Booking] = []

    def all(self, cells: Iterable[RecordLine]) -> "_Lines":
        """Take in every cell."""
        for line in cells:
            person_id = self._gathering.ids.get(line.person)
            course_id = self._course(line)
            if not person_id and line.cell_class not in _SAYS_NOTHING:
                name = self._gathering.preview.people[line.person].name
                self._gathering.leave_out(line.cell, f"{name} is left out, and this with them.")
            elif person_id and course_id:
                self._take(line, person_id, course_id)
        return self

    def _course(self, line: RecordLine) -> str:
        if line.cell_class in _SAYS_NOTHING:
            return ""
        meaning = self._gathering.decisions.courses.get(line.course)
        if meaning is None or meaning.choice is Choice.UNDECIDED:
            self._gathering.leave_out(line.cell, f"Say which course {line.course} is.")
            return ""
        if meaning.choice is not Choice.KNOWN:
            self._gathering.leave_out(line.cell, f"{line.course} is left out.")
            return ""
        return meaning.id

    def _take(self, line: RecordLine, person_id: str, course_id: str) -> None:
        day = self._day(line)
        if day is not None:
            self._record(line, person_id, course_id, day)
        elif line.cell_class is CellClass.BOOKED:
            self._book(line, person_id, course_id)
        else:
            self._gathering.leave_out(line.cell, _WHY.get(line.cell_class, "It is still to be decided."))

    def _day(self, line: RecordLine) -> date | None:
        """When it was completed, as far as the cell or a person says."""
        decisions = self._gathering.decisions
        said = decisions.days.get(line.cell)
        if said is None and (line.cell_class is CellClass.DATED or line.cell in decisions.counts):
            said = line.day
        if said is not None and said > self._gathering.today:
            self._gathering.leave_out(line.cell, "The day has not come yet.")
            return None
        return said

    def _record(self, line: RecordLine, person_id: str, course_id: str, day: date) -> None:
        if (person_id, course_id, day) in self._done:
            self._gathering.already += 1
            return
        self._done.add((person_id, course_id, day))
        expires = line.expires if line.expires and line.expires >= day else None
        minutes = round(line.hours * 60) if line.hours else None
        session_id = self._session.id if self._session else None
        self.training.append(
            TrainingRecord(
                self._gathering.new_id(), person_id, course_id, day, expires, minutes=minutes, session_id=session_id
            )
        )

    def _book(self, line: RecordLine, person_id: str, course_id: str) -> None:
        if (person_id, course_id, line.day) in self._booked:
            self._gathering.already += 1
            return
        self._booked.add((person_id, course_id, line.day))
        self.bookings.append(Booking(self._gathering.new_id(), person_id, course_id, line.day))


def _give_roles(gathering: Gathering) -> None:
    """The roles of the sheet, for those of whom the workbook has none: a training sheet says who needs what."""
    for place, person_id in gathering.ids.items():
        person = gathering.people[person_id]
        if not person.roles:
            roles = gathering.new_roles(person, gathering.preview.people[place])
            gathering.people[person_id] = replace(person, roles=(*person.roles, *roles))


def _session(gathering: Gathering, preview: AttendancePreview) -> TrainingSession | None:
    """The training day: the one the workbook has for that course and day, or a new one; None without course or day."""
    meaning = gathering.decisions.courses.get(preview.course)
    day = preview.day or next(iter(gathering.decisions.days.values()), None)
    if meaning is None or meaning.choice is not Choice.KNOWN or day is None:
        return None
    for session in gathering.present.sessions:
        if (session.course_id, session.held_on) == (meaning.id, day):
            return session
    outside = sum(not each.own and each.attended is not Attended.NOT for each in preview.attendees)
    minutes = round(preview.hours * 60) if preview.hours else None
    return TrainingSession(gathering.new_id(), meaning.id, day, minutes, preview.trainer, outside)


def _brought(gathering: Gathering, lines: _Lines, sessions: tuple[TrainingSession, ...]) -> Bringing:
    return Bringing(
        people=gathering.changed(),
        new_people=len(gathering.new),
        training=tuple(lines.training),
        bookings=tuple(lines.bookings),
        sessions=sessions,
        already=gathering.already,
        other_names=gathering.other_names(),
        left_out=gathering.left_out_lines(),
    )
