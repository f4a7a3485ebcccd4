# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a person who uses keys, a screen reader or large text would trip over on a screen. Each look gives findings.

A finding is a line of words that begins with the name of the control. None found is an empty list.
"""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QTextEdit,
    QWidget,
)

from desktop.ui.theme import STATES, sp
from desktop.ui.widgets.heat_cell import HEAT_ROLE, HeatValue
from desktop.ui.widgets.rows import CELL_ROLE, Cell

LEAST_TARGET = 24
CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QTextEdit, QAbstractItemView)
_INNER = (QScrollBar, QHeaderView)


def everything(screen: QWidget) -> list[str]:
    """All that can be looked at without pressing a key."""
    return [
        *(f"no name: {each}" for each in unnamed(screen)),
        *(f"no object name: {each}" for each in unlabelled(screen)),
        *(f"could be read as markup: {each}" for each in markup(screen)),
        *(f"cell says nothing: {each}" for each in silent_cells(screen)),
        *(f"smaller than {LEAST_TARGET} px: {each}" for each in small_targets(screen)),
        *(f"more than one filled button: {each}" for each in filled(screen)),
        *cut(screen),
    ]


def seen(screen: QWidget, kind: type[QWidget] = QWidget) -> Iterator[QWidget]:
    """Every widget of a kind that is shown, in a scrolling place also what is further down."""
    for widget in (screen, *screen.findChildren(kind)):
        if isinstance(widget, kind) and widget.isVisible() and widget.window() is screen.window():
            yield widget


def called(widget: QWidget) -> str:
    """How a finding names a widget: its object name, or where it is and what it says."""
    words = getattr(widget, "text", lambda: "")()
    parent: QWidget | None = widget
    while parent is not None and not parent.objectName():
        parent = parent.parentWidget()
    inside = parent.objectName() if parent is not None else "the window"
    own = widget.objectName() or f"{type(widget).__name__} in {inside}"
    return f"{own} '{str(words)[:50]}'" if words else own


def stops(screen: QWidget) -> list[QWidget]:
    """Every control that Tab should reach: shown, enabled and taking the focus by Tab."""
    return [
        each
        for each in seen(screen)
        if each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not isinstance(each, _INNER)
        and not each.objectName().startswith("qt_")
        and type(each) is not QWidget
    ]


def unnamed(screen: QWidget) -> list[str]:
    """Controls that a screen reader could only call 'button' or 'edit'."""
    found = []
    for widget in stops(screen):
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken is None or not spoken.text(QAccessible.Text.Name).strip():
            found.append(called(widget))
    return found


def unlabelled(screen: QWidget) -> list[str]:
    """Controls without an object name, or with that of another on the same screen."""
    names = Counter(each.objectName() for each in stops(screen))
    return [called(each) for each in stops(screen) if not each.objectName() or names[each.objectName()] > 1]


def markup(screen: QWidget) -> list[str]:
    """Labels that would show what a person typed as markup."""
    found = []
    for label in seen(screen, QLabel):
        assert isinstance(label, QLabel)
        if label.text() and label.textFormat() != Qt.TextFormat.PlainText:
            found.append(called(label))
    return found


def silent_cells(screen: QWidget) -> list[str]:
    """Cells of tables, trees and lists that say nothing, or do not say their state."""
    found = []
    for view in seen(screen, QAbstractItemView):
        assert isinstance(view, QAbstractItemView)
        for index in _indexes(view, QModelIndex()):
            said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
            cell = index.data(CELL_ROLE)
            where = f"{called(view)} row {index.row() + 1} column {index.column() + 1}"
            if isinstance(cell, Cell):
                word = STATES[cell.state].word if cell.state else ""
                if word and word.casefold() not in cell.said.casefold() and not cell.words:
                    found.append(f"{where}: '{cell.said}' without '{word}'")
                said = cell.said or not (cell.picture or cell.icon or cell.state)
            value = index.data(HEAT_ROLE)
            if isinstance(value, HeatValue) and value.word.casefold() not in str(said).casefold():
                found.append(f"{where}: '{said}' without '{value.word}'")
            if not said:
                found.append(where)
    return found


def small_targets(screen: QWidget) -> list[str]:
    """What can be pressed and is too small to be hit."""
    return [
        f"{called(each)} is {each.width()} x {each.height()}"
        for each in stops(screen)
        if isinstance(each, CONTROLS) and min(each.width(), each.height()) < LEAST_TARGET
    ]


def filled(screen: QWidget) -> list[str]:
    """All the filled buttons, where there is more than one."""
    found = [called(each) for each in seen(screen, QAbstractButton) if each.property("kind") == "primary"]
    return [", ".join(found)] if len(found) > 1 else []


def cut(screen: QWidget) -> list[str]:
    """Words that do not fit where they stand, or stand where they cannot be seen."""
    return [
        f"{problem}: {called(widget)}"
        for widget in seen(screen)
        if (problem := _too_tight(widget) or (_hidden(widget) if _has_words(widget) else ""))
    ]


def tab_round(window: QWidget) -> list[str]:
    """Press Tab until every control was met: those that were not, and those that hold the focus fast."""
    first = window.focusWidget() or next(iter(stops(window)), None)
    if first is None:
        return [f"nothing takes the focus: {called(window)}"]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    met: list[QWidget] = []  # kept, so that each stays the one object in Python
    trapped: list[str] = []
    missed: list[str] = []
    for _round in range(2):  # coming to a table may open what stands beside it
        trapped += _go_round(met)
        missed = [f"Tab does not reach: {called(each)}" for each in stops(window) if each not in met]
        if trapped or not missed:
            break
    return [*trapped, *missed]


def _go_round(met: list[QWidget]) -> list[str]:
    """Press Tab until one is back at a control of this round; adds what was met, gives what holds fast."""
    here: list[QWidget] = []
    while (at := QApplication.focusWidget()) is not None and at not in here:
        here.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is at and len(stops(at.window())) > 1:
            return [f"Tab does not leave: {called(at)}"]
    met += [each for each in here if each not in met]
    return [] if at is not None else ["the focus is lost"]


def _indexes(view: QAbstractItemView, parent: QModelIndex) -> Iterator[QModelIndex]:
    model = view.model()
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield index
            if column == 0 and model.rowCount(index):
                yield from _indexes(view, index)


def _has_words(widget: QWidget) -> bool:
    return (isinstance(widget, QLabel | QAbstractButton) and bool(widget.text())) or isinstance(widget, CONTROLS)


def _too_tight(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return _label(widget)
    if isinstance(widget, QComboBox):
        return _combo(widget)
    if isinstance(widget, QLineEdit):
        wide = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
        return "hint in the field is cut" if wide > widget.width() - sp(10) else ""
    if isinstance(widget, QAbstractButton) and widget.text():
        return _button(widget)
    if isinstance(widget, QHeaderView):
        return ""
    return ""


def _label(label: QLabel) -> str:
    if not label.text() or not label.pixmap().isNull():
        return ""
    if type(label).sizeHint is not QLabel.sizeHint:  # a drawn picture says itself how large it is
        hint, stretches = label.sizeHint(), label.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding
        narrow = hint.width() > label.width() + 1 and not stretches  # what stretches draws in the width there is
        return "picture is squeezed" if narrow or hint.height() > label.height() + 1 else ""
    room, letters = label.contentsRect(), label.fontMetrics()
    if label.wordWrap():
        need = label.heightForWidth(label.width())
        parts = label.text().replace("/", "/ ").split()  # the name of a folder goes on in the next line after a stroke
        longest = max((letters.horizontalAdvance(part) for part in parts), default=0)
        return "words are cut" if need > label.height() + 1 or longest > room.width() + 1 else ""
    wide = max((letters.horizontalAdvance(line) for line in label.text().split("\n")), default=0)
    if wide <= room.width() + 1 and letters.height() * (label.text().count("\n") + 1) <= label.height() + 2:
        return ""
    return "words are cut"


def _button(button: QAbstractButton) -> str:
    if "…" in button.text():
        told = button.toolTip() or button.accessibleName()
        return "" if told.startswith(button.text().replace("&&", "&").rstrip("…").strip()[:10]) else "dots hide words"
    need = button.sizeHint()
    words = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, button.text()).width()
    icon = 0 if button.icon().isNull() else button.iconSize().width() + 4
    least = min(need.width(), words + icon + sp(8))
    return "words are cut" if least > button.width() + 1 or button.fontMetrics().height() > button.height() else ""


def _combo(box: QComboBox) -> str:
    wide = box.fontMetrics().horizontalAdvance(box.currentText())
    return "" if wide <= box.width() - sp(34) or box.toolTip() == box.currentText() else "choice is cut"


def _hidden(widget: QWidget) -> str:
    """Whether some of it lies outside what holds it; what one can scroll down to is not hidden."""
    rect = widget.rect()
    inside, holder = widget, widget.parentWidget()
    while holder is not None and not inside.isWindow():
        rect = rect.translated(inside.pos())
        area = holder.parentWidget()
        scrolls = isinstance(area, QScrollArea) and area.viewport() is holder
        if rect.left() < -1 or rect.right() > holder.width():
            return "is cut at the side"
        if scrolls and area is not None:
            return _hidden(area)
        if rect.top() < -1 or rect.bottom() > holder.height():
            return "is cut above or below"
        inside, holder = holder, area
    return ""
