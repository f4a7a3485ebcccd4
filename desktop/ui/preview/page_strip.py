# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Pages one under another, or one alone: scrolls, asks for the pages that come into view, and draws them sharp."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.ui.preview.page_images import PageImages
from desktop.ui.preview.painting import paint_page
from desktop.ui.preview.sheets import Seen, Sheet, Sheets
from desktop.ui.theme import colour, sp

GAP = 12
SETTLE_MS = 40
STEP = 1.25
LEAST_ZOOM, MOST_ZOOM = 0.4, 4.0


class PageStrip(QAbstractScrollArea):
    """Shows pages that somebody else makes: ``wanted`` names them, ``take`` brings them."""

    wanted = Signal(list)
    page_changed = Signal(int)
    page_seen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview_pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._look)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.horizontalScrollBar().valueChanged.connect(self._moved)
        self._continuous = True
        self._zoom = 1.0
        self._begin((), grow=True)

    @property
    def current(self) -> int:
        """The number of the page that is mostly in view."""
        return self._current

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def seen(self) -> frozenset[int]:
        """The pages that were shown from top to bottom."""
        return frozenset(self._seen.pages)

    def begin(self, sizes: Sequence[tuple[float, float]], *, grow: bool) -> None:
        """New pages. With ``grow`` they are made as wide as the strip; pictures are never made larger than they are."""
        self._begin(sizes, grow=grow)
        self._place()

    def take(self, number: int, image: QImage) -> None:
        """A page is ready."""
        self._images.take(number, image, {sheet.number for sheet in self._near()})
        self.viewport().update()
        self._look_soon()

    def take_refusal(self, number: int, sentence: str) -> None:
        """A page cannot be shown; its place says why."""
        self._images.refuse(number, sentence)
        self.viewport().update()

    def go_to(self, number: int) -> None:
        """Bring a page to the top of the view."""
        number = min(max(number, 1), self.count)
        if not self._continuous and number != self._current:
            self._set_current(number)
            self._place()
        if (sheet := self._sheets.of(number)) is not None:
            self.verticalScrollBar().setValue(sheet.y - sp(GAP))
            self._set_current(number)  # near the end several pages are in view, and the one asked for is meant
            self._look_soon()

    def show_all_pages(self, on: bool) -> None:
        """All pages one under another, or one at a time."""
        if on != self._continuous:
            self._continuous = on
            current = self._current
            self._place()
            self.go_to(current)

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller; 0 goes back to the width of the strip."""
        self._zoom = min(max(self._zoom * STEP**steps, LEAST_ZOOM), MOST_ZOOM) if steps else 1.0
        self._place()

    def _begin(self, sizes: Sequence[tuple[float, float]], *, grow: bool) -> None:
        self._sizes = tuple(sizes)
        self._grow = grow
        self._zoom = 1.0
        self._images = PageImages()
        self._seen = Seen()
        self._current = 1 if sizes else 0
        self._sheets = Sheets((), 0, 1.0, 0)
        self._asked: list[tuple[int, int]] = []
        self.verticalScrollBar().setValue(0)

    # Where things stand

    def _place(self) -> None:
        """Lay the pages out anew, and keep in view what was in view."""
        view, bar, across = self.viewport().size(), self.verticalScrollBar(), self.horizontalScrollBar()
        anchor = self._sheets.at(bar.value())
        share = (bar.value() - anchor.y) / anchor.height if anchor else 0.0
        self._sheets = Sheets(self._listed(), view.width(), self._scale(view.width()), sp(GAP))
        bar.setRange(0, max(0, self._sheets.height - view.height()))
        bar.setPageStep(max(1, round(view.height() * 0.9)))
        bar.setSingleStep(sp(48))
        across.setRange(0, max(0, self._sheets.width - view.width()))
        across.setPageStep(view.width())
        across.setSingleStep(sp(48))
        if anchor and (sheet := self._sheets.of(anchor.number)):
            bar.setValue(round(sheet.y + share * sheet.height))
        self._moved()

    def _listed(self) -> list[tuple[int, tuple[float, float]]]:
        every = list(enumerate(self._sizes, start=1))
        return every if self._continuous else every[self._current - 1 : self._current]

    def _scale(self, room: int) -> float:
        widest = max((width for width, _ in self._sizes), default=1.0)
        fit = max(1, room - 2 * sp(GAP)) / widest
        return (fit if self._grow else min(fit, 1 / self.devicePixelRatioF())) * self._zoom

    def _span(self) -> tuple[int, int]:
        top = self.verticalScrollBar().value()
        return top, top + self.viewport().height()

    def _shown(self) -> list[Sheet]:
        return self._sheets.between(*self._span())

    def _near(self) -> list[Sheet]:
        """What is in view, then the page after and the page before."""
        shown = self._shown()
        if not shown:
            return []
        beside = (self._sheets.of(shown[-1].number + 1), self._sheets.of(shown[0].number - 1))
        return shown + [sheet for sheet in beside if sheet]

    def _device_width(self, sheet: Sheet) -> int:
        return max(1, round(sheet.width * self.devicePixelRatioF()))

    # What happens

    def _moved(self) -> None:
        if self._continuous and (foremost := self._sheets.foremost(*self._span())):
            self._set_current(foremost)
        self.viewport().update()
        self._look_soon()

    def _look_soon(self) -> None:
        """Often enough while pages move, and never put off by the next movement."""
        if not self._settle.isActive():
            self._settle.start()

    def _set_current(self, number: int) -> None:
        if number != self._current:
            self._current = number
            self.page_changed.emit(number)

    def _look(self) -> None:
        """Note what is in view, and ask for what is missing."""
        if not self.isVisible() or not self._sizes:
            return
        for sheet in self._shown():
            if sheet.number in self._images and self._seen.note(sheet.number, sheet.part(*self._span())):
                self.page_seen.emit(sheet.number)
        wanted = [(sheet.number, self._device_width(sheet)) for sheet in self._near()]
        missing = [page for page in wanted if self._images.wants(*page)]
        if missing != self._asked:
            self._asked = missing
            self.wanted.emit(missing)

    # Qt asks

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        """Draw what is in view."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colour("sunken"))
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        for sheet in self._shown():
            place = QRect(sheet.x - across, sheet.y - down, sheet.width, sheet.height)
            image, words = self._images.of(sheet.number), self._images.words(sheet.number)
            paint_page(painter, place, image, words, self.devicePixelRatioF())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Fit the new width."""
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's own name
        """Ask for what is in view now that somebody looks."""
        super().showEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """A window may move to a screen of other sharpness."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._place()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Page Up and Page Down read on; plus, minus and 0 change the size; Home and End go to the ends."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
            return
        acts = {
            Qt.Key.Key_PageDown: lambda: self._read_on(1),
            Qt.Key.Key_PageUp: lambda: self._read_on(-1),
            Qt.Key.Key_Space: lambda: self._read_on(1),
            Qt.Key.Key_Home: lambda: self.go_to(1),
            Qt.Key.Key_End: lambda: self.go_to(self.count),
            Qt.Key.Key_Plus: lambda: self.zoom_by(1),
            Qt.Key.Key_Minus: lambda: self.zoom_by(-1),
            Qt.Key.Key_0: lambda: self.zoom_by(0),
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _read_on(self, way: int) -> None:
        """One view further; at the end of a page that stands alone, the next page."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + way * bar.pageStep())
        if bar.value() == before and not self._continuous:
            self.go_to(self._current + way)
            bar.setValue(bar.minimum() if way > 0 else bar.maximum())
