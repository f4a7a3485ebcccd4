# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Keys and how they are wrapped. No files here.

One random data key; it encrypts nothing itself. Every working key is drawn from it with a label of its own.
A slot wraps the data key under a key made from a passphrase (slow, Argon2id) or a recovery code (130 random
bits, so nothing slow is needed).
"""

import secrets
import unicodedata
from dataclasses import dataclass, field

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.models.errors import AppError

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
SHORTEST_PASSPHRASE = 12
FEWEST_DIFFERENT = 5


class PassphraseTooEasyError(AppError):
    """A new passphrase does not meet the rule."""

    code = "passphrase_too_easy"
    happened = "This passphrase is too easy to guess."
    safe = "Nothing was changed."
    to_do = "Use at least 12 characters with variety, or let Sevenfold choose five words."


class KeySettingsRefusedError(AppError):
    """A key file asks for a key derivation that is too weak or too heavy."""

    code = "key_settings_refused"
    happened = "The key file asks for settings that Sevenfold never uses: {detail}."
    safe = "Nothing was opened and nothing was changed."
    to_do = "Someone may have altered the key file: restore a backup, or ask whoever looks after this computer."


class UnwrapError(Exception):
    """A wrapped key does not open with this key. Callers say what that means."""


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """How slow Argon2id is made."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def check(self) -> None:
        """Refuse settings under the floor (downgrade) or over the ceiling (a file made to hang the program)."""
        if self.memory_kib < FLOOR.memory_kib or self.passes < FLOOR.passes or self.lanes < FLOOR.lanes:
            raise KeySettingsRefusedError(detail="they are too weak")
        if self.memory_kib > CEILING.memory_kib or self.passes > CEILING.passes or self.lanes > CEILING.lanes:
            raise KeySettingsRefusedError(detail="they are too heavy for any computer")


FLOOR = KdfParameters(memory_kib=19 * 1024, passes=2, lanes=1)
CEILING = KdfParameters(memory_kib=1024 * 1024, passes=20, lanes=16)


@dataclass(frozen=True, slots=True)
class WorkbookKeys:
    """The working keys of an open workbook."""

    db: bytes = field(repr=False)
    evidence_wrap: bytes = field(repr=False)
    evidence_name: bytes = field(repr=False)
    audit: bytes = field(repr=False)
    key_file: bytes = field(repr=False)
    backup: bytes = field(repr=False)

    @classmethod
    def from_data_key(cls, data_key: bytes) -> "WorkbookKeys":
        """Draw every working key from the data key."""
        labels = ("db", "evidence-wrap", "evidence-name", "audit", "key-file", "backup")
        return cls(*(derive(data_key, label) for label in labels))


def new_key() -> bytes:
    """32 random bytes."""
    return secrets.token_bytes(KEY_BYTES)


def derive(key: bytes, label: str, salt: bytes | None = None) -> bytes:
    """A key of its own for one purpose (HKDF-SHA256)."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=b"sevenfold/1/" + label.encode()).derive(key)


def passphrase_key(passphrase: str, salt: bytes, parameters: KdfParameters) -> bytes:
    """The key that a passphrase stands for. Composed and decomposed accents give the same key."""
    parameters.check()
    return hash_secret_raw(
        unicodedata.normalize("NFKC", passphrase).encode(),
        salt,
        time_cost=parameters.passes,
        memory_cost=parameters.memory_kib,
        parallelism=parameters.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def check_new_passphrase(passphrase: str) -> None:
    """Refuse a new passphrase that is short or says the same few characters over and over."""
    plain = unicodedata.normalize("NFKC", passphrase).strip()
    if len(plain) < SHORTEST_PASSPHRASE or len(set(plain.casefold())) < FEWEST_DIFFERENT:
        raise PassphraseTooEasyError


def wrap(key: bytes, secret: bytes, bound_to: bytes) -> bytes:
    """``secret`` encrypted (AES-256-GCM, random nonce in front), bound to its surroundings."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, secret, bound_to)


def unwrap(key: bytes, wrapped: bytes, bound_to: bytes) -> bytes:
    """The secret again, or ``UnwrapError`` when key, bytes or surroundings differ."""
    try:
        return AESGCM(key).decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], bound_to)
    except (InvalidTag, ValueError) as error:
        raise UnwrapError from error
