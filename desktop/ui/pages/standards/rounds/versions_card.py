# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The versions of the standards at hand, and bringing in the next one: looked at in full first."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.models.dates import long_date
from desktop.models.errors import AppError
from desktop.services.rounds.versions import GivenVersion, VersionLine, Versions
from desktop.ui.infra.page import Tools
from desktop.ui.pages.standards.rounds.words import carry_words, changed_lines
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import box, clear, column, plain, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import heading, hint, words

VERSION_FILES = "Versions of the standards (*.json);;All files (*)"


class VersionsCard(QFrame):
    """A card: what there is, and what a chosen file would change."""

    def __init__(self, versions: Versions, tools: Tools) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("versions-card")
        self._versions, self._tools = versions, tools
        self._given: GivenVersion | None = None
        self._lines, self._changed = QVBoxLayout(), QVBoxLayout()
        for each in (self._lines, self._changed):
            each.setSpacing(sp(4))
        self._changed.setContentsMargins(sp(12), sp(10), sp(12), sp(10))
        self._choose = button("Bring in a version", "version-choose", self._ask, icon_name="upload")
        self._choose.setEnabled(not tools.drafts.read_only)
        self._said = words("", wrap=True)
        self._said.setObjectName("version-said")
        self._save = button("Bring it in", "version-save", self._bring_in)
        acts = Flow(
            self._save,
            button("Not now", "version-back", self._give_up, kind="plain"),
        )
        self._look: QWidget = plain(column(self._said, box(self._changed, "well"), plain(acts), gap=10))
        about = hint("Each assessment answers the version it was started with. A new version never changes an old one.")
        head = heading("Versions of the standards", "h3")
        parts = (head, about, self._lines, plain(Flow(self._choose)), self._look)
        self.setLayout(column(*parts, gap=12, margins=(16, 12, 16, 14)))
        self._look.hide()

    def show_versions(self) -> None:
        """Show what is at hand."""
        clear(self._lines)
        for line in self._versions.all():
            away = partial(self._take_away, line.version)
            acts = [button("Take it away", f"version-remove-{line.version}", away, kind="link")] if line.may_go else []
            self._lines.addLayout(row((words(_said_of(line), wrap=True), 1), *acts, gap=12))

    def _ask(self) -> None:
        self._tools.messages.choose_files("Choose a version of the standards", VERSION_FILES, self._chosen)

    def _chosen(self, paths: Sequence[Path]) -> None:
        try:
            self._given = self._versions.read(paths[0])
        except AppError as error:
            self._tools.messages.tell(error)
            return
        given = self._given
        told = [f"Version {given.catalogue.version}, {len(given.catalogue.indicators)} indicators, from {given.name}."]
        if given.carry is not None:
            told += ["When the next assessment is started from the last:", *carry_words(given.carry)]
        self._said.setText(" ".join(told))
        clear(self._changed)
        for name, how, texts in changed_lines(given.carry) if given.carry else ():
            self._changed.addWidget(words(f"{name}: {how}", "small", 700, wrap=True))
            for text in texts:
                self._changed.addWidget(words(text, "small", wrap=True))
        self._look.show()
        self._choose.hide()
        self._save.setFocus()

    def _bring_in(self) -> None:
        if self._given is None:
            return
        version = self._given.catalogue.version
        try:
            self._versions.bring_in(self._given)
        except AppError as error:
            self._tools.messages.tell(error)
            return
        self._give_up()
        self._tools.messages.done(
            f"Version {version} is at hand: the next assessment answers it. Ctrl+Z takes it back."
        )

    def _take_away(self, version: str) -> None:
        self._versions.take_away(version)
        self._tools.messages.done(f"Version {version} was taken away. Ctrl+Z brings it back.")

    def _give_up(self) -> None:
        self._given = None
        self._look.hide()
        self._choose.show()
        self._choose.setFocus()


def _said_of(line: VersionLine) -> str:
    came = f"brought in on {long_date(line.added_on)}" if line.added_on else "comes with Sevenfold"
    used = "1 assessment answers it" if line.used == 1 else f"{line.used or 'no'} assessments answer it"
    return f"Version {line.version}: {line.indicators} indicators, {came}; {used}. {line.source}. {line.licence}"
