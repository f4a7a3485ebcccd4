# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a workbook's cell shows on screen, from its value and its number format, as far as lists of people use them."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from desktop.models.dates import MONTHS, weekday

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|[_*].|(AM/PM|A/P)|([dmyhs])\4*|(.)', re.IGNORECASE | re.DOTALL)
_PER_CENT = re.compile(r"0(?:\.(0+))?%")
_FIXED = re.compile(r"[#,]*0\.(0+)")


@lru_cache(maxsize=4096)
def shown_date(moment: datetime | date, number_format: str) -> str:
    """A date as its format shows it: Mar-25, 05/03/2025."""
    at = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
    text = "".join(_PIECES[kind](at) if kind else words for kind, words in _pieces(number_format)).strip()
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
    """The format as (kind, words): a kind that ``_PIECES`` knows, or '' with words as they stand."""
    pieces: list[tuple[str, str]] = []
    for found in _TOKEN.finditer(number_format.partition(";")[0]):
        quoted, escaped, noon, letter, other = found.groups()
        if noon:
            pieces.append((_NOON, ""))
        elif letter:
            pieces.append((_known(found[0].lower()), ""))
        elif words := quoted or escaped or other:
            pieces.append(("", "" if words == "@" else words))
    _tell_minutes(pieces)
    if any(kind == _NOON for kind, _ in pieces):
        pieces = [(_TWELVE.get(kind, kind), words) for kind, words in pieces]
    return tuple(pieces)


def _known(run: str) -> str:
    """A run of one letter, no longer than means anything."""
    return run if run in _PIECES else run[0] * (2 if run[0] in "hs" else 4)


def _tell_minutes(pieces: list[tuple[str, str]]) -> None:
    """'m' beside hours or seconds means minutes; those become 'n'."""
    letters = [at for at, (kind, _) in enumerate(pieces) if kind and kind != _NOON]
    for place, at in enumerate(letters):
        kind = pieces[at][0]
        before = pieces[letters[place - 1]][0][0] if place else ""
        after = pieces[letters[place + 1]][0][0] if place + 1 < len(letters) else ""
        if kind in {"m", "mm"} and (before == "h" or after == "s"):
            pieces[at] = ("n" * len(kind), "")


_NOON = "AM/PM"
_TWELVE = {"h": "H", "hh": "HH"}
_PIECES: dict[str, Callable[[datetime], str]] = {
    _NOON: lambda at: "AM" if at.hour < 12 else "PM",
    "d": lambda at: f"{at.day}",
    "dd": lambda at: f"{at.day:02}",
    "ddd": lambda at: weekday(at.date())[:3],
    "dddd": lambda at: weekday(at.date()),
    "m": lambda at: f"{at.month}",
    "mm": lambda at: f"{at.month:02}",
    "mmm": lambda at: MONTHS[at.month - 1][:3],
    "mmmm": lambda at: MONTHS[at.month - 1],
    "mmmmm": lambda at: MONTHS[at.month - 1][:1],
    "yy": lambda at: f"{at.year % 100:02}",
    "yyyy": lambda at: f"{at.year:04}",
    "h": lambda at: f"{at.hour}",
    "hh": lambda at: f"{at.hour:02}",
    "H": lambda at: f"{at.hour % 12 or 12}",
    "HH": lambda at: f"{at.hour % 12 or 12:02}",
    "n": lambda at: f"{at.minute}",
    "nn": lambda at: f"{at.minute:02}",
    "s": lambda at: f"{at.second}",
    "ss": lambda at: f"{at.second:02}",
}
