# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The frame of an open workbook: sidebar, header, one place at a time, status bar. A place is made when first seen."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.models.changes import Changes
from desktop.models.errors import AppError
from desktop.services.desk import Desk
from desktop.services.targets import Place, Target
from desktop.ui.infra.low import is_low
from desktop.ui.infra.page import Page, Tools
from desktop.ui.infra.reading_order import stops
from desktop.ui.infra.screen import Screen
from desktop.ui.infra.spot import Spot
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import column, plain, row
from desktop.ui.widgets.later import later
from desktop.ui.window.bands import READ_ONLY, Band, PracticeBand
from desktop.ui.window.header import Header
from desktop.ui.window.narrow_bar import NarrowBar
from desktop.ui.window.places import make_page
from desktop.ui.window.sidebar import Sidebar
from desktop.ui.window.status import StatusBar

BODY_PX = 15
NARROW_EM = 48


@dataclass(frozen=True, slots=True)
class Acts:
    """What the frame's own controls do."""

    lock: Callable[[], object]
    hide: Callable[[], object]
    find: Callable[[], object]
    help_on: Callable[[], object]
    cancel_job: Callable[[], object]
    remove_practice: Callable[[], object]


class WorkFrame(Screen):
    """Shows one place at a time and keeps the others as they were."""

    def __init__(self, desk: Desk, tools: Tools, acts: Acts, fold_menus: Callable[..., object]) -> None:
        super().__init__()
        self.setObjectName("work-frame")
        self._desk = desk
        self._fold_menus = fold_menus
        self._tools = tools
        self._pages: dict[Place, Page] = {}
        self._back: list[Target] = []
        self._begun = False
        self.place = Place.HOME
        self._day = tools.today()
        self.sidebar = Sidebar(desk.charity.at_work(), acts.lock)
        self.sidebar.chosen.connect(lambda place: self.go(Target(place)))
        self.header = Header(acts.hide)
        self.narrow_bar = NarrowBar(lambda place: self.go(Target(place)), acts.hide)
        self.status = StatusBar(
            backups=lambda: self.go(Target(Place.CHARITY, "backups")),
            find=acts.find,
            help_on=acts.help_on,
            cancel=acts.cancel_job,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())  # nothing, until a place is ready to be seen
        self._build(acts)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._ready(self.place)

    def go(self, target: Target, *, back: bool = False) -> None:
        """Show a place, and there the record that is meant."""
        focus = self.window().focusWidget()
        in_place = not self._begun or (focus is not None and self._stack.isAncestorOf(focus))
        if self._begun:
            self.banner.clear()
            self._leave_page()
            if not back:
                self._back.append(Target(self.place))
        self._begun, self.place = True, target.place
        self._note_day()
        page = self._ready(target.place)
        if page.stale:
            self._read(page)
        if target.id:
            page.show_target(target)
        self._stack.setCurrentWidget(page)
        self.sidebar.show_place(target.place)
        self._show_header()
        later(self, partial(self._begin_page, in_place=in_place))  # what was just made is shown in the next turn

    def begin_at(self, spot: Spot) -> None:
        """Show the first place, made in as many short turns as it needs, with the focus where it was."""
        if self._step_towards(spot.target.place):
            later(self, partial(self.begin_at, spot), 1)  # a wait of 0 ms would be the same turn
            return
        self.go(spot.target)
        self.fit()
        later(self, partial(spot.take_focus, self))  # when all has its place

    def _leave_page(self) -> None:
        """What cannot be saved now stays in its field; one may go on, for example to the backups."""
        try:
            self.page.leave()
        except AppError as error:
            self._tools.messages.tell(error)

    def _begin_page(self, *, in_place: bool) -> None:
        """At first, and where what had the focus went with the place before: begin where the page begins."""
        focus = self.window().focusWidget()
        if focus is None or not focus.isVisible() or (in_place and not self.page.isAncestorOf(focus)):
            self._focus_first(self.page)

    def go_back(self) -> None:
        """The place before."""
        if self._back:
            self.go(self._back.pop(), back=True)

    def next_pane(self) -> None:
        """Move the focus between the sidebar, the header and the page."""
        focus = self.window().focusWidget()
        if focus is not None and self.page.isAncestorOf(focus) and self.sidebar.isVisible():
            self.sidebar.focus_place()
        elif focus is not None and self.sidebar.isAncestorOf(focus):
            self._focus_first(self.header)
        else:
            self._focus_first(self.page)

    def make_ready(self) -> bool:
        """One short step towards places that show at once. False: none was left."""
        return any(self._step_towards(place) for place in Place)

    def _step_towards(self, place: Place) -> bool:
        """Make a place, put it in, or let it read. False: it is ready."""
        page = self._pages.get(place)
        if page is None:
            self._make(place)
        elif self._stack.indexOf(page) < 0:
            self._put_in(page)
        elif page.stale:
            self._read(page)
        else:
            return False
        return True

    def leave(self) -> None:
        """Save what is being typed anywhere. A place that cannot save its own holds none of the others up."""
        with ExitStack() as leaving:
            for page in self._pages.values():
                leaving.callback(page.leave)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Fit the width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Choose what there is room for, by the width in em of the text in force."""
        focus = self.window().focusWidget()
        side = self.sidebar.width() if self.width() - sp(196) >= sp(BODY_PX * NARROW_EM) else 0
        narrow = not side
        self.sidebar.setVisible(not narrow)
        self.narrow_bar.setVisible(narrow)
        self._fold_menus(folded=narrow)
        self.header.stand(short=is_low(self), narrow=narrow)
        self.status.show_narrow(narrow=narrow)
        em = (self.width() - side) / sp(BODY_PX)
        for page in self._pages.values():
            page.arrange(em)
        if focus is not None and self.isAncestorOf(focus) and not focus.isVisible():
            self._focus_first(self.page)  # else Qt gives the focus to what comes next in the window, such as its band

    def _build(self, acts: Acts) -> None:
        inner = plain(column(self.header, plain(column(self.banner, margins=(24, 0, 24, 0))), (self._stack, 1), gap=0))
        band: list[Band] = [PracticeBand(acts.lock, acts.remove_practice)] if self._desk.practice else []
        if self._desk.read_only:
            band.append(Band(READ_ONLY))
        middle = plain(row(self.sidebar, (inner, 1), gap=0))
        self.setLayout(column(*band, self.narrow_bar, (middle, 1), self.status, gap=0))

    def _ready(self, place: Place) -> Page:
        page = self._pages.get(place) or self._make(place)
        if self._stack.indexOf(page) < 0:
            self._put_in(page)
        return page

    def _make(self, place: Place) -> Page:
        page = make_page(place, self._desk, self._tools)
        page.header_changed.connect(partial(self._header_changed, page))
        self._pages[place] = page
        return page

    def _put_in(self, page: Page) -> None:
        self._stack.addWidget(page)
        page.arrange((self.width() - (self.sidebar.width() if self.sidebar.isVisible() else 0)) / sp(BODY_PX))

    @staticmethod
    def _read(page: Page) -> None:
        page.stale = False
        page.refresh()

    def _header_changed(self, page: Page) -> None:
        if page is self._stack.currentWidget():
            self._show_header()

    def _show_header(self) -> None:
        page = self.page
        self.header.show_place(page.title, page.subtitle(), page.header_buttons())
        self.narrow_bar.show_place(self.place, page.title)
        self.header.stand(short=is_low(self), narrow=self.narrow_bar.isVisibleTo(self))

    def show_saved(self, changes: Changes) -> None:
        """Show what was saved where it is seen now; the other places look when they are next shown."""
        self._look_again([place for place, page in self._pages.items() if page.concerns(changes)])

    def show_backups(self) -> None:
        """How the backups stand has changed, which no save tells."""
        self._look_again([Place.HOME, Place.DUE])

    def _look_again(self, places: Sequence[Place]) -> None:
        for place in places:
            if place is self.place:
                self._look_at(self._ready(place))
            elif place in self._pages:
                self._pages[place].stale = True

    def _look_at(self, page: Page) -> None:
        """The focus stays in the page, also where what had it is gone."""
        focus = self.window().focusWidget()
        within = focus is not None and page.isAncestorOf(focus)
        page.refresh()
        self._show_header()
        now = self.window().focusWidget()
        if within and (now is None or not page.isAncestorOf(now)):
            self._focus_first(page)

    def _note_day(self) -> None:
        """Over midnight what is late and due is another: every place reads again when it is next shown."""
        if self._day != self._tools.today():
            self._day = self._tools.today()
            for page in self._pages.values():
                page.stale = True

    @staticmethod
    def _focus_first(inside: QWidget) -> None:
        if found := stops(inside):
            found[0].setFocus(Qt.FocusReason.TabFocusReason)
