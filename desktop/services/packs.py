# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Makes a pack: freezes what the workbook says, draws it, signs it once, and checks what was written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from desktop.models.catalogue import Catalogue
from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.models.pack import DrawnPack, FilePart, PackSnapshot, SignerPart, VolumePart
from desktop.models.results import StandardResult
from desktop.models.scoring import score
from desktop.models.verdict import Outcome, Verdict
from desktop.models.workforce import Workforce, figure_sentences, workforce_part
from desktop.reports.evidence_pack import render
from desktop.services.evidence_volume import list_files, with_true_states, write_evidence
from desktop.services.records import AssessmentRecords, read_assessment
from desktop.services.signers import root_certificate, signing_leaf
from desktop.services.snapshot import PackDetails, build_snapshot
from desktop.signing.check import check_pack
from desktop.signing.identity import SigningLeaf
from desktop.signing.manifest import build_attachments, build_manifest, build_seal
from desktop.signing.sign import sign_pack
from desktop.storage.workbook import Workbook
from desktop.support.catalogue_file import catalogue_of
from desktop.support.clock import Clock
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files

PACK, EVIDENCE, ROOT = "pack.pdf", "evidence.zip", "root.pem"
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
    evidence: Path
    root: Path
    pages: int
    results: tuple[StandardResult, ...]
    verdict: Verdict
    unknown_characters: tuple[str, ...]


def no_step(done: int, total: int, label: str) -> None:
    """Tell nobody."""


def make_pack(
    workbook: Workbook, wish: PackWish, passphrase: str, folder: Path, clock: Clock, files: Files, step: Step = no_step
) -> MadePack:
    """Write ``pack.pdf``, ``evidence.zip`` and ``root.pem`` into ``folder``, and check them as a stranger would."""
    leaf, root = signing_leaf(workbook, passphrase), root_certificate(workbook)
    paths = (folder / PACK, folder / EVIDENCE, folder / ROOT)
    if taken := [path.name for path in paths if path.exists()]:
        raise PackThereError(folder=folder, names=", ".join(taken))
    facts = _gather(workbook, wish, leaf, clock, step)
    try:
        drawn = _write(workbook, facts, leaf, root, paths, files, step)
        step(4, 5, "Checking what was written")
        verdict = _check_written(paths, root, clock)
    except BaseException:
        for path in paths:
            files.remove(path)
        raise
    with workbook.db.write(Op.SIGN_PACK, facts.pack_id, about=wish.assessment_id):
        pass
    step(5, 5, "Done")
    return MadePack(*paths, drawn.pages, facts.results, verdict, drawn.unknown_characters)


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
    paths: tuple[Path, Path, Path],
    files: Files,
    step: Step,
) -> DrawnPack:
    with plain_disk_errors("The pack"):
        files.make_folder(paths[0].parent)
        volume, listed = write_evidence(workbook, files, facts.lines, paths[1])
    snapshot = _snapshot(facts, volume)
    manifest = build_manifest(facts.pack_id, listed)
    seal = build_seal(
        facts.pack_id,
        practice=facts.practice,
        volumes=[volume],
        manifest=manifest,
        root_pem=root,
        history_number=facts.history[0],
        history_head=facts.history[1],
        app_version=snapshot.app_version,
        catalogue_version=snapshot.catalogue_version,
    )

    def drawing(_done: int, _total: int, label: str) -> None:
        step(2, 5, f"Drawing: {label}")

    drawn = render(snapshot, build_attachments(manifest, seal, root), drawing)
    step(3, 5, "Signing")
    signed = sign_pack(drawn.pdf, leaf, signed_at=facts.taken_at, field=drawn.signature_field)
    with plain_disk_errors("The pack"):
        files.write(paths[2], root)
        files.write(paths[0], signed)
    return drawn


def _check_written(paths: tuple[Path, Path, Path], root: bytes, clock: Clock) -> Verdict:
    verdict = check_pack(paths[0], root_pem=root, evidence=[paths[1]], now=clock.now())
    if verdict.outcome is not Outcome.GENUINE:
        raise PackNotGenuineError(why=" ".join(reason.sentence for reason in verdict.reasons))
    return verdict


def _snapshot(facts: _Facts, volume: VolumePart) -> PackSnapshot:
    records = facts.records
    workforce = Workforce(facts.catalogue, records.people, records.training, records.supervision, facts.as_at)
    part = workforce_part(workforce) if records.people else None
    details = PackDetails(
        pack_id=facts.pack_id,
        practice=facts.practice,
        taken_at=facts.taken_at,
        as_at=facts.as_at,
        made_for=facts.wish.made_for,
        reference=facts.wish.reference,
        signer=facts.leaf_signer,
        files=facts.lines,
        volumes=(volume,),
        history=facts.history,
    )
    return build_snapshot(facts.catalogue, records, facts.results, part, figure_sentences(workforce), details)
