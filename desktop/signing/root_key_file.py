# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The root key in a file of its own: PKCS#8, PBES2 with 600,000 rounds of PBKDF2-HMAC-SHA-256 and AES-256.

Written here because ``cryptography`` uses 2,048 rounds for PKCS#8, and PKCS#12 guards its integrity with so few
rounds that guessing passphrases against it is cheap.
"""

import os
import unicodedata

from asn1crypto import algos, keys, pem
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.padding import PKCS7

from desktop.models.errors import AppError

ROUNDS = 600_000
_LABEL = "ENCRYPTED PRIVATE KEY"


class RootPassphraseError(AppError):
    """The passphrase does not open the root key file."""

    code = "root_passphrase"
    happened = "That passphrase does not open the root key file."
    safe = "The file is unchanged and nothing was signed."
    to_do = "Check that this is the passphrase written down for the root key, not the one for the workbook."


class RootKeyFileError(AppError):
    """The file is not a root key file."""

    code = "root_key_file"
    happened = "This file is not a Sevenfold root key, or it is damaged."
    safe = "Nothing was changed."
    to_do = "Choose the root key file that was saved when the charity was set up, or a copy of it."


def _as_bytes(passphrase: str) -> bytes:
    return unicodedata.normalize("NFC", passphrase).encode()


def seal_key(key: ec.EllipticCurvePrivateKey, passphrase: str, rounds: int = ROUNDS) -> bytes:
    """The key as an encrypted PKCS#8 PEM block."""
    plain = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    salt, start = os.urandom(16), os.urandom(16)
    derived = PBKDF2HMAC(hashes.SHA256(), 32, salt, rounds).derive(_as_bytes(passphrase))
    padder = PKCS7(128).padder()
    encryptor = Cipher(algorithms.AES(derived), modes.CBC(start)).encryptor()
    hidden = encryptor.update(padder.update(plain) + padder.finalize()) + encryptor.finalize()
    info = keys.EncryptedPrivateKeyInfo(
        {"encryption_algorithm": _scheme(salt, start, rounds), "encrypted_data": hidden}
    )
    return bytes(pem.armor(_LABEL, info.dump()))


def _scheme(salt: bytes, start: bytes, rounds: int) -> algos.EncryptionAlgorithm:
    derivation = {
        "algorithm": "pbkdf2",
        "parameters": {
            "salt": algos.Pbkdf2Salt(name="specified", value=salt),
            "iteration_count": rounds,
            "prf": {"algorithm": "sha256"},
        },
    }
    cipher = {"algorithm": "aes256_cbc", "parameters": start}
    return algos.EncryptionAlgorithm(
        {
            "algorithm": "pbes2",
            "parameters": {"key_derivation_func": derivation, "encryption_scheme": cipher},
        }
    )


def open_key(sealed: bytes, passphrase: str) -> ec.EllipticCurvePrivateKey:
    """The key again, or an error that says whether the file or the passphrase is wrong."""
    try:
        label, _, der = pem.unarmor(sealed)
        keys.EncryptedPrivateKeyInfo.load(der, strict=True)["encrypted_data"].native  # noqa: B018 - parses it all
    except (ValueError, TypeError) as error:
        raise RootKeyFileError from error
    if label != _LABEL:
        raise RootKeyFileError
    try:
        key = serialization.load_der_private_key(der, _as_bytes(passphrase))
    except UnsupportedAlgorithm as error:
        raise RootKeyFileError from error
    except (ValueError, TypeError) as error:
        raise RootPassphraseError from error
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise RootKeyFileError
    return key
