# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Whoever is told and asked: remembers what was told, and answers with what was set before."""

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.models.errors import AppError
from desktop.ui.infra.messages import Notice, Question


class Listener:
    """Answers every question with yes, unless ``willing`` is False."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.asked: list[Question] = []
        self.willing = True
        self.path = Path()

    def tell(self, notice: Notice | AppError) -> None:
        shown = Notice.of(notice) if isinstance(notice, AppError) else notice
        self.told.append(" ".join((shown.happened, shown.safe, shown.to_do)))

    def done(self, sentence: str, *, folder: Path | None = None) -> None:
        self.told.append(sentence)

    def clear(self) -> None:
        self.told.clear()

    def ask(self, question: Question, act: Callable[[], object]) -> None:
        self.asked.append(question)
        if self.willing:
            act()

    def choose_files(self, title: str, kinds: str, chosen: Callable[[Sequence[Path]], object]) -> None:
        chosen([self.path])

    def choose_folder(self, title: str, chosen: Callable[[Path], object]) -> None:
        chosen(self.path)

    def choose_target(self, title: str, suggested: str, chosen: Callable[[Path], object]) -> None:
        chosen(self.path)

    def open_folder(self, folder: Path) -> None:
        self.told.append(str(folder))
