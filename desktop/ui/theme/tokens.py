# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The tokens: themes of colour roles from ``resources/tokens``, type and space in px at 100%, and words of states."""

import json
from dataclasses import dataclass
from functools import cache

from desktop.support.resources import resource

TYPE = {"small": 13, "body": 15, "lead": 17, "h3": 18, "h2": 21, "h1": 27, "figure": 34}
RADIUS = {"mark": 3, "control": 5, "card": 8}
TARGET = 34  # least height of what one can press


@dataclass(frozen=True, slots=True)
class State:
    """How a state is told: the colour role, the drawn mark, the word."""

    role: str
    mark: str
    word: str


STATES = {
    "met": State("met", "tick", "Met"),
    "partly_met": State("partly", "half", "Partly met"),
    "not_yet_met": State("notyet", "ring", "Not yet met"),
    "safety_gap": State("gap", "warn", "Safety gap"),
    "no_result": State("none", "dots", "No result"),
    "not_answered": State("none", "dots", "Not answered"),
    "not_applicable": State("na", "dash", "Not applicable"),
    "done": State("met", "tick", "Done"),
    "ok": State("met", "tick", "In date"),
    "due": State("partly", "clock", "Due soon"),
    "later": State("none", "ring", "Later"),
    "late": State("gap", "cross", "Late"),
    "lapsed": State("gap", "cross", "Lapsed"),
    "booked": State("notyet", "cal", "Booked"),
    "not_needed": State("na", "dash", "Not needed"),
    "missing": State("gap", "gapbox", "Missing"),
    "altered": State("gap", "cross", "Altered"),
    "unsure": State("partly", "quest", "Cannot tell"),
    "no_date": State("none", "quest", "Date not known"),
    "unreadable": State("none", "gapbox", "Cannot be read"),
}


def state(name: str) -> State:
    """The state of that name, like 'partly_met' or 'lapsed'."""
    return STATES[name]


_OF_MARKS = {
    "tick": "done",
    "half": "partly_met",
    "ring": "later",
    "warn": "safety_gap",
    "dots": "not_answered",
    "dash": "not_needed",
    "clock": "due",
    "cross": "late",
    "gapbox": "missing",
    "cal": "booked",
    "quest": "unsure",
}


def state_of(mark: str) -> str:
    """The name of a state that is told by this mark, for facts that a service gives with their mark only."""
    return _OF_MARKS[mark]


@cache
def themes() -> dict[str, dict[str, str]]:
    """Every theme by name ('light', 'dark', 'contrast'): colour roles as #RRGGBB."""
    found: dict[str, dict[str, str]] = json.loads(resource("tokens/colours.json").read_text("utf-8"))
    return found
