# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The evidence of a workbook: what there is, adding to it, and what it is used for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.models.changes import Op
from desktop.models.records import EvidenceItem, FileState, Strength
from desktop.services import evidence_links
from desktop.services.evidence_details import (
    EvidenceDetails,
    FileThereError,
    NowhereKeptError,
    checked,
    described,
    with_file,
)
from desktop.services.evidence_files import StoredFile, check_files
from desktop.services.evidence_intake import Prepared, Refused, Step, prepare_bytes, prepare_files
from desktop.services.evidence_lines import EvidenceLine, EvidenceState, EvidenceView, Uses, line_of, view_of
from desktop.services.intake import new_id
from desktop.services.standing import current_catalogue, newest_assessment
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock
from desktop.support.files import Files

__all__ = ["EvidenceDetails", "Library", "Recorded"]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of prepared files. ``ids``: one item each, new or there before.

    ``notes``: sentences to show; ``cautions``: those on files that a pack cannot carry.
    """

    ids: tuple[str, ...]
    added: int
    notes: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()


class Library:
    """The evidence of one open workbook. All on the GUI thread, but for what says that it runs in a thread."""

    def __init__(self, workbook: Workbook, clock: Clock, files: Files) -> None:
        self._db = workbook.db
        self._store = workbook.evidence
        self._clock = clock
        self._files = files

    def lines(self, text: str = "", state: EvidenceState | None = None) -> tuple[EvidenceLine, ...]:
        """The items in a state whose title, file name, place or indicators have every word of ``text``; by title."""
        uses, today = self._uses(), self._clock.today()
        words = text.casefold().split()
        found = []
        for item in self._db.evidence.list():
            used = uses.of(item.id)
            told = " ".join((item.title, item.file_name, item.kept_where, *(use.number for use in used))).casefold()
            if all(word in told for word in words):
                line = line_of(item, used, today)
                found += [line] if state is None or state in line.states else []
        return tuple(sorted(found, key=lambda line: line.title.casefold()))

    def counts(self) -> Mapping[EvidenceState, int]:
        """How many items stand in each state, worst first; an item may stand in more than one."""
        lines = self.lines()
        return {state: sum(state in line.states for line in lines) for state in EvidenceState}

    def item(self, item_id: str) -> EvidenceView:
        """Everything about one item; ``LookupError`` when it is gone."""
        return view_of(self._db.evidence.get(item_id), self._uses().of(item_id), self._clock.today())

    def prepare(self, paths: Iterable[Path], step: Step) -> tuple[Prepared | Refused, ...]:
        """In a thread: copy files in, looked into and hashed. Nothing is listed until ``record``."""
        return prepare_files(self._store, paths, step)

    def prepare_bytes(self, name: str, data: bytes, step: Step) -> Prepared | Refused:
        """In a thread: keep a picture or text that was pasted."""
        return prepare_bytes(self._store, name, data, step)

    def record(
        self,
        prepared: Sequence[Prepared],
        details: Sequence[EvidenceDetails] = (),
        indicator_id: str | None = None,
        strength: Strength = Strength.DOCUMENT,
    ) -> Recorded:
        """List prepared files, and link them to an indicator if one is given: one operation for all of them.

        ``details`` go with ``prepared`` one by one; without them the file's own name is the title. Content that is
        here already is not added again: the item that has it is used, and a lost file of it is whole again.
        """
        told = [*details, *(EvidenceDetails(one.title) for one in prepared[len(details) :])]
        told = [checked(one, self._clock.today()) for one in told]
        if not prepared:
            return Recorded((), 0)
        ids, notes, cautions, added = [], list[str](), list[str](), 0
        subject = told[0].title if len(prepared) == 1 else f"({len(prepared)} files)"
        with self._db.write(Op.ADD_EVIDENCE, subject):
            for one, detail in zip(prepared, told, strict=True):
                there = self.already_there(one)
                item = (
                    replace(there, file_state=FileState.STORED)
                    if there
                    else with_file(described(EvidenceItem(new_id(), detail.title), detail), one)
                )
                self._db.evidence.save(item)
                ids.append(item.id)
                added += there is None
                if there:
                    notes.append(_already(one, there, linked=indicator_id is not None))
                elif one.note:
                    (cautions if one.kept_back else notes).append(one.note)
                for used, how in (*detail.uses, *(((indicator_id, strength),) if indicator_id else ())):
                    if not (there and self._is_linked(used, item.id)):
                        evidence_links.save_link(self._db, used, item.id, how)
        return Recorded(tuple(ids), added, tuple(notes), tuple(cautions))

    def discard(self, prepared: Iterable[Prepared]) -> None:
        """Give up prepared files that were not recorded: what no item has, or ever had, leaves the store."""
        known = self._db.evidence.hashes()
        for one in prepared:
            if one.sha256 not in known:
                self._files.discard(self._store.path_for(self._store.name_for(one.sha256)))

    def give_file(self, item_id: str, prepared: Prepared) -> None:
        """Give an item that has no file one: it was kept elsewhere, or the first could not be used. Links stay."""
        item = self._db.evidence.get(item_id)
        if item.sha256 and item.sha256 != prepared.sha256:
            raise FileThereError(title=item.title)
        with self._db.write(Op.EDIT_EVIDENCE, item.title, about=item_id):
            self._db.evidence.save(with_file(item, prepared))

    def already_there(self, prepared: Prepared) -> EvidenceItem | None:
        """The item that has this very content, if there is one."""
        return next(iter(self._db.evidence.list(sha256=prepared.sha256)), None)

    def add_note(
        self, details: EvidenceDetails, indicator_id: str | None = None, strength: Strength = Strength.DOCUMENT
    ) -> str:
        """List something that is kept elsewhere, by where it is kept; gives its id."""
        details = checked(details, self._clock.today())
        if not details.kept_where:
            raise NowhereKeptError
        item = described(EvidenceItem(new_id(), details.title), details)
        with self._db.write(Op.ADD_EVIDENCE, item.title, about=item.id):
            self._db.evidence.save(item)
            for used, how in (*details.uses, *(((indicator_id, strength),) if indicator_id else ())):
                evidence_links.save_link(self._db, used, item.id, how)
        return item.id

    def edit(self, item_id: str, details: EvidenceDetails) -> None:
        """Change what is said of an item. Its file stays."""
        details = checked(details, self._clock.today())
        item = self._db.evidence.get(item_id)
        if item.file_state is FileState.HELD and not item.file_name and not details.kept_where:
            raise NowhereKeptError
        with self._db.write(Op.EDIT_EVIDENCE, details.title, about=item_id):
            self._db.evidence.save(described(item, details))

    def remove(self, item_id: str) -> None:
        """Take an item away from the list and from every answer that used it. Can be undone."""
        item = self._db.evidence.get(item_id)
        with self._db.write(Op.REMOVE_EVIDENCE, item.title, about=item_id):
            self._db.evidence.remove(item_id)

    def link(self, indicator_id: str, item_id: str, strength: Strength) -> str:
        """Use an item for an indicator of the newest assessment; gives the link's id."""
        return evidence_links.link(self._db, indicator_id, item_id, strength)

    def unlink(self, link_id: str) -> None:
        """Stop using an item for an indicator."""
        evidence_links.unlink(self._db, link_id)

    def set_strength(self, link_id: str, strength: Strength) -> None:
        """Say how strong an item is for one indicator."""
        evidence_links.set_strength(self._db, link_id, strength)

    def stored_file(self, item_id: str) -> StoredFile:
        """The file of an item, to be read or copied in a thread. Raises when there is none."""
        return StoredFile.of(self._db.evidence.get(item_id), self._store)

    def prepared_file(self, prepared: Prepared) -> StoredFile:
        """The file of what waits to be recorded, to be looked at first."""
        return StoredFile(prepared.title, prepared.file_name, prepared.sha256, prepared.size, self._store)

    def read(self, item_id: str) -> bytes:
        """The content of a file of at most 60 MB, for a preview."""
        return self.stored_file(item_id).read()

    def save_copy(self, item_id: str, target: Path) -> None:
        """Write a plain copy of a file outside the workbook."""
        self.stored_file(item_id).copy_to(target)

    def capture_check(self) -> tuple[str, ...]:
        """What a check has to read: the hash of every stored file."""
        return tuple(dict.fromkeys(item.sha256 for item in self._db.evidence.list() if item.sha256))

    def check(self, hashes: Sequence[str], step: Step) -> Mapping[str, FileState]:
        """In a thread: read every file whole, and say how it is."""
        return check_files(self._store, hashes, step)

    def record_check(self, states: Mapping[str, FileState]) -> tuple[EvidenceLine, ...]:
        """Keep what a check found; gives the items whose file is missing or damaged now."""
        items = [item for item in self._db.evidence.list() if item.sha256 in states]
        with self._db.write(Op.CHECK_EVIDENCE):
            for item in items:
                if item.file_state is not states[item.sha256]:
                    self._db.evidence.save(replace(item, file_state=states[item.sha256]))
        bad = {item.id for item in items if states[item.sha256] is not FileState.STORED}
        return tuple(line for line in self.lines() if line.id in bad)

    def _uses(self) -> Uses:
        assessment = newest_assessment(self._db)
        if assessment is None:
            return Uses({})
        answers = self._db.answers.list(assessment_id=assessment.id)
        return Uses.read(current_catalogue(self._db), answers, self._db.links.of_assessment(assessment.id))

    def _is_linked(self, indicator_id: str, item_id: str) -> bool:
        """Whether the item is used there: then its strength was judged before, and stays."""
        return any(use.indicator_id == indicator_id for use in self._uses().of(item_id))


def _already(prepared: Prepared, there: EvidenceItem, *, linked: bool) -> str:
    lost = there.file_state in {FileState.MISSING, FileState.DAMAGED}
    end = "its file is whole again" if lost else "it was not added again"
    use = " It is now used for this indicator too." if linked else ""
    name = f"\N{LEFT DOUBLE QUOTATION MARK}{there.title}\N{RIGHT DOUBLE QUOTATION MARK}"
    return f"{prepared.file_name} is here already as {name}, so {end}.{use}"
