# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Roots and leaves: what the certificates say, how the root key is kept, what damaged files lead to."""

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from asn1crypto import keys, pem
from cryptography import x509
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.signing.identity import (
    RootIdentity,
    SigningKeyError,
    SigningLeaf,
    create_root,
    fingerprint_words,
    issue_leaf,
    load_certificate,
)
from desktop.signing.root_key_file import ROUNDS, RootKeyFileError, RootPassphraseError, open_key
from desktop.signing.subjects import LIMIT, charity_of, clean_name, leaf_subject, root_subject, shorten, signatory_of
from tests.signing.identities import CHARITY, NOW, PASSPHRASE, SET_UP, leaf, root

_NASTY = [
    "Dove, Lamb & Partners, Ltd.",
    "Elusen Tŷ Ŵyn, Môn",
    "A " * 150,
    "x" * 300,
    "Straight\u202eesrever\u200b Trust\n",
    'Quote "inner" + plus = equals; <angle> \\ slash #',
    "   ",
    "",
]


def _usage(certificate: x509.Certificate) -> x509.KeyUsage:
    return certificate.extensions.get_extension_for_class(x509.KeyUsage).value


def test_a_root_lives_twenty_years_and_may_issue_leaves_only() -> None:
    certificate = load_certificate(root().certificate_pem)
    constraints = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
    assert (constraints.ca, constraints.path_length) == (True, 0)
    assert _usage(certificate).key_cert_sign
    assert not _usage(certificate).digital_signature
    assert certificate.not_valid_after_utc.year - SET_UP.year == 20
    assert certificate.subject == certificate.issuer


def test_a_leaf_lives_five_years_and_only_signs() -> None:
    certificate = load_certificate(leaf().certificate_pem)
    assert _usage(certificate).digital_signature
    assert _usage(certificate).content_commitment
    assert not _usage(certificate).key_cert_sign
    assert certificate.not_valid_after_utc.year - SET_UP.year == 5
    certificate.verify_directly_issued_by(load_certificate(root().certificate_pem))


def test_the_subjects_say_charity_and_role() -> None:
    signer = leaf(number=3).signer
    assert (signer.charity, signer.signatory) == (CHARITY, "Authorised signatory 3")
    assert signer.root_fingerprint == root().fingerprint
    assert signer.fingerprint_words == fingerprint_words(root().fingerprint)


@pytest.mark.parametrize("charity", _NASTY)
def test_any_name_fits_a_certificate_and_keeps_the_role(charity: str) -> None:
    one = create_root(charity, PASSPHRASE, practice=True, now=NOW, rounds=1000)
    under = issue_leaf(one, PASSPHRASE, 12, NOW)
    for pem_bytes in (one.certificate_pem, under.certificate_pem):
        for attribute in load_certificate(pem_bytes).subject:
            assert 1 <= len(str(attribute.value).encode()) <= LIMIT
    assert under.signer.signatory == "Authorised signatory 12"
    assert under.signer.charity == shorten(clean_name(charity))


@settings(deadline=None)
@given(st.text(max_size=300) | st.text("âŵ é,", min_size=40, max_size=90), st.integers(1, 99), st.booleans())
def test_every_subject_is_within_the_limits_and_visible(charity: str, number: int, practice: bool) -> None:
    for name in (root_subject(charity, practice=practice), leaf_subject(charity, number, practice=practice)):
        for attribute in name:
            assert 1 <= len(str(attribute.value).encode()) <= LIMIT
            assert str(attribute.value).isprintable()
    named = charity_of(root_subject(charity, practice=practice))
    assert charity_of(leaf_subject(named, number, practice=practice)) == named, "the checker compares the two"


def test_practice_is_a_word_in_every_name() -> None:
    for name in (root_subject(CHARITY, practice=True), leaf_subject(CHARITY, 1, practice=True)):
        assert name.get_attributes_for_oid(NameOID.ORGANIZATIONAL_UNIT_NAME)[0].value == "Practice"
        assert str(name.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value).startswith("Practice: ")
    assert signatory_of(leaf_subject(CHARITY, 1, practice=True)) == "Authorised signatory 1"


