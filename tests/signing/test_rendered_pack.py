# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The pack as really drawn: signing keeps it PDF/A-3a and PDF/UA-1, and the checker knows it and every change to it."""

import random
from dataclasses import replace
from functools import cache
from pathlib import Path

import page
import pytest

from desktop.models.verdict import Outcome
from desktop.reports.evidence_pack import render
from desktop.signing.check import check_pack
from desktop.signing.sign import FIELD, sign_pack
from tests.documents.snapshots import rich
from tests.signing.forgery import byte_range, gap
from tests.signing.identities import NOW, leaf, root
from tests.signing.signed_pack import check, records

_FLIPS = 500


@cache
def _signed_rendered() -> bytes:
    snapshot = replace(rich(practice=False), signer=leaf().signer)
    drawn = render(snapshot, records(root().certificate_pem))
    assert drawn.signature_field == FIELD
    return sign_pack(drawn.pdf, leaf(), signed_at=NOW, field=drawn.signature_field)


def test_a_rendered_pack_is_genuine() -> None:
    verdict = check(_signed_rendered())
    assert verdict.outcome is Outcome.GENUINE, verdict.reasons
    assert verdict.facts is not None
    assert verdict.facts.pages > 20


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_signing_keeps_the_pack_accessible_and_archivable(tmp_path: Path, profile: str) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(_signed_rendered())
    report = page.validate_pdf(str(path), profile=profile)
    assert report.is_compliant, [failure.message for failure in report.failures]


def _places(dice: random.Random) -> list[int]:
    """Places in every part of the file, and as many again in the small parts where no digest helps."""
    data = _signed_rendered()
    start, end, _ = byte_range(data)
    used = start + 1 + len(gap(data).rstrip(b"\0")) * 2
    parts = [(0, 16), (16, start - 100), (start - 100, start + 1), (start + 1, used), (used, end), (end, len(data))]
    share = _FLIPS // len(parts) + 1
    return [dice.randrange(first, last) for first, last in parts for _ in range(share)]


def test_five_hundred_changed_bytes_are_all_found() -> None:
    dice = random.Random(2026)
    data, places = _signed_rendered(), _places(dice)
    assert len(places) >= _FLIPS
    for place in places:
        spoiled = bytearray(data)
        spoiled[place] ^= 1 << dice.randrange(8)
        verdict = check_pack(bytes(spoiled), root_pem=root().certificate_pem, evidence=None, now=NOW)
        assert verdict.outcome in {Outcome.ALTERED, Outcome.UNREADABLE}, place
