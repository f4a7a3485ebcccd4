# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a key file says: its slots, how they open, and how it is written as JSON. Frozen; no disk here.

Three things guard it. ``sum`` (SHA-256) shows accidental damage before any passphrase is tried. Each slot is
bound to the workbook, its kind and its settings. ``seal`` (keyed with the data key) shows, once open, that
nobody without a key changed, added or dropped anything.
"""

import hashlib
import hmac
import json
from dataclasses import dataclass, field, replace
from typing import Any

from desktop.models.errors import AppError
from desktop.storage import keys, recovery
from desktop.storage.keys import KdfParameters, UnwrapError, WorkbookKeys

FORMAT = "sevenfold-keys"
VERSION = 1
PASSPHRASE = "passphrase"  # noqa: S105 - the kind of a slot, not a secret
RECOVERY = "recovery"
LARGEST = 256 * 1024
MOST_SLOTS = 32


class DamagedKeyFileError(AppError):
    """No copy of the key file can be read."""

    code = "key_file_damaged"
    happened = "The key file of this workbook is missing or damaged, and so is its second copy."
    safe = "The records are still there, locked. Nothing was changed."
    to_do = "Restore the newest backup into a new folder: every backup holds the key file and passphrases of its day."


class NewerKeyFileError(AppError):
    """The key file was written by a later version."""

    code = "key_file_newer"
    happened = "This workbook was last used with a newer Sevenfold."
    safe = "Nothing was changed."
    to_do = "Install the newest version on this computer, then open it again."


class TamperedKeyFileError(AppError):
    """The key file opens, but somebody changed it without a key."""

    code = "key_file_tampered"
    happened = "The key file was altered outside Sevenfold."
    safe = "The records themselves are protected separately. Nothing was changed."
    to_do = "Restore a backup into a new folder, and find out who had access to this computer."


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: the data key, wrapped. ``signing`` is the signatory's key, wrapped by this slot alone, or empty."""

    id: str
    kind: str
    label: str
    salt: bytes
    kdf: KdfParameters | None
    wrapped: bytes = field(repr=False)
    signing: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a passphrase or code opened: the slot, its own key and the data key."""

    slot: Slot
    slot_key: bytes = field(repr=False)
    data_key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The content of ``keys.json``. ``change`` counts its versions."""

    workbook_id: str
    practice: bool
    made: str
    change: int
    slots: tuple[Slot, ...]
    seal: str = ""

    def open_with_passphrase(self, passphrase: str) -> Opened | None:
        """Try every passphrase slot."""
        for slot in self.slots:
            if slot.kind == PASSPHRASE and slot.kdf is not None:
                slot_key = keys.passphrase_key(passphrase, slot.salt, slot.kdf)
                if opened := self._try(slot, slot_key):
                    return opened
        return None

    def open_with_code(self, code: str) -> Opened | None:
        """Try every recovery slot; a typing error raises ``RecoveryCodeTypoError``."""
        body = recovery.check_code(code).encode()
        for slot in self.slots:
            if slot.kind == RECOVERY and (opened := self._try(slot, keys.derive(body, "recovery", slot.salt))):
                return opened
        return None

    def with_passphrase(
        self, data_key: bytes, passphrase: str, label: str, kdf: KdfParameters
    ) -> tuple["KeyFile", Slot]:
        """Add a passphrase slot. Not sealed yet."""
        salt = keys.new_key()[: keys.SALT_BYTES]
        slot = Slot(keys.new_key()[:8].hex(), PASSPHRASE, label, salt, kdf, b"")
        slot = self._filled(slot, keys.passphrase_key(passphrase, salt, kdf), data_key, b"")
        return replace(self, slots=(*self.slots, slot)), slot

    def with_new_passphrase(
        self, data_key: bytes, passphrase: str, slot: Slot, kdf: KdfParameters, signing: bytes = b""
    ) -> "KeyFile":
        """Give the person of a slot another passphrase; id and place of the slot stay. Not sealed yet."""
        fresh = replace(slot, salt=keys.new_key()[: keys.SALT_BYTES], kdf=kdf)
        fresh = self._filled(fresh, keys.passphrase_key(passphrase, fresh.salt, kdf), data_key, signing)
        return replace(self, slots=tuple(fresh if each.id == slot.id else each for each in self.slots))

    def with_recovery(self, data_key: bytes, code: str) -> "KeyFile":
        """Replace the recovery slots by one for ``code``. Not sealed yet."""
        salt = keys.new_key()[: keys.SALT_BYTES]
        slot = Slot(keys.new_key()[:8].hex(), RECOVERY, "Recovery sheet", salt, None, b"")
        slot = self._filled(slot, keys.derive(recovery.check_code(code).encode(), "recovery", salt), data_key, b"")
        return replace(self, slots=(*(each for each in self.slots if each.kind != RECOVERY), slot))

    def without(self, slot_id: str) -> "KeyFile":
        """Drop a slot. Not sealed yet."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot.id != slot_id))

    def with_signing_key(self, opened: Opened, secret: bytes) -> "KeyFile":
        """Keep a signing key in the slot that was opened; empty takes it out. Not sealed yet."""
        slot = self._filled(opened.slot, opened.slot_key, opened.data_key, secret)
        return replace(self, slots=tuple(slot if each.id == slot.id else each for each in self.slots))

    def signing_key(self, opened: Opened) -> bytes | None:
        """The signing key of the slot that was opened."""
        if not opened.slot.signing:
            return None
        try:
            return keys.unwrap(
                keys.derive(opened.slot_key, "signing"), opened.slot.signing, self._bound(opened.slot, "signing")
            )
        except UnwrapError as error:
            raise TamperedKeyFileError from error

    def sealed(self, data_key: bytes) -> "KeyFile":
        """The next version of the file, sealed with the data key."""
        following = replace(self, change=self.change + 1)
        return replace(following, seal=following.right_seal(data_key))

    def is_authentic(self, data_key: bytes) -> bool:
        """Whether nobody without a key changed the file."""
        return hmac.compare_digest(self.seal, self.right_seal(data_key))

    def to_bytes(self) -> bytes:
        """The file as JSON."""
        fields = {**self._fields(), "seal": self.seal}
        fields["sum"] = hashlib.sha256(_canonical(fields)).hexdigest()
        return json.dumps(fields, indent=2, sort_keys=True).encode() + b"\n"

    @classmethod
    def from_bytes(cls, data: bytes) -> "KeyFile":
        """Read the file; raises ``DamagedKeyFileError``, ``NewerKeyFileError`` or ``KeySettingsRefusedError``."""
        try:
            fields = json.loads(data)
            if not hmac.compare_digest(str(fields.pop("sum")), hashlib.sha256(_canonical(fields)).hexdigest()):
                raise DamagedKeyFileError
            if fields["format"] == FORMAT and int(fields["version"]) > VERSION:
                raise NewerKeyFileError
            found = cls._from_fields(fields)
            whole = found._fields() | {"seal": found.seal} == fields and len(found.slots) <= MOST_SLOTS
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise DamagedKeyFileError from error
        if not whole:
            raise DamagedKeyFileError
        for slot in found.slots:
            if slot.kdf is not None:
                slot.kdf.check()
        return found

    @classmethod
    def _from_fields(cls, fields: dict[str, Any]) -> "KeyFile":
        slots = tuple(_slot_from_fields(each) for each in fields["slots"])
        return cls(
            str(fields["workbook"]),
            bool(fields["practice"]),
            str(fields["made"]),
            int(fields["change"]),
            slots,
            str(fields["seal"]),
        )

    def _try(self, slot: Slot, slot_key: bytes) -> Opened | None:
        try:
            data_key = keys.unwrap(keys.derive(slot_key, "data-key"), slot.wrapped, self._bound(slot, "data-key"))
        except UnwrapError:
            return None
        return Opened(slot, slot_key, data_key)

    def _filled(self, slot: Slot, slot_key: bytes, data_key: bytes, signing: bytes) -> Slot:
        wrapped = keys.wrap(keys.derive(slot_key, "data-key"), data_key, self._bound(slot, "data-key"))
        kept = b""
        if signing:
            kept = keys.wrap(keys.derive(slot_key, "signing"), signing, self._bound(slot, "signing"))
        return replace(slot, wrapped=wrapped, signing=kept)

    def _bound(self, slot: Slot, purpose: str) -> bytes:
        """What a wrapped key is bound to: move it to another slot, workbook or setting, and it does not open."""
        surroundings = {"workbook": self.workbook_id, "practice": self.practice, "for": purpose, "version": VERSION}
        own = {name: value for name, value in _slot_fields(slot).items() if name not in ("wrapped", "signing")}
        return _canonical(surroundings | own)

    def _fields(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "workbook": self.workbook_id,
            "practice": self.practice,
            "made": self.made,
            "change": self.change,
            "slots": [_slot_fields(slot) for slot in self.slots],
        }

    def right_seal(self, data_key: bytes) -> str:
        """The seal that fits the fields as they are."""
        return hmac.digest(WorkbookKeys.from_data_key(data_key).key_file, _canonical(self._fields()), "sha256").hex()


def _slot_fields(slot: Slot) -> dict[str, Any]:
    kdf = slot.kdf
    settings = kdf and {"name": "argon2id", "memory_kib": kdf.memory_kib, "passes": kdf.passes, "lanes": kdf.lanes}
    return {
        "id": slot.id,
        "kind": slot.kind,
        "label": slot.label,
        "salt": slot.salt.hex(),
        "kdf": settings,
        "wrapped": slot.wrapped.hex(),
        "signing": slot.signing.hex(),
    }


def _slot_from_fields(fields: dict[str, Any]) -> Slot:
    settings = fields["kdf"]
    kdf = settings and KdfParameters(int(settings["memory_kib"]), int(settings["passes"]), int(settings["lanes"]))
    wrapped, signing = bytes.fromhex(fields["wrapped"]), bytes.fromhex(fields["signing"])
    return Slot(fields["id"], fields["kind"], fields["label"], bytes.fromhex(fields["salt"]), kdf, wrapped, signing)


def _canonical(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()
