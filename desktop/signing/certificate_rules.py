# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The rules for the two certificates (trust.md 2.6, rules 12 and 15): the leaf under the root the pack carries."""

import re
from collections.abc import Collection
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from desktop.models.verdict import Reason
from desktop.signing.objections import Objection, note, parsing, reason
from desktop.signing.subjects import charity_of, is_practice

_CLOCK_SLACK = timedelta(days=1)
_FINGERPRINT = re.compile(r"\s*((?:[0-9a-f]{2}[ :]?){31}[0-9a-f]{2})\b")


def read_carried_root(pem: bytes) -> x509.Certificate:
    """The root certificate as the pack carries it: one PEM block, written the one way we write it."""
    with parsing("root_wrong"):
        root = x509.load_pem_x509_certificate(pem)
        canonical = root.public_bytes(serialization.Encoding.PEM) == pem
        own = root.subject == root.issuer and _is_p256(root) and _issued(root, root)
        constraints = root.extensions.get_extension_for_class(x509.BasicConstraints).value
        usage = root.extensions.get_extension_for_class(x509.KeyUsage).value
    if not (canonical and own and constraints.ca and constraints.path_length == 0 and usage.key_cert_sign):
        raise Objection("root_wrong")
    return root


def require_leaf_under(root: x509.Certificate, leaf: x509.Certificate) -> None:
    """The leaf was issued by the root, for signatures only, to the same charity or practice charity."""
    with parsing("leaf_wrong"):
        issued = _issued(leaf, root)
        constraints = leaf.extensions.get_extension_for_class(x509.BasicConstraints).value
        usage = leaf.extensions.get_extension_for_class(x509.KeyUsage).value
        signs_only = usage.digital_signature and usage.content_commitment and not usage.key_cert_sign
        alike = is_practice(leaf.subject) == is_practice(root.subject)
        same_charity = charity_of(leaf.subject) == charity_of(root.subject)
    if not issued:
        raise Objection("not_issued_by_root")
    if constraints.ca or not signs_only or not alike:
        raise Objection("leaf_wrong")
    if not same_charity:
        raise Objection("other_charity")


def date_reasons(
    root: x509.Certificate, leaf: x509.Certificate, signed_at: datetime, now: datetime
) -> tuple[Reason, ...]:
    """What speaks against the claimed time of signing."""
    found = []
    if not all(_in_date(certificate, signed_at) for certificate in (root, leaf)):
        found.append(reason("outside_dates"))
    if signed_at > now + _CLOCK_SLACK:
        found.append(reason("in_future"))
    return tuple(found)


def date_notes(leaf: x509.Certificate, now: datetime) -> tuple[Reason, ...]:
    """A certificate that ended since signing is worth a remark, no more."""
    return (note("certificate_ended"),) if now > leaf.not_valid_after_utc else ()


def is_withdrawn(leaf: x509.Certificate, withdrawn: Collection[str]) -> bool:
    """Whether a list of SHA-256 fingerprints names the leaf."""
    return leaf.fingerprint(hashes.SHA256()).hex() in withdrawn


def read_withdrawn(text: str) -> frozenset[str]:
    """A list of withdrawn certificates: a fingerprint at the start of a line, with spaces or colons as liked."""
    found = (_FINGERPRINT.match(line) for line in text.casefold().splitlines())
    return frozenset(re.sub("[ :]", "", one[1]) for one in found if one)


def _in_date(certificate: x509.Certificate, moment: datetime) -> bool:
    return certificate.not_valid_before_utc <= moment <= certificate.not_valid_after_utc


def _is_p256(certificate: x509.Certificate) -> bool:
    key = certificate.public_key()
    return isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1)


def _issued(certificate: x509.Certificate, root: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(root)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return isinstance(certificate.signature_hash_algorithm, hashes.SHA256)
