# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One certification signature over the whole pack: PAdES, SHA-256, no changes allowed afterwards. Never online."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import NoOpStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from desktop.models.dates import long_date
from desktop.models.errors import AppError
from desktop.signing.curve import lower_half
from desktop.signing.identity import SigningLeaf, load_certificate

FIELD = "Signature1"


class CertificateOutOfDateError(AppError):
    """The signing certificate does not hold at the time of signing."""

    code = "certificate_out_of_date"
    happened = "The signing certificate holds from {start} to {end}, and this computer's clock says {today}."
    safe = "Nothing was signed, and the records are unchanged."
    to_do = "Put the clock right, or renew the signing certificate with the root key file and its passphrase."


class _LeafSigner(SimpleSigner):
    """Signs with the leaf, always with the smaller of the two equal forms of an ECDSA signature."""

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        assert digest_algorithm == "sha256"
        key = serialization.load_der_private_key(self.signing_key.dump(), None)
        assert isinstance(key, ec.EllipticCurvePrivateKey)
        r, s = decode_dss_signature(key.sign(data, ec.ECDSA(hashes.SHA256(), deterministic_signing=True)))
        return encode_dss_signature(r, lower_half(s))


class _TimedSigner(PdfSigner):
    """States the time it was given, not the time it is."""

    def __init__(self, *parts: Any, signed_at: datetime, **named: Any) -> None:
        super().__init__(*parts, **named)
        self._signed_at = signed_at

    def init_signing_session(self, *parts: Any, **named: Any) -> PdfSigningSession:
        session = super().init_signing_session(*parts, **named)
        session.system_time = self._signed_at
        return session


def sign_pack(pdf: bytes, leaf: SigningLeaf, *, signed_at: datetime, field: str = FIELD) -> bytes:
    """The drawn pack with its one signature, put into the empty field the pages already have.

    The field's look is left as drawn, so tags and fonts stay as they were.
    """
    _require_in_date(leaf, signed_at)
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    # pyHanko would write the XMP anew and lose the PDF/A extension schema; tests hold both signed and unsigned to it.
    writer._update_meta = _leave_metadata  # type: ignore[method-assign]  # noqa: SLF001 - no public way; pyHanko is pinned
    who = leaf.signer
    claims = PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
        name=f"{who.charity}, {who.signatory}",
    )
    moment = signed_at.astimezone(UTC).replace(microsecond=0)
    signer = _TimedSigner(claims, _signer_of(leaf), stamp_style=NoOpStampStyle(), signed_at=moment)
    out = BytesIO()
    signer.sign_pdf(writer, existing_fields_only=True, output=out)
    return out.getvalue()


def _require_in_date(leaf: SigningLeaf, moment: datetime) -> None:
    certificate = load_certificate(leaf.certificate_pem)
    start, end = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if not start <= moment <= end:
        shown = {"start": start, "end": end, "today": moment}
        raise CertificateOutOfDateError(**{name: long_date(one) for name, one in shown.items()})


def _signer_of(leaf: SigningLeaf) -> _LeafSigner:
    certificate = load_certificate(leaf.certificate_pem).public_bytes(serialization.Encoding.DER)
    return _LeafSigner(
        signing_cert=asn1_x509.Certificate.load(certificate),
        signing_key=asn1_keys.PrivateKeyInfo.load(leaf.secret),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped
        embed_roots=False,
    )


def _leave_metadata() -> None:
    """Change nothing."""
