# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Colours, type, sizes, icons and the style sheet; one set of tokens in three themes."""

from desktop.ui.theme.icons import icon, picture
from desktop.ui.theme.look import LOOK, colour, font, sp
from desktop.ui.theme.tokens import RADIUS, STATES, TARGET, TYPE, State, state, state_of

__all__ = [
    "LOOK",
    "RADIUS",
    "STATES",
    "TARGET",
    "TYPE",
    "State",
    "colour",
    "font",
    "icon",
    "picture",
    "sp",
    "state",
    "state_of",
]
