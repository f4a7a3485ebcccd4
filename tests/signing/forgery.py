# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A forger's tools: change bytes in place, append revisions, rebuild the CMS, sign in ways our signer never does."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pikepdf
from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata

from desktop.signing.identity import SigningLeaf, load_certificate
from desktop.signing.sign import _leave_metadata, _signer_of, _TimedSigner
from tests.signing.identities import NOW

_RANGE = re.compile(rb"/ByteRange \[0 (\d+) (\d+) (\d+)\]")


def swap(data: bytes, old: bytes, new: bytes) -> bytes:
    """Put ``new`` over the first ``old``, at the same length."""
    assert old in data
    assert len(new) <= len(old)
    return data.replace(old, new.ljust(len(old)), 1)


def byte_range(data: bytes) -> tuple[int, int, int]:
    """Where the gap starts and ends, and how much follows."""
    found = _RANGE.search(data)
    assert found
    before, resume, after = (int(number) for number in found.groups())
    return before, resume, after


def range_text(data: bytes) -> bytes:
    """The whole /ByteRange entry."""
    found = _RANGE.search(data)
    assert found
    return found[0]


def with_range(data: bytes, text: bytes) -> bytes:
    """Another /ByteRange entry in the room there is."""
    return swap(data, range_text(data) + b" " * 20, text)


def gap(data: bytes) -> bytes:
    """What the container holds, padding and all."""
    start, end, _ = byte_range(data)
    return bytes.fromhex(data[start + 1 : end - 1].decode())


def with_gap(data: bytes, content: bytes) -> bytes:
    """Put other content in the container, padded to its size."""
    start, end, _ = byte_range(data)
    room = (end - start - 2) // 2
    assert len(content) <= room
    return data[:start] + b"<" + content.ljust(room, b"\0").hex().upper().encode() + b">" + data[end:]


def with_cms(data: bytes, change: Callable[[Any], None]) -> bytes:
    """Change the parsed CMS and write it back."""
    info = cms.ContentInfo.load(gap(data))
    change(info["content"])
    return with_gap(data, info.dump(force=True))


def append_revision(data: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """A proper incremental update after the signature."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    writer._update_meta = _leave_metadata  # type: ignore[method-assign]  # as in the product
    change(writer)
    out = BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped
    return out.getvalue()


def paint(writer: IncrementalPdfFileWriter, page: int = 0) -> None:
    """Paint over the score on a page."""
    target = writer.root["/Pages"]["/Kids"][page]
    stream = writer.add_object(generic.StreamObject(stream_data=b"q 1 1 1 rg 60 680 400 50 re f Q\n"))
    target["/Contents"] = generic.ArrayObject([target.raw_get("/Contents"), stream])
    writer.update_container(target)


def edit(pdf: bytes, change: Callable[[pikepdf.Pdf], None], **how: Any) -> bytes:
    """Open, change and save anew, as an editor would."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        change(opened)
        out = BytesIO()
        opened.save(out, **how)
        return out.getvalue()


def sign_otherwise(pdf: bytes, leaf: SigningLeaf, signed_at: datetime = NOW, **claims: Any) -> bytes:
    """Sign with pyHanko, but not as our signer does."""
    stated = {
        "field_name": "Signature1",
        "md_algorithm": "sha256",
        "subfilter": SigSeedSubFilter.PADES,
        "certify": True,
        "docmdp_permissions": MDPPerm.NO_CHANGES,
        **claims,
    }
    signer = _TimedSigner(PdfSignatureMetadata(**stated), _signer_of(leaf), signed_at=signed_at)
    out = BytesIO()
    signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf), strict=False), existing_fields_only=True, output=out)
    return out.getvalue()


def leaf_from(
    issuer: x509.Certificate | None,
    issuer_key: ec.EllipticCurvePrivateKey | None,
    template: SigningLeaf,
    *,
    carried_root: bytes | None = None,
    **usage: bool,
) -> SigningLeaf:
    """A leaf that says what ``template`` says, with another key, signed by ``issuer_key`` (by itself if None)."""
    key = ec.generate_private_key(ec.SECP256R1())
    old = load_certificate(template.certificate_pem)
    uses = {"digital_signature": True, "content_commitment": True, "key_cert_sign": False, **usage}
    rest = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "crl_sign", "encipher_only", "decipher_only"), False
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(old.subject)
        .issuer_name(issuer.subject if issuer else old.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(old.not_valid_before_utc.astimezone(UTC))
        .not_valid_after(old.not_valid_after_utc.astimezone(UTC))
        .add_extension(x509.BasicConstraints(ca=uses["key_cert_sign"], path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**uses, **rest), critical=True)
        .sign(issuer_key or key, hashes.SHA256())
    )
    pem = certificate.public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return SigningLeaf(secret, pem, carried_root or pem)


def reissued(
    old: x509.Certificate, issuer: x509.Certificate, issuer_key: ec.EllipticCurvePrivateKey, common_name: str
) -> x509.Certificate:
    """The same key, number and dates in a certificate with another name."""
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)]))
        .issuer_name(issuer.subject)
        .public_key(old.public_key())
        .serial_number(old.serial_number)
        .not_valid_before(old.not_valid_before_utc)
        .not_valid_after(old.not_valid_after_utc)
    )
    for extension in old.extensions:
        builder = builder.add_extension(extension.value, critical=extension.critical)
    return builder.sign(issuer_key, hashes.SHA256())
