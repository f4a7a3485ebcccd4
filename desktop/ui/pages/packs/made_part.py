# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Step 4, the pack is made: how it was checked, what to send and what never, and the fingerprint to read out."""

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.packing import Packing
from desktop.services.packs import MadePack
from desktop.ui.checking.answers import Answers, VerdictCard
from desktop.ui.checking.fingerprint import Fingerprint
from desktop.ui.infra.messages import Messages
from desktop.ui.pages.packs.evidence_ticks import file_size
from desktop.ui.pages.packs.step_head import STEPS
from desktop.ui.theme import picture, sp
from desktop.ui.widgets.boxes import box, clear, column, plain, put, row, rule
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import heading, hint, words
from desktop.ui.widgets.words_shown import shown

_BESIDE_EM = 60
_TELEPHONE = (
    "The commissioner may telephone to ask for this. Read it out from here, or from Our charity. Never send it along "
    "with the pack."
)
_ROOT = "Lets a checker name you. By itself it proves nothing: the fingerprint does."
_NEVER = "Never send the root key file, a passphrase, a recovery sheet or a backup."


class MadePart(QWidget):
    """Shows a pack that was signed, checked and recorded."""

    def __init__(self, packing: Packing, messages: Messages, close: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("pack-made")
        self._packing, self._messages = packing, messages
        self._made: MadePack | None = None
        self._verdict = VerdictCard()
        open_folder = button(
            "Open the folder", "pack-open-folder", self._open_folder, kind="primary", icon_name="folder-open"
        )
        self.back = button("All packs", "pack-finish", close)
        put(self._verdict.ways, open_folder, self.back)
        self._answers = Answers()
        self._fingerprint = Fingerprint()
        self._answers.below.addWidget(
            plain(column(rule(), 4, heading("For the telephone", "h3"), hint(_TELEPHONE), self._fingerprint, gap=6))
        )
        self._side = QVBoxLayout()
        self._side.setSpacing(sp(8))
        side = box(column(self._side, None, gap=0, margins=(18, 14, 18, 14)))
        self._both: QBoxLayout = QHBoxLayout()
        self._both.setSpacing(sp(16))
        put(self._both, (plain(column(self._answers, None)), 7), (plain(column(side, None)), 4))
        where = words(f"Step {len(STEPS)} of {len(STEPS)}: {STEPS[-1].lower()}", "small", 600, "soft")
        self.setLayout(column(where, 4, self._verdict, self._both, None, gap=8, margins=(24, 2, 10, 20)))

    def show_made(self, made: MadePack) -> None:
        """Show it; the same one is left alone."""
        if made is self._made:
            return
        self._made = made
        checked = self._packing.checked(made)
        where = f"{made.pages} pages, saved in {made.folder}. It was checked as a stranger would check it."
        self._verdict.show_verdict(checked.outcome, "The pack is signed, and it is genuine", where)
        self._answers.show_answers(checked)
        self._fingerprint.show_fingerprint(checked.groups, checked.words)
        clear(self._side)
        put(self._side, heading("To send", "h3"))
        for file in checked.files:
            put(self._side, _file(file.name, file.words))
        put(self._side, _file(made.root.name, f"{_size_of(made)}. {_ROOT}"))
        put(self._side, 4, rule(), 4, heading("To keep at home", "h3"), words(_NEVER, wrap=True))
        self._show_notes(made)

    def begin(self) -> None:
        """Esc and the arrow go back; Enter opens the folder."""
        self._verdict.setFocus()
        self.back.setFocus()

    def arrange(self, em: float) -> None:
        """Beside the answers, or under them."""
        beside = em >= _BESIDE_EM
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._verdict.stand(narrow=not beside)

    def _show_notes(self, made: MadePack) -> None:
        notes = list(made.weak_points)
        if made.unknown_characters:
            notes.append(f"These characters could not be printed: {' '.join(made.unknown_characters)}.")
        if notes:
            put(self._side, 4, rule(), 4, heading("To know before you send", "h3"))
            for note in notes:
                put(self._side, words(shown(note), wrap=True))

    def _open_folder(self) -> None:
        if self._made is not None:
            self._messages.open_folder(self._made.folder)


def _file(name: str, about: str) -> QWidget:
    icon_name = "file-check" if name.endswith(".pdf") else "folder-open" if name.endswith(".zip") else "file-text"
    told = column(words(name, "body", 600, wrap=True), words(about, "small", tone="soft", wrap=True), gap=0)
    return plain(row(column(2, picture(icon_name, "soft", 18), None, gap=0), (plain(told), 1), gap=10))


def _size_of(made: MadePack) -> str:
    return file_size(made.root.stat().st_size)
