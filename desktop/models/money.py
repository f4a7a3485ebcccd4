# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Pounds and pence, kept as whole pence: how they are typed, shown and added up."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.models.errors import AppError

_PENCE = 100
_TYPED = re.compile(r"£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?", re.ASCII)
_LONGEST = 8  # digits of pounds: more is a slip of the hand


class TypedCostError(AppError):
    """What was typed is not an amount. The sentences stand under the field."""

    code = "typed_cost"
    happened = "{why}"
    safe = "Nothing was changed."
    to_do = "Type it like this: £1,200.50, or 1200."


def typed_cost(text: str) -> int | None:
    """The pence of an amount typed like '£1,200.50' or '1200', None for nothing. Raises ``TypedCostError``."""
    plain = text.strip()
    if not plain:
        return None
    found = _TYPED.fullmatch(plain)
    if found is None:
        raise TypedCostError(why=f"“{plain[:30]}” cannot be read as pounds and pence.")
    pounds = found[1].replace(",", "").lstrip("0")
    if len(pounds) > _LONGEST:
        raise TypedCostError(why="That is more than £99,999,999.")
    return int(pounds or "0") * _PENCE + int(found[2] or "0")


def pounds(pence: int) -> str:
    """'£1,200', and with pence where there are any: '£1,200.50'."""
    whole, rest = divmod(pence, _PENCE)
    return f"£{whole:,}.{rest:02}" if rest else f"£{whole:,}"


@dataclass(frozen=True, slots=True)
class CostSum:
    """What some actions cost together: ``pence`` for those ``known`` of all that have a cost."""

    pence: int
    known: int
    all: int

    @property
    def words(self) -> str:
        """'£4,200 for the 6 of 9 actions with a cost'; '' where none has one."""
        if not self.known:
            return ""
        if self.known == self.all:
            return f"{pounds(self.pence)} for {self.all} {'action' if self.all == 1 else 'actions'}"
        return f"{pounds(self.pence)} for the {self.known} of {self.all} actions with a cost"


def cost_sum(costs: Iterable[int | None]) -> CostSum:
    """The sum of the costs that are known. One of nothing at all is known too."""
    given = list(costs)
    known = [cost for cost in given if cost is not None]
    return CostSum(sum(known), len(known), len(given))
