# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a signature by us looks like from inside."""

from datetime import timedelta, timezone
from io import BytesIO

import pikepdf
import pytest
from asn1crypto import cms

from desktop.models.verdict import EvidenceState, Outcome, worst
from desktop.signing.identity import load_certificate
from desktop.signing.sign import CertificateOutOfDateError, sign_pack
from tests.signing.forgery import gap
from tests.signing.identities import NOW, leaf
from tests.signing.signed_pack import check, signed, unsigned


def test_the_container_holds_the_leaf_alone_and_nothing_unsigned() -> None:
    content = cms.ContentInfo.load(gap(signed()))["content"]
    (certificate,) = content["certificates"]
    assert certificate.chosen.serial_number == load_certificate(leaf().certificate_pem).serial_number
    (signer,) = content["signer_infos"]
    assert len(signer["unsigned_attrs"]) == 0
    named = {attribute["type"].native for attribute in signer["signed_attrs"]}
    assert "signing_certificate_v2" in named
    assert "signing_time" not in named


def test_the_claimed_time_is_the_one_given_whatever_its_zone() -> None:
    summer = (NOW + timedelta(days=1)).astimezone(timezone(timedelta(hours=1)))
    assert check(sign_pack(unsigned(), leaf(), signed_at=summer)).signed_at == summer


def test_the_pages_and_the_look_of_the_field_stay_as_drawn() -> None:
    with pikepdf.open(BytesIO(unsigned())) as before, pikepdf.open(BytesIO(signed())) as after:
        old, new = before.Root.AcroForm.Fields[0], after.Root.AcroForm.Fields[0]
        assert new.AP.N.read_bytes() == old.AP.N.read_bytes()
        assert new.Rect == old.Rect
        assert [page.Contents.read_bytes() for page in after.pages] == [
            page.Contents.read_bytes() for page in before.pages
        ]


def test_the_unsigned_bytes_stand_unchanged_at_the_start() -> None:
    assert signed().startswith(unsigned())


@pytest.mark.parametrize("moved", [timedelta(days=-400), timedelta(days=6 * 365)])
def test_a_certificate_out_of_date_signs_nothing(moved: timedelta) -> None:
    with pytest.raises(CertificateOutOfDateError, match=r"holds from 6 May 2026 to 6 May 2031"):
        sign_pack(unsigned(), leaf(), signed_at=NOW + moved)


def test_the_worst_outcome_wins() -> None:
    assert worst(()) is Outcome.GENUINE
    assert worst((Outcome.CANNOT_TELL, Outcome.ALTERED)) is Outcome.ALTERED
    assert worst((Outcome.ALTERED, Outcome.UNREADABLE, Outcome.CANNOT_TELL)) is Outcome.UNREADABLE
    assert EvidenceState("repacked") is EvidenceState.REPACKED
