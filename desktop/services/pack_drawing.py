# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The first half of making a pack: capture what the workbook says, and draw the unsigned pages.

``capture`` uses the open workbook, on its own thread. ``draw`` reads evidence files alone, may run in a job, and writes
nothing, so that no evidence lies open on a disk while a person reads the pages.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from hashlib import sha256
from uuid import uuid4

from desktop import __version__
from desktop.models.catalogue import Catalogue
from desktop.models.dates import long_date
from desktop.models.errors import AppError
from desktop.models.pack import DrawnPack, FilePart, PackSnapshot, SignerPart, VolumePart
from desktop.models.results import StandardResult
from desktop.models.rounds import FrozenFigures, SignOff, lapse_day
from desktop.models.scoring import score
from desktop.reports.evidence_pack import render
from desktop.services import catalogues
from desktop.services.evidence_volume import Tell, list_files, measure_evidence, with_true_states, without_files
from desktop.services.ready_check import WeakPoint, find_weak_points
from desktop.services.records import AssessmentRecords, read_assessment
from desktop.services.rounds.freezing import figures_of, thaw
from desktop.services.rounds.frozen_text import frozen_by
from desktop.services.signers import root_certificate
from desktop.services.snapshot import PackDetails, build_snapshot
from desktop.signing.manifest import ManifestFile, build_attachments, build_manifest, build_seal
from desktop.storage.evidence_store import EvidenceStore
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

Step = Callable[[int, int, str], None]


def no_step(done: int, total: int, label: str) -> None:
    """Tell nobody."""


class OtherDayError(AppError):
    """A signed-off round is judged as at its sign-off, and at no other day."""

    code = "other_day"
    happened = "This assessment is signed off, so its pack is judged as at {day} and no other day."
    safe = "Nothing was drawn."
    to_do = "Leave the day out, or choose an assessment that is open."


class SignedFilesLostError(AppError):
    """A file that was signed off can no longer be supplied."""

    code = "signed_files_lost"
    happened = "The pack cannot be made as it was signed off: {titles} is missing or damaged in the workbook."
    safe = "Nothing was drawn."
    to_do = "Restore a backup that has it, or leave its file out of the pack."


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
    """All that is frozen before anything is drawn: what the workbook said at ``taken_at``.

    Of a round that is signed off it is what the sign-off froze; ``figures`` are then the workforce's, frozen too. None:
    they are worked out from the records. ``today`` is when the pack is made.
    """

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
    today: date
    figures: FrozenFigures | None = None

    @property
    def is_frozen(self) -> bool:
        """Whether it is what a sign-off froze."""
        return self.figures is not None


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
    """Freeze what the workbook says now, or take what a sign-off froze. Reads records only, no evidence files."""
    records = read_assessment(workbook.db, wish.assessment_id)
    live = Captured(
        pack_id=uuid4().hex,
        wish=wish,
        catalogue=catalogues.catalogue(workbook.db, records.assessment.catalogue_version),
        records=records,
        taken_at=clock.now(),
        as_at=wish.as_at or clock.today(),
        signer=signer,
        root_pem=root_certificate(workbook),
        practice=workbook.practice,
        history=workbook.db.history_head(),
        today=clock.today(),
    )
    return _as_signed_off(live, records.sign_off) if records.sign_off else live


def _as_signed_off(live: Captured, sign_off: SignOff) -> Captured:
    """The same wish, of what the sign-off froze: always the same pages, whatever became of the records since."""
    frozen = frozen_by(sign_off)
    if live.wish.as_at not in {None, frozen.as_at}:
        raise OtherDayError(day=long_date(frozen.as_at))
    return replace(
        live,
        pack_id=_pack_id(sign_off, live),
        catalogue=frozen.catalogue,
        records=thaw(frozen, sign_off),
        taken_at=frozen.taken_at,
        as_at=frozen.as_at,
        history=frozen.history,
        figures=frozen.figures,
    )


def _pack_id(sign_off: SignOff, live: Captured) -> str:
    """The same for the same pages: of one sign-off, for one wish and signatory, before or after its lapse."""
    wish, signer = live.wish, live.signer
    lapsed = live.today > lapse_day(sign_off.signed_on)
    asked = (wish.made_for, wish.reference, *sorted(wish.left_out), str(wish.figures))
    parts = (sign_off.sha256, __version__, signer.root_fingerprint, signer.signatory, str(lapsed), *asked)
    return sha256("\n".join(parts).encode()).hexdigest()[:32]


def draw(captured: Captured, store: EvidenceStore, step: Step = no_step) -> PackDraft:
    """Read the evidence and draw the unsigned pages. Writes nothing; ``step`` may raise to cancel."""
    count = sum(bool(item.sha256) for item in captured.records.items)
    total = 2 * count + _DRAWING
    records = _supplied(captured, store, lambda done, label: step(done, total, label))
    results = score(captured.catalogue, records.services, records.facts(), captured.as_at)
    lines = list_files(captured.catalogue, records, captured.as_at)
    volumes, listed = measure_evidence(store, lines, lambda done, label: step(count + done, total, label))
    drawing = _Drawing(replace(captured, records=records), results, lines, volumes, listed)
    drawn = drawing.draw(lambda done, parts, label: step(2 * count + done, 2 * count + parts, f"Drawing: {label}"))
    weak = find_weak_points(captured.catalogue, records, results, captured.as_at, captured.today)
    return PackDraft(captured, drawn, lines, volumes, results, weak)


def _supplied(captured: Captured, store: EvidenceStore, tell: Tell) -> AssessmentRecords:
    """The records with the files as they are now. Of a signed-off round every file must be as it was signed off."""
    if captured.figures is None:
        return without_files(with_true_states(store, captured.records, tell), captured.wish.left_out)
    wanted = without_files(captured.records, captured.wish.left_out)
    found = with_true_states(store, wanted, tell)
    lost = [item.title for item, now in zip(wanted.items, found.items, strict=True) if now != item]
    if lost:
        raise SignedFilesLostError(titles=", ".join(lost))
    return wanted


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
        known = captured.figures or figures_of(records.workforce.on(captured.catalogue, captured.as_at))
        shown = known if captured.wish.figures else FrozenFigures()
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
            today=captured.today,
            figures_left_out=shown.part is None and known.part is not None,
        )
        return build_snapshot(captured.catalogue, records, self.results, shown, details)
