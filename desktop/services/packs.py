# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The one way to make a pack, in parts: capture what the workbook says, draw it, sign it once, record it.

``capture`` and ``record`` use the open workbook, on its own thread. ``draw`` and ``sign_draft`` use files alone and may
run in a job. Drawing writes nothing, so that no evidence lies open on a disk while a person reads the pages. Signing
writes into a part folder inside the destination, until the pack was found genuine from there.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from desktop.models.catalogue import Catalogue
from desktop.models.changes import Changes, Op
from desktop.models.errors import AppError
from desktop.models.pack import DrawnPack, FilePart, PackSnapshot, SignerPart, VolumePart
from desktop.models.results import StandardResult
from desktop.models.scoring import score
from desktop.models.verdict import Outcome, Verdict
from desktop.models.workforce import FROM_EVIDENCE_ONLY, Workforce, figure_sentences, workforce_part
from desktop.reports.evidence_pack import render
from desktop.services.evidence_volume import (
    list_files,
    measure_evidence,
    with_true_states,
    without_files,
    write_evidence,
)
from desktop.services.packs_made import PackLine, keep_pack
from desktop.services.ready_check import WeakPoint, find_weak_points
from desktop.services.records import AssessmentRecords, read_assessment
from desktop.services.signers import keep_leaf_certificate, root_certificate, signing_leaf
from desktop.services.snapshot import PackDetails, build_snapshot
from desktop.signing.check import check_pack
from desktop.signing.identity import SigningLeaf
from desktop.signing.manifest import ManifestFile, build_attachments, build_manifest, build_seal
from desktop.signing.sign import sign_pack
from desktop.storage.evidence_store import EvidenceStore
from desktop.storage.workbook import Workbook
from desktop.support.catalogue_file import catalogue_of
from desktop.support.clock import Clock
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files

PACK, ROOT = "pack.pdf", "root.pem"
MAKING = ".making-pack-"  # how the name of a part folder begins
Step = Callable[[int, int, str], None]


class PackThereError(AppError):
    """A pack is never written over another."""

    code = "pack_there"
    happened = "{folder} already holds {names}."
    safe = "Nothing was written over."
    to_do = "Choose a new folder for the new pack."


class PackNotGenuineError(AppError):
    """What was written to the disk does not check."""

    code = "pack_not_genuine"
    happened = "The pack was written, but what is on the disk does not check: {why}"
    safe = "Your records are as they were. The faulty files were removed."
    to_do = "Try another folder or disk, and make the pack again."


class OtherSignatoryError(AppError):
    """The passphrase belongs to another signatory than the pages name."""

    code = "other_signatory"
    happened = "The pages name {shown}, but this passphrase signs as {given}."
    safe = "Nothing was signed, and the pages are kept."
    to_do = "Give the passphrase of the signatory on the last page, or draw the pack again as the other one."


@dataclass(frozen=True, slots=True)
class PackWish:
    """What a person asks of a pack: whose assessment, for whom, judged as at when (None: today).

    ``left_out``: ids of evidence items whose files stay at home. ``figures``: whether workforce figures are shown.
    """

    assessment_id: str
    made_for: str = ""
    reference: str = ""
    as_at: date | None = None
    left_out: frozenset[str] = frozenset()
    figures: bool = True


@dataclass(frozen=True, slots=True)
class Captured:
    """All that is frozen before anything is drawn: what the workbook said at ``taken_at``."""

    pack_id: str
    wish: PackWish
    catalogue: Catalogue
    records: AssessmentRecords
    taken_at: datetime
    as_at: date
    signer: SignerPart
    root_pem: bytes
    practice: bool
    history: tuple[int, str]


@dataclass(frozen=True, slots=True)
class PackDraft:
    """A pack that is drawn and not signed, all in memory. ``lines`` say which files go with it, as ``volumes``."""

    captured: Captured
    drawn: DrawnPack = field(repr=False)
    lines: tuple[FilePart, ...]
    volumes: tuple[VolumePart, ...]
    results: tuple[StandardResult, ...]
    weak: tuple[WeakPoint, ...]

    @property
    def pdf(self) -> bytes:
        """The unsigned pages, for showing."""
        return self.drawn.pdf

    @property
    def pages(self) -> int:
        """How many pages there are to read."""
        return self.drawn.pages


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


def no_step(done: int, total: int, label: str) -> None:
    """Tell nobody."""


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


def capture(workbook: Workbook, wish: PackWish, signer: SignerPart, clock: Clock) -> Captured:
    """Freeze what the workbook says now. Reads records only, no evidence files."""
    records = read_assessment(workbook.db, wish.assessment_id)
    return Captured(
        pack_id=uuid4().hex,
        wish=wish,
        catalogue=catalogue_of(records.assessment.catalogue_version),
        records=records,
        taken_at=clock.now(),
        as_at=wish.as_at or clock.today(),
        signer=signer,
        root_pem=root_certificate(workbook),
        practice=workbook.practice,
        history=workbook.db.history_head(),
    )


def require_room(folder: Path) -> None:
    """Refuse a folder that holds a pack already."""
    with plain_disk_errors("The pack"):
        there = sorted(folder.iterdir()) if folder.is_dir() else []
    taken = [path.name for path in there if path.name in {PACK, ROOT} or path.suffix == ".zip"]
    if taken:
        raise PackThereError(folder=folder, names=", ".join(taken))


