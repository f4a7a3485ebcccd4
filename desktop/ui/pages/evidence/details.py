# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Everything about one item of evidence: edited in place and saved when it is left, its uses, its file."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.models.catalogue import Indicator
from desktop.models.errors import AppError
from desktop.models.records import Strength
from desktop.services.evidence_details import EvidenceDetails
from desktop.services.evidence_lines import EvidenceState, EvidenceView
from desktop.services.library import Library
from desktop.ui.infra.page import Tools
from desktop.ui.infra.record_draft import RecordDraft
from desktop.ui.pages.evidence.said_of import SaidOf
from desktop.ui.pages.evidence.uses import Use, UsesPicker
from desktop.ui.widgets.boxes import column, plain, row, rule
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import words
from desktop.ui.widgets.words_shown import shown

_LOST = {EvidenceState.MISSING, EvidenceState.DAMAGED, EvidenceState.REFUSED, EvidenceState.HELD}
_ROW = 4


class Details(QWidget):
    """Shows one item, and writes what a person changes. The signals ask for what a page does with it."""

    opened = Signal(str)
    copy_asked = Signal()
    file_asked = Signal()
    remove_asked = Signal()
    history_asked = Signal()

    def __init__(self, library: Library, tools: Tools, indicators: Callable[[], Sequence[Indicator]]) -> None:
        super().__init__()
        self.setObjectName("details")
        self._library, self._messages = library, tools.messages
        self._view: EvidenceView | None = None
        self._said = SaidOf("evidence", tools.today, beside=False)
        self._draft = RecordDraft(self._said, tools.drafts)
        for edit in self._said.edits:
            edit.editingFinished.connect(self.save)
        self._picker = UsesPicker(indicators, links=True)
        self._picker.opened.connect(self.opened)
        self._picker.added.connect(self._link)
        self._picker.removed.connect(self._unlink)
        self._picker.strength_set.connect(self._set_strength)
        self._file = words("", wrap=True)
        self._size = words("", "small", tone="soft", wrap=True)
        self._hash = words("", "small", wrap=True)
        self._copy_hash = button("Copy SHA-256", "copy-hash", self._copy, kind="linkic", icon_name="copy")
        self._hash_part = plain(column(words("SHA-256", "small", 600), self._hash, self._copy_hash, gap=2))
        self._save_copy = button("Save a copy", "save-copy", self.copy_asked.emit, icon_name="download")
        self._add_file = button("Add its file", "add-its-file", self.file_asked.emit, icon_name="paperclip")
        self._history = button(
            "History", "evidence-history", self.history_asked.emit, kind="linkic", icon_name="history"
        )
        self._remove = button("Remove", "remove-evidence", self.remove_asked.emit, kind="danger")
        self._build()

    def show_item(self, view: EvidenceView) -> None:
        """Show an item; what is half typed about the same one stays."""
        anew = self._view is None or self._view.line.id != view.line.id
        self._view = view
        line = view.line
        said, kept = _said_of(view), not line.file_name or bool(view.kept_where)
        self._draft.show(f"evidence {line.id}", (said, kept), lambda: self._said.show_said(said, kept=kept))
        if anew:
            self._picker.forget_search()
        self._picker.show_uses([Use(u.indicator_id, u.number, u.short_name, u.strength) for u in view.used_by])
        self._file.setText(shown(line.file_name) or "No file in this workbook")
        self._size.setText(f"{line.kind}, {line.size} ({view.bytes:,} bytes)" if view.bytes else line.kind)
        self._hash.setText("\n".join(_in_rows(view.hash_groups)))
        self._hash.setAccessibleName("SHA-256: " + " ".join(view.hash_groups))
        self._hash_part.setVisible(bool(view.hash_groups))
        self._save_copy.setVisible(bool(view.hash_groups) and not line.states & _LOST)
        self._add_file.setVisible(bool(line.states & _LOST))

    def save(self) -> None:
        """Save what is right. What is wrong is told under its field, and kept as it was typed."""
        if (view := self._view) is not None:
            self._draft.save(lambda: self._save(view))

    def _save(self, view: EvidenceView) -> None:
        item_id = view.line.id
        if self._said.save_right(_said_of(view), lambda said: self._library.edit(item_id, said)):
            self._draft.settle()
            self.show_item(self._view or view)

    def forget(self) -> None:
        """The item is gone."""
        self._view = None

    def _build(self) -> None:
        acts = column(
            row(self._save_copy, self._add_file, None, gap=8), row(self._remove, self._history, None, gap=14), gap=8
        )
        self.setLayout(
            column(
                self._said,
                4,
                rule(),
                words("Used for", "body", 600),
                self._picker,
                4,
                rule(),
                words("File", "body", 600),
                self._file,
                self._size,
                self._hash_part,
                4,
                acts,
                None,
                gap=8,
                margins=(0, 0, 0, 0),
            )
        )

    def _copy(self) -> None:
        if self._view is not None:
            QGuiApplication.clipboard().setText("".join(self._view.hash_groups).lower())
            self._messages.done("The SHA-256 of this file was copied.")

    def _link(self, indicator_id: str) -> None:
        self._do(lambda item_id: self._library.link(indicator_id, item_id, Strength.DOCUMENT))

    def _unlink(self, indicator_id: str) -> None:
        self._do(lambda _item: self._library.unlink(self._link_of(indicator_id)))

    def _set_strength(self, indicator_id: str, strength: int) -> None:
        self._do(lambda _item: self._library.set_strength(self._link_of(indicator_id), Strength(strength)))

    def _link_of(self, indicator_id: str) -> str:
        uses = self._view.used_by if self._view else ()
        return next(use.link_id for use in uses if use.indicator_id == indicator_id)

    def _do(self, act: Callable[[str], object]) -> None:
        if self._view is None:
            return
        try:
            act(self._view.line.id)
        except AppError as error:
            self._messages.tell(error)


def _said_of(view: EvidenceView) -> EvidenceDetails:
    line = view.line
    return EvidenceDetails(line.title, line.dated_on, line.review_by, view.kept_where)


def _in_rows(groups: Sequence[str]) -> list[str]:
    return [" ".join(groups[at : at + 2 * _ROW]) for at in range(0, len(groups), 2 * _ROW)]
