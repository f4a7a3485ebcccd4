# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Checks a pack for someone who has no workbook, and says the outcome as data and in words."""

from pathlib import Path

from desktop.models.dates import long_date
from desktop.models.errors import InputError
from desktop.models.verdict import EvidenceState, Outcome, Verdict
from desktop.signing.certificate_rules import WithdrawnListError, read_withdrawn
from desktop.signing.check import check_pack
from desktop.support.clock import SystemClock
from desktop.support.files import Files

HEADLINES = {
    Outcome.GENUINE: "GENUINE. This pack is as it was signed, under the root you gave.",
    Outcome.ALTERED: "ALTERED. Do not rely on this pack. Ask the charity to send it again.",
    Outcome.UNREADABLE: "UNREADABLE. This file could not be read as a pack.",
}
DOUBTS = {  # by the code of the first reason
    "withdrawn": "The pack is whole, but the certificate behind it is withdrawn. Do not rely on it.",
    "other_root": "The pack is whole, but it was signed under another root than the one you gave.",
    "outside_dates": "The pack is whole, but it was not signed while its certificate was in date.",
    "in_future": "The pack is whole, but it claims to be signed on a day that has not come yet.",
    "evidence_unreadable": "The PDF is whole, but the evidence that goes with it could not all be read.",
    "evidence_absent": "The PDF is whole, but the evidence that goes with it was not all given.",
    "no_root": "The pack is whole, but nobody has told this computer who the signer is.",
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


def check(pack: Path, root: Path | None, evidence: list[Path] | None, withdrawn: Path | None = None) -> Verdict:
    """The verdict on a pack file. ``withdrawn`` is a text file of fingerprints that count no longer.

    Raises ``InputError`` and its like when the root file or the list is not there to be read, or is no such thing.
    """
    root_pem = None if root is None else _read(root, "root certificate", "--root")
    gone = frozenset() if withdrawn is None else read_withdrawn(_as_text(withdrawn))
    return check_pack(pack, root_pem=root_pem, evidence=evidence, now=SystemClock().now(), withdrawn=gone)


def _read(path: Path, what: str, option: str) -> bytes:
    try:
        found = Files().read(path)
    except OSError as error:
        raise InputError(
            what=f"The {what} {path} could not be read ({error.strerror}).",
            to_do=f"Check the name, or leave {option} out.",
        ) from error
    if b"PRIVATE KEY-----" in found:
        raise InputError(
            what=f"{path} holds a private key, which the charity must never give away.",
            to_do="Tell the charity, delete the file, and ask for root.pem.",
        )
    return found


def _as_text(withdrawn: Path) -> str:
    try:
        return _read(withdrawn, "list of withdrawn certificates", "--withdrawn").decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WithdrawnListError(why="it is not plain text (UTF-8)") from error


def verdict_as_data(verdict: Verdict) -> dict[str, object]:
    """The verdict for JSON. ``reasons`` are sentences, ``reason_codes`` their stable codes in the same order."""
    signer, facts = verdict.signer, verdict.facts
    return {
        "verdict": verdict.outcome.value,
        "reasons": [reason.sentence for reason in verdict.reasons],
        "reason_codes": [reason.code for reason in verdict.reasons],
        "notes": [note.sentence for note in verdict.notes],
        "signer": f"{signer.charity}, {signer.signatory}" if signer else None,
        "signer_fingerprint": signer.certificate_fingerprint if signer else None,
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
    lines = [_headline(verdict)]
    if verdict.practice:
        lines.append("This is a PRACTICE pack. Nothing in it is real.")
    said = [*verdict.reasons, *(note for note in verdict.notes if note.code != "practice")]
    lines += [f"  - {reason.sentence}" for reason in said]
    if verdict.outcome is not Outcome.UNREADABLE:
        lines += ["", *_three_answers(verdict)]
    return "\n".join(lines)


def _headline(verdict: Verdict) -> str:
    if verdict.outcome is Outcome.GENUINE and verdict.evidence is EvidenceState.NOT_CHECKED:
        return "GENUINE PDF, under the root you gave. The ZIP that goes with it was not checked: add --evidence."
    if verdict.outcome is Outcome.ALTERED and verdict.evidence in _OF_THE_ZIP:
        return "ALTERED. The PDF is whole, but the ZIP is not the one that was signed with it. Ask for it again."
    if verdict.outcome is Outcome.CANNOT_TELL:
        return f"CANNOT TELL. {DOUBTS[verdict.reasons[0].code]}"
    return HEADLINES[verdict.outcome]


_OF_THE_ZIP = (EvidenceState.REPACKED, EvidenceState.ALTERED)


def _three_answers(verdict: Verdict) -> list[str]:
    partly = verdict.evidence not in {EvidenceState.NOT_CHECKED, EvidenceState.NONE, EvidenceState.AS_SIGNED}
    changed = "Not the PDF" if partly else "Yes" if verdict.outcome is Outcome.ALTERED else "No"
    signer = f"{verdict.signer.charity}, {verdict.signer.signatory}" if verdict.signer else "Cannot be shown"
    lines = [
        f"1. Was anything changed? {changed}. The evidence: {_evidence(verdict)}.",
        f"2. Who signed it? {signer}{_claimed_time(verdict)}",
        *([f"   with the signing certificate {verdict.signer.certificate_fingerprint}"] if verdict.signer else []),
        f"3. Do we know them? {_known(verdict)}.",
    ]
    if verdict.root_fingerprint:
        lines += [
            "   Telephone the charity on a number you already have, and compare this fingerprint:",
            *_groups(verdict.root_fingerprint.upper()),
            f"   in words: {' '.join(verdict.fingerprint_words)}",
        ]
    return lines


def _evidence(verdict: Verdict) -> str:
    if verdict.evidence is EvidenceState.AS_SIGNED and verdict.facts is not None and not verdict.facts.files:
        return "no files go with this pack"
    return EVIDENCE[verdict.evidence]


def _known(verdict: Verdict) -> str:
    codes = {reason.code for reason in verdict.reasons}
    if verdict.known:
        but = ", but the certificate is withdrawn" if "withdrawn" in codes else ""
        return f"Yes, by the root you gave{but}. A root that came with the pack proves nothing: then telephone"
    if "other_root" in codes:
        return "No: signed under another root than the one you gave"
    return "Not yet" if verdict.root_fingerprint else "Cannot be said"


def _claimed_time(verdict: Verdict) -> str:
    if verdict.signed_at is None:
        return ""
    return f", on {long_date(verdict.signed_at)} at {verdict.signed_at:%H:%M} UTC by their own clock"


def _groups(fingerprint: str) -> list[str]:
    groups = [fingerprint[start : start + 4] for start in range(0, len(fingerprint), 4)]
    return ["   " + " ".join(groups[:8]), "   " + " ".join(groups[8:])]
