# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Making a pack in the window: what may go in, the pages to read, the signature, and the packs made before.

``choices``, ``capture``, ``record`` and ``made`` use the database and stay on its thread. ``draw``, ``sign`` and
``withdraw`` do not, and may run in a job. A draft is in memory alone: to give one up, forget it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desktop.models.catalogue import Catalogue
from desktop.models.changes import Changes
from desktop.models.dates import long_date
from desktop.models.records import Assessment, EvidenceItem, FileState
from desktop.models.rounds import standing_sign_off
from desktop.models.scoring import score
from desktop.services import catalogues, packs
from desktop.services.checked_pack import CheckedPack, checked_pack
from desktop.services.evidence_volume import REASONS
from desktop.services.pack_checker import seen_files
from desktop.services.pack_drawing import Captured, PackDraft, PackWish, Step, capture, draw, no_step
from desktop.services.packs import MadePack, Signing
from desktop.services.packs_made import PackLine, packs_made
from desktop.services.ready_check import WeakPoint, find_weak_points
from desktop.services.records import AssessmentRecords, read_assessment
from desktop.services.rounds.freezing import thaw
from desktop.services.rounds.frozen_text import frozen_by
from desktop.services.secrets_given import read_secret
from desktop.services.signers import expected_signer, leaf_under
from desktop.services.stocking import PASSPHRASES
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock
from desktop.support.files import Files

__all__ = ["Captured", "MadePack", "PackChoices", "PackDraft", "PackLine", "PackWish", "Packing", "WeakPoint"]

BEGUN_PACK = "pack-chosen"  # the draft that holds what was chosen for a pack that is being made
ALWAYS = (
    "All seven standards go in, with every indicator.",
    "Nobody is named. Owners and readers are shown by their role.",
    "Figures about fewer than 5 people are hidden.",
)


@dataclass(frozen=True, slots=True)
class AssessmentChoice:
    """An assessment that a pack can be made of."""

    id: str
    dated: date
    assessor: str


@dataclass(frozen=True, slots=True)
class EvidenceChoice:
    """An evidence item that the pack names. ``why_not`` says why its file cannot go in; '' when it may."""

    id: str
    title: str
    file_name: str
    size: int
    supports: tuple[str, ...]
    why_not: str

    @property
    def may_go(self) -> bool:
        """Whether the file can be supplied."""
        return not self.why_not


@dataclass(frozen=True, slots=True)
class PackChoices:
    """What may go into a pack. ``assessment_id`` is '' and the rest empty before there is an assessment.

    ``signed_off``: the day that the pack is judged as at, where the assessment is signed off; None where it is open.
    """

    assessments: tuple[AssessmentChoice, ...] = ()
    assessment_id: str = ""
    answered: int = 0
    of: int = 0
    evidence: tuple[EvidenceChoice, ...] = ()
    figures: bool = False
    signed_off: date | None = None
    weak: tuple[WeakPoint, ...] = ()
    always: tuple[str, ...] = ALWAYS

    @property
    def size(self) -> int:
        """Bytes of all files that can be supplied."""
        return sum(choice.size for choice in self.evidence if choice.may_go)


