# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Any byte changed anywhere, and any garbage: altered or unreadable, never genuine, never "cannot tell", no crash."""

import random
from collections.abc import Iterator
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.verdict import Outcome
from desktop.signing import cms_rules
from desktop.signing.check import check_pack
from tests.signing.attacks import ATTACKS
from tests.signing.forgery import byte_range, gap
from tests.signing.identities import NOW, root
from tests.signing.signed_pack import signed


@pytest.fixture(autouse=True, scope="module")
def _the_same_signature_is_taken_apart_once() -> Iterator[None]:
    """Most flips leave the signature's own bytes alone; what is read from the same bytes is the same, and slow."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("_take_apart", "_put_together"):
            patch.setattr(cms_rules, name, lru_cache(8)(getattr(cms_rules, name)))
        yield


_BAD = {Outcome.ALTERED, Outcome.UNREADABLE}


def _strata() -> dict[str, range]:
    data = signed()
    start, end, _ = byte_range(data)
    used = len(gap(data).rstrip(b"\0")) * 2
    body_end = data.index(b"\nxref")
    return {
        "header": range(16),
        "body": range(16, body_end),
        "first table": range(body_end, data.index(b"%%EOF") + 6),
        "signature dictionary": range(start - 60, start),
        "certificate and signature": range(start, start + 1 + used),
        "padding": range(start + 1 + used, end),
        "last table and trailer": range(end, len(data)),
    }


def _outcome(data: bytes, root_pem: bytes | None) -> Outcome:
    return check_pack(data, root_pem=root_pem, evidence=None, now=NOW).outcome


@pytest.mark.parametrize("stratum", list(_strata()))
def test_a_changed_byte_is_altered_or_unreadable(stratum: str) -> None:
    dice = random.Random(stratum)
    data, places = signed(), _strata()[stratum]
    for place in dice.sample(places, min(len(places), 75)):
        spoiled = bytearray(data)
        spoiled[place] ^= 1 << dice.randrange(8)
        assert _outcome(bytes(spoiled), root().certificate_pem) in _BAD, place


@pytest.mark.slow
def test_every_byte_of_the_file() -> None:
    data = signed()
    for place in range(len(data)):
        spoiled = bytearray(data)
        spoiled[place] ^= 0x01
        assert _outcome(bytes(spoiled), None) in _BAD, place


def test_the_other_case_of_any_hex_letter_is_altered() -> None:
    data = signed()
    start, end, _ = byte_range(data)
    for place in range(start + 1, end - 1):
        if data[place] > ord("9"):
            spoiled = bytearray(data)
            spoiled[place] ^= 0x20
            assert _outcome(bytes(spoiled), None) in _BAD, place


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_cut_moved_doubled_or_stuffed_files_are_never_genuine(draw: st.DataObject) -> None:
    base = draw.draw(st.sampled_from([signed(), *(attack.make() for attack in ATTACKS[:3])]))
    start = draw.draw(st.integers(0, len(base)))
    stop = draw.draw(st.integers(start, len(base)))
    piece = draw.draw(st.sampled_from([b"", b"\0", base[start:stop], b"/ByteRange [0 1 2 3]", b"<<" * 3000, b"endobj"]))
    forged = base[:start] + piece + base[stop:]
    if forged != signed():
        assert _outcome(forged, root().certificate_pem) in _BAD


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=3000), st.booleans())
def test_garbage_is_unreadable_or_altered(garbage: bytes, as_pdf: bool) -> None:
    assert _outcome(b"%PDF-1.7\n" + garbage if as_pdf else garbage, None) in _BAD


_HOSTILE = (
    b"[" * 100_000,
    b"<<" * 50_000,
    b"<</Pages " * 20_000,
    b"(" * 100_000,
    b"1 0 obj <</Type/Catalog/Pages 1 0 R>> endobj trailer<</Root 1 0 R>>startxref 0 %%EOF",
    b"1 0 obj <</Type/ObjStm/N 99999999/First 9/Length 3>>stream\nabc\nendstream endobj %%EOF",
    b"1 0 obj<<>>endobj\n" * 3_000_000,
    b"".join(b"%d 0 obj<</A 1>>endobj\n" % number for number in range(1_000_000)),
    b"/ByteRange [0 100 200 300]",
    b"/ByteRange [0 9999999999 9999999999 9999999999]",
    b"/ByteRange [0 " + b"9" * 50_000 + b" 1 1]",
)


@pytest.mark.timeout(60)  # rebuilding some of these took minutes and gigabytes
@pytest.mark.parametrize("hostile", _HOSTILE, ids=range(len(_HOSTILE)))
def test_a_file_built_to_break_parsers_gets_an_answer(hostile: bytes) -> None:
    assert _outcome(b"%PDF-1.7\n" + hostile, None) in _BAD
