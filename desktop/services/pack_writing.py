# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Writing a signed pack to a folder: all of it into a part folder, checked there, and only then moved into place."""

from dataclasses import dataclass
from pathlib import Path

from desktop.models.errors import AppError
from desktop.models.verdict import Outcome, Verdict
from desktop.services.evidence_volume import write_evidence
from desktop.services.pack_drawing import PackDraft, Step, no_step
from desktop.signing.check import check_pack
from desktop.storage.evidence_store import EvidenceStore
from desktop.support.clock import Clock
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files

PACK, ROOT = "pack.pdf", "root.pem"
MAKING = ".making-pack-"  # how the name of a part folder begins


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
class Signing:
    """What signing needs from outside. ``read_by``: who said that they have read every page."""

    clock: Clock
    files: Files
    step: Step = no_step
    read_by: str = ""


def require_room(folder: Path) -> None:
    """Refuse a folder that holds a pack already."""
    with plain_disk_errors("The pack"):
        there = sorted(folder.iterdir()) if folder.is_dir() else []
    taken = [path.name for path in there if path.name in {PACK, ROOT} or path.suffix == ".zip"]
    if taken:
        raise PackThereError(folder=folder, names=", ".join(taken))


def _steps(draft: PackDraft) -> int:
    """How many steps signing takes: one a file of evidence, the pack, the check."""
    return sum(bool(line.supplied_as) for line in draft.lines) + 2


def write_parts(draft: PackDraft, signed: bytes, store: EvidenceStore, part: Path, signing: Signing) -> None:
    """Write every file of the pack into the part folder."""
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


def check_written(draft: PackDraft, part: Path, signing: Signing) -> Verdict:
    """Check what lies in the part folder as a stranger would; raises ``PackNotGenuineError``."""
    volumes = [part / volume.name for volume in draft.volumes]
    root_pem, now, total = draft.captured.root_pem, signing.clock.now(), _steps(draft)

    def beat() -> None:
        signing.step(total - 1, total, "Checking what was written")

    beat()
    verdict = check_pack(part / PACK, root_pem=root_pem, evidence=volumes, now=now, beat=beat)
    if verdict.outcome is not Outcome.GENUINE:
        raise PackNotGenuineError(why=" ".join(reason.sentence for reason in verdict.reasons))
    return verdict


def move_into_place(draft: PackDraft, part: Path, folder: Path, files: Files) -> None:
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
