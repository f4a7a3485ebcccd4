# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A stored file to look at: read in a job, shown by the preview; quick steps through a list read only the last."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from shiboken6 import isValid

from desktop.models.errors import AppError
from desktop.services.evidence_files import StoredFile
from desktop.ui.infra.jobs import Job, Jobs, Step
from desktop.ui.preview.preview_pane import PreviewPane
from desktop.ui.widgets.words_shown import shown

_SETTLE_MS = 150
Get = Callable[[], StoredFile]


class FilePreview(PreviewPane):
    """Shows the file of one thing at a time. A ``key`` that is shown already is left as it is."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._key = ""
        self._get: Get | None = None
        self._wait = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._wait.timeout.connect(self._load)

    def show_file(self, key: str, get: Get) -> None:
        """Show a file; ``get`` names it when it is to be read."""
        if key != self._key:
            self._key, self._get = key, get
            self.show_words("", "Getting the file ready.")
            self._wait.start()

    def show_instead(self, key: str, head: str, sentence: str) -> None:
        """Show words in its place."""
        if key != self._key:
            self.forget()
            self._key = key
            self.show_words(head, sentence)

    def forget(self) -> None:
        """Show nothing, and let the file go."""
        self._wait.stop()
        self._key, self._get = "", None
        self.clear()

    def _load(self) -> None:
        if self._get is None:
            return
        try:
            file = self._get()
        except AppError as error:
            self._tell(error)
            return
        self._jobs.start(Job("Preview", _reading(file), self._show_bytes(self._key, file.file_name), failed=self._tell))

    def _show_bytes(self, key: str, name: str) -> Callable[[bytes], None]:
        def show(data: bytes) -> None:
            if isValid(self) and key == self._key:
                self.show_document(name, data)

        return show

    def _tell(self, error: AppError) -> None:
        if not isValid(self):
            return
        happened, _safe, to_do = error.sentences
        self.show_words(shown(happened), shown(to_do))


def _reading(file: StoredFile) -> Callable[[Step], bytes]:
    return lambda _step: file.read()
