# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The sheet for one new item: what it is called, which dates it has, what it is for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.models.catalogue import Indicator
from desktop.models.errors import AppError
from desktop.models.records import Strength
from desktop.services.evidence_details import EvidenceDetails
from desktop.services.evidence_files import StoredFile
from desktop.ui.infra.jobs import Jobs
from desktop.ui.pages.evidence.file_preview import FilePreview
from desktop.ui.pages.evidence.said_of import SaidOf
from desktop.ui.pages.evidence.uses import Use, UsesPicker
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import BAR_ROOM, box, column, plain, row, scrolling
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.field import tick
from desktop.ui.widgets.text import heading, hint, words
from desktop.ui.widgets.words_shown import shown


@dataclass(frozen=True, slots=True)
class NewItem:
    """What the sheet asks about. ``note``: what to know of the file; ``there``: the title under which it is here."""

    heading: str
    file_name: str = ""
    title: str = ""
    note: str = ""
    there: str = ""
    there_uses: frozenset[str] = frozenset()
    others: int = 0
    file: Callable[[], StoredFile] | None = None


class NewSheet(QWidget):
    """Asks about one new item. ``kept`` tells that it is to be kept, and whether the others get the same."""

    kept = Signal(object, bool)
    left_out = Signal()
    all_left_out = Signal()

    def __init__(self, indicators: Callable[[], Sequence[Indicator]], today: Callable[[], date], jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("new-sheet")
        self.preview = FilePreview(jobs)
        self.preview.setContentsMargins(0, 0, sp(BAR_ROOM + 5), 0)
        self._indicators = indicators
        self._uses: dict[str, Strength] = {}
        self._item = NewItem("")
        self._beside = False
        self._heading = heading("", "h2")
        self._file = words("", tone="soft", wrap=True)
        self._note = words("", wrap=True)
        self._note_box = box(column(self._note, margins=(12, 8, 12, 8)), "well")
        self._said = SaidOf("new", today, beside=True)
        self._picker = UsesPicker(indicators, links=False)
        self._picker.added.connect(self._add_use)
        self._picker.removed.connect(self._remove_use)
        self._picker.strength_set.connect(self._set_strength)
        self._same = tick("new-same", "")
        each = hint("They get these dates and indicators. Each keeps its own title.")
        self._same_part = plain(column(self._same, each, gap=0))
        self._keep = button("Add this evidence", "new-keep", self._give, kind="primary")
        self._out = button("Leave this file out", "new-leave-out", self.left_out.emit)
        self._all_out = button("Leave all of them out", "new-all-out", self.all_left_out.emit)
        self._build()

    def ask(self, item: NewItem) -> None:
        """Ask about an item."""
        self._item = item
        self._heading.setText(item.heading)
        self._file.setText(shown(item.file_name))
        self._file.setVisible(bool(item.file_name))
        self._note.setText(shown(" ".join(filter(None, (_there(item), item.note)))))
        self._note_box.setVisible(bool(self._note.text()))
        self._said.show_said(EvidenceDetails(item.title), kept=not item.file_name)
        self._said.setVisible(not item.there)
        self._uses = {}
        self._picker.forget_search()
        self._show_uses()
        self._show_buttons(item)
        self._show_preview()
        self.take_focus()

    def forget(self) -> None:
        """It asks about nothing now."""
        self._item = NewItem("")
        self.preview.forget()

    def take_focus(self) -> None:
        """Begin at the title, or at the button where there is nothing to type."""
        if self._item.there:
            self._keep.setFocus()
        else:
            self._said.take_focus()

    def typed(self, before: EvidenceDetails | None = None, *, focus: bool = True) -> EvidenceDetails | None:
        """What was typed and chosen. For a date that cannot be read the one ``before`` stands, or None is given."""
        said = self._said.typed(before, focus=focus)
        return replace(said, uses=tuple(self._uses.items())) if said is not None else None

    def show_error(self, error: AppError) -> None:
        """Say under the right field what cannot be right."""
        self._said.show_error(error)

    def allow_links(self, *, allowed: bool) -> None:
        """Whether there is an assessment whose indicators it can be for."""
        self._picker.setVisible(allowed)
        self._later.setVisible(not allowed)

    def stand(self, *, narrow: bool, wide: bool) -> None:
        """Dates and buttons one under another where there is little room; the file beside them where there is much."""
        self._beside = wide
        self._show_preview()
        self._said.stand(beside=not narrow)
        self._buttons.setDirection(
            self._buttons.Direction.TopToBottom if narrow else self._buttons.Direction.LeftToRight
        )

    def _build(self) -> None:
        self._buttons = row(self._keep, self._out, self._all_out, None, gap=10)
        told = words("What it is for", "h3", 700)
        self._later = words(
            "Start an assessment on the page Standards. Then say here what it is for.", tone="soft", wrap=True
        )
        inside = column(
            self._heading,
            self._file,
            4,
            self._note_box,
            self._said,
            8,
            told,
            self._picker,
            self._later,
            8,
            self._same_part,
            self._buttons,
            gap=8,
            margins=(16, 12, 16, 10),
        )
        card = box(inside)
        card.setMaximumWidth(sp(720))
        area = scrolling(plain(column(row((card, 100), None), None, margins=(5, 5, 5, 5))))
        self.setLayout(row((area, 3), (self.preview, 2), gap=2))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._give)

    def _show_buttons(self, item: NewItem) -> None:
        files = "file" if item.others == 1 else "files"
        self._same.setText(f"Use the same for the other {item.others} {files}")
        self._same.setAccessibleName(self._same.text())
        self._same.setChecked(False)
        self._same_part.setVisible(item.others > 0)
        self._all_out.setVisible(item.others > 0)
        say(self._keep, "Use what is here" if item.there else "Add this evidence")
        say(self._out, "Leave this file out" if item.file_name else "Go back")

    def _show_preview(self) -> None:
        """The file beside the questions, where there is room: who names a scan wants to see it."""
        get = self._item.file
        self.preview.setVisible(self._beside and get is not None)
        if self._beside and get is not None:
            self.preview.show_file(self._item.file_name, get)
        else:
            self.preview.forget()

    def _give(self) -> None:
        typed = self.typed()
        if typed is not None:
            self.kept.emit(typed, self._same.isChecked() and self._item.others > 0)

    def _add_use(self, indicator_id: str) -> None:
        self._uses[indicator_id] = Strength.DOCUMENT
        self._show_uses()

    def _remove_use(self, indicator_id: str) -> None:
        self._uses.pop(indicator_id, None)
        self._show_uses()

    def _set_strength(self, indicator_id: str, strength: int) -> None:
        self._uses[indicator_id] = Strength(strength)
        self._show_uses()

    def _show_uses(self) -> None:
        known = {one.id: one for one in self._indicators()}
        chosen = [Use(one, known[one].number, known[one].short_name, how) for one, how in self._uses.items()]
        self._picker.show_uses(chosen, self._item.there_uses)


def _there(item: NewItem) -> str:
    if not item.there:
        return ""
    name = f"\N{LEFT DOUBLE QUOTATION MARK}{item.there}\N{RIGHT DOUBLE QUOTATION MARK}"
    return f"The same file is here already as {name}. It is used again, not added twice."
