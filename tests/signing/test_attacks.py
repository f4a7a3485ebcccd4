# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""No forged or altered pack is called genuine, and each gets the answer and the reason it deserves."""

from functools import cache

import pytest

from desktop.models.verdict import Outcome, Verdict
from desktop.signing.check import check_pack
from tests.signing.attacks import ATTACKS, Attack
from tests.signing.identities import NOW
from tests.signing.signed_pack import check, codes

_WITHOUT_ROOT = {Outcome.CANNOT_TELL: Outcome.CANNOT_TELL}


@cache
def _forged(name: str) -> bytes:
    return next(attack.make() for attack in ATTACKS if attack.name == name)


@cache
def _verdict(name: str) -> Verdict:
    return check(_forged(name))


def test_the_collection_is_at_least_as_large_as_promised() -> None:
    assert len(ATTACKS) >= 33
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)


@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_an_attack_gets_its_verdict_and_reason(attack: Attack) -> None:
    verdict = _verdict(attack.name)
    assert (verdict.outcome, codes(verdict)) == (attack.outcome, (attack.code,))


@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_an_attack_is_never_genuine_without_a_root_either(attack: Attack) -> None:
    verdict: Verdict = check_pack(_forged(attack.name), root_pem=None, evidence=None, now=NOW)
    assert verdict.outcome is attack.outcome
    assert verdict.outcome is not Outcome.GENUINE


@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_every_reason_is_plain_and_ends_like_a_sentence(attack: Attack) -> None:
    (reason,) = _verdict(attack.name).reasons
    assert reason.sentence[0].isupper()
    assert reason.sentence.endswith(".")
    assert "{" not in reason.sentence
    for word in ("invalid", "error", "please", "successfully", "CMS", "DER", "ByteRange"):
        assert word not in reason.sentence
