# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Whom to trust: roots given and carried, leaves replaced and withdrawn, practice packs."""

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.models.verdict import Outcome
from desktop.signing.certificate_rules import WithdrawnListError, read_withdrawn
from desktop.signing.check import check_pack
from desktop.signing.identity import RootCertificateError, fingerprint, load_certificate
from tests.signing.identities import CHARITY, NOW, leaf, root
from tests.signing.plain_pack import draw
from tests.signing.signed_pack import check, codes, records, resign, signed, unsigned


def test_a_replaced_leaf_and_its_successor_both_verify() -> None:
    successor = leaf(number=2, issued=NOW - timedelta(days=3))
    for signer in (leaf(), successor):
        assert check(resign(unsigned(), signer)).outcome is Outcome.GENUINE


def test_a_withdrawn_leaf_is_refused_only_when_the_list_is_given() -> None:
    given = read_withdrawn(f"# withdrawn 1 March\n{leaf().fingerprint.upper()}  stolen laptop\n")
    verdict = check_pack(signed(), root_pem=root().certificate_pem, evidence=None, now=NOW, withdrawn=given)
    assert verdict.outcome is Outcome.CANNOT_TELL
    assert codes(verdict) == ("withdrawn",)
    assert check(signed()).outcome is Outcome.GENUINE


def test_a_list_of_withdrawn_leaves_reads_spaces_and_colons() -> None:
    pairs = ":".join(leaf().fingerprint[at : at + 2] for at in range(0, 64, 2))
    assert read_withdrawn(f"{pairs}\n\nnot a fingerprint\n") == {leaf().fingerprint}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "holds no fingerprint"),
        ("# none yet\nthe stolen one\n", "holds no fingerprint"),
        (leaf().fingerprint + "\n" + leaf().fingerprint[:-1], "line 2 holds a part"),
        (leaf().fingerprint[:32] + "\n" + leaf().fingerprint[32:], "line 1 holds a part"),
        (leaf().fingerprint + "0", "line 1 holds a part"),
        ("AB:CD:" * 6 + " is all that could be read", "line 1 holds a part"),
    ],
)
def test_a_list_that_would_quietly_miss_a_certificate_is_refused(text: str, why: str) -> None:
    with pytest.raises(WithdrawnListError, match=why):
        read_withdrawn(text)


def test_a_withdrawn_root_takes_its_leaves_with_it() -> None:
    given = read_withdrawn(root().fingerprint)
    verdict = check_pack(signed(), root_pem=root().certificate_pem, evidence=None, now=NOW, withdrawn=given)
    assert codes(verdict) == ("withdrawn",)


def test_a_look_alike_shows_its_own_fingerprint_and_is_not_known() -> None:
    other = root(copy=2)
    verdict = check(resign(draw(records(other.certificate_pem)), leaf(copy=2)))
    assert verdict.signer is not None
    assert verdict.signer.charity == CHARITY
    assert not verdict.known
    assert verdict.root_fingerprint == other.fingerprint != root().fingerprint


def test_a_practice_pack_says_practice_even_when_its_root_is_known() -> None:
    practice = root(practice=True)
    pdf = resign(draw(records(practice.certificate_pem, practice=True)), leaf(practice=True))
    verdict = check(pdf, root_pem=practice.certificate_pem)
    assert (verdict.outcome, verdict.practice) == (Outcome.GENUINE, True)
    assert "practice" in {one.code for one in verdict.notes}


def test_a_root_may_be_given_as_der() -> None:
    from cryptography.hazmat.primitives.serialization import Encoding

    der = load_certificate(root().certificate_pem).public_bytes(Encoding.DER)
    assert fingerprint(der) == root().fingerprint
    assert check(signed(), root_pem=der).outcome is Outcome.GENUINE


@pytest.mark.parametrize("given", [b"", b"hello", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_a_root_that_is_no_certificate_is_refused_in_words(given: bytes) -> None:
    with pytest.raises(RootCertificateError, match="could not be read"):
        check(signed(), root_pem=given)


def test_words_of_danger_inside_a_text_do_no_harm() -> None:
    pdf = draw(records(root().certificate_pem), title="Notes on /JavaScript, /AA and /Launch (/OpenAction)")
    assert check(resign(pdf)).outcome is Outcome.GENUINE


def test_several_doubts_are_all_named() -> None:
    verdict = check_pack(signed(), root_pem=None, evidence=None, now=NOW - timedelta(days=30))
    assert codes(verdict) == ("in_future", "no_root")


def test_the_gravest_doubt_comes_first_and_a_missing_root_last(tmp_path: Path) -> None:
    given = [tmp_path / "nowhere.zip"]
    early, stolen = NOW - timedelta(days=30), [leaf().fingerprint]
    verdict = check_pack(signed(), root_pem=None, evidence=given, now=early, withdrawn=stolen)
    assert codes(verdict) == ("withdrawn", "in_future", "evidence_unreadable", "no_root")