def test_a_long_name_is_cut_between_words() -> None:
    assert shorten("The Society for the Promotion of Very Long Names in the County of Powys", 40) == (
        "The Society for the Promotion of…"
    )


def test_the_root_key_file_uses_the_promised_rounds_and_cipher() -> None:
    made = create_root(CHARITY, PASSPHRASE, practice=False, now=NOW)
    info = keys.EncryptedPrivateKeyInfo.load(pem.unarmor(made.encrypted_key)[2])
    parameters = info["encryption_algorithm"]["parameters"]
    assert parameters["key_derivation_func"]["parameters"]["iteration_count"].native == ROUNDS == 600_000
    assert parameters["key_derivation_func"]["parameters"]["prf"]["algorithm"].native == "sha256"
    assert parameters["encryption_scheme"]["algorithm"].native == "aes256_cbc"
    assert open_key(made.encrypted_key, PASSPHRASE).curve.name == "secp256r1"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not on this computer")
def test_openssl_opens_the_root_key_file(tmp_path: Path) -> None:
    path = tmp_path / "root.key"
    path.write_bytes(root().to_bytes())
    command = ["openssl", "pkey", "-in", str(path), "-passin", f"pass:{PASSPHRASE}", "-noout", "-text"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "256 bit" in done.stdout


def test_a_wrong_passphrase_is_told_from_a_damaged_file() -> None:
    with pytest.raises(RootPassphraseError, match="passphrase"):
        issue_leaf(root(), "not this one", 1, NOW)
    for damaged in (b"", b"hello", root().encrypted_key[:80], root().certificate_pem):
        with pytest.raises(RootKeyFileError):
            open_key(damaged, PASSPHRASE)


def test_the_passphrase_may_be_typed_with_composed_or_split_accents() -> None:
    made = create_root(CHARITY, "t\u0177 g\u0175yl", practice=False, now=NOW, rounds=1000)
    assert issue_leaf(made, "ty\u0302 gw\u0302yl", 1, NOW).signer.charity == CHARITY


def test_a_root_goes_to_a_file_and_back_also_with_windows_line_ends() -> None:
    for data in (root().to_bytes(), root().to_bytes().replace(b"\n", b"\r\n")):
        back = RootIdentity.from_bytes(data)
        assert back == root()
    for bad in (b"", root().certificate_pem, root().encrypted_key):
        with pytest.raises(RootKeyFileError):
            RootIdentity.from_bytes(bad)


def test_a_key_beside_another_charitys_certificate_is_refused() -> None:
    mixed = RootIdentity(root(copy=2).certificate_pem, root().encrypted_key)
    with pytest.raises(RootKeyFileError):
        issue_leaf(mixed, PASSPHRASE, 1, NOW)


def test_a_leaf_goes_to_bytes_and_back() -> None:
    assert SigningLeaf.from_bytes(leaf().to_bytes()) == leaf()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_leaf_is_refused_or_read_as_it_was(draw: st.DataObject) -> None:
    whole = leaf().to_bytes()
    at = draw.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:at] + draw.draw(st.binary(max_size=3)) + whole[at + 1 :]
    try:
        read = SigningLeaf.from_bytes(damaged)
    except SigningKeyError:
        return
    assert read.secret == leaf().secret or read.secret[:20] == leaf().secret[:20]


def test_secrets_are_not_shown_when_printed() -> None:
    assert leaf().secret.hex()[:40] not in repr(leaf())
    assert "secret" not in repr(leaf())
    assert "ENCRYPTED" not in repr(root())


def test_a_root_made_on_a_leap_day_ends_on_a_real_day() -> None:
    leap = datetime(2028, 2, 29, 9, 0, tzinfo=UTC)
    made = create_root(CHARITY, PASSPHRASE, practice=False, now=leap, rounds=1000)
    under = issue_leaf(made, PASSPHRASE, 1, leap)
    assert load_certificate(under.certificate_pem).not_valid_after_utc == leap.replace(year=2033, day=28)


def test_fresh_certificates_hold_at_once_on_a_clock_a_little_behind() -> None:
    certificate = load_certificate(leaf(number=5, issued=NOW).certificate_pem)
    assert certificate.not_valid_before_utc == NOW - timedelta(minutes=5)
