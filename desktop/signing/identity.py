# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The charity's root, which is its identity for 20 years, and the signing certificates ("leaves") it gives out.

The root's private key exists only inside ``RootIdentity.encrypted_key``; the caller writes that where the person
chooses. The leaf's private key is in ``SigningLeaf``; the caller wraps ``to_bytes()`` for the signatory.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from desktop.models.errors import AppError
from desktop.models.pack import SignerPart
from desktop.signing.root_key_file import ROUNDS, RootKeyFileError, open_key, seal_key
from desktop.signing.subjects import charity_of, is_practice, leaf_subject, root_subject, signatory_of
from desktop.support.words import words_for

ROOT_YEARS, LEAF_YEARS = 20, 5
_PEM = serialization.Encoding.PEM
_BLOCK = re.compile(rb"-----BEGIN ([A-Z ]+)-----\n.+?-----END \1-----\n", re.DOTALL)
_CLOCK_SLACK = timedelta(minutes=5)
_USES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


class RootCertificateError(AppError):
    """The file given as the root certificate is not one."""

    code = "root_certificate"
    happened = "The root certificate could not be read."
    safe = "Nothing was changed, and the pack was not checked."
    to_do = "Ask the charity for its root certificate, a small file that begins with BEGIN CERTIFICATE."


class SigningKeyError(AppError):
    """The stored signing key cannot be used."""

    code = "signing_key"
    happened = "The stored signing key is damaged."
    safe = "The records and the packs already made are unchanged."
    to_do = "Renew the signing certificate with the root key file and its passphrase."


@dataclass(frozen=True, slots=True)
class RootIdentity:
    """A root: its certificate, which is published, and its private key, encrypted under its own passphrase."""

    certificate_pem: bytes
    encrypted_key: bytes = field(repr=False)

    def to_bytes(self) -> bytes:
        """Both as one PEM file, for the person to keep."""
        return self.encrypted_key + self.certificate_pem

    @classmethod
    def from_bytes(cls, data: bytes) -> "RootIdentity":
        """Read such a file."""
        blocks = _blocks(data)
        if set(blocks) != {"ENCRYPTED PRIVATE KEY", "CERTIFICATE"}:
            raise RootKeyFileError
        return cls(blocks["CERTIFICATE"][0], blocks["ENCRYPTED PRIVATE KEY"][0])

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the root certificate."""
        return fingerprint(self.certificate_pem)


@dataclass(frozen=True, slots=True)
class SigningLeaf:
    """A signing certificate with its private key (``secret``, PKCS#8 DER) and the root that issued it."""

    secret: bytes = field(repr=False)
    certificate_pem: bytes
    root_pem: bytes

    def to_bytes(self) -> bytes:
        """One opaque secret, for the caller to wrap."""
        key = serialization.load_der_private_key(self.secret, None)
        plain = key.private_bytes(_PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        return plain + self.certificate_pem + self.root_pem

    @classmethod
    def from_bytes(cls, data: bytes) -> "SigningLeaf":
        """Read what ``to_bytes`` wrote."""
        blocks = _blocks(data)
        if set(blocks) != {"PRIVATE KEY", "CERTIFICATE"} or len(blocks["CERTIFICATE"]) != 2:
            raise SigningKeyError
        try:
            key = serialization.load_pem_private_key(blocks["PRIVATE KEY"][0], None)
        except (ValueError, TypeError, UnsupportedAlgorithm) as error:
            raise SigningKeyError from error
        secret = key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return cls(secret, *blocks["CERTIFICATE"])

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the signing certificate: what a list of withdrawn certificates names."""
        return fingerprint(self.certificate_pem)

    @property
    def signer(self) -> SignerPart:
        """Who signs, for the pages of the pack."""
        subject = load_certificate(self.certificate_pem).subject
        root_print = fingerprint(self.root_pem)
        return SignerPart(charity_of(subject), signatory_of(subject), root_print, fingerprint_words(root_print))


def create_root(charity: str, passphrase: str, *, practice: bool, now: datetime, rounds: int = ROUNDS) -> RootIdentity:
    """A new root for a charity: P-256, 20 years, may issue signing certificates and nothing below them."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = root_subject(charity, practice=practice)
    builder = _builder(subject, subject, key.public_key(), key.public_key(), now, ROOT_YEARS)
    certificate = (
        builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage("key_cert_sign", "crl_sign"), critical=True)
        .sign(key, hashes.SHA256())
    )
    return RootIdentity(certificate.public_bytes(_PEM), seal_key(key, passphrase, rounds))


def issue_leaf(root: RootIdentity, passphrase: str, signatory_number: int, now: datetime) -> SigningLeaf:
    """A new signing certificate under the root, 5 years, for signatures only."""
    issuer = load_certificate(root.certificate_pem)
    root_key = open_key(root.encrypted_key, passphrase)
    if root_key.public_key() != issuer.public_key():
        raise RootKeyFileError
    key = ec.generate_private_key(ec.SECP256R1())
    subject = leaf_subject(charity_of(issuer.subject), signatory_number, practice=is_practice(issuer.subject))
    builder = _builder(subject, issuer.subject, key.public_key(), root_key.public_key(), now, LEAF_YEARS)
    certificate = (
        builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage("digital_signature", "content_commitment"), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return SigningLeaf(secret, certificate.public_bytes(_PEM), root.certificate_pem)


def fingerprint(certificate_pem: bytes) -> str:
    """SHA-256 of a certificate, 64 lower-case hex digits."""
    return load_certificate(certificate_pem).fingerprint(hashes.SHA256()).hex()


def fingerprint_words(fingerprint_hex: str) -> tuple[str, ...]:
    """Eight words that stand for a fingerprint, for the telephone."""
    return words_for(bytes.fromhex(fingerprint_hex))


def load_certificate(pem_or_der: bytes) -> x509.Certificate:
    """A certificate from PEM or DER, or ``RootCertificateError``."""
    try:
        if b"-----BEGIN" in pem_or_der:
            return x509.load_pem_x509_certificate(pem_or_der)
        return x509.load_der_x509_certificate(pem_or_der)
    except ValueError as error:
        raise RootCertificateError from error


def _blocks(data: bytes) -> dict[str, list[bytes]]:
    found: dict[str, list[bytes]] = {}
    for block in _BLOCK.finditer(data.replace(b"\r\n", b"\n")):
        found.setdefault(block[1].decode(), []).append(block[0])
    return found


def _usage(*uses: str) -> x509.KeyUsage:
    return x509.KeyUsage(**{use: use in uses for use in _USES})


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey,
    issuer_key: ec.EllipticCurvePublicKey,
    now: datetime,
    years: int,
) -> x509.CertificateBuilder:
    whole = now.replace(microsecond=0)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(whole - _CLOCK_SLACK)
        .not_valid_after(_years_on(whole, years))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key), critical=False)
    )


def _years_on(moment: datetime, years: int) -> datetime:
    leap_day = moment.month == 2 and moment.day == 29
    return moment.replace(year=moment.year + years, day=28 if leap_day else moment.day)
