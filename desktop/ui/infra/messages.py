# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The one bridge between the window and the person: what is told, what is asked, which file is chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop.models.errors import AppError

EVIDENCE_FILES = (
    "Evidence (*.pdf *.doc *.docx *.odt *.rtf *.xls *.xlsx *.ods *.csv *.ppt *.pptx *.odp *.png *.jpg *.jpeg *.gif"
    " *.tif *.tiff *.bmp *.webp *.txt *.md *.eml *.msg *.zip);;All files (*)"
)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something told: what happened, what is safe, what to do. ``grave`` when safety or data is at stake."""

    happened: str
    safe: str = ""
    to_do: str = ""
    grave: bool = False

    @classmethod
    def of(cls, error: AppError) -> "Notice":
        """An error in its three sentences."""
        happened, safe, to_do = error.sentences
        return cls(happened, safe, to_do, grave=True)


@dataclass(frozen=True, slots=True)
class Question:
    """A question before something that cannot be undone. The safe choice is first, the default, and Esc.

    ``typed``: a word that must be typed before ``act_words`` can be pressed; '' for none.
    """

    title: str
    consequence: str
    safe_words: str
    act_words: str
    typed: str = ""


class Messages(Protocol):
    """Everything that interrupts or informs. Nothing blocks: answers come by the functions given."""

    def tell(self, notice: Notice | AppError) -> None:
        """Show at the top of the page until it is closed or the place is left."""

    def done(self, sentence: str, *, folder: Path | None = None) -> None:
        """Say that something was done; kept in Help, What happened. ``folder`` can be opened from there."""

    def clear(self) -> None:
        """Take what was told away, because it no longer holds."""

    def ask(self, question: Question, act: Callable[[], object]) -> None:
        """Ask; ``act`` is called only when the person chooses to act."""

    def choose_files(self, title: str, kinds: str, chosen: Callable[[Sequence[Path]], object]) -> None:
        """Let the person choose files to read. ``kinds`` like 'PDF files (*.pdf)'."""

    def choose_folder(self, title: str, chosen: Callable[[Path], object]) -> None:
        """Let the person choose a folder."""

    def open_folder(self, folder: Path) -> None:
        """Show a folder in the system's file manager."""

    def choose_target(self, title: str, suggested: str, chosen: Callable[[Path], object]) -> None:
        """Let the person choose where to save. Writing over a file is asked before ``chosen`` is called."""
