# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A calendar file (RFC 5545) of whole days, written so that every calendar program takes it."""

import re

from desktop.models.prints import CalendarEntry, CalendarPrint

_LINE = 75  # octets, the line's end not counted
_ESCAPED = re.compile(r"[\\;,]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def calendar_file(calendar: CalendarPrint) -> bytes:
    """The calendar as an .ics file. Pure."""
    mark = "Practice: " if calendar.head.practice else ""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Sevenfold//Sevenfold {escaped(calendar.head.app_version)}//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(mark + calendar.title)}",
    ]
    stamp = f"DTSTAMP:{calendar.head.made:%Y%m%dT%H%M%SZ}"
    for entry in calendar.entries:
        lines += _event(entry, stamp, mark)
    return b"".join(folded(line) for line in [*lines, "END:VCALENDAR"])


def escaped(text: str) -> str:
    """A text as the value of a property."""
    plain = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _ESCAPED.sub(lambda match: f"\\{match.group()}", plain).replace("\n", "\\n")


def folded(line: str) -> bytes:
    """A line with its end, broken where it is longer than 75 octets and never inside a character."""
    parts, room = [b""], _LINE
    for character in line:
        octets = character.encode()
        if len(parts[-1]) + len(octets) > room:
            parts.append(b"")
            room = _LINE - 1  # the space that begins a line that goes on
        parts[-1] += octets
    return b"\r\n ".join(parts) + b"\r\n"


def _event(entry: CalendarEntry, stamp: str, mark: str) -> list[str]:
    """Without an end it lasts the whole of its day. It is private and keeps nobody from being free."""
    day = entry.day
    return [
        "BEGIN:VEVENT",
        f"UID:{escaped(entry.uid)}",
        stamp,
        f"DTSTART;VALUE=DATE:{day.year:04}{day.month:02}{day.day:02}",
        f"SUMMARY:{escaped(mark + entry.title)}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]
