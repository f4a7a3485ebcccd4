# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A field for an amount of pounds; the form reads it with ``desktop.models.money``."""

from desktop.ui.theme import sp
from desktop.ui.widgets.field import Line, line

COST_HINT = "In pounds, such as £1,200.50 or 1200."


def cost_line(name: str) -> Line:
    """A field for a typed amount."""
    made = line(name, limit=20)
    made.setFixedWidth(sp(200))
    return made
