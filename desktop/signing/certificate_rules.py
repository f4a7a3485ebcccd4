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

from desktop.models.errors import AppError
from desktop.models.verdict import Reason
from desktop.signing.objections import Objection, note, parsing, reason
from desktop.signing.subjects import charity_of, is_practice

_CLOCK_SLACK = timedelta(days=1)
_FINGERPRINT = re.compile(r"\s*((?:[0-9a-f]{2}[ :]?){31}[0-9a-f]{2})\b")
_PART_OF_ONE = re.compile(r"\s*(?:[0-9a-f][ :]?){16}")


class WithdrawnListError(AppError):
    """A list of withdrawn certificates that would quietly miss one."""

    code = "withdrawn_list"
    happened = "The list of withdrawn certificates cannot be used: {why}."
    safe = "Nothing was changed, and the pack was not checked."
    to_do = "Put each fingerprint on a line of its own: 64 figures and letters from a to f, spaces and colons as liked."


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


def is_withdrawn(root: x509.Certificate, leaf: x509.Certificate, withdrawn: Collection[str]) -> bool:
    """Whether a list of SHA-256 fingerprints names the leaf, or the root it stands on."""
    return any(one.fingerprint(hashes.SHA256()).hex() in withdrawn for one in (root, leaf))


def read_withdrawn(text: str) -> frozenset[str]:
    """A list of withdrawn certificates: a fingerprint at the start of a line, with spaces or colons as liked.

    Lines of other words are passed over, but not one that looks like part of a fingerprint, nor a list of none.
    """
    found: set[str] = set()
    for number, line in enumerate(text.casefold().splitlines(), 1):
        if whole := _FINGERPRINT.match(line):
            found.add(re.sub("[ :]", "", whole[1]))
        elif _PART_OF_ONE.match(line):
            raise WithdrawnListError(why=f"line {number} holds a part of a fingerprint only, or more than one")
    if not found:
        raise WithdrawnListError(why="it holds no fingerprint")
    return frozenset(found)


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
