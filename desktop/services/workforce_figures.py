# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the training records say for Standard 6: in the window in full, in a pack hidden for fewer than five people."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.models.catalogue import number_of
from desktop.models.pack import CountOf
from desktop.models.workforce.figures import (
    CORE_TRAINING,
    MANDATORY,
    MANDATORY_PERCENT,
    core_training,
    figure_sentences,
    mandatory_enough,
    mandatory_training,
    masked,
)
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
    core, mandatory = core_training(workforce), mandatory_training(workforce)
    packed = figure_sentences(workforce)
    reached = "reached" if mandatory_enough(mandatory) else "not reached"
    counted = (
        (CORE_TRAINING, core, f"practitioners {_hold(core)} core training in date", core.holders == core.needing),
        (
            MANDATORY,
            mandatory,
            f"people {_hold(mandatory)} every mandatory course in date; {MANDATORY_PERCENT}% is {reached}",
            mandatory_enough(mandatory),
        ),
    )
    return tuple(
        WorkforceFigure(
            indicator_id=indicator_id,
            number=number_of(indicator_id),
            holders=count.holders,
            needing=count.needing,
            sentence=packed[indicator_id] if not masked(count) else f"{count.holders} of {count.needing} {words}",
            in_pack=packed[indicator_id],
            enough=enough,
        )
        for indicator_id, count, words, enough in counted
        if count.needing
    )


def told_together(figures: Sequence[WorkforceFigure]) -> str:
    """The figures as sentences in a row: '9 of 11 practitioners hold ... (SA 6.3). 8 of 12 people ... (SA 6.8).'"""
    return " ".join(f"{figure.sentence} ({figure.number})." for figure in figures)


def _hold(count: CountOf) -> str:
    return "holds" if count.holders == 1 else "hold"
