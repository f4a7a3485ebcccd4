# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The key file on disk, kept twice. Every act asks for a passphrase again, so no data key stays in memory.

The newest readable copy counts. An older copy may only stand in when the newer one is damaged or was altered
by someone without a key; a passphrase that was changed does not come back that way. Nor does it from a backup:
the key file of a backup is used by restoring that backup, and never otherwise.
"""

import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop.models.errors import AppError
from desktop.storage import keys, recovery
from desktop.storage.key_file import (
    LARGEST,
    PASSPHRASE,
    RECOVERY,
    DamagedKeyFileError,
    KeyFile,
    Opened,
    Slot,
    TamperedKeyFileError,
)
from desktop.storage.keys import KdfParameters, WorkbookKeys
from desktop.storage.layout import Layout
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files


class WrongPassphraseError(AppError):
    """The passphrase opens no slot."""

    code = "wrong_passphrase"
    happened = "This passphrase does not open the workbook."
    safe = "Nothing was opened and nothing was changed."
    to_do = "Try again (look at Caps Lock), or use the recovery sheet."


class WrongRecoveryCodeError(AppError):
    """A well-formed recovery code belongs to something else."""

    code = "wrong_recovery_code"
    happened = "This recovery code is well formed, but it does not open this workbook."
    safe = "Nothing was opened and nothing was changed."
    to_do = "Look for a newer sheet: a sheet stops working when a new one is printed."


class NoSigningKeyError(AppError):
    """The person has no signing key."""

    code = "no_signing_key"
    happened = "This passphrase holds no signing key."
    safe = "Nothing was signed and nothing was changed."
    to_do = "Ask the signatory to sign, or issue a signing certificate from the charity's root key."


class LastSlotError(AppError):
    """Nobody could open the workbook any more."""

    code = "last_passphrase"
    happened = "This is the only passphrase of the workbook."
    safe = "It was kept."
    to_do = "Add another person first, or change the passphrase instead."


class WhosePassphraseError(AppError):
    """Several people have a passphrase, and it was not said whose is to be replaced."""

    code = "whose_passphrase"
    happened = "This workbook has several passphrases: {labels}."
    safe = "None was changed."
    to_do = "Say whose passphrase the new one is to replace."


class KeysHalfSavedError(AppError):
    """The change holds, but the second copy of the key file is behind."""

    code = "keys_half_saved"
    happened = "The change is saved, but the second copy of the key file could not be written."
    safe = "The workbook opens with the change; the records are whole."
    to_do = "Check the disk, then close and open the workbook: the second copy is renewed then."


class KeyStore:
    """The key file of one workbook folder."""

    def __init__(self, layout: Layout, files: Files) -> None:
        self._layout = layout
        self._files = files

    def create(
        self, passphrase: str, *, made: datetime, practice: bool, kdf: KdfParameters
    ) -> tuple[KeyFile, WorkbookKeys, str]:
        """A new data key in two slots; gives the key file, the working keys and the recovery code."""
        keys.check_new_passphrase(passphrase)
        kdf.check()
        data_key, code = keys.new_key(), recovery.new_code()
        empty = KeyFile(uuid.uuid4().hex, practice, made.isoformat(), 0, ())
        filled, _ = empty.with_passphrase(data_key, passphrase, "First person", kdf)
        made_file = filled.with_recovery(data_key, code).sealed(data_key)
        self._save(made_file)
        return made_file, WorkbookKeys.from_data_key(data_key), code

    def unlock(self, passphrase: str) -> tuple[KeyFile, WorkbookKeys]:
        """The working keys, or ``WrongPassphraseError``."""
        found, working_keys, _ = self.enter(passphrase)
        return found, working_keys

    def enter(self, passphrase: str) -> tuple[KeyFile, WorkbookKeys, str]:
        """As ``unlock``, with the id of the slot that opened: who is at work."""
        found, opened = self._open_with(passphrase)
        return found, WorkbookKeys.from_data_key(opened.data_key), opened.slot.id

    def unlock_with_code(self, code: str) -> tuple[KeyFile, WorkbookKeys]:
        """The working keys, by recovery code."""
        found, opened = self._open(lambda each: each.open_with_code(code), WrongRecoveryCodeError)
        return found, WorkbookKeys.from_data_key(opened.data_key)

    def check_recovery_code(self, code: str) -> None:
        """Check a typed-back code: raises ``RecoveryCodeTypoError`` or ``WrongRecoveryCodeError``."""
        self._open(lambda each: each.open_with_code(code), WrongRecoveryCodeError)

    def change_passphrase(self, old: str, new: str, kdf: KdfParameters) -> None:
        """Wrap the data key and the signing key anew. What they protect is not touched."""
        keys.check_new_passphrase(new)
        found, opened = self._open_with(old)
        signing = found.signing_key(opened) or b""
        changed = found.with_new_passphrase(opened.data_key, new, opened.slot, kdf, signing)
        self._save(changed.sealed(opened.data_key))

    def reset_passphrase(self, code: str, new: str, kdf: KdfParameters, slot_id: str = "") -> None:
        """Set a new passphrase in place of the one of ``slot_id``, or of the only one. Its signing key is lost."""
        keys.check_new_passphrase(new)
        found, opened = self._open(lambda each: each.open_with_code(code), WrongRecoveryCodeError)
        people = [slot for slot in found.slots if slot.kind == PASSPHRASE]
        meant = [slot for slot in people if slot_id in {"", slot.id}]
        if len(meant) != 1:
            raise WhosePassphraseError(labels="; ".join(slot.label for slot in people))
        self._save(found.with_new_passphrase(opened.data_key, new, meant[0], kdf).sealed(opened.data_key))

    def new_recovery_code(self, passphrase: str) -> str:
        """A code for a new sheet; the old sheet stops working."""
        found, opened = self._open_with(passphrase)
        code = recovery.new_code()
        self._save(found.with_recovery(opened.data_key, code).sealed(opened.data_key))
        return code

    def add_person(self, passphrase: str, new: str, label: str, kdf: KdfParameters) -> str:
        """Give another person a passphrase; gives the id of their slot."""
        keys.check_new_passphrase(new)
        found, opened = self._open_with(passphrase)
        changed, slot = found.with_passphrase(opened.data_key, new, label, kdf)
        self._save(changed.sealed(opened.data_key))
        return slot.id

    def remove_person(self, passphrase: str, slot_id: str) -> None:
        """Take a person's slot away. It does not take back an old copy of the workbook that they kept."""
        found, opened = self._open_with(passphrase)
        left = found.without(slot_id)
        if not any(slot.kind == PASSPHRASE for slot in left.slots):
            raise LastSlotError
        self._save(left.sealed(opened.data_key))

    def people(self) -> tuple[Slot, ...]:
        """The passphrase slots, as the newest readable copy lists them."""
        return tuple(slot for slot in self._readable()[0].slots if slot.kind == PASSPHRASE)

    def recovery_sheet(self) -> str:
        """The id of the recovery slot, another with each new code, as the newest readable copy lists it."""
        return next((slot.id for slot in self._readable()[0].slots if slot.kind == RECOVERY), "")

    def put_signing_key(self, passphrase: str, secret: bytes) -> None:
        """Keep a signing key under this passphrase alone; empty bytes take it out."""
        found, opened = self._open_with(passphrase)
        self._save(found.with_signing_key(opened, secret).sealed(opened.data_key))

    def signing_key(self, passphrase: str) -> bytes:
        """The signing key kept under this passphrase. Asked for at each signing."""
        found, opened = self._open_with(passphrase)
        secret = found.signing_key(opened)
        if secret is None:
            raise NoSigningKeyError
        return secret

    def current(self) -> tuple[bytes, int]:
        """The newest readable copy as it is and its number, for a backup."""
        newest = self._readable()[0]
        return newest.to_bytes(), newest.change

    def _open_with(self, passphrase: str) -> tuple[KeyFile, Opened]:
        return self._open(lambda each: each.open_with_passphrase(passphrase), WrongPassphraseError)

    def _open(self, attempt: Callable[[KeyFile], Opened | None], refusal: type[AppError]) -> tuple[KeyFile, Opened]:
        passed_over: list[KeyFile] = []
        altered = False
        for found in self._readable():
            opened = attempt(found)
            if opened is None:
                passed_over.append(found)
            elif not found.is_authentic(opened.data_key):
                altered = True
            elif any(newer.is_authentic(opened.data_key) for newer in passed_over):
                raise refusal  # it was right once; the newer file, genuine, has replaced it
            else:
                return found, opened
        raise TamperedKeyFileError if altered else refusal

    def _readable(self) -> tuple[KeyFile, ...]:
        """The distinct readable copies, newest first."""
        problems: list[AppError] = []
        found: list[KeyFile] = []
        for path in (self._layout.keys, self._layout.keys_copy):
            try:
                copy = KeyFile.from_bytes(self._files.read_part(path, 0, LARGEST))
            except FileNotFoundError:
                continue
            except AppError as error:
                problems.append(error)
            except OSError:
                problems.append(DamagedKeyFileError())
            else:
                found += [copy] if copy not in found else []
        if not found:
            raise next((each for each in problems if not isinstance(each, DamagedKeyFileError)), DamagedKeyFileError())
        return tuple(sorted(found, key=lambda each: -each.change))

    def _save(self, content: KeyFile) -> None:
        data = content.to_bytes()
        try:
            with plain_disk_errors("The key file"):
                self._files.write(self._layout.keys, data)
        except AppError:
            if not self._holds(self._layout.keys, data):
                raise
        try:
            self._files.write(self._layout.keys_copy, data)
        except OSError as error:
            raise KeysHalfSavedError from error

    def repair(self, content: KeyFile) -> None:
        """Bring both copies to what opened. Opening does not fail because a repair does."""
        data = content.to_bytes()
        for path in (self._layout.keys, self._layout.keys_copy):
            if not self._holds(path, data):
                try:
                    self._files.write(path, data)
                except OSError:
                    return

    def _holds(self, path: Path, data: bytes) -> bool:
        try:
            return self._files.read_part(path, 0, LARGEST) == data
        except OSError:
            return False
