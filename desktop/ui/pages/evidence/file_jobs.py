# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Long work with stored files: a copy outside the workbook, a file for an item that has none, a check of all."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from desktop.models.errors import AppError
from desktop.models.records import FileState
from desktop.services.evidence_intake import Prepared, Refused
from desktop.services.evidence_lines import EvidenceLine, EvidenceView
from desktop.services.library import Library
from desktop.ui.infra.jobs import Job, Step
from desktop.ui.infra.messages import Notice
from desktop.ui.infra.page import Tools
from desktop.ui.widgets.words_shown import shown

_MOST_NAMED = 5


class FileJobs:
    """Starts them, and tells how they ended."""

    def __init__(self, library: Library, tools: Tools) -> None:
        self._library, self._tools = library, tools

    def save_copy(self, view: EvidenceView) -> None:
        """Ask where, then write a plain copy there."""
        try:
            file = self._library.stored_file(view.line.id)
        except AppError as error:
            self._tools.messages.tell(error)
            return

        def chosen(target: Path) -> None:
            def work(step: Step) -> None:
                step(0, 1, f"Saving {target.name}")
                file.copy_to(target)

            def done(_nothing: None) -> None:
                sentence = f"A copy was saved as {shown(target.name)}. It is outside the workbook and not encrypted."
                self._tools.messages.done(sentence, folder=target.parent)

            self._tools.jobs.start(Job("Saving a copy", work, done))

        self._tools.messages.choose_target("Save a copy", view.line.file_name, chosen)

    def give_file(self, view: EvidenceView) -> None:
        """Ask for the file of an item that has none, or whose file was lost, and take it in."""

        def chosen(paths: Sequence[Path]) -> None:
            wanted = tuple(paths[:1])
            if wanted:
                work = _preparing(self._library, wanted)
                self._tools.jobs.start(Job("Adding its file", work, lambda made: self._given(view, made[0])))

        self._tools.messages.choose_files("Choose the file", "All files (*)", chosen)

    def check_all(self) -> None:
        """Read every stored file whole, and say how they are."""
        hashes = self._library.capture_check()
        if not hashes:
            self._tools.messages.done("There are no stored files to check yet.")
            return

        def work(step: Step) -> Mapping[str, FileState]:
            return self._library.check(hashes, step)

        def done(states: Mapping[str, FileState]) -> None:
            self._checked(self._library.record_check(states), len(states))

        stopped = "The check was stopped. Nothing was changed."
        self._tools.jobs.start(
            Job("Checking evidence", work, done, cancelled=lambda: self._tools.messages.done(stopped))
        )

    def _given(self, view: EvidenceView, made: Prepared | Refused) -> None:
        if isinstance(made, Refused):
            self._tools.messages.tell(made.error)
            return
        same = made.sha256 == "".join(view.hash_groups).lower()
        try:
            if same:
                self._library.record([made])
            else:
                self._library.give_file(view.line.id, made)
        except AppError as error:
            self._library.discard([made])
            self._tools.messages.tell(error)
            return
        told = f"{shown(view.line.title)} has its file {'again' if same else 'now'}."
        self._tools.messages.done(" ".join(filter(None, (told, shown(made.note)))))

    def _checked(self, bad: Sequence[EvidenceLine], count: int) -> None:
        files = "file" if count == 1 else "files"
        if not bad:
            self._tools.messages.done(f"All evidence was checked: {count} {files}, all whole.")
            return
        named = [f"{shown(line.title)}: {line.state.words.lower()}" for line in bad[:_MOST_NAMED]]
        more = len(bad) - len(named)
        told = "; ".join(named) + (f"; and {more} more" if more else "")
        self._tools.messages.tell(
            Notice(
                f"{count} {files} checked. {len(bad)} cannot be used: {told}.",
                "Titles, dates and links are kept.",
                "Open each one and add the same file again, or restore a backup.",
                grave=True,
            )
        )


def _preparing(library: Library, paths: Sequence[Path]) -> Callable[[Step], Sequence[Prepared | Refused]]:
    return lambda step: library.prepare(paths, step)
