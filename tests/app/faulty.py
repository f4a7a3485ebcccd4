# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A dialog with every fault that the walk looks for, to prove that it is found."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


def dialog(parent: QWidget) -> QDialog:
    """The dialog, not yet shown."""
    made = QDialog(parent)
    made.setObjectName("faulty")
    made.resize(500, 700)
    layout = QVBoxLayout(made)
    for widget in (_nameless(), QPushButton("No object name"), _marked_up(), _too_long(), _too_high(), _tiny()):
        layout.addWidget(widget)
    for name in ("First", "Second"):
        button = QPushButton(name)
        button.setObjectName(name.lower())
        button.setProperty("kind", "primary")
        layout.addWidget(button)
    for widget in (_trap(), _silent(), _chooser()):
        layout.addWidget(widget)
    outside = QLabel("Half of this is outside", made)
    outside.setObjectName("outside")
    outside.setTextFormat(Qt.TextFormat.PlainText)
    outside.setGeometry(420, 4, 200, 20)
    return made


def _nameless() -> QWidget:
    line = QLineEdit()
    line.setObjectName("nameless")
    return line


def _marked_up() -> QWidget:
    label = QLabel("<b>Bold</b>")
    label.setObjectName("marked-up")
    return label


def _too_long() -> QWidget:
    label = QLabel("Words that are far too long for the room that there is")
    label.setObjectName("too-long")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFixedWidth(80)
    return label


def _too_high() -> QWidget:
    label = QLabel("Words that take many lines when they are wrapped, and are given the room of one line only " * 2)
    label.setObjectName("too-high")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFixedHeight(20)
    return label


def _tiny() -> QWidget:
    button = QPushButton("x")
    button.setObjectName("tiny")
    button.setFixedSize(16, 16)
    return button


def _trap() -> QWidget:
    text = QPlainTextEdit()
    text.setObjectName("trap")
    text.setAccessibleName("A trap")
    text.setMaximumHeight(60)
    return text


def _silent() -> QWidget:
    listed = QListWidget()
    listed.setObjectName("silent")
    listed.setAccessibleName("Silent")
    listed.setMaximumHeight(60)
    listed.addItem(QListWidgetItem(""))
    return listed


def _chooser() -> QWidget:
    box = QComboBox()
    box.setObjectName("chooser")
    box.setAccessibleName("Chooser")
    box.addItem("A choice with a very long name that cannot be seen")
    box.setFixedWidth(90)
    return box
