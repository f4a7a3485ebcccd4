# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Colours by role, read from the one token file. No other module holds a colour value."""

import json
from functools import cache

from desktop.support.resources import resource

Colour = tuple[float, float, float]


@cache
def colours() -> dict[str, Colour]:
    """Every role of the light theme as red, green and blue from 0 to 1."""
    roles: dict[str, str] = json.loads(resource("tokens/colours.json").read_text("utf-8"))["light"]
    return {role: _parts(value) for role, value in roles.items()}


def colour(role: str) -> Colour:
    """The colour of one role, like 'text' or 'gap_tint'."""
    return colours()[role]


def _parts(value: str) -> Colour:
    red, green, blue = (int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return round(red, 4), round(green, 4), round(blue, 4)
