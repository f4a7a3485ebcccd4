# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Adding files under an indicator: looked at and copied in by a job, then recorded and linked in one step."""

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.models.errors import AppError
from desktop.services.evidence_intake import Prepared, Refused
from desktop.services.library import Library
from desktop.ui.infra.jobs import Job, Step
from desktop.ui.infra.messages import Notice
from desktop.ui.infra.page import Tools

KINDS = (
    "Documents and pictures (*.pdf *.doc *.docx *.xls *.xlsx *.ods *.odt *.txt *.csv *.png *.jpg *.jpeg);;All files (*)"
)


class Adding:
    """``focus`` gives the id of the indicator that the files are for, asked when they were chosen."""

    def __init__(self, library: Library, tools: Tools, indicator: Callable[[], str]) -> None:
        self._library, self._tools, self._indicator = library, tools, indicator

    def choose(self) -> None:
        """Let the person choose files."""
        self._tools.messages.choose_files("Add evidence", KINDS, self.add)

    def add(self, paths: Sequence[Path]) -> None:
        """Take files in for the indicator that is shown now."""
        indicator_id = self._indicator()

        def work(step: Step) -> tuple[Prepared | Refused, ...]:
            return self._library.prepare(paths, step)

        self._tools.jobs.start(Job("Adding evidence", work, lambda found: self._record(found, indicator_id)))

    def _record(self, found: Sequence[Prepared | Refused], indicator_id: str) -> None:
        ready = [each for each in found if isinstance(each, Prepared)]
        refused = [each for each in found if isinstance(each, Refused)]
        notes: tuple[str, ...] = ()
        if ready:
            try:
                notes = self._library.record(ready, indicator_id=indicator_id).notes
            except AppError as error:
                self._tools.messages.tell(error)
                return
        if refused:
            told = " ".join(" ".join(each.error.sentences) for each in refused)
            self._tools.messages.tell(Notice(told, grave=True))
        elif notes:
            self._tools.messages.done(" ".join(notes))
