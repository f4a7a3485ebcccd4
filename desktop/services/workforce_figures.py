# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the training records say for Standard 6: in the window in full, in a pack hidden for fewer than five people."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.models.catalogue import number_of
from desktop.models.workforce.figures import CORE_TRAINING, MANDATORY
from desktop.models.workforce.live import live_figures
from desktop.models.workforce.picture import Workforce


@dataclass(frozen=True, slots=True)
class WorkforceFigure:
    """One figure: n of N, in words for the window, and in the words of a pack."""

    indicator_id: str
    number: str
    holders: int
    needing: int
    sentence: str
    in_pack: str
    enough: bool

    @property
    def hidden_in_pack(self) -> bool:
        """Whether a pack hides it, because so few people are counted."""
        return self.sentence != self.in_pack


def workforce_figures(workforce: Workforce) -> tuple[WorkforceFigure, ...]:
    """The figures of SA 6.3 and SA 6.8; one is left out while there is nobody to count."""
    return tuple(
        WorkforceFigure(
            indicator_id=figure.indicator_id,
            number=number_of(figure.indicator_id),
            holders=figure.count.holders,
            needing=figure.count.needing,
            sentence=figure.sentence,
            in_pack=figure.in_pack,
            enough=bool(figure.met),
        )
        for figure in live_figures(workforce)
        if figure.indicator_id in {CORE_TRAINING, MANDATORY} and figure.count
    )


def told_together(figures: Sequence[WorkforceFigure]) -> str:
    """The figures as sentences in a row: '9 of 11 practitioners hold ... (SA 6.3). 8 of 12 people ... (SA 6.8).'"""
    return " ".join(f"{figure.sentence} ({figure.number})." for figure in figures)