def draw(captured: Captured, store: EvidenceStore, step: Step = no_step) -> PackDraft:
    """Read the evidence and draw the unsigned pages. Writes nothing; ``step`` may raise to cancel."""
    count = sum(bool(item.sha256) for item in captured.records.items)
    total = 2 * count + _DRAWING
    true = with_true_states(store, captured.records, lambda done, label: step(done, total, label))
    records = without_files(true, captured.wish.left_out)
    results = score(captured.catalogue, records.services, records.facts(), captured.as_at)
    lines = list_files(captured.catalogue, records, captured.as_at)
    volumes, listed = measure_evidence(store, lines, lambda done, label: step(count + done, total, label))
    drawing = _Drawing(replace(captured, records=records), results, lines, volumes, listed)
    drawn = drawing.draw(lambda done, parts, label: step(2 * count + done, 2 * count + parts, f"Drawing: {label}"))
    weak = find_weak_points(captured.catalogue, records, results, captured.as_at, captured.taken_at.date())
    return PackDraft(captured, drawn, lines, volumes, results, weak)


_DRAWING = 20  # about as many parts as a pack has, until drawing says how many


@dataclass(frozen=True, slots=True)
class Signing:
    """What signing needs from outside. ``read_by``: who said that they have read every page."""

    clock: Clock
    files: Files
    step: Step = no_step
    read_by: str = ""


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
        _write(draft, signed, store, part, signing)
        verdict = _check_written(draft, part, signing)
        _move_into_place(draft, part, folder, signing.files)
    except BaseException:
        signing.files.discard_tree(part)
        if made_folder:
            _remove_if_empty(folder)
        raise
    signing.files.discard_tree(part)
    act = _Act(folder, sha256(signed).hexdigest(), signed_at, signing.read_by, leaf.certificate_pem, made_folder)
    return _made(draft, verdict, act)


def _steps(draft: PackDraft) -> int:
    """How many steps signing takes: one a file of evidence, the pack, the check."""
    return sum(bool(line.supplied_as) for line in draft.lines) + 2


def _write(draft: PackDraft, signed: bytes, store: EvidenceStore, part: Path, signing: Signing) -> None:
    total, files = _steps(draft), signing.files
    with plain_disk_errors("The pack"):
        for left_over in part.parent.glob(MAKING + "*"):
            files.remove_tree(left_over)
        files.make_folder(part)
        with plain_disk_errors("The evidence ZIP"):
            write_evidence(store, files, draft.lines, part, lambda done, label: signing.step(done, total, label))
        signing.step(total - 2, total, "Writing the pack")
        for name, content in ((ROOT, draft.captured.root_pem), (PACK, signed)):
            files.write(part / name, content)


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
class _Drawing:
    """What the pages are drawn from."""

    captured: Captured
    results: tuple[StandardResult, ...]
    lines: tuple[FilePart, ...]
    volumes: tuple[VolumePart, ...]
    listed: tuple[ManifestFile, ...]

    def draw(self, step: Step) -> DrawnPack:
        captured, snapshot = self.captured, self._snapshot()
        manifest = build_manifest(captured.pack_id, self.listed)
        seal = build_seal(
            captured.pack_id,
            practice=captured.practice,
            volumes=self.volumes,
            manifest=manifest,
            root_pem=captured.root_pem,
            history_number=captured.history[0],
            history_head=captured.history[1],
            app_version=snapshot.app_version,
            catalogue_version=snapshot.catalogue_version,
        )
        return render(snapshot, build_attachments(manifest, seal, captured.root_pem), step)

    def _snapshot(self) -> PackSnapshot:
        captured, records = self.captured, self.captured.records
        shown, figures = None, {}
        if captured.wish.figures:
            workforce = Workforce(
                captured.catalogue, records.people, records.training, records.supervision, captured.as_at
            )
            shown = workforce_part(workforce) if records.people else None
            said = figure_sentences(workforce)
            figures = {key: words for key, words in said.items() if key not in FROM_EVIDENCE_ONLY}
        details = PackDetails(
            pack_id=captured.pack_id,
            practice=captured.practice,
            taken_at=captured.taken_at,
            as_at=captured.as_at,
            made_for=captured.wish.made_for,
            reference=captured.wish.reference,
            signer=captured.signer,
            files=self.lines,
            volumes=self.volumes,
            history=captured.history,
            figures_left_out=not captured.wish.figures and bool(records.people),
        )
        return build_snapshot(captured.catalogue, records, self.results, shown, figures, details)


def _check_written(draft: PackDraft, part: Path, signing: Signing) -> Verdict:
    volumes = [part / volume.name for volume in draft.volumes]
    root_pem, now, total = draft.captured.root_pem, signing.clock.now(), _steps(draft)

    def beat() -> None:
        signing.step(total - 1, total, "Checking what was written")

    beat()
    verdict = check_pack(part / PACK, root_pem=root_pem, evidence=volumes, now=now, beat=beat)
    if verdict.outcome is not Outcome.GENUINE:
        raise PackNotGenuineError(why=" ".join(reason.sentence for reason in verdict.reasons))
    return verdict


def _move_into_place(draft: PackDraft, part: Path, folder: Path, files: Files) -> None:
    """Move all of the pack, the PDF last; when one cannot be moved, those moved go."""
    require_room(folder)
    names = (*(volume.name for volume in draft.volumes), ROOT, PACK)
    try:
        with plain_disk_errors("The pack"):
            for name in names:
                files.replace(part / name, folder / name)
    except BaseException:
        for name in names:
            files.discard(folder / name)
        raise


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
