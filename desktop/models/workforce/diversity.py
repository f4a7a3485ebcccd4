# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The wider picture of the workforce (SA 5.7): counts that the charity enters, never a fact about one person."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DiversityCount:
    """How many people describe themselves so: '``group``: ``label``', as counted on a day."""

    id: str
    group: str
    label: str
    people: int
    counted_on: date
