# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The rules for the signature itself (trust.md 2.6, rules 9-11 and the first half of 13).

The parts that count are taken out, the whole is built again from them in the one form we write, and compared byte
for byte. So no other form of the same signature passes: no second certificate, no unsigned attribute, no odd DER.
"""

import hashlib
from dataclasses import dataclass

from asn1crypto import cms, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature

from desktop.signing.curve import lower_half
from desktop.signing.objections import Objection, parsing

_ATTRIBUTES = {"content_type", "message_digest", "signing_certificate_v2", "cms_algorithm_protection"}


@dataclass(frozen=True, slots=True)
class _Parts:
    certificate: bytes
    attributes: bytes  # as signed: DER of a SET
    signature: bytes
    message_digest: bytes
    certificate_hash: bytes


def require_signature(der: bytes, digest: bytes) -> x509.Certificate:
    """The leaf that signed ``digest``, or an objection."""
    with parsing("signature_damaged"):
        parts = _take_apart(der)
        rebuilt = _put_together(parts)
        leaf = x509.load_der_x509_certificate(parts.certificate)
        key = leaf.public_key()
    if rebuilt != der or not isinstance(key, ec.EllipticCurvePublicKey) or key.curve.name != "secp256r1":
        raise Objection("signature_damaged")
    if parts.certificate_hash != hashlib.sha256(parts.certificate).digest():
        raise Objection("signature_damaged")
    _require_lower_half(parts.signature)
    try:
        key.verify(parts.signature, parts.attributes, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature as error:
        raise Objection("signature_false") from error
    if parts.message_digest != digest:
        raise Objection("content_changed")
    return leaf


def _take_apart(der: bytes) -> _Parts:
    signed = cms.ContentInfo.load(der, strict=True)["content"]
    (signer,) = signed["signer_infos"]
    (certificate,) = signed["certificates"]
    attributes = signer["signed_attrs"]
    named = {attribute["type"].native: attribute["values"] for attribute in attributes}
    if not set(named) <= _ATTRIBUTES or len(named) != len(attributes):
        raise Objection("signature_damaged")
    (content_type,), (message_digest,) = named["content_type"], named["message_digest"]
    (signing_certificate,) = named["signing_certificate_v2"]
    (identifier,) = signing_certificate["certs"]
    if content_type.native != "data" or identifier["hash_algorithm"]["algorithm"].native != "sha256":
        raise Objection("signature_damaged")
    return _Parts(
        certificate.chosen.dump(),
        b"\x31" + attributes.dump()[1:],
        signer["signature"].native,
        message_digest.native,
        identifier["cert_hash"].native,
    )


def _put_together(parts: _Parts) -> bytes:
    certificate = asn1_x509.Certificate.load(parts.certificate)
    sha256 = {"algorithm": "sha256"}
    signer = {
        "version": "v1",
        "sid": {"issuer_and_serial_number": {"issuer": certificate.issuer, "serial_number": certificate.serial_number}},
        "digest_algorithm": sha256,
        "signed_attrs": cms.CMSAttributes.load(parts.attributes),
        "signature_algorithm": {"algorithm": "sha256_ecdsa"},
        "signature": parts.signature,
    }
    signed = {
        "version": "v1",
        "digest_algorithms": [sha256],
        "encap_content_info": {"content_type": "data"},
        "certificates": [certificate],
        "signer_infos": [signer],
    }
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump())


def _require_lower_half(signature: bytes) -> None:
    with parsing("signature_damaged"):
        r, s = decode_dss_signature(signature)
        only_form = encode_dss_signature(r, lower_half(s))
    if only_form != signature:
        raise Objection("signature_damaged")


assert tsp  # registers signing-certificate-v2 with asn1crypto's attributes
