# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The focus ring: one line in the highlighter's colour round a dark one, above everything the style sheet draws."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QCheckBox, QRadioButton, QWidget
from shiboken6 import isValid

from desktop.ui.theme import LOOK, RADIUS, colour, sp

RING = "ring"  # a widget's property of this name: "own" draws its ring itself, "on-mark" stands on the highlighter
_OUTER, _INNER = 3, 2
_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.LayoutRequest,
    QEvent.Type.StyleChange,
}


def draw_ring(painter: QPainter, rect: QRectF, outer_role: str = "mark") -> None:
    """Draw the ring with its outer edge on a rect: 3 px highlighter, then 2 px of focus colour inside it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    outer, inner = sp(_OUTER), sp(_INNER)
    _line(painter, rect, outer_role, outer)
    if LOOK.colours["focus"] != LOOK.colours["mark"] and outer_role == "mark":
        _line(painter, rect.adjusted(outer, outer, -outer, -outer), "focus", inner)
    painter.restore()


class FocusRing(QWidget):
    """Draws the ring on whatever has the focus in a window: ``FocusRing(window)`` is all there is to do.

    It lies above the window's other parts, takes no mouse and no focus, follows moves and scrolling, and is cut
    where a scrolling place cuts the control.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._rect = QRectF()
        self._on_mark = False
        self.setObjectName("focus-ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)
        self._follow(None, application.focusWidget())

    @property
    def target(self) -> QWidget | None:
        """What the ring is drawn on, or None."""
        return self._target

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow what the control, and what it stands in, does."""
        if event.type() in _MOVES:
            self._place()
        elif event.type() == QEvent.Type.ChildAdded:
            self.raise_()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The ring, which may reach past this widget where it is cut."""
        with QPainter(self) as painter:
            draw_ring(painter, self._rect, "on_mark" if self._on_mark else "mark")

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):  # the focus also moves because its widget is being taken apart
                widget.removeEventFilter(self)
        self._watched = []
        mine = now is not None and now.window() is self._window and now is not self._window
        self._target = now if mine and now is not None and now.property(RING) != "own" else None
        step = self._target
        while step is not None:
            self._watched.append(step)
            step.installEventFilter(self)
            step = None if step is self._window else step.parentWidget()
        self._place()

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        self._on_mark = target.property(RING) == "on-mark"
        wide = 0 if self._on_mark else sp(_OUTER) + sp(_INNER)
        here = QRect(target.mapTo(self._window, QPoint()), _size(target))
        ring = here.adjusted(-wide, -wide, wide, wide)
        seen = self._window.rect()
        for place in self._clips(target):
            ring = _kept_in(ring, here, place)
            seen = seen.intersected(place)
        ring = _kept_in(ring, here, self._window.rect())
        shown = ring.intersected(seen)
        if shown.isEmpty() or not here.intersects(seen):
            self.hide()
            return
        self._rect = QRectF(ring.translated(-shown.topLeft()))
        self.setGeometry(shown)
        self.raise_()
        self.show()
        self.update()

    def _clips(self, target: QWidget) -> list[QRect]:
        """The scrolling places the control stands in, as the window sees them."""
        places = []
        step = target.parentWidget()
        while step is not None and step is not self._window:
            above = step.parentWidget()
            if isinstance(above, QAbstractScrollArea) and above.viewport() is step:
                places.append(QRect(step.mapTo(self._window, QPoint()), step.size()))
            step = above
        return places


def _size(target: QWidget) -> QSize:
    """How large the control is to the eye: a tick box with room to spare ends where its words end."""
    if isinstance(target, QCheckBox | QRadioButton):
        return target.size().boundedTo(QSize(target.sizeHint().width() + sp(4), target.height()))
    return target.size()


def _line(painter: QPainter, rect: QRectF, role: str, wide: int) -> None:
    half = wide / 2
    pen = QPen(colour(role), wide)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), RADIUS["control"], RADIUS["control"])


def _kept_in(ring: QRect, control: QRect, place: QRect) -> QRect:
    """The ring, drawn closer on each side where the control is in view but the ring round it would be cut."""
    kept = QRect(ring)
    if control.left() >= place.left():
        kept.setLeft(max(ring.left(), place.left()))
    if control.top() >= place.top():
        kept.setTop(max(ring.top(), place.top()))
    if control.right() <= place.right():
        kept.setRight(min(ring.right(), place.right()))
    if control.bottom() <= place.bottom():
        kept.setBottom(min(ring.bottom(), place.bottom()))
    return kept
