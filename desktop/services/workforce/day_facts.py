# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a person says of a training day and of who attended, looked at before it is kept."""

from dataclasses import dataclass, replace
from datetime import date

from desktop.models.catalogue import Course
from desktop.models.certificate_numbers import check_no_number
from desktop.models.day_checks import check_passed
from desktop.models.errors import AppError
from desktop.models.workforce.hours import LOGS
from desktop.models.workforce.training import TrainingRecord, TrainingResult, TrainingSession

LONGEST_DAY = 24 * 60
LONGEST_COURSE = 2000 * 60
MOST_OUTSIDE = 500


class NobodyAttendedError(AppError):
    """A training day that nobody attended."""

    code = "nobody_attended"
    happened = "Nobody is on the list of this day."
    safe = "Nothing was changed."
    to_do = "Tick who attended, or type how many came from elsewhere."


class AttendeeTwiceError(AppError):
    """One person twice on a day."""

    code = "attendee_twice"
    happened = "{name} is on the list of this day twice."
    safe = "Nothing was changed."
    to_do = "Take one of the two lines away."


class HoursNoCourseError(AppError):
    """A log of hours, taken for a course that is given on a day."""

    code = "hours_no_course"
    happened = "{course} is a log of hours, so no single day completes it."
    safe = "Nothing was changed."
    to_do = "Choose the course that was given. Its time counts towards the year's learning by itself."


class DayLengthError(AppError):
    """A day longer than a day, or no time at all."""

    code = "day_length"
    happened = "The time must be from 1 minute to 24 hours."
    safe = "Nothing was changed."
    to_do = "Type how long it took on that day. A course of several days is recorded on its last day."


class CourseLengthError(AppError):
    """A course of no time at all, or of years."""

    code = "course_length"
    happened = "The time must be from 1 minute to 2,000 hours."
    safe = "Nothing was changed."
    to_do = "Type how long the whole course took, or leave it empty."


class OutsideCountError(AppError):
    """A count of people from elsewhere that cannot be right."""

    code = "outside_count"
    happened = "The number of people from elsewhere must be from 0 to {most}."
    safe = "Nothing was changed."
    to_do = "Type how many came. Their names are not kept."


@dataclass(frozen=True, slots=True)
class DayFacts:
    """A training day as typed. ``outside``: how many came from elsewhere; ``evidence_id``: its file, as evidence."""

    course_id: str
    held_on: date
    minutes: int | None = None
    trainer: str = ""
    outside: int = 0
    evidence_id: str | None = None


@dataclass(frozen=True, slots=True)
class Attendee:
    """Someone who attended. ``minutes`` None: as long as the day took, unless they came for a part of it."""

    person_id: str
    result: TrainingResult = TrainingResult.COMPLETED
    minutes: int | None = None


def checked_day(day_id: str, facts: DayFacts, today: date) -> TrainingSession:
    """The day to keep; raises where something cannot be right."""
    check_passed(facts.held_on, today, "The day of the training")
    check_length(facts.minutes)
    if not 0 <= facts.outside <= MOST_OUTSIDE:
        raise OutsideCountError(most=MOST_OUTSIDE)
    trainer = " ".join(facts.trainer.split())
    check_no_number(trainer)
    return TrainingSession(
        day_id, facts.course_id, facts.held_on, facts.minutes, trainer, facts.outside, facts.evidence_id
    )


def check_given(course: Course) -> None:
    """Refuse a log of hours: it is no course that one goes to."""
    if course.kind in LOGS:
        raise HoursNoCourseError(course=course.name)


def check_length(minutes: int | None) -> None:
    """Refuse a time that no day has."""
    if minutes is not None and not 1 <= minutes <= LONGEST_DAY:
        raise DayLengthError


def check_course_length(minutes: int | None) -> None:
    """Refuse a time that no course takes."""
    if minutes is not None and not 1 <= minutes <= LONGEST_COURSE:
        raise CourseLengthError


def record_of(record_id: str, day: TrainingSession, attendee: Attendee) -> TrainingRecord:
    """The training record of someone who attended."""
    check_length(attendee.minutes)
    return TrainingRecord(
        record_id,
        attendee.person_id,
        day.course_id,
        day.held_on,
        result=attendee.result,
        minutes=_minutes(day, attendee),
        session_id=day.id,
    )


def moved_along(record: TrainingRecord, before: TrainingSession, after: TrainingSession) -> TrainingRecord:
    """A record of a day that was changed: what it had from the day follows, what it has of its own stays."""
    return replace(
        record,
        course_id=after.course_id,
        completed=after.held_on,
        minutes=after.minutes if record.minutes == before.minutes and _stayed(record.result) else record.minutes,
    )


def ended(
    record: TrainingRecord, before: TrainingSession, after: TrainingSession, attendee: Attendee
) -> TrainingRecord:
    """A record of a day that was changed, and how the day ended for this person now."""
    moved = moved_along(record, before, after)
    if record.result is attendee.result and attendee.minutes is None:
        return moved
    minutes = record_of(record.id, after, attendee).minutes
    return replace(moved, result=attendee.result, minutes=minutes)


def _minutes(day: TrainingSession, attendee: Attendee) -> int | None:
    if attendee.minutes is not None:
        return attendee.minutes
    return day.minutes if _stayed(attendee.result) else None


def _stayed(result: TrainingResult) -> bool:
    return result is not TrainingResult.PART
