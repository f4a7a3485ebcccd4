# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Who signs: the charity's root, made once and kept off the laptop, and the signatory's leaf in the workbook."""

from pathlib import Path

from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.models.pack import SignerPart
from desktop.signing.identity import SigningLeaf, create_root, issue_leaf
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files

ROOT_FACT = "root_certificate"


class NoSignerError(AppError):
    """The workbook has no signing identity."""

    code = "no_signer"
    happened = "This workbook has no signing certificate yet."
    safe = "Nothing was signed and nothing was changed."
    to_do = "Set up who may sign first."


class RootKeyPlaceError(AppError):
    """The place for the root key is not fit."""

    code = "root_key_place"
    happened = "The root key cannot be written to {path}: {why}."
    safe = "Nothing was changed."
    to_do = "Choose another place, best of all a memory stick that stays off this computer."


def set_up_signing(
    workbook: Workbook, passphrase: str, root_passphrase: str, root_key: Path, clock: Clock, files: Files
) -> SignerPart:
    """Make the charity's root and the first signatory's leaf.

    The root's private key is written to ``root_key`` under ``root_passphrase`` and nowhere else. ``passphrase`` is the
    signatory's own; their slot keeps the leaf.
    """
    if root_key.exists():
        raise RootKeyPlaceError(path=root_key, why="there is a file already")
    if root_key.resolve().is_relative_to(workbook.layout.folder.resolve()):
        raise RootKeyPlaceError(path=root_key, why="that is inside the workbook")
    charity = workbook.db.organisation.get().name
    root = create_root(charity, root_passphrase, practice=workbook.practice, now=clock.now())
    leaf = issue_leaf(root, root_passphrase, 1, clock.now())
    with plain_disk_errors("The root key"):
        files.write(root_key, root.to_bytes())
    workbook.keys.put_signing_key(passphrase, leaf.to_bytes())
    with workbook.db.write(Op.SET_UP_SIGNING):
        workbook.db.meta.set(ROOT_FACT, root.certificate_pem.decode())
    return leaf.signer


def root_certificate(workbook: Workbook) -> bytes:
    """The charity's root certificate, PEM; raises ``NoSignerError``."""
    found = workbook.db.meta.get(ROOT_FACT)
    if not found:
        raise NoSignerError
    return found.encode()


def signing_leaf(workbook: Workbook, passphrase: str) -> SigningLeaf:
    """The signatory's leaf, by their own passphrase, asked for each signing."""
    root_certificate(workbook)
    return SigningLeaf.from_bytes(workbook.keys.signing_key(passphrase))
