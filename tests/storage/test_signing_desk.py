# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The signing certificate in the window: how it stands, and keys that are made off the database's thread."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop.services.signer_keys import RootKeyPlaceError, SignerThereError
from desktop.services.signing_desk import SigningDesk, SigningKind
from desktop.storage.key_store import WrongPassphraseError
from desktop.storage.workbook import Workbook
from tests.storage.charities import NAME, ROOT_PASSPHRASE, small_charity
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK, NEW, OLD, QUICK, later, reopen


def test_signing_is_set_up_in_a_thread_runs_out_is_lost_and_is_renewed_under_one_fingerprint(tmp_path: Path) -> None:
    folder, root_key = tmp_path / "workbook", tmp_path / "root-key.pem"
    workbook = small_charity(folder)
    code = workbook.keys.new_recovery_code(OLD)
    desk = SigningDesk(workbook, CLOCK, FastFiles())
    assert desk.state().kind is SigningKind.NONE
    asked = desk.ask_to_set_up(root_key)
    with ThreadPoolExecutor(1) as thread:
        prepared = thread.submit(desk.prepare_set_up, asked, OLD, ROOT_PASSPHRASE).result()
    state = desk.record(prepared)
    with pytest.raises(SignerThereError):
        desk.ask_to_set_up(tmp_path / "another.pem")
    assert (state.kind, state.charity, state.signatory) == (SigningKind.READY, NAME, "Authorised signatory 1")
    assert state.days_left == 1826
    assert "".join(state.groups).lower() == state.fingerprint
    assert {len(group) for group in state.groups} == {4}
    assert (len(state.groups), len(state.words)) == (16, 8)
    assert SigningDesk(workbook, later(days=2000), FastFiles()).state().kind is SigningKind.LAPSED
    workbook.close(backup=False)
    Workbook.reset_passphrase(folder, code, NEW, clock=CLOCK, files=FastFiles(), kdf=QUICK)
    with reopen(folder, NEW) as again:
        desk = SigningDesk(again, later(days=9), FastFiles())
        assert desk.state().kind is SigningKind.LOST
        assert desk.record(desk.prepare_renewal(desk.ask_to_renew(root_key), NEW, ROOT_PASSPHRASE)).kind is (
            SigningKind.READY
        )
        assert desk.state().fingerprint == state.fingerprint
        assert desk.state().days_left == 1826


def test_keys_that_cannot_be_kept_leave_no_root_key_behind(tmp_path: Path) -> None:
    with small_charity(tmp_path / "workbook") as workbook:
        desk = SigningDesk(workbook, CLOCK, FastFiles())
        asked = desk.ask_to_set_up(tmp_path / "root-key.pem")
        with pytest.raises(WrongPassphraseError):
            desk.prepare_set_up(asked, "not this one at all", ROOT_PASSPHRASE)
        assert not (tmp_path / "root-key.pem").exists()
        desk.discard(desk.prepare_set_up(asked, OLD, ROOT_PASSPHRASE))
        assert not (tmp_path / "root-key.pem").exists()
        assert desk.state().kind is SigningKind.NONE


def test_the_root_key_goes_neither_into_the_workbook_nor_over_another_file(tmp_path: Path) -> None:
    (tmp_path / "taken.pem").write_bytes(b"")
    with small_charity(tmp_path / "workbook") as workbook:
        desk = SigningDesk(workbook, CLOCK, FastFiles())
        for place in (tmp_path / "taken.pem", tmp_path / "workbook" / "root-key.pem"):
            with pytest.raises(RootKeyPlaceError):
                desk.ask_to_set_up(place)
