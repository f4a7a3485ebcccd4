# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The one way to make a pack: draw it, sign it once, check what was written, record it.

``record`` uses the open workbook, on its own thread; ``sign_draft`` uses files alone and may run in a job. What it
writes lies in a part folder inside the destination until the pack was found genuine from there.
"""

import contextlib
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from desktop.models.changes import Changes, Op
from desktop.models.errors import AppError
from desktop.models.results import StandardResult
from desktop.models.verdict import Verdict
from desktop.services.pack_drawing import PackDraft, PackWish, Step, capture, draw, no_step
from desktop.services.pack_writing import (
    MAKING,
    PACK,
    ROOT,
    Signing,
    check_written,
    move_into_place,
    require_room,
    write_parts,
)
from desktop.services.packs_made import PackLine, keep_pack
from desktop.services.signers import keep_leaf_certificate, signing_leaf
from desktop.signing.identity import SigningLeaf
from desktop.signing.sign import sign_pack
from desktop.storage.evidence_store import EvidenceStore
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files

__all__ = ["MadePack", "PackWish", "Signing", "Step", "make_pack", "no_step", "record", "require_room", "sign_draft"]


class OtherSignatoryError(AppError):
    """The passphrase belongs to another signatory than the pages name."""

    code = "other_signatory"
    happened = "The pages name {shown}, but this passphrase signs as {given}."
    safe = "Nothing was signed, and the pages are kept."
    to_do = "Give the passphrase of the signatory on the last page, or draw the pack again as the other one."


@dataclass(frozen=True, slots=True)
class MadePack:
    """A pack that was written and found genuine from disk. ``sha256`` is of the PDF; ``read_by`` read every page."""

    pdf: Path
    evidence: tuple[Path, ...]
    root: Path
    pages: int
    results: tuple[StandardResult, ...]
    verdict: Verdict
    unknown_characters: tuple[str, ...]
    weak_points: tuple[str, ...]
    pack_id: str
    sha256: str
    signed_at: datetime
    made_for: str
    reference: str
    read_by: str
    leaf_pem: bytes = field(repr=False)
    made_folder: bool

    @property
    def folder(self) -> Path:
        """The folder that holds it."""
        return self.pdf.parent


def make_pack(
    workbook: Workbook, wish: PackWish, passphrase: str, folder: Path, clock: Clock, files: Files, step: Step = no_step
) -> MadePack:
    """Write ``pack.pdf``, the evidence volumes and ``root.pem`` into ``folder``, and check them as a stranger would.

    ``folder`` is made when it is not there, and must hold no pack. Whatever fails, no part of the pack stays in it.
    """
    leaf = signing_leaf(workbook, passphrase)
    captured = capture(workbook, wish, leaf.signer, clock)
    with plain_disk_errors("The pack"):
        files.make_folder(folder)
    require_room(folder)
    draft = draw(captured, workbook.evidence, step)
    made = sign_draft(draft, leaf, workbook.evidence, folder, Signing(clock, files, step))
    record(workbook, made, files)
    return made


def sign_draft(draft: PackDraft, leaf: SigningLeaf, store: EvidenceStore, folder: Path, signing: Signing) -> MadePack:
    """Sign the pages, write all of the pack, check it as a stranger would, and move it into place last of all.

    ``folder`` is made when it is not there. When it fails or is cancelled nothing is left, and the draft still holds.
    """
    if leaf.signer != draft.captured.signer:
        raise OtherSignatoryError(shown=draft.captured.signer.signatory, given=leaf.signer.signatory)
    require_room(folder)
    signed_at, made_folder = signing.clock.now(), not folder.exists()
    signed = sign_pack(draft.pdf, leaf, signed_at=signed_at, field=draft.drawn.signature_field)
    part = folder / f"{MAKING}{draft.captured.pack_id[:8]}"
    try:
        write_parts(draft, signed, store, part, signing)
        verdict = check_written(draft, part, signing)
        move_into_place(draft, part, folder, signing.files)
    except BaseException:
        signing.files.discard_tree(part)
        if made_folder:
            _remove_if_empty(folder)
        raise
    signing.files.discard_tree(part)
    act = _Act(folder, sha256(signed).hexdigest(), signed_at, signing.read_by, leaf.certificate_pem, made_folder)
    return _made(draft, verdict, act)


def record(workbook: Workbook, made: MadePack, files: Files) -> Changes:
    """Keep in the workbook that the pack was made. When that fails, the pack goes: none is ever unrecorded."""
    try:
        with workbook.db.write(Op.SIGN_PACK, made.pack_id, about=made.sha256) as operation:
            keep_pack(workbook.db, _line(made, operation.number))
            keep_leaf_certificate(workbook, made.leaf_pem)
    except BaseException:
        discard_made(made, files)
        raise
    return operation.saved


def _line(made: MadePack, number: int) -> PackLine:
    return PackLine(
        number=number,
        pack_id=made.pack_id,
        signed_at=made.signed_at,
        sha256=made.sha256,
        pages=made.pages,
        made_for=made.made_for,
        reference=made.reference,
        read_by=made.read_by,
        folder=made.folder,
    )


def discard_made(made: MadePack, files: Files) -> None:
    """Remove a pack that was not recorded."""
    for path in (made.pdf, *made.evidence, made.root):
        files.discard(path)
    if made.made_folder:
        _remove_if_empty(made.folder)


@dataclass(frozen=True, slots=True)
class _Act:
    """One act of signing."""

    folder: Path
    sha256: str
    signed_at: datetime
    read_by: str
    leaf_pem: bytes
    made_folder: bool


def _made(draft: PackDraft, verdict: Verdict, act: _Act) -> MadePack:
    return MadePack(
        pdf=act.folder / PACK,
        evidence=tuple(act.folder / volume.name for volume in draft.volumes),
        root=act.folder / ROOT,
        pages=draft.pages,
        results=draft.results,
        verdict=verdict,
        unknown_characters=draft.drawn.unknown_characters,
        weak_points=tuple(point.words for point in draft.weak),
        pack_id=draft.captured.pack_id,
        sha256=act.sha256,
        signed_at=act.signed_at,
        made_for=draft.captured.wish.made_for,
        reference=draft.captured.wish.reference,
        read_by=act.read_by,
        leaf_pem=act.leaf_pem,
        made_folder=act.made_folder,
    )


def _remove_if_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()
