# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A calendar file (RFC 5545) of whole days, that every calendar program takes."""

import re

from desktop.models.prints import CalendarPrint

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def calendar_file(calendar: CalendarPrint) -> bytes:
    """The calendar as an .ics file. Pure. An entry is private, lasts its whole day and keeps nobody from being free."""
    from icalendar import Calendar, Event, vText  # slow to import, and seldom needed

    mark = "Practice: " if calendar.head.practice else ""
    made = Calendar()
    made.add("prodid", f"-//Sevenfold//Sevenfold {calendar.head.app_version}//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", vText(mark + calendar.title))
    for entry in calendar.entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", calendar.head.made)
        event.add("dtstart", entry.day)
        event.add("summary", _CONTROL.sub("", mark + entry.title))
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    return bytes(made.to_ical())
