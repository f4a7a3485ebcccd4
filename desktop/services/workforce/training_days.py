# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Training days: one course on one day with all who attended, recorded as one step."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from desktop.models.changes import Op
from desktop.models.choices import Choice
from desktop.models.dates import long_date
from desktop.models.workforce.course_words import how_long
from desktop.models.workforce.hours import LOGS
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.training import TrainingRecord, TrainingSession
from desktop.services.intake import new_id
from desktop.services.kept_workforce import KeptWorkforce
from desktop.services.people import TrainingThereError
from desktop.services.workforce.bookings import take_up
from desktop.services.workforce.day_facts import (
    Attendee,
    AttendeeTwiceError,
    DayFacts,
    NobodyAttendedError,
    check_given,
    checked_day,
    ended,
    record_of,
)
from desktop.services.workforce.day_lines import (
    Candidate,
    DayLine,
    DayView,
    attendee_lines,
    candidates,
    day_line,
    day_told,
)
from desktop.services.workforce.name_matching import NameMatch, match_names
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock


class TrainingDays:
    """The training days of one open workbook."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock
        self._kept = KeptWorkforce(workbook.db)

    def lines(self) -> tuple[DayLine, ...]:
        """Every training day, the newest first."""
        attended = Counter(record.session_id for record in self._db.training.list())
        courses = {course.id: course.name for course in self._workforce().catalogue.courses}
        today = self._clock.today()
        return tuple(
            day_line(day, courses.get(day.course_id, day.course_id), attended[day.id], today)
            for day in reversed(self._db.sessions.list())
        )

    def view(self, day_id: str) -> DayView:
        """One training day with who attended; ``LookupError`` when it is gone."""
        day = self._db.sessions.get(day_id)
        records = self._db.training.list(session_id=day_id)
        people = {person.id: person for person in self._db.people.list()}
        line = day_line(day, self._course_name(day), len(records), self._clock.today())
        return DayView(line, day, attendee_lines(records, people))

    def courses(self) -> tuple[Choice, ...]:
        """The courses that can be given on a day: all but the logs of hours."""
        courses = self._workforce().catalogue.courses
        return tuple(Choice(one.id, one.name, how_long(one)) for one in courses if one.kind not in LOGS)

    def candidates(self, course_id: str, on: date) -> tuple[Candidate, ...]:
        """Who can be ticked for a course on a day, those who are booked or need it most first."""
        workforce = self._workforce()
        return candidates(workforce, workforce.catalogue.course(course_id), on)

    def match(self, text: str, on: date) -> tuple[NameMatch, ...]:
        """Names typed or pasted, one a line or with commas between, with who is meant among those here on a day."""
        people = [person for person in self._db.people.list() if person.left is None or person.left >= on]
        return match_names(text, people, self._db.other_names.list())

    def record(self, facts: DayFacts, attendees: Sequence[Attendee]) -> str:
        """Record a training day with who attended, as one step; gives its id. Their bookings end with it.

        ``LookupError`` for a person, a course or a file that is not there.
        """
        day = checked_day(new_id(), facts, self._clock.today())
        self._check_attendees(day, attendees)
        records = self._new_records(day, attendees)
        with self._db.write(Op.RECORD_SESSION, self._title(day), about=day.id):
            self._db.sessions.save(day)
            self._db.training.save_all(records)
            take_up(self._db, records)
        return day.id

    def put_right(self, day_id: str, facts: DayFacts, attendees: Sequence[Attendee]) -> None:
        """Change a training day and who attended it, as one step. Who is not named comes off it."""
        before = self._db.sessions.get(day_id)
        day = checked_day(day_id, facts, self._clock.today())
        self._check_attendees(day, attendees)
        there = {record.person_id: record for record in self._db.training.list(session_id=day_id)}
        stay = {one.person_id for one in attendees} & set(there)
        kept = [ended(there[one.person_id], before, day, one) for one in attendees if one.person_id in stay]
        new = self._new_records(day, [one for one in attendees if one.person_id not in stay])
        self._check_new(day, kept)
        with self._db.write(Op.EDIT_SESSION, self._title(day), about=day_id):
            self._db.sessions.save(day)
            for person_id, record in there.items():
                if person_id not in stay:
                    self._db.training.remove(record.id)
            self._db.training.save_all([*kept, *new])
            take_up(self._db, new)

    def told(self, day_id: str) -> str:
        """What recording a day did, in sentences."""
        view, workforce = self.view(day_id), self._workforce()
        return day_told(view, workforce, workforce.catalogue.course(view.day.course_id))

    def remove(self, day_id: str) -> None:
        """Take a training day away with the records it gave."""
        day = self._db.sessions.get(day_id)
        with self._db.write(Op.REMOVE_SESSION, self._title(day), about=day_id):
            for record in self._db.training.list(session_id=day_id):
                self._db.training.remove(record.id)
            self._db.sessions.remove(day_id)

    def _check_attendees(self, day: TrainingSession, attendees: Sequence[Attendee]) -> None:
        """Refuse a day that nobody attended, and someone twice. ``KeyError`` for someone who is not there."""
        if not attendees and not day.outside:
            raise NobodyAttendedError
        names = {person.id: person.name for person in self._db.people.list()}
        for person_id, times in Counter(attendee.person_id for attendee in attendees).items():
            name = names[person_id]
            if times > 1:
                raise AttendeeTwiceError(name=name)

    def _new_records(self, day: TrainingSession, attendees: Iterable[Attendee]) -> list[TrainingRecord]:
        records = [record_of(new_id(), day, attendee) for attendee in attendees]
        self._check_new(day, records)
        return records

    def _check_new(self, day: TrainingSession, records: Iterable[TrainingRecord]) -> None:
        """Refuse the same course on the same day twice for one person, and a course or file that is not there."""
        course = self._workforce().catalogue.course(day.course_id)
        check_given(course)
        if day.evidence_id is not None:
            self._db.evidence.get(day.evidence_id)
        same = self._db.training.list(course_id=course.id, completed=day.held_on.isoformat())
        there = {(other.person_id, other.id) for other in same}
        for record in records:
            if any(person_id == record.person_id and other != record.id for person_id, other in there):
                raise TrainingThereError(course=course.name, name=self._db.people.get(record.person_id).name)

    def _course_name(self, day: TrainingSession) -> str:
        return self._workforce().catalogue.course(day.course_id).name

    def _title(self, day: TrainingSession) -> str:
        return f"{self._course_name(day)}, {long_date(day.held_on)}"

    def _workforce(self) -> Workforce:
        return self._kept.on(self._clock.today())
