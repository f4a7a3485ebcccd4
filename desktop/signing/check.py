# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The checker: is the pack as it was signed, who signed it, and do we know them? Never online, never writes.

It runs in the caller's process. A child process would guard against a parser that hangs or eats memory; instead the
file is at most 100 MB, parsers look into it only once its signature holds over every byte (or, failing that, to name
a password or an absence of pages, without rebuilding anything), what is inflated is capped, and no page is drawn.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes

from desktop.models.verdict import EvidenceState, PackFacts, Reason, SignerFacts, Verdict, worst
from desktop.signing.byte_rules import find_signed_bytes
from desktop.signing.certificate_rules import (
    date_notes,
    date_reasons,
    is_withdrawn,
    read_carried_root,
    require_leaf_under,
)
from desktop.signing.cms_rules import require_signature
from desktop.signing.document_rules import Carried, read_document, why_unreadable
from desktop.signing.evidence_rules import check_evidence
from desktop.signing.identity import fingerprint_words, load_certificate
from desktop.signing.manifest import MANIFEST, SEAL, ManifestFile, Seal, read_manifest, read_seal
from desktop.signing.objections import OUTCOMES, Objection, gravest_first, note, parsing, reason
from desktop.signing.second_opinion import require_agreement
from desktop.signing.subjects import charity_of, is_practice, signatory_of

LARGEST = 100 * 1000 * 1000
# Where one of these is found the file may also be one that no reader can open, which is the better answer.
_MAY_BE_UNREADABLE = {"no_signature", "range_wrong", "more_than_one_signature", "end_wrong", "added_after"}


@dataclass(frozen=True, slots=True)
class _Inspected:
    """A PDF that is whole: as its holder of a key signed it, whoever that is."""

    leaf: x509.Certificate
    root: x509.Certificate
    carried: Carried
    seal: Seal
    files: tuple[ManifestFile, ...]


def check_pack(
    pdf: Path | bytes,
    *,
    root_pem: bytes | None,
    evidence: Sequence[Path] | None,
    now: datetime,
    withdrawn: Collection[str] = (),
    known: Collection[str] = (),
    beat: Callable[[], None] = lambda: None,
) -> Verdict:
    """The verdict on a pack. ``root_pem`` is the root the person trusts; ``evidence`` the ZIP volumes they have.

    ``known`` are fingerprints of roots that were compared before: the window's, never the command's.
    ``beat`` is called for every MiB of evidence, and may raise ``CancelledError``.

    Raises ``RootCertificateError`` when ``root_pem`` is no certificate, and nothing else, whatever the files hold.
    """
    trusted = _fingerprint(load_certificate(root_pem)) if root_pem is not None else ""
    try:
        inspected = _inspect(_load(pdf))
    except Objection as objection:
        return Verdict(OUTCOMES[objection.reason.code], (objection.reason,))
    carried = _fingerprint(inspected.root)
    if carried in known:
        trusted = carried
    state, evidence_reasons = check_evidence(evidence, inspected.seal, inspected.files, beat)
    reasons = (*evidence_reasons, *_trust_reasons(inspected, trusted, now, withdrawn))
    return _verdict(inspected, trusted, now, reasons, state)


def _load(pdf: Path | bytes) -> bytes:
    try:
        size = len(pdf) if isinstance(pdf, bytes) else pdf.stat().st_size
        if size > LARGEST:
            raise Objection("too_big")
        return pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    except OSError as error:
        raise Objection("not_opened") from error


def _inspect(data: bytes) -> _Inspected:
    try:
        signed = find_signed_bytes(data)
    except Objection as objection:
        raise _better_answer(data, objection) from None
    digest = signed.digest(data)
    leaf = require_signature(signed.cms, digest)
    carried = read_document(data)
    root = read_carried_root(carried.root_pem)
    require_leaf_under(root, leaf)
    require_agreement(data, signed, digest, root, carried.signed_at)
    seal, files = _require_records(carried, root)
    return _Inspected(leaf, root, carried, seal, files)


def _better_answer(data: bytes, objection: Objection) -> Objection:
    """Where there is no signature to go by, say rather that nobody can open the file, if so."""
    code = objection.reason.code
    unreadable = why_unreadable(data) if code in _MAY_BE_UNREADABLE else ""
    signature_in_ruins = unreadable == "damaged" and code != "no_signature"
    return objection if signature_in_ruins or not unreadable else Objection(unreadable)


def _require_records(carried: Carried, root: x509.Certificate) -> tuple[Seal, tuple[ManifestFile, ...]]:
    with parsing("parts_wrong", SEAL):
        seal = read_seal(carried.seal)
    with parsing("parts_wrong", MANIFEST):
        pack, files = read_manifest(carried.manifest)
    sums = hashes.Hash(hashes.SHA256())
    sums.update(carried.manifest)
    whole = (
        seal.manifest.name == MANIFEST
        and seal.manifest.size == len(carried.manifest)
        and seal.manifest.sha256 == sums.finalize().hex()
        and seal.pack == pack
        and seal.root_fingerprint == _fingerprint(root)
        and seal.practice == is_practice(root.subject)
        and {one.volume for one in files} <= {one.name for one in seal.volumes}
    )
    if not whole:
        raise Objection("parts_wrong", SEAL)
    return seal, files


def _trust_reasons(
    inspected: _Inspected, trusted: str, now: datetime, withdrawn: Collection[str]
) -> tuple[Reason, ...]:
    found = list(date_reasons(inspected.root, inspected.leaf, inspected.carried.signed_at, now))
    if is_withdrawn(inspected.root, inspected.leaf, withdrawn):
        found.append(reason("withdrawn"))
    if not trusted:
        found.append(reason("no_root"))
    elif trusted != _fingerprint(inspected.root):
        found.append(reason("other_root"))
    return tuple(found)


def _verdict(
    inspected: _Inspected, trusted: str, now: datetime, reasons: tuple[Reason, ...], state: EvidenceState
) -> Verdict:
    seal, leaf, root_print = inspected.seal, inspected.leaf, _fingerprint(inspected.root)
    notes = (note("clock"), *date_notes(leaf, now), *((note("practice"),) if seal.practice else ()))
    return Verdict(
        outcome=worst(tuple(OUTCOMES[one.code] for one in reasons)),
        reasons=gravest_first(reasons),
        notes=notes,
        signer=SignerFacts(
            charity_of(leaf.subject),
            signatory_of(leaf.subject),
            _fingerprint(leaf),
            leaf.not_valid_before_utc,
            leaf.not_valid_after_utc,
        ),
        root_fingerprint=root_print,
        fingerprint_words=fingerprint_words(root_print),
        known=trusted == root_print,
        signed_at=inspected.carried.signed_at,
        practice=seal.practice,
        evidence=state,
        facts=PackFacts(
            seal.pack,
            inspected.carried.pages,
            len(inspected.files),
            seal.volumes,
            seal.history_number,
            seal.history_head,
            seal.app_version,
            seal.catalogue_version,
        ),
    )


def _fingerprint(certificate: x509.Certificate) -> str:
    return certificate.fingerprint(hashes.SHA256()).hex()
