# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Layouts and frames in the product's own spacing (px at 100% text)."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.theme import sp
from desktop.ui.widgets.later import later

Item = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int]
Margins = tuple[int, int, int, int]

BAR_ROOM = 14  # as wide as a scroll bar: see Scroller


def put(layout: QBoxLayout, *items: Item) -> QBoxLayout:
    """Add widgets, layouts, spaces (px), a stretch (None), or (item, stretch factor)."""
    for item in items:
        thing, stretch = item if isinstance(item, tuple) else (item, 0)
        if thing is None:
            layout.addStretch(1)
        elif isinstance(thing, int):
            layout.addSpacing(sp(thing))
        elif isinstance(thing, QWidget):
            layout.addWidget(thing, stretch)
        else:
            layout.addLayout(thing, stretch)
    return layout


def row(*items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Side by side."""
    layout = QHBoxLayout()
    _space(layout, gap, margins)
    put(layout, *items)
    return layout


def column(*items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """One under another."""
    layout = QVBoxLayout()
    _space(layout, gap, margins)
    put(layout, *items)
    return layout


def box(layout: QLayout, shape: str = "card") -> QFrame:
    """A frame: 'card', 'well', 'next' (highlighted), 'alert', 'nav', 'status', 'practice'."""
    frame = QFrame()
    frame.setProperty("shape", shape)
    frame.setLayout(layout)
    return frame


def card(*items: Item, gap: int = 8) -> QFrame:
    """A card with its usual padding."""
    return box(column(*items, gap=gap, margins=(16, 12, 16, 12)))


def side_by_side(*widgets: QWidget) -> QWidget:
    """Buttons in a row."""
    return plain(row(*widgets, None, gap=10))


def rule() -> QFrame:
    """A thin line."""
    frame = QFrame()
    frame.setProperty("shape", "rule")
    frame.setFixedHeight(1)
    return frame


def plain(layout: QLayout) -> QWidget:
    """A widget that only holds a layout."""
    holder = QWidget()
    holder.setLayout(layout)
    return holder


class Scroller(QScrollArea):
    """Scrolls down, never sideways, and takes no focus of its own: what is in it does.

    The room of the scroll bar (``BAR_ROOM``, at its right) is always kept, and the bar is seen when there is need of
    it: so what is inside ends at the same place whether it scrolls or not.

    Qt forgets, for what is inside, that labels which wrap need more height when they are narrow; so it is worked out
    here for the width there is.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setEnabled(False)
        self.verticalScrollBar().rangeChanged.connect(self._show_bar)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        inside.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """The width changed, and with it the height that is needed."""
        super().resizeEvent(event)
        self._give_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """What is inside changed, and with it the height that is needed."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self._give_height()
        return super().eventFilter(watched, event)

    def _show_bar(self, _least: int, most: int) -> None:
        """A bar that has nothing to do is not seen."""
        self.verticalScrollBar().setEnabled(most > 0)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """The focus came to something inside: it may be further down than one sees, once all is laid out."""
        inside = self.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            later(self, self._bring_into_view)

    def _bring_into_view(self) -> None:
        """Scroll to what has the focus. What a mouse has pressed stays under the hand when some of it is seen."""
        inside, focus = self.widget(), QApplication.focusWidget()
        if inside is None or focus is None or not inside.isAncestorOf(focus) or not focus.isVisible():
            return
        seen = focus.visibleRegion().boundingRect().height()
        if not seen or (not QApplication.mouseButtons() and seen < min(focus.height(), self.viewport().height())):
            self.ensureWidgetVisible(focus, 0, sp(32))

    def _give_height(self) -> None:
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if inside is not None and layout is not None:
            wrapped = layout.hasHeightForWidth()  # only while a label that wraps is shown
            inside.setMinimumHeight(layout.totalHeightForWidth(self.viewport().width()) if wrapped else 0)


def scrolling(inside: QWidget) -> QScrollArea:
    """A place that scrolls down, never sideways."""
    return Scroller(inside)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def _space(layout: QBoxLayout, gap: int, margins: Margins) -> None:
    layout.setSpacing(sp(gap))
    layout.setContentsMargins(*(sp(side) for side in margins))
