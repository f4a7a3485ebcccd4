# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Tab goes as the eye does: by the layouts, from top to bottom, whatever was made first or built anew since."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QWidget


def stops(inside: QWidget) -> list[QWidget]:
    """Every control inside that takes the focus by Tab and is seen, in the order of reading."""
    return [each for each in _read(inside) if _is_stop(each)]


def put_in_order(inside: QWidget) -> None:
    """Let Tab go through the controls inside in the order of reading."""
    wanted = stops(inside)
    if not wanted or _chained(wanted) == wanted:
        return
    for before, after in pairwise(wanted):
        QWidget.setTabOrder(before, after)


def _is_stop(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return by_tab and widget.isVisible() and widget.isEnabled()


def _read(widget: QWidget) -> Iterator[QWidget]:
    """The widgets inside, those of a layout in its order."""
    for child in _children(widget):
        if child.isVisible():
            yield child
            if not isinstance(child, QAbstractScrollArea) or isinstance(child, QScrollArea):
                yield from _read(child)


def _children(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        return [inside] if inside is not None else []
    laid_out = list(_in_layout(widget.layout()))
    return laid_out or [each for each in widget.children() if isinstance(each, QWidget) and not each.isWindow()]


def _in_layout(layout: QLayout | None) -> Iterator[QWidget]:
    for at in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(at) if layout is not None else None
        if item is not None and (inner := item.layout()) is not None:
            yield from _in_layout(inner)
        elif item is not None and (widget := item.widget()) is not None:
            yield widget


def _chained(wanted: list[QWidget]) -> list[QWidget]:
    """The same controls as Tab goes through them now, from the first of them."""
    sought = set(wanted)
    found, step = [wanted[0]], wanted[0].nextInFocusChain()
    while step is not None and step is not wanted[0]:
        if step in sought:
            found.append(step)
        step = step.nextInFocusChain()
    return found
