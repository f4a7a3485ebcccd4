# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Who signs, for the window: how things stand, setting up, and renewing.

``ask_*``, ``state`` and ``record`` use the database and stay on its thread. ``prepare_*`` makes keys, takes seconds,
and may run in a job.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from desktop.models.dates import long_date
from desktop.models.pack import SignerPart
from desktop.services.signer_keys import (
    SignerAsked,
    SignerPrepared,
    ask_to_renew,
    ask_to_set_up,
    make_first_signer,
    make_next_leaf,
    record_signer,
)
from desktop.services.signers import ROOT_FACT, expected_signer, holds_signing_key, leaf_certificate
from desktop.signing.identity import load_certificate
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock
from desktop.support.files import Files

_SAME_DRIVE = (
    "This place is on the same drive as the workbook. It works. A memory stick that is locked away is safer, and the "
    "file can be moved to one later."
)


class SigningKind(StrEnum):
    """How signing stands."""

    NONE = "none"  # never set up
    READY = "ready"
    LAPSED = "lapsed"  # the certificate ran out
    LOST = "lost"  # the key went with its passphrase, or was never under this one


@dataclass(frozen=True, slots=True)
class SigningState:
    """Who signs and until when. Dates are None where the certificate was not kept; ``fingerprint`` is the root's.

    ``groups``: the fingerprint as 16 groups of 4, ``words``: as 8 words; both empty before signing is set up.
    """

    kind: SigningKind
    sentence: str
    charity: str = ""
    signatory: str = ""
    valid_until: date | None = None
    days_left: int | None = None
    fingerprint: str = ""
    groups: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class SigningDesk:
    """The signing certificate of one workbook, for who is at work in it."""

    def __init__(self, workbook: Workbook, clock: Clock, files: Files) -> None:
        self._workbook = workbook
        self._clock = clock
        self._files = files

    def state(self) -> SigningState:
        """How signing stands."""
        if not self._workbook.db.meta.get(ROOT_FACT):
            return SigningState(SigningKind.NONE, "Nobody may sign yet. Set up signing before the first pack.")
        signer = expected_signer(self._workbook)
        kept = leaf_certificate(self._workbook)
        until = load_certificate(kept).not_valid_after_utc if kept else None
        kind = self._kind(until)
        return SigningState(
            kind=kind,
            sentence=_sentence(kind, signer, until),
            charity=signer.charity,
            signatory=signer.signatory,
            valid_until=until.date() if until else None,
            days_left=(until.date() - self._clock.today()).days if until else None,
            fingerprint=signer.root_fingerprint,
            groups=in_groups(signer.root_fingerprint),
            words=signer.fingerprint_words,
        )

    def root_certificate(self) -> bytes:
        """The charity's root certificate, PEM, to give away; b'' before signing is set up."""
        return self._workbook.db.meta.get(ROOT_FACT).encode()

    def remark_on_place(self, root_key: Path) -> str:
        """What to know of the place chosen for the root key file: '' when it is on a drive of its own."""
        try:
            same = root_key.parent.stat().st_dev == self._workbook.layout.folder.stat().st_dev
        except OSError:  # the place is looked at again, and told of, when the keys are made
            return ""
        return _SAME_DRIVE if same else ""

    def ask_to_set_up(self, root_key: Path) -> SignerAsked:
        """Freeze what the first keys need. ``root_key``: the new file for the root key, best on a memory stick."""
        return ask_to_set_up(self._workbook, root_key, self._clock)

    def prepare_set_up(self, asked: SignerAsked, passphrase: str, root_passphrase: str) -> SignerPrepared:
        """Make the root and the first certificate, and write the root key file. When it fails, nothing is left."""
        return make_first_signer(asked, self._workbook.keys, passphrase, root_passphrase, self._files)

    def ask_to_renew(self, root_key: Path) -> SignerAsked:
        """Freeze what a new certificate needs. ``root_key``: the file saved when signing was set up."""
        return ask_to_renew(self._workbook, root_key, self._clock)

    def prepare_renewal(
        self, asked: SignerAsked, passphrase: str, root_passphrase: str, signatory: int | None = None
    ) -> SignerPrepared:
        """Issue a new certificate under the charity's own root: the fingerprint stays."""
        return make_next_leaf(asked, self._workbook.keys, passphrase, root_passphrase, signatory)

    def record(self, prepared: SignerPrepared) -> SigningState:
        """Keep what was prepared; gives how signing stands now."""
        record_signer(self._workbook, prepared)
        return self.state()

    def discard(self, prepared: SignerPrepared) -> None:
        """Give up what was prepared for a first set-up: its root key file goes, and the key kept is never used."""
        if prepared.root_key is not None:
            self._files.discard(prepared.root_key)

    def _kind(self, until: datetime | None) -> SigningKind:
        if not holds_signing_key(self._workbook):
            return SigningKind.LOST
        if until is not None and until < self._clock.now():
            return SigningKind.LAPSED
        return SigningKind.READY


def in_groups(fingerprint: str) -> tuple[str, ...]:
    """A fingerprint as 16 groups of 4 capitals, for reading aloud."""
    return tuple(fingerprint[at : at + 4].upper() for at in range(0, len(fingerprint), 4))


def _sentence(kind: SigningKind, signer: SignerPart, until: datetime | None) -> str:
    day = long_date(until) if until else ""
    if kind is SigningKind.LOST:
        return "This passphrase holds no signing key. Renew the certificate with the root key file."
    if kind is SigningKind.LAPSED:
        return f"The signing certificate ran out on {day}. Renew it with the root key file."
    lasts = f" until {day}" if day else ""
    return f"Packs are signed as {signer.charity}, {signer.signatory}{lasts}."
