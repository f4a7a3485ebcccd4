# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The lines of a supervision log as they would be stored: dates, minutes, people and kind, and no room for more."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.services.importing.preview import Preview
from desktop.services.importing.statuses import Status


class SessionKind(StrEnum):
    """Kinds of supervision that a log may tell apart."""

    LINE = "line management"
    PRACTICE = "practice supervision"
    GROUP = "group supervision"
    OBSERVATION = "observation"
    DISCUSSION = "case discussion"
    APPRAISAL = "appraisal"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One row of a log. ``people`` are places in ``Preview.people``; ``cell`` is its first cell.

    ``minutes`` is None when none are written or they are doubtful; ``good`` is False while a problem stands in its way.
    """

    cell: str
    day: date | None
    people: tuple[int, ...]
    supervisor: str
    kind: SessionKind
    status: Status
    minutes: int | None = None
    next_day: date | None = None
    good: bool = True

    @property
    def owed(self) -> bool:
        """Whether it did not take place and no other day is known for it."""
        return self.status in {Status.CANCELLED, Status.NOT_ATTENDED} and self.next_day is None


@dataclass(frozen=True, slots=True)
class SupervisionPreview(Preview):
    """A preview of a supervision log, with each session of it."""

    sessions: tuple[SessionLine, ...] = ()


_KINDS = (
    (SessionKind.GROUP, r"gs|gp|grp|group\w*|peer\w*|team|reflective group|gr[ŵw]p|cyfoedion"),
    (SessionKind.OBSERVATION, r"obs\w*|direct obs\w*|live|recording|arsylw\w*"),
    (SessionKind.DISCUSSION, r"case (?:discussion|review|meeting)|cd|planning|debrief|joint|jcd|trafod achos\w*"),
    (SessionKind.APPRAISAL, r"apprais\w*|annual review|pdr|pdp|probation\w*|gwerthuso|arfarnu"),
    (SessionKind.PRACTICE, r"ps|cs|es|practice|clin\w*|external|case|casework|caseload|therapeutic|ymarfer|clinigol"),
    (
        SessionKind.LINE,
        r"lm|ls|line|mgmt|mgr|manage\w*|1\s?[:-]\s?1|one[ -]to[ -]one|121|individual|rheol\w*|llinell",
    ),
)
_COMPILED = tuple((kind, re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])")) for kind, words in _KINDS)
_LEGEND = re.compile(r"([^\W\d_]{1,5})\s*[=:–-]\s*([^,;=|\n]+)")


def kind_of(text: str, legend: dict[str, str]) -> SessionKind:
    """The kind that a text names, by the sheet's own legend where it has one."""
    plain = " ".join(text.casefold().split())
    plain = legend.get(plain, plain)
    return next((kind for kind, words in _COMPILED if words.search(plain)), SessionKind.UNKNOWN)


def legend_in(texts: Iterable[str]) -> dict[str, str]:
    """What short words above a table mean, as in 'L = line management, G = group'."""
    found: dict[str, str] = {}
    for text in texts:
        if text.count("=") or text.count(":") > 1:
            found |= {short.casefold(): meaning.strip().casefold() for short, meaning in _LEGEND.findall(text)}
    return found
