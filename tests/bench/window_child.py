# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A process that says 'painted' at the first paint of its window, then ends: the bare window, or our unlock page.

``window_child.py bare`` or ``window_child.py ours HOME``.
"""

import os
import sys

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget

ROWS, COLUMNS = 1000, 6
_Index = QModelIndex | QPersistentModelIndex


class FirstPaint(QObject):
    """Tells the first paint of a window's content, and ends the process."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.UpdateRequest and isinstance(watched, QWidget) and watched.isWindow():
            watched.repaint()
            os.write(1, b"painted\n")
            os._exit(0)
        return False


class Plain(QAbstractTableModel):
    """A thousand rows."""

    def rowCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's own name and default
        return ROWS

    def columnCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's own name and default
        return COLUMNS

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return f"{index.row()}, {index.column()}" if role == Qt.ItemDataRole.DisplayRole else None


def bare(application: QApplication) -> int:
    """A window with one table, by PySide6 alone."""
    window, view, model = QMainWindow(), QTableView(), Plain()
    view.setModel(model)
    window.setCentralWidget(view)
    window.resize(1280, 800)
    window.show()
    return application.exec()


def main() -> int:
    """Show one of the two."""
    application = QApplication(sys.argv[:1])
    first = FirstPaint()
    application.installEventFilter(first)
    if sys.argv[1] == "bare":
        return bare(application)
    from desktop.bootstrap import run_window

    return run_window(["--home", sys.argv[2]])


if __name__ == "__main__":
    raise SystemExit(main())
