# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Recruitment checks: that they were done, by whom and when. No number and no copy of a certificate is kept."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CheckKind(StrEnum):
    """What was checked."""

    REFERENCES = "references"
    IDENTITY = "identity"
    DBS = "DBS"


class DbsLevel(StrEnum):
    """The level of a DBS check."""

    BASIC = "basic"
    STANDARD = "standard"
    ENHANCED = "enhanced"
    ENHANCED_BARRED = "enhanced with barred lists"


class Decision(StrEnum):
    """What the charity decided on the strength of a DBS check."""

    SUITABLE = "suitable"
    WITH_SAFEGUARDS = "suitable with safeguards"
    NOT_SUITABLE = "not suitable"


@dataclass(frozen=True, slots=True)
class RecruitmentCheck:
    """One check of one person. Checks are added; the newest of a kind stands.

    ``seen_on`` and ``seen_by``: when and by whom the references, the papers or the certificate were seen. ``issued``,
    ``update_service``, ``decision`` and ``recheck_due`` are for DBS only; "recheck due" is the charity's own policy.
    """

    id: str
    person_id: str
    kind: CheckKind
    seen_on: date | None = None
    seen_by: str = ""
    level: DbsLevel | None = None
    issued: date | None = None
    update_service: bool | None = None
    decision: Decision | None = None
    decided_on: date | None = None
    decided_by: str = ""
    recheck_due: date | None = None
