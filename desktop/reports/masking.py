# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Counts of service users: what is too small to show is masked, and what would give it away."""

from dataclasses import dataclass

from desktop.models.records import ServiceFigures

LEAST = 5  # the smallest count that is shown


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One count of the chain referred, assessed, started, completed, as it may be shown."""

    label: str
    shown: str
    share: str = "Not worked out"  # 'n of N' with per cent, where both may be shown


def chain(figures: ServiceFigures) -> list[ChainStep]:
    """The counts of one year. A count under 5 is masked, and one within 5 of another that is shown."""
    counts = (
        ("Referred", figures.referred),
        ("Assessed", figures.assessed),
        ("Started", figures.started),
        ("Completed", figures.completed),
    )
    steps: list[ChainStep] = []
    visible: list[tuple[str, int]] = []
    for label, count in counts:
        if count is None:
            steps.append(ChainStep(label, "not recorded"))
        elif count < LEAST:
            steps.append(ChainStep(label, "under 5"))
        elif any(abs(other - count) < LEAST for _, other in visible):
            steps.append(ChainStep(label, "not shown: it differs by under 5 from a count above"))
        else:
            steps.append(ChainStep(label, str(count), _share(count, visible)))
            visible.append((label, count))
    return steps


def _share(count: int, visible: list[tuple[str, int]]) -> str:
    """The share of the nearest count above that is shown."""
    if not visible:
        return "The start of the chain"
    label, whole = visible[-1]
    if whole < count:
        return "Not worked out: it is above the count before it"
    return f"{count} of {whole} {label.lower()} ({round(100 * count / whole)}%)"
