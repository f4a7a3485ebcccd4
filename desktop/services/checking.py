# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Checks a pack for someone who has no workbook, and says the outcome as data and in words."""

from pathlib import Path

from desktop.models.errors import InputError
from desktop.models.verdict import EvidenceState, Outcome, Verdict
from desktop.signing.check import check_pack
from desktop.support.clock import SystemClock
from desktop.support.files import Files

HEADLINES = {
    Outcome.GENUINE: "GENUINE. This pack is as it was signed, under the root you gave.",
    Outcome.ALTERED: "ALTERED. Do not rely on this pack.",
    Outcome.CANNOT_TELL: "CANNOT TELL. The pack is whole, but nobody has told this computer who the signer is.",
    Outcome.UNREADABLE: "UNREADABLE. This file could not be read as a pack.",
}
EVIDENCE = {
    EvidenceState.NOT_CHECKED: "not checked, because no ZIP was given",
    EvidenceState.NONE: "this pack goes with no ZIP",
    EvidenceState.AS_SIGNED: "every file as signed",
    EvidenceState.REPACKED: "repacked, contents as signed",
    EvidenceState.MISSING: "incomplete",
    EvidenceState.ALTERED: "altered",
    EvidenceState.UNREADABLE: "could not be read",
}


def check(pack: Path, root: Path | None, evidence: list[Path] | None) -> Verdict:
    """The verdict on a pack file; raises ``InputError`` when the root file is not there to be read."""
    return check_pack(pack, root_pem=_read_root(root), evidence=evidence, now=SystemClock().now())


def _read_root(root: Path | None) -> bytes | None:
    if root is None:
        return None
    try:
        return Files().read(root)
    except OSError as error:
        raise InputError(
            what=f"The root certificate {root} could not be read ({error.strerror}).",
            to_do="Check the name, or leave --root out.",
        ) from error


def verdict_as_data(verdict: Verdict) -> dict[str, object]:
    """The verdict for JSON. ``reasons`` are sentences, ``reason_codes`` their stable codes in the same order."""
    signer, facts = verdict.signer, verdict.facts
    return {
        "verdict": verdict.outcome.value,
        "reasons": [reason.sentence for reason in verdict.reasons],
        "reason_codes": [reason.code for reason in verdict.reasons],
        "notes": [note.sentence for note in verdict.notes],
        "signer": f"{signer.charity}, {signer.signatory}" if signer else None,
        "root_fingerprint": verdict.root_fingerprint or None,
        "root_words": list(verdict.fingerprint_words),
        "root_known": verdict.known,
        "signed_at": verdict.signed_at.isoformat() if verdict.signed_at else None,
        "practice": verdict.practice,
        "evidence": verdict.evidence.value,
        "pack_id": facts.pack_id if facts else None,
        "history": {"number": facts.history_number, "head": facts.history_head} if facts else None,
    }


def verdict_in_words(verdict: Verdict) -> str:
    """The three answers for a person."""
    lines = [HEADLINES[verdict.outcome]]
    if verdict.practice:
        lines.append("This is a PRACTICE pack. Nothing in it is real.")
    said = [*verdict.reasons, *(note for note in verdict.notes if note.code != "practice")]
    lines += [f"  - {reason.sentence}" for reason in said]
    if verdict.outcome is not Outcome.UNREADABLE:
        lines += ["", *_three_answers(verdict)]
    return "\n".join(lines)


def _three_answers(verdict: Verdict) -> list[str]:
    changed = "Yes" if verdict.outcome is Outcome.ALTERED else "No"
    signer = f"{verdict.signer.charity}, {verdict.signer.signatory}" if verdict.signer else "Cannot be shown"
    lines = [
        f"1. Was anything changed? {changed}. The evidence: {EVIDENCE[verdict.evidence]}.",
        f"2. Who signed it? {signer}{_claimed_time(verdict)}",
        f"3. Do we know them? {'Yes, by the root you gave' if verdict.known else 'Not yet'}.",
    ]
    if verdict.root_fingerprint:
        lines += [
            "   Telephone the charity on a number you already have, and compare this fingerprint:",
            *_groups(verdict.root_fingerprint.upper()),
            f"   in words: {' '.join(verdict.fingerprint_words)}",
        ]
    return lines


def _claimed_time(verdict: Verdict) -> str:
    if verdict.signed_at is None:
        return ""
    return f", on {verdict.signed_at:%d %B %Y at %H:%M} UTC by their own clock"


def _groups(fingerprint: str) -> list[str]:
    groups = [fingerprint[start : start + 4] for start in range(0, len(fingerprint), 4)]
    return ["   " + " ".join(groups[:8]), "   " + " ".join(groups[8:])]
