# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the checker says about a pack: one of four outcomes, the reasons in plain words, and the facts it stands on."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.models.pack import VolumePart


class Outcome(StrEnum):
    """The answer. Where several apply the worst wins: unreadable, then altered, then cannot tell."""

    GENUINE = "genuine"
    CANNOT_TELL = "cannot_tell"
    ALTERED = "altered"
    UNREADABLE = "unreadable"


_ORDER = tuple(Outcome)


def worst(outcomes: tuple[Outcome, ...]) -> Outcome:
    """The gravest of the outcomes; genuine when there is none."""
    return max(outcomes, key=_ORDER.index, default=Outcome.GENUINE)


class EvidenceState(StrEnum):
    """What is known of the ZIP volumes that go with the pack."""

    NOT_CHECKED = "not_checked"
    NONE = "none"  # the pack has no volumes
    AS_SIGNED = "as_signed"
    REPACKED = "repacked"
    MISSING = "missing"
    ALTERED = "altered"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a stable code and one plain English sentence or two."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class SignerFacts:
    """Who signed, as the certificate says it. ``certificate_fingerprint`` is the SHA-256 of the signing certificate."""

    charity: str
    signatory: str
    certificate_fingerprint: str
    valid_from: datetime
    valid_until: datetime


@dataclass(frozen=True, slots=True)
class PackFacts:
    """What the sealed record inside the pack says of it."""

    pack_id: str
    pages: int
    files: int
    volumes: tuple[VolumePart, ...]
    history_number: int
    history_head: str
    app_version: str
    catalogue_version: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The whole answer. ``signer``, the fingerprint and ``facts`` are empty unless the signature itself holds.

    ``known`` says whether the carried root is the one the person gave. ``notes`` never change the outcome.
    """

    outcome: Outcome
    reasons: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    signer: SignerFacts | None = None
    root_fingerprint: str = ""
    fingerprint_words: tuple[str, ...] = ()
    known: bool = False
    signed_at: datetime | None = None
    practice: bool = False
    evidence: EvidenceState = EvidenceState.NOT_CHECKED
    facts: PackFacts | None = None
