# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Which evidence goes with a pack: the lines of the index, and the ZIP of the files supplied."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from desktop.models.catalogue import Catalogue
from desktop.models.pack import FilePart, VolumePart
from desktop.models.records import EvidenceItem, FileState
from desktop.services.records import AssessmentRecords
from desktop.signing.evidence_zip import ZipSource, plan_volumes, write_volume
from desktop.signing.manifest import ManifestFile
from desktop.signing.safe_names import safe_name
from desktop.storage.workbook import Workbook
from desktop.support.files import Files

REASONS = {
    FileState.HELD: "kept by the charity; ask for it",
    FileState.MISSING: "file missing from the workbook",
    FileState.DAMAGED: "file damaged in the workbook",
}


def with_true_states(workbook: Workbook, records: AssessmentRecords) -> AssessmentRecords:
    """The same records after reading every stored file: those lost or damaged since are marked so."""
    found = workbook.evidence.check(item.sha256 for item in records.items if item.file_state is FileState.STORED)
    items = tuple(
        replace(item, file_state=found[item.sha256]) if item.file_state is FileState.STORED else item
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


def write_evidence(
    workbook: Workbook, files: Files, lines: Sequence[FilePart], folder: Path, written: list[Path]
) -> tuple[tuple[VolumePart, ...], tuple[ManifestFile, ...]]:
    """Write the supplied files into volumes, each file proved while it is read; gives their parts and manifest lines.

    ``written`` gets each path before it is written, so that the caller can clear up after a failure.
    """
    supplied = {line.supplied_as: line for line in lines if line.supplied_as}
    plan = plan_volumes(
        [
            ZipSource(name, line.size, partial(workbook.evidence.read_chunks, line.sha256))
            for name, line in supplied.items()
        ]
    ) or ((),)
    parts, listed = [], []
    for name, sources in zip(volume_names(len(plan)), plan, strict=True):
        written.append(folder / name)
        volume = write_volume(files, folder / name, sources)
        parts.append(volume.part)
        for file in volume.files:
            line = supplied[file.name]
            listed.append(ManifestFile(line.number, file.name, name, file.size, file.sha256, line.title))
    return tuple(parts), tuple(listed)
