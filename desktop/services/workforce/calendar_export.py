# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A calendar of what falls due and what is planned, with no name and no course: only that something is due."""

import hmac
from collections.abc import Callable, Iterable
from datetime import date

from desktop.models.prints import CalendarEntry, CalendarPrint
from desktop.models.workforce.needs import needed_courses
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.supervision import SupervisionState
from desktop.reports.calendar_file import calendar_file
from desktop.services.course_standing import course_standing
from desktop.services.due import DueKind, DueLine
from desktop.services.printing import Printing
from desktop.services.standing import workforce_now
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

TITLE = "Sevenfold, due and planned"
TRAINING_DUE = "Training due"
TRAINING_PLANNED = "Training planned"
SUPERVISION_PLANNED = "Supervision planned"

_TITLES = {
    DueKind.ACTION: "Action due",
    DueKind.EVIDENCE: "Review of evidence due",
    DueKind.ASSESSMENT: "Assessment lapses",
    DueKind.CERTIFICATE: "Signing certificate runs out",
}

Dated = tuple[str, date, str]  # what it is about, the day, the title


class CalendarExport:
    """What one open workbook gives to a calendar."""

    def __init__(self, workbook: Workbook, clock: Clock, due: Callable[[], Iterable[DueLine]]) -> None:
        """``due``: everything that has a day, as the page Due has it."""
        self._workbook = workbook
        self._clock = clock
        self._due = due
        self._printing = Printing(workbook, clock)

    def capture(self) -> CalendarPrint:
        """What lapses from today on, and what is planned. Entries keep their ids, so that a new export replaces them.

        What several people share (a training day, a group) is one entry.
        """
        workforce = workforce_now(self._workbook.db, self._clock.today())
        dated = (*_lapses(workforce), *_planned(workforce), *_of_the_charity(self._due()))
        found = {about: (day, title) for about, day, title in dated}
        key = self._workbook.naming_key("calendar")
        entries = [CalendarEntry(_uid(key, about), *told) for about, told in found.items()]
        entries.sort(key=lambda entry: (entry.day, entry.title, entry.uid))
        return CalendarPrint(self._printing.capture_head(), TITLE, tuple(entries))

    def file_name(self) -> str:
        """A name to offer for saving, like 'Due and planned 22 November 2026.ics'."""
        return self._printing.file_name("Due and planned", "ics")


def draw_calendar(calendar: CalendarPrint) -> bytes:
    """The calendar as an .ics file. Pure."""
    return calendar_file(calendar)


def _lapses(workforce: Workforce) -> Iterable[Dated]:
    """The last day of every course that someone needs and holds."""
    for person in workforce.current:
        for course in needed_courses(workforce, person):
            last = course_standing(workforce, person, course, needed=True).last
            if last is not None and last >= workforce.as_at:
                yield f"lapse {person.id} {course.id}", last, TRAINING_DUE


def _of_the_charity(lines: Iterable[DueLine]) -> Iterable[Dated]:
    """Actions by the number of their indicator, reviews of evidence, the assessment and the certificate."""
    for line in lines:
        title = _TITLES.get(line.kind)
        if title and not line.late:
            yield f"{line.kind} {line.target.id}", line.due, f"{title}, {line.number}" if line.number else title


def _planned(workforce: Workforce) -> Iterable[Dated]:
    current = {person.id for person in workforce.current}
    for booking in workforce.bookings:
        if booking.person_id in current and booking.booked_for and booking.booked_for >= workforce.as_at:
            yield f"training {booking.session_id or booking.id}", booking.booked_for, TRAINING_PLANNED
    for session in workforce.supervision:
        planned = session.state is SupervisionState.PLANNED and session.day >= workforce.as_at
        if planned and session.person_id in current:
            yield f"supervision {session.group_id or session.id}", session.day, SUPERVISION_PLANNED


def _uid(key: bytes, about: str) -> str:
    return f"{hmac.digest(key, about.encode(), 'sha256').hex()[:32]}@sevenfold"
