# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The answers of the checker on a whole pack and on the plainest changes."""

from datetime import timedelta
from pathlib import Path

import pytest
from pikepdf.settings import get_qpdf_limits

from desktop.models.verdict import EvidenceState, Outcome
from desktop.signing.check import check_pack
from desktop.signing.identity import fingerprint, fingerprint_words
from tests.signing.attacks import ATTACKS
from tests.signing.identities import CHARITY, NOW, leaf, root
from tests.signing.signed_pack import PACK, check, codes, signed


def test_an_untouched_pack_is_genuine() -> None:
    verdict = check(signed())
    assert verdict.outcome is Outcome.GENUINE, verdict.reasons
    assert verdict.reasons == ()
    assert verdict.known
    assert verdict.signed_at == NOW
    assert verdict.evidence is EvidenceState.NOT_CHECKED
    assert not verdict.practice


def test_the_verdict_says_who_signed_and_under_which_fingerprint() -> None:
    verdict = check(signed())
    assert verdict.signer is not None
    assert (verdict.signer.charity, verdict.signer.signatory) == (CHARITY, "Authorised signatory 1")
    assert verdict.signer.certificate_fingerprint == leaf().fingerprint
    assert verdict.root_fingerprint == fingerprint(root().certificate_pem)
    assert verdict.fingerprint_words == fingerprint_words(verdict.root_fingerprint)
    assert len(verdict.fingerprint_words) == 8


def test_the_verdict_carries_the_facts_of_the_seal() -> None:
    facts = check(signed()).facts
    assert facts is not None
    assert (facts.pack_id, facts.pages, facts.files, facts.history_number) == (PACK, 2, 0, 41)


def test_without_a_root_nobody_can_tell_but_the_fingerprint_is_shown() -> None:
    verdict = check_pack(signed(), root_pem=None, evidence=None, now=NOW)
    assert verdict.outcome is Outcome.CANNOT_TELL
    assert codes(verdict) == ("no_root",)
    assert verdict.root_fingerprint == fingerprint(root().certificate_pem)
    assert not verdict.known


@pytest.mark.parametrize("place", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_changed_letter_is_altered_with_or_without_a_root(place: float) -> None:
    spoiled = bytearray(signed())
    spoiled[int(len(spoiled) * place)] ^= 0x20
    for given in (root().certificate_pem, None):
        verdict = check_pack(bytes(spoiled), root_pem=given, evidence=None, now=NOW)
        assert verdict.outcome is Outcome.ALTERED
        assert verdict.signer is None


def test_a_path_is_read_and_one_that_cannot_be_opened_is_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(signed())
    assert check_pack(path, root_pem=root().certificate_pem, evidence=None, now=NOW).outcome is Outcome.GENUINE
    for absent in (tmp_path / "nowhere.pdf", tmp_path):
        verdict = check_pack(absent, root_pem=None, evidence=None, now=NOW)
        assert (verdict.outcome, codes(verdict)) == (Outcome.UNREADABLE, ("not_opened",))


def test_a_pack_checked_years_later_says_that_the_certificate_ended() -> None:
    verdict = check(signed(), now=NOW + timedelta(days=6 * 365))
    assert verdict.outcome is Outcome.GENUINE
    assert "certificate_ended" in {one.code for one in verdict.notes}


@pytest.mark.parametrize("name", ["signed_bomb", "bomb_without_a_signature", "approved_not_certified"])
def test_the_limits_to_inflating_hold_for_the_checker_alone(name: str) -> None:
    before = get_qpdf_limits()
    check(next(attack.make() for attack in ATTACKS if attack.name == name))
    assert get_qpdf_limits() == before
