# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Which evidence goes with a pack: the lines of the index, and the ZIP of the files supplied."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from desktop.models.catalogue import Catalogue
from desktop.models.pack import FilePart, VolumePart
from desktop.models.records import EvidenceItem, FileState
from desktop.services.records import AssessmentRecords
from desktop.signing.evidence_zip import WrittenVolume, ZipSource, measure_volume, plan_volumes, write_volume
from desktop.signing.manifest import ManifestFile
from desktop.signing.safe_names import safe_name
from desktop.storage.evidence_errors import DamagedEvidenceError, MissingEvidenceError
from desktop.storage.evidence_store import EvidenceStore
from desktop.support.files import Files

Tell = Callable[[int, str], None]  # how many files are done, and a label; called for every MiB; may raise to cancel
REASONS = {
    FileState.HELD: "kept by the charity; ask for it",
    FileState.MISSING: "file missing from the workbook",
    FileState.DAMAGED: "file damaged in the workbook",
}


def tell_nobody(done: int, label: str) -> None:
    """Tell nobody."""


def with_true_states(store: EvidenceStore, records: AssessmentRecords, tell: Tell = tell_nobody) -> AssessmentRecords:
    """The same records after reading every stored file: those lost or damaged since are marked so."""
    stored = dict.fromkeys(item.sha256 for item in records.items if item.file_state is FileState.STORED)
    found = {
        sha256: _state(store, sha256, partial(tell, done, f"Reading evidence, {done + 1} of {len(stored)}"))
        for done, sha256 in enumerate(stored)
    }
    items = tuple(
        replace(item, file_state=found[item.sha256]) if item.file_state is FileState.STORED else item
        for item in records.items
    )
    return replace(records, items=items)


def _state(store: EvidenceStore, sha256: str, tell: Callable[[], None]) -> FileState:
    tell()
    try:
        for _ in store.read_chunks(sha256):
            tell()
    except MissingEvidenceError:
        return FileState.MISSING
    except DamagedEvidenceError:
        return FileState.DAMAGED
    return FileState.STORED


def without_files(records: AssessmentRecords, left_out: Collection[str]) -> AssessmentRecords:
    """The same records with these items held by the charity and not supplied. A lost file stays lost."""
    items = tuple(
        replace(item, file_state=FileState.HELD)
        if item.id in left_out and item.file_state is FileState.STORED
        else item
        for item in records.items
    )
    return replace(records, items=items)


def list_files(catalogue: Catalogue, records: AssessmentRecords, as_at: date) -> tuple[FilePart, ...]:
    """One line of the evidence index for each item, in the order of the records."""
    return tuple(_line(catalogue, records, number, item, as_at) for number, item in enumerate(records.items, 1))


def _sentence(kept_back: str) -> str:
    return f"the file {kept_back}; ask for it" if kept_back else ""


def _line(catalogue: Catalogue, records: AssessmentRecords, number: int, item: EvidenceItem, as_at: date) -> FilePart:
    reason = REASONS.get(item.file_state) or _sentence(item.kept_back)
    order = {indicator.id: place for place, indicator in enumerate(catalogue.indicators)}
    supports = sorted(set(records.supports(item.id)), key=lambda indicator_id: order[indicator_id])
    return FilePart(
        number=number,
        title=item.title,
        file_name=item.file_name,
        supports=tuple(catalogue.indicator(indicator_id).number for indicator_id in supports),
        sha256="" if reason else item.sha256,
        size=0 if reason else item.size,
        supplied_as="" if reason else safe_name(number, item.file_name),
        state=item.file_state,
        reason=reason,
        dated=item.dated,
        review_by=item.review_by,
        lapsed=item.review_by is not None and item.review_by < as_at,
    )


def volume_names(count: int) -> tuple[str, ...]:
    """'evidence.zip' for one volume, 'evidence-1.zip', 'evidence-2.zip' ... for more."""
    return ("evidence.zip",) if count == 1 else tuple(f"evidence-{number}.zip" for number in range(1, count + 1))


def measure_evidence(
    store: EvidenceStore, lines: Sequence[FilePart], tell: Tell = tell_nobody
) -> tuple[tuple[VolumePart, ...], tuple[ManifestFile, ...]]:
    """What the ZIP volumes of the supplied files will be, to the byte, and their manifest lines. Writes nothing."""
    volumes = _volumes(store, lines, "Measuring the evidence", tell, measure_volume)
    supplied = {line.supplied_as: line for line in lines if line.supplied_as}
    listed = [
        ManifestFile(line.number, file.name, volume.part.name, file.size, file.sha256, line.title)
        for volume in volumes
        for file in volume.files
        for line in (supplied[file.name],)
    ]
    return tuple(volume.part for volume in volumes), tuple(listed)


def write_evidence(
    store: EvidenceStore, files: Files, lines: Sequence[FilePart], folder: Path, tell: Tell = tell_nobody
) -> tuple[VolumePart, ...]:
    """Write the supplied files into volumes, each file proved while it is read.

    After a failure the caller clears ``folder`` up.
    """
    written = _volumes(
        store,
        lines,
        "Writing the evidence ZIP",
        tell,
        lambda name, sources: write_volume(files, folder / name, sources),
    )
    return tuple(volume.part for volume in written)


def _volumes(
    store: EvidenceStore,
    lines: Sequence[FilePart],
    doing: str,
    tell: Tell,
    pack: Callable[[str, Sequence[ZipSource]], WrittenVolume],
) -> list[WrittenVolume]:
    supplied = [line for line in lines if line.supplied_as]
    sources = []
    for done, line in enumerate(supplied):
        told = partial(tell, done, f"{doing}, {done + 1} of {len(supplied)}")
        sources.append(ZipSource(line.supplied_as, line.size, partial(_told, store, line.sha256, told)))
    plan = plan_volumes(sources) or ((),)
    return [pack(name, contents) for name, contents in zip(volume_names(len(plan)), plan, strict=True)]


def _told(store: EvidenceStore, sha256: str, tell: Callable[[], None]) -> Iterator[bytes]:
    for piece in store.read_chunks(sha256):
        tell()
        yield piece
