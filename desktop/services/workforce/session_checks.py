# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is asked of a session before it is stored: a day that can be, minutes that can be, and people who were here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.models.certificate_numbers import check_no_number
from desktop.models.dates import long_date
from desktop.models.day_checks import check_not_long_ago, check_passed
from desktop.models.errors import AppError
from desktop.models.workforce.frequency import OBSERVATION
from desktop.models.workforce.people import Person
from desktop.models.workforce.supervision import SupervisionSession, SupervisionState
from desktop.models.workforce.themes import THEMES

LONGEST = 480
LONGEST_DAYS = 400
_TAKES_THE_DAY = frozenset({SupervisionState.PLANNED, SupervisionState.HELD})
_AMONG_PEERS = frozenset({"SV4", "SV7", "SV8"})


class MinutesError(AppError):
    """Minutes that no session takes."""

    code = "session_minutes"
    happened = "A session cannot take {minutes} minutes."
    safe = "Nothing was changed."
    to_do = f"Type the minutes that it took, from 1 to {LONGEST}, which is 8 hours."


class IntervalError(AppError):
    """An interval that no kind of supervision has."""

    code = "supervision_interval"
    happened = "Supervision cannot be due every {days} days."
    safe = "Nothing was changed."
    to_do = f"Type a number of days from 1 to {LONGEST_DAYS}."


class OwnSupervisorError(AppError):
    """Someone as their own supervisor."""

    code = "own_supervisor"
    happened = "{name} cannot supervise {name}."
    safe = "Nothing was changed."
    to_do = "Choose who gave the session, or type the name of someone from elsewhere."


class TwoSupervisorsError(AppError):
    """A supervisor here and one from elsewhere."""

    code = "two_supervisors"
    happened = "There is a supervisor from here and one from elsewhere."
    safe = "Nothing was changed."
    to_do = "Keep the one who led the session."


class NotHereThenError(AppError):
    """A session of someone who did not work here on the day."""

    code = "not_here_then"
    happened = "{name} did not work here on {day}."
    safe = "Nothing was changed."
    to_do = "Look at the day, or at the first and last day of {name}."


class SessionThereError(AppError):
    """The same session twice."""

    code = "session_there"
    happened = "{kind} of {name} on {day} is recorded already."
    safe = "Nothing was changed."
    to_do = "Look at the day, or use that entry."


class NobodyChosenError(AppError):
    """A session without anyone."""

    code = "nobody_chosen"
    happened = "Nobody is chosen."
    safe = "Nothing was changed."
    to_do = "Choose one person, or several for a group."


class SessionStateError(AppError):
    """Something that cannot be done with a session as it stands."""

    code = "session_state"
    happened = "This session is {state}, so it cannot be {act}."
    safe = "Nothing was changed."
    to_do = "{to_do}"


@dataclass(frozen=True, slots=True)
class GivenBy:
    """Who gives a session: someone here by id, or someone from elsewhere by name, or not said."""

    id: str | None = None
    outside: str = ""


@dataclass(frozen=True, slots=True)
class HeldSession:
    """A session that took place. ``themes`` are ids of ``THEMES``, for an observation only."""

    day: date
    minutes: int
    by: GivenBy = GivenBy()
    themes: tuple[str, ...] = ()

    def of(self, session: SupervisionSession) -> SupervisionSession:
        """The session as held so."""
        return replace(
            session,
            state=SupervisionState.HELD,
            minutes=self.minutes,
            held_on=None if self.day == session.planned_for else self.day,
            supervisor_id=self.by.id,
            outside_supervisor=self.by.outside.strip(),
            themes=self.themes,
        )


def check_held(held: HeldSession, kind_id: str, people: Iterable[Person], today: date) -> None:
    """Refuse what cannot have taken place."""
    check_passed(held.day, today, "The day of a session that was held")
    if not 1 <= held.minutes <= LONGEST:
        raise MinutesError(minutes=held.minutes)
    if held.themes and (kind_id != OBSERVATION or not set(held.themes) <= THEMES.keys()):
        msg = "themes are for an observation, and from the list"
        raise ValueError(msg)
    check_people(held.day, held.by, kind_id, people)


def check_people(day: date, by: GivenBy, kind_id: str, people: Iterable[Person]) -> None:
    """Refuse a day or a supervisor that cannot be, for those whose session it is."""
    check_not_long_ago(day)
    check_no_number(by.outside)
    if by.id is not None and by.outside.strip():
        raise TwoSupervisorsError
    for person in people:
        if person.id == by.id and kind_id not in _AMONG_PEERS:
            raise OwnSupervisorError(name=person.name)
        if not person.works_on(day):
            raise NotHereThenError(name=person.name, day=long_date(day))


def check_once(sessions: Sequence[SupervisionSession], session: SupervisionSession, person: Person, kind: str) -> None:
    """Refuse a second session of one kind on one day for one person; a new one also where one is planned already."""
    new = all(other.id != session.id for other in sessions)
    taken = _TAKES_THE_DAY if new else {session.state}
    for other in sessions:
        same = (other.person_id, other.kind_id, other.day) == (session.person_id, session.kind_id, session.day)
        if same and other.id != session.id and other.state in taken:
            raise SessionThereError(kind=kind, name=person.name, day=long_date(session.day))
