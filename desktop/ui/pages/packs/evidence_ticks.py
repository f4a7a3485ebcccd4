# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The evidence that a pack names: a tick for each file that may go along, and why others may not."""

from collections.abc import Callable, Sequence
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.packing import EvidenceChoice
from desktop.ui.widgets.boxes import clear, column, plain, row, rule
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import tick
from desktop.ui.widgets.later import later
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import words
from desktop.ui.widgets.words_shown import shown


class EvidenceTicks(QWidget):
    """``changed`` is called with an id, and whether its file goes in."""

    def __init__(self, changed: Callable[[str, bool], object]) -> None:
        super().__init__()
        self._changed = changed
        self._shown: tuple[EvidenceChoice, ...] = ()
        self._out: set[str] = set()
        self._lines: dict[str, TickLine] = {}
        self._summary = words("", tone="soft", wrap=True)
        self._summary.setObjectName("evidence-summary")
        self._room = QVBoxLayout()
        self._room.setSpacing(0)
        every = button("Tick all", "evidence-all", lambda: self._set_all(on=True), kind="link")
        none = button("Untick all", "evidence-none", lambda: self._set_all(on=False), kind="link")
        self._ways = plain(row(every, none, None, gap=12))
        self.setLayout(column(self._summary, self._ways, self._room, gap=4))

    def show_choices(self, evidence: Sequence[EvidenceChoice], left_out: set[str]) -> None:
        """Show the evidence: a new list in a turn of its own; the same one keeps its boxes, and so the focus."""
        self._out = set(left_out)
        if tuple(evidence) != self._shown:
            self._shown = tuple(evidence)
            later(self, self._build)
        self._ways.setVisible(any(each.may_go for each in evidence))
        self._show_ticks()

    def _build(self) -> None:
        """All lines in a holder of their own: to put each into what is seen already takes ten times as long."""
        self._lines = {each.id: TickLine(each, self._tell) for each in self._shown if each.may_go}
        self._show_ticks()
        lines = [*self._lines.values(), *(_stays(each) for each in self._shown if not each.may_go)]
        holder = plain(column(*chain.from_iterable((rule(), line) for line in lines), gap=0))
        clear(self._room)
        self._room.addWidget(holder)

    def _show_ticks(self) -> None:
        for item_id, line in self._lines.items():
            line.box.setChecked(item_id not in self._out)
        self._sum_up()

    def _tell(self, item_id: str, goes: bool) -> None:
        (self._out.discard if goes else self._out.add)(item_id)
        self._changed(item_id, goes)
        self._sum_up()

    def _set_all(self, *, on: bool) -> None:
        for each in self._shown:
            if each.may_go:
                self._tell(each.id, on)
        self._show_ticks()

    def _sum_up(self) -> None:
        if not self._shown:
            self._summary.setText("No evidence yet. A pack without evidence says so.")
            return
        going = [each for each in self._shown if each.may_go and each.id not in self._out]
        size = file_size(sum(each.size for each in going))
        told = (
            f"{len(going)} of {len(self._shown)} go along in one ZIP file, {size}." if going else "No files go along."
        )
        self._summary.setText(f"{told} The pack names them all.")


class TickLine(QWidget):
    """A box with words that wrap beside it; a click on the words is a click on the box."""

    def __init__(self, choice: EvidenceChoice, changed: Callable[[str, bool], object]) -> None:
        super().__init__()
        self.box = tick(f"evidence-{choice.id}", "", lambda on: changed(choice.id, on), on=True)
        self.box.setAccessibleName(shown(choice.title))
        self.box.setAccessibleDescription(_details(choice))
        about = words(_details(choice), "small", tone="soft", wrap=True)
        said = column(words(shown(choice.title), wrap=True), about, gap=0)
        self.setLayout(row(column(self.box, None), (plain(said), 1), gap=6, margins=(0, 6, 0, 6)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's own name
        """The words belong to the box."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()


def _stays(choice: EvidenceChoice) -> QWidget:
    why = f"Named in the pack, but no file goes in: {choice.why_not}."
    said = column(words(shown(choice.title), wrap=True), words(why, "small", tone="soft", wrap=True), gap=0)
    return plain(row(column(2, Mark("not_needed", 18), None, gap=0), (plain(said), 1), gap=16, margins=(2, 6, 0, 6)))


def _details(choice: EvidenceChoice) -> str:
    supports = ", ".join(choice.supports) or "no indicator yet"
    return f"{shown(choice.file_name)}, {file_size(choice.size)}, for {supports}"


def file_size(size: int) -> str:
    """A size in words: '7.2 MB', '14 KB'."""
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{max(1, round(size / 1000))} KB"
