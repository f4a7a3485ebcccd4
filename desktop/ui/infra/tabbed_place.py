# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A place of several pages: a tab for each, made when it is first seen."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from desktop.models.prints import ListPrint
from desktop.services.desk import Desk
from desktop.services.targets import Target
from desktop.ui.infra.page import Page, Tools
from desktop.ui.infra.printout import Printout
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.tabs import Tabs

Make = Callable[[Desk, Tools], Page]


class TabbedPlace(Page):
    """Pages in one place; the one that is seen does all the rest.

    A subclass fills ``tabs`` (by name: the words on the tab, and how its page is made; the first is where one begins),
    ``hidden`` (pages that are reached by a button alone) and ``aliases`` (other targets that a page is meant by).
    """

    tabs: ClassVar[Mapping[str, tuple[str, Make]]] = {}
    hidden: ClassVar[Mapping[str, Make]] = {}
    aliases: ClassVar[Mapping[str, str]] = {}

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(tools)
        self.setObjectName(f"place-{self.place}")
        self._desk, self._em = desk, 70.0
        self._first = self._at = next(iter(self.tabs))
        self._make = {**self.hidden, **{name: make for name, (_words, make) in self.tabs.items()}}
        self._pages: dict[str, Page] = {}
        self._tabs = Tabs(f"{self.place}-tab-", {name: words for name, (words, _make) in self.tabs.items()})
        self._tabs.setContentsMargins(24, 0, 24, 0)
        self._tabs.turned.connect(self._turn_to)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self, partial(self._tabs.turn, step))
        self._stack = QStackedWidget()
        self.setLayout(column(self._tabs, *self.above(), (self._stack, 1), gap=6))
        self._take(self._first)

    def above(self) -> Sequence[QWidget]:
        """What stands between the tabs and the page."""
        return ()

    @property
    def shown(self) -> Page:
        """The page of the tab that is seen."""
        return self._pages[self._at]

    @property
    def at(self) -> str:
        """The name of the page that is seen."""
        return self._at

    def refresh(self) -> None:
        """Read what is seen; the others read when they are next seen."""
        for page in self._pages.values():
            page.stale = True
        self._read()

    def show_target(self, target: Target) -> None:
        """Show a tab, or a record on its page."""
        name = target.id.partition("/")[0]
        self._turn_to(self.aliases.get(name, name if name in self._make else self._first))
        if target.id != self._first:
            self.shown.show_target(target)

    def where(self) -> Target:
        """Where the page is that is seen."""
        return self.shown.where()

    def subtitle(self) -> str:
        """Of the page that is seen."""
        return self.shown.subtitle()

    def header_buttons(self) -> Sequence[QPushButton]:
        """Of the page that is seen."""
        return self.shown.header_buttons()

    def arrange(self, em: float) -> None:
        """Fit the width."""
        self._em = em
        for page in self._pages.values():
            page.arrange(em)

    def leave(self) -> None:
        """Save what is being typed."""
        self.shown.leave()

    def listing(self) -> ListPrint | None:
        """The list of the page that is seen."""
        return self.shown.listing()

    def printout(self) -> Printout | None:
        """Of the page that is seen."""
        return self.shown.printout()

    def _turn_to(self, name: str) -> None:
        if name != self._at:
            self.shown.leave()
            self._take(name)
            self._read()
        self._tabs.show_tab(name if name in self.tabs else self._first)
        self.header_changed.emit()

    def _take(self, name: str) -> None:
        if name not in self._pages:
            page = self._make[name](self._desk, self.tools)
            page.header_changed.connect(self.header_changed)
            self._pages[name] = page
            self._stack.addWidget(page)
            page.arrange(self._em)
        self._at = name
        self._stack.setCurrentWidget(self._pages[name])

    def _read(self) -> None:
        if self.shown.stale:
            self.shown.stale = False
            self.shown.refresh()


def tables_of(*pages: type[Page]) -> frozenset[str]:
    """The tables whose changes concern any of these pages."""
    return frozenset[str]().union(*(page.tables for page in pages))
