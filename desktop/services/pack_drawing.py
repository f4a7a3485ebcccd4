# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The first half of making a pack: capture what the workbook says, and draw the unsigned pages.

``capture`` uses the open workbook, on its own thread. ``draw`` reads evidence files alone, may run in a job, and writes
nothing, so that no evidence lies open on a disk while a person reads the pages.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import uuid4

from desktop.models.catalogue import Catalogue
from desktop.models.pack import DrawnPack, FilePart, PackSnapshot, SignerPart, VolumePart
from desktop.models.results import StandardResult
from desktop.models.scoring import score
from desktop.models.workforce.figures import FROM_EVIDENCE_ONLY, workforce_part
from desktop.models.workforce.live import figure_sentences
from desktop.reports.evidence_pack import render
from desktop.services.evidence_volume import list_files, measure_evidence, with_true_states, without_files
from desktop.services.ready_check import WeakPoint, find_weak_points
from desktop.services.records import AssessmentRecords, read_assessment
from desktop.services.signers import root_certificate
from desktop.services.snapshot import PackDetails, build_snapshot
from desktop.services.standing import version
from desktop.signing.manifest import ManifestFile, build_attachments, build_manifest, build_seal
from desktop.storage.evidence_store import EvidenceStore
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

Step = Callable[[int, int, str], None]


def no_step(done: int, total: int, label: str) -> None:
    """Tell nobody."""


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


def capture(workbook: Workbook, wish: PackWish, signer: SignerPart, clock: Clock) -> Captured:
    """Freeze what the workbook says now. Reads records only, no evidence files."""
    records = read_assessment(workbook.db, wish.assessment_id)
    return Captured(
        pack_id=uuid4().hex,
        wish=wish,
        catalogue=version(records.assessment.catalogue_version),
        records=records,
        taken_at=clock.now(),
        as_at=wish.as_at or clock.today(),
        signer=signer,
        root_pem=root_certificate(workbook),
        practice=workbook.practice,
        history=workbook.db.history_head(),
    )


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
            workforce = records.workforce.on(captured.catalogue, captured.as_at)
            shown = workforce_part(workforce) if workforce.people else None
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
            figures_left_out=not captured.wish.figures and bool(records.workforce.people),
        )
        return build_snapshot(captured.catalogue, records, self.results, shown, figures, details)
