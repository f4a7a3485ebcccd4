# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Help, offline: one text for each screen, the keys, what happened, and about. F1 opens that of the screen shown."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTextBrowser

from desktop import __version__
from desktop.support.resources import resource
from desktop.ui.infra.screen import Screen
from desktop.ui.theme import TYPE, font, sp
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import words
from desktop.ui.window.window_messages import Told, WindowMessages

TOPICS = {
    "begin": "How to begin",
    "home": "Home",
    "standards": "Standards",
    "evidence": "Evidence",
    "people": "People",
    "import": "Bring in a sheet",
    "due": "Due and actions",
    "packs": "Bids and packs",
    "check": "Check a pack",
    "charity": "Our charity",
    "safety": "Keeping it safe",
    "keys": "Keys",
    "what-happened": "What happened",
    "about": "About Sevenfold",
}


class HelpScreen(Screen):
    """Topics on the left, the text on the right. Escape goes back."""

    def __init__(self, topic: str, messages: WindowMessages, close: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("help-screen")
        self._messages = messages
        self._topics = QListWidget()
        self._topics.setObjectName("help-topics")
        self._topics.setAccessibleName("Topics")
        self._topics.setFixedWidth(sp(220))
        self._text = QTextBrowser()
        self._text.setObjectName("help-text")
        self._text.setAccessibleName("Help text")
        self._text.setFont(font())
        self._text.setOpenLinks(False)
        self._text.document().setDocumentMargin(sp(16))
        self._text.setTabChangesFocus(True)
        self._text.setMaximumWidth(sp(760))
        for name, title in TOPICS.items():
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self._topics.addItem(item)
        self._topics.currentItemChanged.connect(lambda item, _old: self._show(item.data(Qt.ItemDataRole.UserRole)))
        head = row(words("Help", "h1", 700), None, button("Close", "close-help", close, icon_name="x"), self.corner)
        body = row(self._topics, (self._text, 4), None, gap=16)
        self.setLayout(column(head, self.banner, (body, 1), gap=10, margins=(24, 12, 24, 16)))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, close)
        self.show_topic(topic if topic in TOPICS else "begin")

    def show_topic(self, topic: str) -> None:
        """Another text; one that there is not leaves what is shown."""
        if topic in TOPICS:
            self._topics.setCurrentRow(list(TOPICS).index(topic))

    def begin(self) -> None:
        """Read at once; Shift+Tab reaches the topics."""
        self._text.setFocus()

    def _show(self, name: str) -> None:
        if name == "what-happened":
            self._text.setPlainText(_told(self._messages.told))
            return
        text = resource(f"help/{name}.md").read_text("utf-8").replace("{version}", __version__)
        self._text.setMarkdown(text)
        _space_out(self._text.document())


def _space_out(document: QTextDocument) -> None:
    """Room between headings, paragraphs and lists: Markdown comes without any."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        shape = block.blockFormat()
        if shape.headingLevel():
            shape.setTopMargin(sp(18) if block.blockNumber() else 0)
            shape.setBottomMargin(sp(6))
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = QTextCharFormat()
            letters.setProperty(
                QTextFormat.Property.FontPixelSize, sp(TYPE["h1" if shape.headingLevel() == 1 else "h3"])
            )
            letters.setFontWeight(700)
            cursor.mergeCharFormat(letters)
        else:
            shape.setBottomMargin(sp(4 if block.next().textList() else 10))
        QTextCursor(block).setBlockFormat(shape)
        block = block.next()


def _told(told: list[Told]) -> str:
    lines = [f"{each.at.astimezone():%H:%M}  {each.sentence}" for each in reversed(told)]
    return "\n\n".join(["What Sevenfold told you since it was opened, newest first.", *(lines or ["Nothing yet."])])
