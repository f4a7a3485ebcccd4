# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Who was at a training day, for how much of it, and from where: the lines of an attendance sheet."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.services.importing.preview import Preview


class Attended(StrEnum):
    """How much of the day somebody was there. ``UNCLEAR`` must be asked."""

    ALL = "all of it"
    PART = "a part of it"
    NOT = "not there"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person of the sheet. ``known_as`` is the same name in the workbook, ``near`` names to be offered.

    People of another organisation are kept apart by it: they are never taken for people of the charity.
    """

    name: str
    cell: str
    organisation: str
    own: bool
    attended: Attended
    known_as: str = ""
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AttendancePreview(Preview):
    """A preview of an attendance sheet, with the day and each person of it."""

    course: str = ""
    day: date | None = None
    hours: float | None = None
    trainer: str = ""
    venue: str = ""
    attendees: tuple[Attendee, ...] = ()
