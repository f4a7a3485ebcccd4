# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Making the keys of who signs: the charity's root, made once and kept off the laptop, and a leaf every five years."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from desktop.models.changes import Op
from desktop.models.errors import AppError, InputError
from desktop.models.pack import SignerPart
from desktop.services.signers import (
    ROOT_FACT,
    SIGNATORY_FACT,
    OtherRootError,
    keep_leaf_certificate,
    root_certificate,
)
from desktop.signing.identity import (
    RootIdentity,
    SigningKeyError,
    SigningLeaf,
    create_root,
    fingerprint,
    issue_leaf,
    load_certificate,
)
from desktop.storage.key_store import KeyStore, NoSigningKeyError
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock, SystemClock
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files

_LARGEST_KEY_FILE = 100_000


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


@dataclass(frozen=True, slots=True)
class Renewed:
    """A new signing certificate: who signs, its dates' end, and fingerprints (``replaced``: '' when not known)."""

    signer: SignerPart
    fingerprint: str
    valid_until: datetime
    replaced: str


@dataclass(frozen=True, slots=True)
class SignerAsked:
    """What is frozen before keys are made. ``kept_root``: the root the workbook has, b'' before it is set up."""

    charity: str
    practice: bool
    kept_root: bytes
    root_key: Path
    now: datetime
    last_number: int
    signatories: int


@dataclass(frozen=True, slots=True)
class SignerPrepared:
    """Keys that are made and not yet recorded. ``root_key`` is the file that was written for them, if one was."""

    leaf: SigningLeaf = field(repr=False)
    number: int
    replaced: str = ""
    root_key: Path | None = None

    @property
    def signer(self) -> SignerPart:
        """Who will sign."""
        return self.leaf.signer

    @property
    def renewed(self) -> Renewed:
        """What a renewal tells."""
        until = load_certificate(self.leaf.certificate_pem).not_valid_after_utc
        return Renewed(self.leaf.signer, self.leaf.fingerprint, until, self.replaced)


def set_up_signing(
    workbook: Workbook, passphrase: str, root_passphrase: str, root_key: Path, clock: Clock, files: Files
) -> SignerPart:
    """Make the charity's root and the first signatory's leaf.

    The root's private key is written to ``root_key`` under ``root_passphrase`` and nowhere else. ``passphrase`` is the
    signatory's own; their slot keeps the leaf. A workbook that has a root keeps it: see ``renew_signing``.
    """
    asked = ask_to_set_up(workbook, root_key, clock)
    prepared = make_first_signer(asked, workbook.keys, passphrase, root_passphrase, files)
    record_signer(workbook, prepared)
    return prepared.signer


def ask_to_set_up(workbook: Workbook, root_key: Path, clock: Clock) -> SignerAsked:
    """Freeze what the first keys need, or refuse."""
    if workbook.db.meta.get(ROOT_FACT):
        raise SignerThereError
    if root_key.exists():
        raise RootKeyPlaceError(path=root_key, why="there is a file already")
    if root_key.resolve().is_relative_to(workbook.layout.folder.resolve()):
        raise RootKeyPlaceError(path=root_key, why="that is inside the workbook")
    return _asked(workbook, b"", root_key, clock)


def ask_to_renew(workbook: Workbook, root_key: Path, clock: Clock) -> SignerAsked:
    """Freeze what a new leaf needs; raises ``NoSignerError``."""
    return _asked(workbook, root_certificate(workbook), root_key, clock)


def _asked(workbook: Workbook, kept_root: bytes, root_key: Path, clock: Clock) -> SignerAsked:
    return SignerAsked(
        charity=workbook.db.organisation.get().name,
        practice=workbook.practice,
        kept_root=kept_root,
        root_key=root_key,
        now=clock.now(),
        last_number=int(workbook.db.meta.get(SIGNATORY_FACT) or 1),
        signatories=len(workbook.keys.people()),
    )


def make_first_signer(
    asked: SignerAsked, keys: KeyStore, passphrase: str, root_passphrase: str, files: Files
) -> SignerPrepared:
    """Make the root, write its key file, and keep the first leaf under the passphrase. Uses no database."""
    root = create_root(asked.charity, root_passphrase, practice=asked.practice, now=asked.now)
    leaf = issue_leaf(root, root_passphrase, 1, asked.now)
    try:
        with plain_disk_errors("The root key"):
            files.write(asked.root_key, root.to_bytes())
        keys.put_signing_key(passphrase, leaf.to_bytes())
    except BaseException:
        files.discard(asked.root_key)
        raise
    return SignerPrepared(leaf, 1, root_key=asked.root_key)


def record_signer(workbook: Workbook, prepared: SignerPrepared) -> None:
    """Keep who signs, as everyone may know it: the root and the leaf as certificates."""
    first = not workbook.db.meta.get(ROOT_FACT)
    op, subject = (Op.SET_UP_SIGNING, "") if first else (Op.CHANGE_KEYS, prepared.signer.signatory)
    with workbook.db.write(op, subject):
        if first:
            workbook.db.meta.set(ROOT_FACT, prepared.leaf.root_pem.decode())
        workbook.db.meta.set(SIGNATORY_FACT, str(prepared.number))
        keep_leaf_certificate(workbook, prepared.leaf.certificate_pem)


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
    asked = ask_to_renew(workbook, root_key_file, clock)
    prepared = make_next_leaf(asked, workbook.keys, passphrase, root_passphrase, signatory)
    record_signer(workbook, prepared)
    return prepared.renewed


def make_next_leaf(
    asked: SignerAsked, keys: KeyStore, passphrase: str, root_passphrase: str, signatory: int | None = None
) -> SignerPrepared:
    """Issue a new leaf with the root key file and keep it under the passphrase. Uses no database."""
    old = _leaf_of(keys, passphrase)
    root = RootIdentity.from_bytes(_read_root_key(asked.root_key))
    if root.fingerprint != fingerprint(asked.kept_root):
        raise OtherRootError(what=f"The root key in {asked.root_key}")
    number = signatory or _number_of(asked, old)
    leaf = issue_leaf(root, root_passphrase, number, asked.now)
    keys.put_signing_key(passphrase, leaf.to_bytes())
    return SignerPrepared(leaf, number, old.fingerprint if old else "")


def renew_signing_in(
    folder: Path, passphrase: str, root_key_file: Path, root_passphrase: str, signatory: int | None = None
) -> Renewed:
    """``renew_signing`` for the workbook in a folder."""
    clock = SystemClock()
    with Workbook.open(folder, passphrase, clock=clock, files=Files()) as workbook:
        return renew_signing(workbook, passphrase, root_key_file, root_passphrase, clock, signatory)


def _leaf_of(keys: KeyStore, passphrase: str) -> SigningLeaf | None:
    try:
        return SigningLeaf.from_bytes(keys.signing_key(passphrase))
    except (NoSigningKeyError, SigningKeyError):
        return None


def _number_of(asked: SignerAsked, old: SigningLeaf | None) -> int:
    if old:
        return int(old.signer.signatory.rpartition(" ")[2])
    if asked.signatories > 1:
        raise InputError(
            what="Several people have a passphrase, and this one has no signing certificate to renew.",
            to_do="Say which signatory this is, by number.",
        )
    return asked.last_number


def _read_root_key(path: Path) -> bytes:
    try:
        return Files().read_part(path, 0, _LARGEST_KEY_FILE)
    except OSError as error:
        raise InputError(
            what=f"The root key file {path} could not be read ({error.strerror}).", to_do="Check the name."
        ) from error
