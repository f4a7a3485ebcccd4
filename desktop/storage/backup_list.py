# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The list of what one backup holds, keyed so that nobody without the passphrase can alter it unseen."""

import hmac
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from desktop.models.errors import AppError

FORMAT = "sevenfold-backup"
VERSION = 1
MANIFEST = "manifest.json"


class DamagedBackupError(AppError):
    """A backup is not whole."""

    code = "backup_damaged"
    happened = "This backup is not whole: {what}."
    safe = "Nothing was changed, and other backups are not touched."
    to_do = "Choose another backup from the list."


@dataclass(frozen=True, slots=True)
class HeldFile:
    """One encrypted evidence file: its name in the store, its size and SHA-256 as encrypted."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. ``absent`` and ``damaged`` name evidence that was so when it was made."""

    number: int
    made: str
    reason: str
    workbook_id: str
    practice: bool
    database_sha256: str
    keys_sha256: str
    keys_change: int
    history_number: int
    history_head: str
    evidence: tuple[HeldFile, ...]
    absent: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()
    mac: str = ""

    @property
    def made_at(self) -> datetime:
        """When the backup was made (aware UTC)."""
        return datetime.fromisoformat(self.made)

    def to_bytes(self, key: bytes) -> bytes:
        """The manifest as JSON with its MAC."""
        return json.dumps(self._facts() | {"mac": self._right_mac(key)}, indent=1, sort_keys=True).encode() + b"\n"

    def is_authentic(self, key: bytes) -> bool:
        """Whether nobody without the key altered it."""
        return hmac.compare_digest(self.mac, self._right_mac(key))

    @classmethod
    def from_bytes(cls, data: bytes) -> "Manifest":
        """Read a manifest, not yet proved; raises ``DamagedBackupError``."""
        try:
            facts = json.loads(data)
            if facts.pop("format") != FORMAT or facts.pop("version") != VERSION:
                raise DamagedBackupError(what="its list is of another version")
            facts["evidence"] = tuple(HeldFile(**each) for each in facts["evidence"])
            facts["absent"], facts["damaged"] = tuple(facts["absent"]), tuple(facts["damaged"])
            found = cls(**facts)
            sound = all(type(facts[name]) is kind for name, kind in _KINDS.items()) and bool(found.made_at.tzinfo)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise DamagedBackupError(what="its list cannot be read") from error
        if not sound:
            raise DamagedBackupError(what="its list cannot be read")
        return found

    def _facts(self) -> dict[str, Any]:
        facts = asdict(self) | {"format": FORMAT, "version": VERSION}
        del facts["mac"]
        return facts

    def _right_mac(self, key: bytes) -> str:
        plain = json.dumps(self._facts(), sort_keys=True, separators=(",", ":")).encode()
        return hmac.digest(key, plain, "sha256").hex()


_KINDS: dict[str, type] = {
    "number": int,
    "made": str,
    "reason": str,
    "workbook_id": str,
    "practice": bool,
    "keys_change": int,
    "history_number": int,
    "history_head": str,
}
