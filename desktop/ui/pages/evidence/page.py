# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Evidence: what we hold, whether it is current, and what each piece is used for."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

from desktop.models.catalogue import Indicator
from desktop.models.prints import ListPrint
from desktop.services.assessing import Assessing
from desktop.services.evidence_lines import EvidenceView
from desktop.services.library import Library
from desktop.services.story import Story
from desktop.services.targets import Place, Target
from desktop.ui.forms.history_dialog import HistoryDialog
from desktop.ui.infra.low import scrolls_as_one
from desktop.ui.infra.messages import Notice
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.evidence.adding import Adding
from desktop.ui.pages.evidence.details import Details
from desktop.ui.pages.evidence.drop_hint import DropHint
from desktop.ui.pages.evidence.file_jobs import FileJobs
from desktop.ui.pages.evidence.item_pane import ItemPane
from desktop.ui.pages.evidence.layers import Layers
from desktop.ui.pages.evidence.list_pane import ListPane
from desktop.ui.pages.evidence.listed import facts, printed
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import column, plain, row, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.words_shown import shown

_STACKED_EM, _DOWN_EM, _NARROW_EM, _WIDE_EM = 34, 48, 66, 68
_PANE = 374
_ANY = 16_777_215


class EvidencePage(Page):
    """The list, one item beside it, and the sheet for what is new."""

    place = Place.EVIDENCE.value
    title = "Evidence"
    tables = frozenset({"evidence_item", "evidence_link", "answer", "assessment"})

    def __init__(self, library: Library, assessing: Assessing, story: Story, tools: Tools) -> None:
        super().__init__(tools)
        self._library, self._assessing, self._story = library, assessing, story
        self._shown_id, self._facts, self._total = "", "", 0
        self._narrow = self._alone = False
        self._jobs = FileJobs(library, tools)
        self._details = Details(library, tools, self._indicators)
        self._item = ItemPane(library, tools.jobs, self._details)
        self._list = ListPane(self._buttons())
        self._list_area = scrolling(self._list)
        self._layers = Layers(plain(row((self._list_area, 1), self._item, gap=2)), self._indicators, tools)
        self._adding = Adding(library, tools, self._layers)
        DropHint(self, self._adding.take_files)
        self.setLayout(column((self._layers, 1), margins=(19, 0, 5, 0)))
        self._connect()

    def _show_history(self) -> None:
        view = self._view_of(self._shown_id)
        if view is not None:
            self._details.save()
            HistoryDialog(self, f"History of {view.line.title}", self._story.of_evidence(view.line.id)).open()

    def _indicators(self) -> Sequence[Indicator]:
        """Those that the newest assessment answers: another version may ask others."""
        return self._assessing.catalogue().indicators

    def refresh(self) -> None:
        """Read the list, and the item that is shown, and show them."""
        every = self._library.lines()
        self._total, self._facts = len(every), facts(every)
        sought = bool(self._list.text.strip()) or self._list.state is not None
        lines = self._library.lines(self._list.text, self._list.state) if sought else every
        self._list.show_lines(lines, every, self.tools.today())
        if not self._shown_id and lines and not self._narrow:
            self._shown_id = self._list.in_order()[0].id
            self._list.select(self._shown_id)
        if not self._asking:  # behind the sheet nobody sees it
            self._show_item(self._view_of(self._shown_id))
        self._layers.allow_links(allowed=self._assessing.current() is not None)
        self._show_part()

    def show_target(self, target: Target) -> None:
        """Show one item, whatever was sought before."""
        view = self._view_of(target.id)
        if view is None:
            self.tools.messages.tell(
                Notice("That piece of evidence is no longer here.", to_do="Ctrl+Z brings it back.")
            )
            return
        self._details.save()
        if target.id not in {line.id for line in self._list.in_order()}:
            self._list.seek_all()
        self._shown_id = target.id
        self._alone = self._narrow
        self.refresh()
        self._list.select(target.id)
        if self._alone:
            self._item.take_focus()

    def where(self) -> Target:
        """The item that is shown, if any is."""
        return Target(Place(self.place), self._shown_id)

    def subtitle(self) -> str:
        """How much there is, and what is wrong with it."""
        return self._facts

    def header_buttons(self) -> Sequence[QPushButton]:
        """What can be done here; a narrow page has them in itself."""
        return () if self._narrow or self._asking or not self._total else self._buttons()

    def arrange(self, em: float) -> None:
        """Two panes, or the list and then one item."""
        changed = self._narrow is not (em < _NARROW_EM)
        self._narrow = em < _NARROW_EM
        self._item.setFixedWidth(sp(_PANE)) if not self._narrow else self._free_width()
        self._list.stand(narrow=self._narrow)
        self._list.scroll_as_one(one=scrolls_as_one(self))
        self._list.stack(stacked=em < _STACKED_EM)
        self._item.stand(narrow=self._narrow)
        self._layers.stand(narrow=em < _DOWN_EM, wide=em >= _WIDE_EM)
        self._show_part()
        if changed:  # where it is narrow the buttons are in the page
            self.header_changed.emit()

    def leave(self) -> None:
        """Save what is being typed."""
        self._details.save()
        self._adding.leave()

    def listing(self) -> ListPrint | None:
        """The list as it is shown."""
        return printed(self._list.in_order(), self._list.words_sought())

    def _connect(self) -> None:
        self._list.sought.connect(self.refresh)
        self._list.selected.connect(self._choose)
        self._list.opened.connect(self._open)
        self._list.pressed.connect(lambda item_id: self._open(item_id) if self._narrow and not self._alone else None)
        self._list.preview_asked.connect(self._preview)
        self._list.remove_asked.connect(self._remove)
        self._item.back.connect(self._go_back)
        self._details.opened.connect(lambda one: self.tools.go(Target(Place.STANDARDS, one)))
        self._details.copy_asked.connect(lambda: self._with_shown(self._jobs.save_copy))
        self._details.file_asked.connect(lambda: self._with_shown(self._jobs.give_file))
        self._details.remove_asked.connect(lambda: self._remove(self._shown_id))
        self._details.history_asked.connect(self._show_history)
        self._adding.turned.connect(self._turned)
        self._layers.read.connect(self._turned)
        self._layers.choose_asked.connect(self._choose_files)
        self._layers.note_asked.connect(self._note)
        self._adding.added.connect(self._added)
        for keys, act in (
            (QKeySequence("Ctrl+N"), self._choose_files),
            (QKeySequence(QKeySequence.StandardKey.Paste), self._paste),
        ):
            QShortcut(keys, self).activated.connect(act)

    def _buttons(self) -> list[QPushButton]:
        return [
            button("Check all files", "check-files", self._jobs.check_all),
            button("Note where it is kept", "note-kept", self._note),
            button("Add files", "add-files", self._choose_files, kind="primary", icon_name="plus"),
        ]

    def _choose_files(self) -> None:
        self._adding.choose()

    def _note(self) -> None:
        self._adding.note()

    def _paste(self) -> None:
        self._adding.take_held(QGuiApplication.clipboard().mimeData())

    def _choose(self, item_id: str) -> None:
        self._details.save()
        self._shown_id = item_id
        self._show_item(self._view_of(item_id))

    def _open(self, item_id: str) -> None:
        """Enter or a double click: the item alone where there is little room, else its file."""
        if self._narrow:
            self._choose(item_id)
            self._alone = True
            self._show_part()
            self._item.take_focus()
        else:
            self._preview(item_id)

    def _preview(self, item_id: str) -> None:
        self._choose(item_id)
        self._alone = self._narrow
        self._show_part()
        self._item.show_preview()

    def _go_back(self) -> None:
        self._details.save()
        self._alone = False
        self._show_part()
        self._list.take_focus()

    def _remove(self, item_id: str) -> None:
        view = self._view_of(item_id)
        if view is None:
            return
        self._details.save()
        order = [line.id for line in self._list.in_order()]
        at = order.index(item_id) if item_id in order else 0
        rest = [one for one in order if one != item_id]
        self._shown_id = rest[min(at, len(rest) - 1)] if rest else ""
        self._alone = False
        self._list.select(self._shown_id)
        self._library.remove(item_id)
        self.tools.messages.done(f"{shown(view.line.title)} was removed. Ctrl+Z brings it back.")

    def _with_shown(self, act: Callable[[EvidenceView], object]) -> None:
        view = self._view_of(self._shown_id)
        if view is not None:
            act(view)

    def _added(self, item_id: str) -> None:
        self._shown_id = item_id
        self._list.seek_all()
        self.refresh()
        self._list.select(item_id)

    def _turned(self) -> None:
        if not self._asking:
            self._show_item(self._view_of(self._shown_id))
        self._show_part()
        self.header_changed.emit()
        if self._adding.open and not self._layers.refusing:
            self._layers.sheet.take_focus()
        elif not self._asking:
            self._list.take_focus()

    @property
    def _asking(self) -> bool:
        return self._adding.open or self._layers.refusing

    def _view_of(self, item_id: str) -> EvidenceView | None:
        try:
            return self._library.item(item_id) if item_id else None
        except LookupError:
            return None

    def _show_item(self, view: EvidenceView | None) -> None:
        if view is None:
            self._shown_id, self._alone = "", False
        self._item.show_item(view)

    def _free_width(self) -> None:
        self._item.setMinimumWidth(0)
        self._item.setMaximumWidth(_ANY)

    def _show_part(self) -> None:
        """The sheet, the empty place, or the list with one item; where there is little room one of the two."""
        self._layers.show_layer(asking=self._adding.open, empty=not self._total)
        self._list_area.setVisible(not (self._narrow and self._alone))
        self._item.setVisible(not self._narrow or self._alone)
