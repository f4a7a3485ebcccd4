# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""pyHanko's own view of the signature (trust.md 2.6, second half of rule 13): two checkers must agree.

It must find the same range by its own reading; the digest over that range is then ours, so 50 MB are hashed once.
"""

import logging
from datetime import datetime
from io import BytesIO

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from desktop.signing.byte_rules import SignedBytes
from desktop.signing.objections import Objection, parsing

_DRAWN_THEN_SIGNED = 2
for _name in ("pyhanko", "pyhanko_certvalidator"):  # they log what they refuse; the verdict says it already
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False


def require_agreement(
    data: bytes, signed: SignedBytes, digest: bytes, root: x509.Certificate, signed_at: datetime
) -> None:
    """pyHanko finds one signature that holds over the whole file, forbids changes, and has no version before it."""
    with parsing("second_opinion"):
        reader = PdfFileReader(BytesIO(data), strict=True)
        revisions = reader.xrefs.total_revisions
        (embedded,) = reader.embedded_signatures
        same_range = list(embedded.byte_range) == [0, signed.gap_start, signed.gap_end, len(data) - signed.gap_end]
        embedded.external_digests["sha256"] = digest
        trust = ValidationContext(
            trust_roots=[asn1_x509.Certificate.load(root.public_bytes(Encoding.DER))],
            allow_fetching=False,
            revocation_mode="soft-fail",
            moment=signed_at,
        )
        status = validate_pdf_signature(embedded, trust, skip_diff=True)
        holds = status.intact and status.valid and status.coverage == SignatureCoverageLevel.ENTIRE_FILE
        forbids = embedded.docmdp_level == MDPPerm.NO_CHANGES
    if revisions != _DRAWN_THEN_SIGNED:
        raise Objection("earlier_versions")
    if not (holds and forbids and same_range):
        raise Objection("second_opinion")