class Packing:
    """Makes packs of one workbook."""

    def __init__(self, workbook: Workbook, clock: Clock, files: Files) -> None:
        self._workbook = workbook
        self._clock = clock
        self._files = files

    def choices(self, assessment_id: str = "", as_at: date | None = None) -> PackChoices:
        """What may go into a pack of an assessment (the newest when not said), and its weak points beforehand."""
        rounds = tuple(reversed(self._workbook.db.assessments.list()))
        if not rounds:
            return PackChoices()
        chosen = next((each.id for each in rounds if each.id == assessment_id), rounds[0].id)
        records = read_assessment(self._workbook.db, chosen)
        if records.sign_off is None or records.sign_off.blanked:  # what was blanked is refused when it is to be drawn
            catalogue = catalogues.catalogue(self._workbook.db, records.assessment.catalogue_version)
            found = self._choices(rounds, records, catalogue, as_at or self._clock.today())
            return replace(found, figures=bool(records.workforce.people))
        frozen = frozen_by(records.sign_off)
        found = self._choices(rounds, thaw(frozen, records.sign_off), frozen.catalogue, frozen.as_at)
        return replace(found, figures=frozen.figures.part is not None, signed_off=frozen.as_at)

    def _choices(
        self, rounds: tuple[Assessment, ...], records: AssessmentRecords, catalogue: Catalogue, as_at: date
    ) -> PackChoices:
        results = score(catalogue, records.services, records.facts(), as_at)
        numbers = {entry.id: entry.number for entry in catalogue.indicators}
        used = _used(records)
        return PackChoices(
            assessments=tuple(AssessmentChoice(each.id, each.dated, each.assessor) for each in rounds),
            assessment_id=records.assessment.id,
            answered=sum(result.answered for result in results),
            of=sum(result.applicable for result in results),
            evidence=tuple(
                _choice(item, [numbers[found] for found in numbers if found in used[item.id]]) for item in records.items
            ),
            weak=find_weak_points(catalogue, records, results, as_at, self._clock.today()),
        )

    def capture(self, wish: PackWish) -> Captured:
        """Freeze what the workbook says now, with the signatory at work; raises ``NoSignerError``."""
        return capture(self._workbook, wish, expected_signer(self._workbook), self._clock)

    def draw(self, captured: Captured, folder: Path, step: Step = no_step) -> PackDraft:
        """Draw the unsigned pages. Nothing is written yet; a ``folder`` that holds a pack is refused at once."""
        packs.require_room(folder)
        return draw(captured, self._workbook.evidence, step)

    def sign(self, draft: PackDraft, folder: Path, passphrase: str, read_by: str, step: Step = no_step) -> MadePack:
        """Sign, write, check as a stranger would, move into place. When it fails, the draft can be signed again.

        ``folder`` may be another than at first. ``read_by``: who said that they have read every page.
        """
        step(0, 1, "Opening the signing key")
        leaf = leaf_under(draft.captured.root_pem, self._workbook.keys, passphrase)
        signing = Signing(self._clock, self._files, step, read_by)
        return packs.sign_draft(draft, leaf, self._workbook.evidence, folder, signing)

    def record(self, made: MadePack) -> Changes:
        """Keep that the pack was made; when that fails, the pack is removed."""
        return packs.record(self._workbook, made, self._files)

    def checked(self, made: MadePack) -> CheckedPack:
        """How the pack was checked when it was made, as the checker shows it."""
        return checked_pack(made.verdict, seen_files((made.pdf, *made.evidence), made.verdict))

    def withdraw(self, made: MadePack) -> None:
        """Remove a signed pack that was cancelled before it was recorded."""
        packs.discard_made(made, self._files)

    def drawn_from(self, draft: PackDraft) -> str:
        """As of when the pages are, and whether the records changed since."""
        if draft.captured.is_frozen:
            said = f"Drawn from what was signed off on {long_date(draft.captured.as_at)}."
            return said if self._is_as_drawn(draft) else f"{said} It was reopened since: draw the pages again."
        taken = draft.captured.taken_at.astimezone()
        said = f"Drawn from your records as they stood at {taken:%H:%M} on {long_date(taken)}."
        if self._is_as_drawn(draft):
            return said
        return f"{said} They have changed since. To show that, choose Change what goes in, and draw again."

    def still_holds(self, draft: PackDraft, wish: PackWish) -> bool:
        """Whether drawing again would show the same: the same is wished for, and no record changed."""
        return self._is_as_drawn(draft) and draft.captured.wish == wish

    def _is_as_drawn(self, draft: PackDraft) -> bool:
        """Whether the records, or the sign-off that the pages are drawn from, are still the same."""
        captured, db = draft.captured, self._workbook.db
        if not captured.is_frozen:
            return db.history_head() == captured.history
        return (
            standing_sign_off(db.sign_offs.list(assessment_id=captured.wish.assessment_id)) == captured.records.sign_off
        )

    def practice_passphrase(self) -> str:
        """What signs a practice pack, from the file beside its workbook; '' for a real charity."""
        file = self._workbook.layout.folder.with_name(PASSPHRASES)
        return read_secret(file, "passphrase", "") if self._workbook.practice and file.is_file() else ""

    def made(self) -> tuple[PackLine, ...]:
        """The packs made so far, newest first."""
        return packs_made(self._workbook.db)


def _used(records: AssessmentRecords) -> dict[str, set[str]]:
    """The indicator ids that each item is used for."""
    indicators = {answer.id: answer.indicator_id for answer in records.answers.values()}
    used: dict[str, set[str]] = defaultdict(set)
    for link in records.links:
        used[link.evidence_id].add(indicators[link.answer_id])
    return used


def _choice(item: EvidenceItem, supports: Sequence[str]) -> EvidenceChoice:
    why_not = REASONS.get(item.file_state) or (f"the file {item.kept_back}" if item.kept_back else "")
    if not why_not and item.file_state is not FileState.STORED:
        why_not = "the file could not be used"
    return EvidenceChoice(item.id, item.title, item.file_name, item.size, tuple(supports), why_not)
