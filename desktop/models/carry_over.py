# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""From one version of the standards to the next: where each answer goes, and what must be looked at again (rule 10)."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

from desktop.models.catalogue import Catalogue, Indicator, Withdrawn


class Carry(StrEnum):
    """How an indicator of a version stands to the version before."""

    SAME = "same"
    REWORDED = "reworded"
    SPLIT = "split"  # one of several that took the place of one
    JOINED = "joined"  # took the place of several
    NEW = "new"

    @property
    def must_be_confirmed(self) -> bool:
        """Whether an answer that is carried over counts only once someone has confirmed it."""
        return self in {Carry.REWORDED, Carry.SPLIT}

    @property
    def carries(self) -> bool:
        """Whether there is one answer to carry over."""
        return self not in {Carry.JOINED, Carry.NEW}


@dataclass(frozen=True, slots=True)
class CarryLine:
    """One indicator of the new version. ``before`` are the ids that it comes from, in order."""

    indicator_id: str
    carry: Carry
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CarryPlan:
    """What becomes of each indicator. ``withdrawn``: those of the version before that nothing takes the place of."""

    lines: tuple[CarryLine, ...]
    withdrawn: tuple[Withdrawn, ...]

    def line(self, indicator_id: str) -> CarryLine:
        """The line of an indicator of the new version; ``KeyError`` where there is none."""
        return {line.indicator_id: line for line in self.lines}[indicator_id]

    def after(self) -> Mapping[str, tuple[str, ...]]:
        """By id in the version before, the ids that took its place."""
        found: dict[str, tuple[str, ...]] = {}
        for line in self.lines:
            for old in line.before:
                found[old] = (*found.get(old, ()), line.indicator_id)
        return found


@dataclass(frozen=True, slots=True)
class WordRun:
    """Some words of two texts: in both, only in the one before, or only in the new one."""

    words: str
    gone: bool = False
    come: bool = False


def carry_plan(*versions: Catalogue) -> CarryPlan:
    """Where the answers of the first version go in the last, by way of those between. The same again: all is the same.

    An indicator comes from those that it says it replaces; else from the one with its own id, unless another replaces
    that one.
    """
    before, now = versions[0], versions[-1]
    old = {indicator.id: indicator for indicator in before.indicators}
    sources: dict[str, tuple[str, ...]] = {one.id: (one.id,) for one in before.indicators}
    for earlier, later in pairwise(versions):
        step = _step(earlier, later)
        sources = {
            one: tuple(dict.fromkeys(first for middle in middles for first in sources.get(middle, ())))
            for one, middles in step.items()
        }
    uses = Counter(source for found in sources.values() for source in found)
    lines = tuple(
        CarryLine(one.id, _carry(one, [old[each] for each in sources[one.id]], uses), sources[one.id])
        for one in now.indicators
    )
    said = {one.id: one for version in versions for one in version.withdrawn}
    gone = (one.id for one in before.indicators if one.id not in uses)
    return CarryPlan(lines, tuple(said.get(one) or Withdrawn(one, "") for one in gone))


def word_runs(before: str, now: str) -> tuple[WordRun, ...]:
    """What changed from one wording to another, word by word, in the order of reading."""
    first, second = _words(before), _words(now)
    runs = []
    for kind, start, end, other_start, other_end in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind == "equal":
            runs.append(WordRun("".join(first[start:end])))
            continue
        if end > start:
            runs.append(WordRun("".join(first[start:end]), gone=True))
        if other_end > other_start:
            runs.append(WordRun("".join(second[other_start:other_end]), come=True))
    return tuple(runs)


def _step(earlier: Catalogue, later: Catalogue) -> dict[str, tuple[str, ...]]:
    """By id in the later version, the ids in the one before that it comes from."""
    old = {indicator.id for indicator in earlier.indicators}
    taken = {replaced for indicator in later.indicators for replaced in indicator.replaces}
    return {one.id: _sources(one, old, taken) for one in later.indicators}


def _sources(indicator: Indicator, old: Set[str], taken: Set[str]) -> tuple[str, ...]:
    replaced = tuple(one for one in indicator.replaces if one in old)
    if replaced:
        return replaced
    return (indicator.id,) if indicator.id in old and indicator.id not in taken else ()


def _carry(indicator: Indicator, sources: Sequence[Indicator], uses: Mapping[str, int]) -> Carry:
    if not sources:
        return Carry.NEW
    if len(sources) > 1:
        return Carry.JOINED
    (source,) = sources
    if uses[source.id] > 1:
        return Carry.SPLIT
    return Carry.SAME if _asks_the_same(source, indicator) else Carry.REWORDED


def _asks_the_same(one: Indicator, other: Indicator) -> bool:
    return (one.text, one.critical, set(one.applies)) == (other.text, other.critical, set(other.applies))


def _words(text: str) -> list[str]:
    return re.findall(r"\s*\S+|\s+$", text)
