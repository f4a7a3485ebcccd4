# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Who signs: the charity's root, made once and kept off the laptop, and the signatory's leaf in the workbook."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.models.changes import Op
from desktop.models.errors import AppError, InputError
from desktop.models.pack import SignerPart
from desktop.signing.identity import (
    RootIdentity,
    SigningKeyError,
    SigningLeaf,
    create_root,
    fingerprint,
    issue_leaf,
    load_certificate,
)
from desktop.storage.key_store import NoSigningKeyError
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock, SystemClock
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files

ROOT_FACT, SIGNATORY_FACT = "root_certificate", "signatory_number"
_LARGEST_KEY_FILE = 100_000


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


class SignerThereError(AppError):
    """The charity has its root already; another would be another identity."""

    code = "signer_there"
    happened = "This workbook has the root of its charity already, and a charity keeps one root for 20 years."
    safe = "It was kept, and nothing was changed."
    to_do = "Renew the signing certificate with the root key file and its passphrase instead."


class OtherRootError(AppError):
    """A root that is not the one of this workbook."""

    code = "other_root"
    happened = "{what} belongs to another root than the one that this workbook's charity is known by."
    safe = "Nothing was signed and nothing was changed."
    to_do = "Use the root key file that was saved when signing was set up for this workbook, or a copy of it."


@dataclass(frozen=True, slots=True)
class Renewed:
    """A new signing certificate: who signs, its dates' end, and fingerprints (``replaced``: '' when not known)."""

    signer: SignerPart
    fingerprint: str
    valid_until: datetime
    replaced: str


def set_up_signing(
    workbook: Workbook, passphrase: str, root_passphrase: str, root_key: Path, clock: Clock, files: Files
) -> SignerPart:
    """Make the charity's root and the first signatory's leaf.

    The root's private key is written to ``root_key`` under ``root_passphrase`` and nowhere else. ``passphrase`` is the
    signatory's own; their slot keeps the leaf. A workbook that has a root keeps it: see ``renew_signing``.
    """
    if workbook.db.meta.get(ROOT_FACT):
        raise SignerThereError
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
        workbook.db.meta.set(SIGNATORY_FACT, "1")
    return leaf.signer


def renew_signing(
    workbook: Workbook,
    passphrase: str,
    root_key_file: Path,
    root_passphrase: str,
    clock: Clock,
    signatory: int | None = None,
) -> Renewed:
    """Issue a new leaf under the charity's own root and keep it under ``passphrase``: the identity stays the same.

    For a leaf that ran out, was stolen, or was lost with its passphrase. ``signatory`` is the number in the name; left
    out, it is that of the leaf replaced, or the last one given out where that leaf can no longer be read.
    """
    kept = root_certificate(workbook)
    old = _leaf_of(workbook, passphrase)
    root = RootIdentity.from_bytes(_read_root_key(root_key_file))
    if root.fingerprint != fingerprint(kept):
        raise OtherRootError(what=f"The root key in {root_key_file}")
    number = signatory or _number_of(workbook, old)
    leaf = issue_leaf(root, root_passphrase, number, clock.now())
    workbook.keys.put_signing_key(passphrase, leaf.to_bytes())
    with workbook.db.write(Op.CHANGE_KEYS, leaf.signer.signatory):
        workbook.db.meta.set(SIGNATORY_FACT, str(number))
    until = load_certificate(leaf.certificate_pem).not_valid_after_utc
    return Renewed(leaf.signer, leaf.fingerprint, until, old.fingerprint if old else "")


def renew_signing_in(
    folder: Path, passphrase: str, root_key_file: Path, root_passphrase: str, signatory: int | None = None
) -> Renewed:
    """``renew_signing`` for the workbook in a folder."""
    clock = SystemClock()
    with Workbook.open(folder, passphrase, clock=clock, files=Files()) as workbook:
        return renew_signing(workbook, passphrase, root_key_file, root_passphrase, clock, signatory)


def _leaf_of(workbook: Workbook, passphrase: str) -> SigningLeaf | None:
    try:
        return SigningLeaf.from_bytes(workbook.keys.signing_key(passphrase))
    except (NoSigningKeyError, SigningKeyError):
        return None


def _number_of(workbook: Workbook, old: SigningLeaf | None) -> int:
    if old:
        return int(old.signer.signatory.rpartition(" ")[2])
    if len(workbook.keys.people()) > 1:
        raise InputError(
            what="Several people have a passphrase, and this one has no signing certificate to renew.",
            to_do="Say which signatory this is, by number.",
        )
    return int(workbook.db.meta.get(SIGNATORY_FACT) or 1)


def _read_root_key(path: Path) -> bytes:
    try:
        return Files().read_part(path, 0, _LARGEST_KEY_FILE)
    except OSError as error:
        raise InputError(
            what=f"The root key file {path} could not be read ({error.strerror}).", to_do="Check the name."
        ) from error


def root_certificate(workbook: Workbook) -> bytes:
    """The charity's root certificate, PEM; raises ``NoSignerError``."""
    found = workbook.db.meta.get(ROOT_FACT)
    if not found:
        raise NoSignerError
    return found.encode()


def signing_leaf(workbook: Workbook, passphrase: str) -> SigningLeaf:
    """The signatory's leaf, by their own passphrase, asked for each signing; always under the root that is kept."""
    kept = root_certificate(workbook)
    leaf = SigningLeaf.from_bytes(workbook.keys.signing_key(passphrase))
    if leaf.root_pem != kept:
        raise OtherRootError(what="The signing certificate under this passphrase")
    return leaf
