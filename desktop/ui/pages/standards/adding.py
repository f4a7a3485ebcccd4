# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Adding files under an indicator: looked at and copied in by a job, then recorded and linked in one step."""

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.models.errors import AppError
from desktop.services.evidence_intake import Prepared, Refused
from desktop.services.library import Library, Recorded
from desktop.ui.infra.jobs import Job, Step
from desktop.ui.infra.messages import EVIDENCE_FILES, Notice
from desktop.ui.infra.page import Tools


class Adding:
    """``indicator`` gives the id of the indicator that the files are for, asked when they were chosen."""

    def __init__(self, library: Library, tools: Tools, indicator: Callable[[], str]) -> None:
        self._library, self._tools, self._indicator = library, tools, indicator

    def choose(self) -> None:
        """Let the person choose files."""
        self._tools.messages.choose_files("Add files as evidence", EVIDENCE_FILES, self.add)

    def add(self, paths: Sequence[Path]) -> None:
        """Take files in for the indicator that is shown now."""
        indicator_id = self._indicator()

        def work(step: Step) -> tuple[Prepared | Refused, ...]:
            return self._library.prepare(paths, step)

        job = Job("Adding evidence", work, lambda found: self._record(found, indicator_id), cancelled=self._stopped)
        self._tools.jobs.start(job)

    def _stopped(self) -> None:
        self._tools.messages.done("Adding was stopped. No file was added.")

    def _record(self, found: Sequence[Prepared | Refused], indicator_id: str) -> None:
        ready = [each for each in found if isinstance(each, Prepared)]
        refused = [each for each in found if isinstance(each, Refused)]
        recorded = Recorded((), 0)
        if ready:
            try:
                recorded = self._library.record(ready, indicator_id=indicator_id)
            except AppError as error:
                self._library.discard(ready)
                self._tools.messages.tell(error)
                return
        if refused:
            told = " ".join(" ".join(each.error.sentences) for each in refused)
            self._tools.messages.tell(Notice(told, grave=True))
        elif recorded.cautions:
            added = " ".join(("Added.", *recorded.notes))
            self._tools.messages.tell(Notice(added, to_do=" ".join(recorded.cautions), grave=True))
        elif recorded.notes:
            self._tools.messages.done(" ".join(("Added.", *recorded.notes)))
