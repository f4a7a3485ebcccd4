# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Makes a pack: freezes what the workbook says, draws it, signs it once, and checks what was written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from desktop.models.catalogue import Catalogue
from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.models.pack import DrawnPack, FilePart, PackSnapshot, SignerPart, VolumePart
from desktop.models.results import StandardResult
from desktop.models.scoring import score
from desktop.models.verdict import Outcome, Verdict
from desktop.models.workforce import FROM_EVIDENCE_ONLY, Workforce, figure_sentences, workforce_part
from desktop.reports.evidence_pack import render
from desktop.services.evidence_volume import list_files, with_true_states, write_evidence
from desktop.services.ready_check import weak_points
from desktop.services.records import AssessmentRecords, read_assessment
from desktop.services.signers import root_certificate, signing_leaf
from desktop.services.snapshot import PackDetails, build_snapshot
from desktop.signing.check import check_pack
from desktop.signing.identity import SigningLeaf
from desktop.signing.manifest import ManifestFile, build_attachments, build_manifest, build_seal
from desktop.signing.sign import sign_pack
from desktop.storage.workbook import Workbook
from desktop.support.catalogue_file import catalogue_of
from desktop.support.clock import Clock
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files

PACK, ROOT = "pack.pdf", "root.pem"
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


@dataclass(frozen=True, slots=True)
class PackWish:
    """What a person asks of a pack: whose assessment, for whom, judged as at when (None: today)."""

    assessment_id: str
    made_for: str = ""
    reference: str = ""
    as_at: date | None = None


@dataclass(frozen=True, slots=True)
class MadePack:
    """A pack that was written and found genuine from disk."""

    pdf: Path
    evidence: tuple[Path, ...]
    root: Path
    pages: int
    results: tuple[StandardResult, ...]
    verdict: Verdict
    unknown_characters: tuple[str, ...]
    weak_points: tuple[str, ...]


def no_step(done: int, total: int, label: str) -> None:
    """Tell nobody."""


def make_pack(
    workbook: Workbook, wish: PackWish, passphrase: str, folder: Path, clock: Clock, files: Files, step: Step = no_step
) -> MadePack:
    """Write ``pack.pdf``, the evidence volumes and ``root.pem`` into ``folder``, and check them as a stranger would.

    ``folder`` is made when it is not there, and must hold no pack. Whatever fails, no part of the pack stays in it.
    """
    leaf, root = signing_leaf(workbook, passphrase), root_certificate(workbook)
    _make_room(folder, files)
    facts = _gather(workbook, wish, leaf, clock, step)
    written: list[Path] = []
    try:
        drawn, volumes = _write(workbook, facts, leaf, root, folder, written, files, step)
        step(4, 5, "Checking what was written")
        verdict = _check_written(folder / PACK, volumes, root, clock)
        with workbook.db.write(Op.SIGN_PACK, facts.pack_id, about=sha256(files.read(folder / PACK)).hexdigest()):
            pass
    except BaseException:
        for path in written:
            files.discard(path)
        raise
    step(5, 5, "Done")
    return MadePack(
        folder / PACK,
        volumes,
        folder / ROOT,
        drawn.pages,
        facts.results,
        verdict,
        drawn.unknown_characters,
        weak_points(facts.catalogue, facts.records, facts.results, facts.as_at, facts.taken_at.date()),
    )


def _make_room(folder: Path, files: Files) -> None:
    with plain_disk_errors("The pack"):
        files.make_folder(folder)
        taken = [path.name for path in sorted(folder.iterdir()) if path.name in {PACK, ROOT} or path.suffix == ".zip"]
    if taken:
        raise PackThereError(folder=folder, names=", ".join(taken))


