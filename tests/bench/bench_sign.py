# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Signing and checking a 50 MB pack with 100 attached files, against bare pyHanko in the same run.

``python -m tests.bench.bench_sign`` prints the ratios and ends with 1 when one is over its budget.
"""

import random
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, sign_pdf
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from desktop.models.pack import Attachment
from desktop.models.verdict import Outcome
from desktop.reports.evidence_pack import render
from desktop.signing.check import check_pack
from desktop.signing.identity import load_certificate
from desktop.signing.sign import FIELD, _signer_of, sign_pack
from tests.documents.snapshots import rich
from tests.signing.identities import NOW, leaf, root
from tests.signing.signed_pack import records

BUDGET = 1.5
_FILES, _SIZE, _ROUNDS = 100, 500_000, 7


def big_pack() -> bytes:
    """A drawn pack with 100 attached files that do not compress."""
    dice = random.Random(50)
    files = (
        Attachment(f"{number:03d}-file.bin", dice.randbytes(_SIZE), "application/octet-stream", f"File {number}")
        for number in range(_FILES)
    )
    snapshot = replace(rich(practice=False), signer=leaf().signer)
    return render(snapshot, (*records(root().certificate_pem), *files)).pdf


def bare_sign(pdf: bytes) -> bytes:
    """The same signature by pyHanko alone."""
    claims = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    out = BytesIO()
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    sign_pdf(writer, claims, _signer_of(leaf()), existing_fields_only=True, output=out)
    return out.getvalue()


def bare_check(pdf: bytes) -> None:
    """The same question to pyHanko alone."""
    der = load_certificate(root().certificate_pem).public_bytes(Encoding.DER)
    (embedded,) = PdfFileReader(BytesIO(pdf)).embedded_signatures
    trust = ValidationContext(trust_roots=[asn1_x509.Certificate.load(der)], allow_fetching=False, moment=NOW)
    assert validate_pdf_signature(embedded, trust).bottom_line


def our_check(pdf: bytes) -> None:
    """Our verdict."""
    verdict = check_pack(pdf, root_pem=root().certificate_pem, evidence=None, now=NOW)
    assert verdict.outcome is Outcome.GENUINE, verdict.reasons


def _best(ours: Callable[[], object], bare: Callable[[], object]) -> tuple[float, float]:
    """The least processor time of each, taken in turns, so that other programs count for little."""
    best = [float("inf"), float("inf")]
    for _ in range(_ROUNDS):
        for at, act in enumerate((ours, bare)):
            start = time.process_time()
            act()
            best[at] = min(best[at], time.process_time() - start)
    return best[0], best[1]


def main() -> int:
    """Print both ratios."""
    pdf = big_pack()
    signed = sign_pack(pdf, leaf(), signed_at=NOW)
    print(f"pack of {len(signed) / 1e6:.1f} MB with {_FILES} attached files, best of {_ROUNDS}")
    over = False
    for name, ours, bare in (
        ("sign", lambda: sign_pack(pdf, leaf(), signed_at=NOW), lambda: bare_sign(pdf)),
        ("check", lambda: our_check(signed), lambda: bare_check(signed)),
    ):
        our_time, bare_time = _best(ours, bare)
        ratio = our_time / bare_time
        over = over or ratio > BUDGET
        print(f"{name:6} {our_time:.3f} s, bare pyHanko {bare_time:.3f} s, ratio {ratio:.2f} (budget {BUDGET})")
    return int(over)


if __name__ == "__main__":
    raise SystemExit(main())
