# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Who signs: what the workbook keeps of the charity's root and of the signatory's leaf. See ``signer_keys``."""

from desktop.models.errors import AppError
from desktop.models.pack import SignerPart
from desktop.signing.identity import SigningLeaf, fingerprint, fingerprint_words, load_certificate
from desktop.signing.subjects import charity_of
from desktop.storage.key_store import KeyStore
from desktop.storage.workbook import Workbook

ROOT_FACT, SIGNATORY_FACT, LEAF_FACT = "root_certificate", "signatory_number", "leaf_certificate"


class NoSignerError(AppError):
    """The workbook has no signing identity."""

    code = "no_signer"
    happened = "This workbook has no signing certificate yet."
    safe = "Nothing was signed and nothing was changed."
    to_do = "Set up who may sign first."


class OtherRootError(AppError):
    """A root that is not the one of this workbook."""

    code = "other_root"
    happened = "{what} belongs to another root than the one that this workbook's charity is known by."
    safe = "Nothing was signed and nothing was changed."
    to_do = "Use the root key file that was saved when signing was set up for this workbook, or a copy of it."


def root_certificate(workbook: Workbook) -> bytes:
    """The charity's root certificate, PEM; raises ``NoSignerError``."""
    found = workbook.db.meta.get(ROOT_FACT)
    if not found:
        raise NoSignerError
    return found.encode()


def keep_leaf_certificate(workbook: Workbook, leaf_pem: bytes) -> None:
    """Keep the leaf of who is at work, as a certificate: it is public. Needs an open operation."""
    workbook.db.meta.set(_leaf_fact(workbook), leaf_pem.decode())


def leaf_certificate(workbook: Workbook) -> bytes | None:
    """The leaf certificate of who is at work, PEM, or None where none was kept."""
    return workbook.db.meta.get(_leaf_fact(workbook)).encode() or None


def _leaf_fact(workbook: Workbook) -> str:
    return f"{LEAF_FACT}/{workbook.db.by}"


def holds_signing_key(workbook: Workbook) -> bool:
    """Whether a signing key lies under the passphrase of who is at work; a recovery code does not bring it back."""
    return any(slot.signing for slot in workbook.keys.people() if slot.id == workbook.db.by)


def expected_signer(workbook: Workbook) -> SignerPart:
    """Who will sign, as far as it is known before the passphrase is given; raises ``NoSignerError``."""
    root_pem, kept = root_certificate(workbook), leaf_certificate(workbook)
    if kept:
        return SigningLeaf(b"", kept, root_pem).signer
    number = workbook.db.meta.get(SIGNATORY_FACT) or "1"
    root_print = fingerprint(root_pem)
    charity = charity_of(load_certificate(root_pem).subject)
    return SignerPart(charity, f"Authorised signatory {number}", root_print, fingerprint_words(root_print))


def signing_leaf(workbook: Workbook, passphrase: str) -> SigningLeaf:
    """The signatory's leaf, by their own passphrase, asked for each signing; always under the root that is kept."""
    return leaf_under(root_certificate(workbook), workbook.keys, passphrase)


def leaf_under(kept_root: bytes, keys: KeyStore, passphrase: str) -> SigningLeaf:
    """As ``signing_leaf``, without the database."""
    leaf = SigningLeaf.from_bytes(keys.signing_key(passphrase))
    if leaf.root_pem != kept_root:
        raise OtherRootError(what="The signing certificate under this passphrase")
    return leaf
