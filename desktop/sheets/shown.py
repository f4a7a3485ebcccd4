# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a workbook's cell shows on screen, from its value and its number format, as far as lists of people use them."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from desktop.models.dates import MONTHS, weekday

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|[_*].|(AM/PM|A/P)|([dmyhs])\4*|(.)', re.IGNORECASE | re.DOTALL)
_PER_CENT = re.compile(r"0(?:\.(0+))?%")
_FIXED = re.compile(r"[#,]*0\.(0+)")


def shown_date(moment: datetime | date, number_format: str) -> str:
    """A date as its format shows it: Mar-25, 05/03/2025."""
    at = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
    pieces = _pieces(number_format)
    twelve = any(kind == "AM/PM" for kind, _ in pieces)
    text = "".join(word if kind == "" else _piece(kind, at, twelve=twelve) for kind, word in pieces).strip()
    return text or at.date().isoformat()


def shown_time(value: time | timedelta) -> str:
    """A time of day or a length of time: 09:30, 1:15."""
    if isinstance(value, time):
        return f"{value.hour:02}:{value.minute:02}"
    minutes = round(value.total_seconds() / 60)
    return f"{'-' if minutes < 0 else ''}{abs(minutes) // 60}:{abs(minutes) % 60:02}"


def shown_number(value: float, number_format: str) -> str:
    """A number: 60, 1.5, 95%."""
    plain = number_format.partition(";")[0]
    if found := _PER_CENT.search(plain):
        return f"{value * 100:.{len(found[1] or '')}f}%"
    if found := _FIXED.search(plain):
        return f"{value:.{len(found[1])}f}"
    return f"{value:.0f}" if float(value).is_integer() and abs(value) < 1e15 else f"{value:.10g}"


@lru_cache(maxsize=256)
def _pieces(number_format: str) -> tuple[tuple[str, str], ...]:
    """The format as (kind, words): a run of one letter such as 'mmm', 'AM/PM', or '' with words as they stand."""
    pieces: list[tuple[str, str]] = []
    for found in _TOKEN.finditer(number_format.partition(";")[0]):
        quoted, escaped, noon, letter, other = found.groups()
        if noon:
            pieces.append(("AM/PM", ""))
        elif letter:
            pieces.append((found[0].lower(), ""))
        elif words := quoted or escaped or other:
            pieces.append(("", "" if words == "@" else words))
    return tuple(_minutes_told(pieces))


def _minutes_told(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """'m' beside hours or seconds means minutes; those become 'n'."""
    letters = [at for at, (kind, _) in enumerate(pieces) if kind and kind != "AM/PM"]
    for place, at in enumerate(letters):
        kind = pieces[at][0]
        before = pieces[letters[place - 1]][0][0] if place else ""
        after = pieces[letters[place + 1]][0][0] if place + 1 < len(letters) else ""
        if kind in {"m", "mm"} and (before == "h" or after == "s"):
            pieces[at] = ("n" * len(kind), "")
    return pieces


def _piece(kind: str, at: datetime, *, twelve: bool) -> str:
    hour = (at.hour % 12 or 12) if twelve else at.hour
    month, name = MONTHS[at.month - 1], weekday(at.date())
    words = {
        "AM/PM": "AM" if at.hour < 12 else "PM",
        "d": f"{at.day}",
        "dd": f"{at.day:02}",
        "ddd": name[:3],
        "m": f"{at.month}",
        "mm": f"{at.month:02}",
        "mmm": month[:3],
        "mmmmm": month[:1],
        "yy": f"{at.year % 100:02}",
        "h": f"{hour}",
        "hh": f"{hour:02}",
        "n": f"{at.minute}",
        "nn": f"{at.minute:02}",
        "s": f"{at.second}",
        "ss": f"{at.second:02}",
    }
    longest = {"d": name, "m": month, "y": f"{at.year:04}"}
    return words.get(kind) or longest.get(kind[0], "")
