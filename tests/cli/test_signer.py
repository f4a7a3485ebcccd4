# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Signing certificates run out, are stolen and are lost with a passphrase; the charity's identity outlives them all."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.models.changes import Op
from desktop.models.errors import AppError, InputError
from desktop.models.verdict import Outcome
from desktop.services.signer_keys import SignerThereError, renew_signing, set_up_signing
from desktop.services.signers import ROOT_FACT, OtherRootError, root_certificate, signing_leaf
from desktop.signing.check import check_pack
from desktop.signing.sign import CertificateOutOfDateError, sign_pack
from desktop.storage.key_store import NoSigningKeyError
from desktop.storage.workbook import Workbook
from desktop.support.files import Files
from tests.cli.command import Said, sevenfold
from tests.signing.identities import leaf as leaf_of_another
from tests.signing.identities import root as another_root
from tests.signing.plain_pack import draw
from tests.signing.signed_pack import records
from tests.storage.workbooks import CLOCK, NEW, OLD, QUICK, create, later, name_charity, reopen

ROOT_PASSPHRASE = "seven dry stone walls"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workbook that may sign; its root key is beside it, and its recovery code in a file."""
    made, code = create(tmp_path / "workbook")
    with made as workbook:
        name_charity(workbook, "Cwm Alder Project")
        set_up_signing(workbook, OLD, ROOT_PASSPHRASE, tmp_path / "root-key.pem", CLOCK, Files())
    (tmp_path / "code.txt").write_text(code, encoding="utf-8")
    return tmp_path / "workbook"


@pytest.fixture
def workbook(folder: Path) -> Iterator[Workbook]:
    with reopen(folder) as opened:
        yield opened


@pytest.fixture
def root_key(tmp_path: Path) -> Path:
    return tmp_path / "root-key.pem"


def outcome(workbook: Workbook, passphrase: str, days: int) -> Outcome:
    """Sign a pack some days after the start and check it against the root that the workbook keeps."""
    moment, root = later(days=days).now(), root_certificate(workbook)
    pdf = sign_pack(draw(records(root)), signing_leaf(workbook, passphrase), signed_at=moment)
    return check_pack(pdf, root_pem=root, evidence=None, now=moment).outcome


def test_a_certificate_that_ran_out_is_renewed_under_the_same_root(workbook: Workbook, root_key: Path) -> None:
    before = signing_leaf(workbook, OLD)
    late = later(days=6 * 366)
    with pytest.raises(CertificateOutOfDateError):
        sign_pack(draw(records(root_certificate(workbook))), before, signed_at=late.now())
    renewed = renew_signing(workbook, OLD, root_key, ROOT_PASSPHRASE, late)
    assert renewed.signer == before.signer
    assert (renewed.replaced, renewed.fingerprint) == (before.fingerprint, signing_leaf(workbook, OLD).fingerprint)
    assert renewed.valid_until > late.now() + timedelta(days=4 * 365)
    assert outcome(workbook, OLD, 6 * 366) is Outcome.GENUINE


def test_a_certificate_lost_with_its_passphrase_is_renewed_with_its_number(
    folder: Path, tmp_path: Path, root_key: Path
) -> None:
    with reopen(folder) as workbook:
        renew_signing(workbook, OLD, root_key, ROOT_PASSPHRASE, CLOCK, 3)
        root = root_certificate(workbook)
    code = (tmp_path / "code.txt").read_text(encoding="utf-8")
    Workbook.reset_passphrase(folder, code, NEW, clock=CLOCK, files=Files())
    with reopen(folder, NEW) as workbook:
        with pytest.raises(NoSigningKeyError):
            signing_leaf(workbook, NEW)
        renewed = renew_signing(workbook, NEW, root_key, ROOT_PASSPHRASE, CLOCK)
        assert renewed.signer.signatory == "Authorised signatory 3"
        assert renewed.replaced == ""
        assert root_certificate(workbook) == root
        assert outcome(workbook, NEW, 1) is Outcome.GENUINE


def test_signing_is_set_up_once_and_the_root_is_never_replaced(workbook: Workbook, tmp_path: Path) -> None:
    root, leaf = root_certificate(workbook), signing_leaf(workbook, OLD)
    with pytest.raises(SignerThereError, match="Renew the signing certificate"):
        set_up_signing(workbook, OLD, ROOT_PASSPHRASE, tmp_path / "second.pem", CLOCK, Files())
    assert not (tmp_path / "second.pem").exists()
    assert (root_certificate(workbook), signing_leaf(workbook, OLD)) == (root, leaf)


def test_the_root_key_of_another_charity_is_refused(workbook: Workbook, tmp_path: Path) -> None:
    before = signing_leaf(workbook, OLD)
    other = tmp_path / "other.pem"
    other.write_bytes(another_root("Cwm Alder Project").to_bytes())
    with pytest.raises(OtherRootError, match=r"other\.pem belongs to another root"):
        renew_signing(workbook, OLD, other, "otter lantern brisk copper nettle", CLOCK)
    assert signing_leaf(workbook, OLD) == before


@pytest.mark.parametrize(("content", "code"), [(b"", "root_key_file"), (None, "input"), (b"hello\n", "root_key_file")])
def test_a_file_that_is_no_root_key_is_refused(
    workbook: Workbook, tmp_path: Path, content: bytes | None, code: str
) -> None:
    if content is not None:
        (tmp_path / "given.pem").write_bytes(content)
    with pytest.raises(AppError) as refusal:
        renew_signing(workbook, OLD, tmp_path / "given.pem", ROOT_PASSPHRASE, CLOCK)
    assert refusal.value.code == code


def test_a_second_signatory_says_their_number(workbook: Workbook, root_key: Path) -> None:
    workbook.keys.add_person(OLD, NEW, "deputy", QUICK)
    with pytest.raises(InputError, match="Say which signatory"):
        renew_signing(workbook, NEW, root_key, ROOT_PASSPHRASE, CLOCK)
    renewed = renew_signing(workbook, NEW, root_key, ROOT_PASSPHRASE, CLOCK, 2)
    assert renewed.signer.signatory == "Authorised signatory 2"
    assert signing_leaf(workbook, OLD).signer.signatory == "Authorised signatory 1"
    again = renew_signing(workbook, OLD, root_key, ROOT_PASSPHRASE, CLOCK)
    assert again.signer.signatory == "Authorised signatory 1"


def test_a_certificate_under_another_root_than_the_kept_one_never_signs(workbook: Workbook) -> None:
    workbook.keys.put_signing_key(OLD, leaf_of_another().to_bytes())
    with pytest.raises(OtherRootError, match="signing certificate"):
        signing_leaf(workbook, OLD)
    with workbook.db.write(Op.CHANGE_KEYS):
        workbook.db.meta.set(ROOT_FACT, another_root().certificate_pem.decode())
    assert signing_leaf(workbook, OLD) == leaf_of_another()


@pytest.fixture
def own_demo(demo: tuple[Path, Said], tmp_path: Path) -> Path:
    """A copy of the practice folder that a test may change."""
    return Path(shutil.copytree(demo[0], tmp_path / "demo"))


def _signer(demo: Path, *more: str | Path) -> Said:
    secrets = ("--passphrase-file", demo / "passphrase.txt", "--root-passphrase-file", demo / "passphrase.txt")
    return sevenfold("signer", demo / "workbook", *secrets, "--root-key", demo / "root-key.pem", *more)


def test_the_command_renews_and_tells_both_fingerprints(own_demo: Path) -> None:
    checked = sevenfold("check-pack", own_demo / "pack.pdf", "--json").data
    said = _signer(own_demo, "--json")
    assert said.code == 0, said.err
    assert said.data["signer"] == checked["signer"]
    assert said.data["root_fingerprint"] == checked["root_fingerprint"]
    words = _signer(own_demo, "--signatory", "2")
    assert words.code == 0
    assert "Authorised signatory 2" in words.out
    assert said.data["signer_fingerprint"] in words.out, "the certificate that was replaced"


def test_the_command_refuses_a_wrong_passphrase_of_the_root_key(own_demo: Path) -> None:
    wrong = own_demo / "wrong.txt"
    wrong.write_text("root key passphrase: not this one\n", encoding="utf-8")
    said = _signer(own_demo, "--root-passphrase-file", wrong, "--json")
    assert (said.code, said.data["error"]) == (3, "root_passphrase")


@pytest.mark.parametrize("number", ["0", "-1", "two", "1000", "²"])
def test_a_signatory_is_a_number(number: str) -> None:
    assert sevenfold("signer", "workbook", "--root-key", "key", f"--signatory={number}").code == 64