@dataclass(frozen=True, slots=True)
class _Facts:
    """All that is frozen before anything is drawn."""

    pack_id: str
    catalogue: Catalogue
    records: AssessmentRecords
    results: tuple[StandardResult, ...]
    lines: tuple[FilePart, ...]
    taken_at: datetime
    as_at: date
    wish: PackWish
    leaf_signer: SignerPart
    practice: bool
    history: tuple[int, str]


def _gather(workbook: Workbook, wish: PackWish, leaf: SigningLeaf, clock: Clock, step: Step) -> _Facts:
    step(1, 5, "Reading the evidence")
    as_at = wish.as_at or clock.today()
    records = with_true_states(workbook, read_assessment(workbook.db, wish.assessment_id))
    catalogue = catalogue_of(records.assessment.catalogue_version)
    return _Facts(
        pack_id=uuid4().hex,
        catalogue=catalogue,
        records=records,
        results=score(catalogue, records.services, records.facts(), as_at),
        lines=list_files(catalogue, records, as_at),
        taken_at=clock.now(),
        as_at=as_at,
        wish=wish,
        leaf_signer=leaf.signer,
        practice=workbook.practice,
        history=workbook.db.history_head(),
    )


def _write(
    workbook: Workbook,
    facts: _Facts,
    leaf: SigningLeaf,
    root: bytes,
    folder: Path,
    written: list[Path],
    files: Files,
    step: Step,
) -> tuple[DrawnPack, tuple[Path, ...]]:
    with plain_disk_errors("The evidence ZIP"):
        volumes, listed = write_evidence(workbook, files, facts.lines, folder, written)
    drawn = _draw(facts, root, volumes, listed, step)
    step(3, 5, "Signing")
    signed = sign_pack(drawn.pdf, leaf, signed_at=facts.taken_at, field=drawn.signature_field)
    with plain_disk_errors("The pack"):
        for name, content in ((ROOT, root), (PACK, signed)):
            written.append(folder / name)
            files.write(folder / name, content)
    return drawn, tuple(folder / volume.name for volume in volumes)


def _draw(
    facts: _Facts, root: bytes, volumes: tuple[VolumePart, ...], listed: tuple[ManifestFile, ...], step: Step
) -> DrawnPack:
    snapshot = _snapshot(facts, volumes)
    manifest = build_manifest(facts.pack_id, listed)
    seal = build_seal(
        facts.pack_id,
        practice=facts.practice,
        volumes=volumes,
        manifest=manifest,
        root_pem=root,
        history_number=facts.history[0],
        history_head=facts.history[1],
        app_version=snapshot.app_version,
        catalogue_version=snapshot.catalogue_version,
    )

    def drawing(_done: int, _total: int, label: str) -> None:
        step(2, 5, f"Drawing: {label}")

    return render(snapshot, build_attachments(manifest, seal, root), drawing)


def _check_written(pack: Path, volumes: tuple[Path, ...], root: bytes, clock: Clock) -> Verdict:
    verdict = check_pack(pack, root_pem=root, evidence=volumes, now=clock.now())
    if verdict.outcome is not Outcome.GENUINE:
        raise PackNotGenuineError(why=" ".join(reason.sentence for reason in verdict.reasons))
    return verdict


def _snapshot(facts: _Facts, volumes: tuple[VolumePart, ...]) -> PackSnapshot:
    records = facts.records
    workforce = Workforce(facts.catalogue, records.people, records.training, records.supervision, facts.as_at)
    part = workforce_part(workforce) if records.people else None
    figures = {key: words for key, words in figure_sentences(workforce).items() if key not in FROM_EVIDENCE_ONLY}
    details = PackDetails(
        pack_id=facts.pack_id,
        practice=facts.practice,
        taken_at=facts.taken_at,
        as_at=facts.as_at,
        made_for=facts.wish.made_for,
        reference=facts.wish.reference,
        signer=facts.leaf_signer,
        files=facts.lines,
        volumes=volumes,
        history=facts.history,
    )
    return build_snapshot(facts.catalogue, records, facts.results, part, figures, details)
