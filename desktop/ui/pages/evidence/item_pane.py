# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One item beside the list: its name, then how it stands with its details, or its file to look at."""

from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.services.evidence_lines import EvidenceState, EvidenceView
from desktop.services.library import Library
from desktop.ui.infra.jobs import Jobs
from desktop.ui.pages.evidence.details import Details
from desktop.ui.pages.evidence.file_preview import FilePreview
from desktop.ui.pages.evidence.listed import state_name
from desktop.ui.theme import sp
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.boxes import BAR_ROOM, box, clear, column, plain, row, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.tabs import Tabs
from desktop.ui.widgets.text import heading, words
from desktop.ui.widgets.words_shown import shown

_DETAILS, _PREVIEW = "details", "preview"
_UNUSABLE = {EvidenceState.MISSING, EvidenceState.DAMAGED, EvidenceState.REFUSED}


class ItemPane(QWidget):
    """Shows one item, or that none is chosen. ``back`` is told by the link that a narrow page shows."""

    back = Signal()

    def __init__(self, library: Library, jobs: Jobs, details: Details) -> None:
        super().__init__()
        self.setObjectName("item-pane")
        self._library, self._details = library, details
        self._view: EvidenceView | None = None
        self._back = button("All evidence", "back-to-list", self.back.emit, kind="linkic", icon_name="arrow-left")
        self._title = heading("", "h3")
        self._badges = QHBoxLayout()
        self._badges.setContentsMargins(0, 0, 0, 0)
        self._badges.setSpacing(sp(6))
        self._problem = words("", wrap=True)
        self._problem_box = box(column(self._problem, margins=(12, 8, 12, 8)), "well")
        self._jobs = jobs
        self._stack = QStackedWidget()
        self._tabs = Tabs("tab-", {_DETAILS: "Details", _PREVIEW: "Preview"})
        self._tabs.turned.connect(self._show_tab)
        self._whole = plain(self._build())
        self._none = words("Choose a piece of evidence to see it here.", tone="soft", wrap=True)
        self.setLayout(column(self._none, (self._whole, 1), gap=0))
        self.show_item(None)

    @cached_property
    def preview(self) -> FilePreview:
        """Shows the file; made when it is first looked for."""
        made = FilePreview(self._jobs)
        made.setContentsMargins(0, 0, sp(BAR_ROOM + 5), 0)
        self._stack.addWidget(made)
        return made

    def forget_preview(self) -> None:
        """Let the file go that is looked at."""
        if "preview" in self.__dict__:
            self.preview.forget()

    def show_item(self, view: EvidenceView | None) -> None:
        """Show an item, or that none is chosen."""
        self._view = view
        self._none.setVisible(view is None)
        self._whole.setVisible(view is not None)
        if view is None:
            self._details.forget()
            self.forget_preview()
            return
        self._title.setText(shown(view.line.title))
        self._show_badges(view)
        self._problem.setText(shown(view.problem))
        self._problem_box.setVisible(bool(view.problem))
        self._details.show_item(view)
        self._want_preview()

    def stand(self, *, narrow: bool) -> None:
        """A narrow page shows the item alone, with a link back."""
        self._back.setVisible(narrow)

    def show_preview(self) -> None:
        """Show the file, and put the focus there."""
        self._tabs.show_tab(_PREVIEW)
        self._show_tab(_PREVIEW)
        self._tabs.take_focus()

    def take_focus(self) -> None:
        """Begin at the top."""
        if self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._tabs.take_focus()

    def _build(self) -> QHBoxLayout:
        inside = column(plain(self._badges), self._problem_box, self._details, gap=8, margins=(0, 6, 5, 12))
        self._details_area = scrolling(plain(inside))
        self._stack.addWidget(self._details_area)
        head = column(self._back, self._title, self._tabs, gap=8, margins=(0, 0, BAR_ROOM + 5, 0))
        whole = column(head, (self._stack, 1), gap=8)
        return row((plain(whole), 1), margins=(5, 4, 0, 0))

    def _show_tab(self, name: str) -> None:
        self._stack.setCurrentWidget(self.preview if name == _PREVIEW else self._details_area)
        self._want_preview()

    def _show_badges(self, view: EvidenceView) -> None:
        clear(self._badges)
        states = [state for state in EvidenceState if state in view.line.states]
        for state in states[:2]:
            self._badges.addWidget(Badge(state_name(state), state.words, view.line.title))
        self._badges.addStretch(1)

    def _want_preview(self) -> None:
        view = self._view
        if view is None or self._stack.currentIndex() != 1:
            return
        if view.can_preview:
            item_id = view.line.id
            self.preview.show_file(_mark_of(view), lambda: self._library.stored_file(item_id))
        else:
            self.preview.show_instead(_mark_of(view), *_instead(view))


def _mark_of(view: EvidenceView) -> str:
    """What the preview shows of: the same item with the same file in the same state."""
    return f"{view.line.id} {view.hash_groups} {view.line.state} {view.can_preview}"


def _instead(view: EvidenceView) -> tuple[str, str]:
    """Words in place of a file that cannot be shown."""
    if view.problem and view.line.states & _UNUSABLE:
        return next(state for state in EvidenceState if state in view.line.states).words, shown(view.problem)
    if EvidenceState.HELD in view.line.states:
        where = (
            f"It is kept here: {shown(view.kept_where)}." if view.kept_where else "Nobody has said where it is kept."
        )
        return "Kept elsewhere", where
    return f"{view.line.kind} files are not shown here", "Save a copy, and open that."
