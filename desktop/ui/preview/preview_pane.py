# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A document inside the window: its pages with their controls, or plain words in their place."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent, QTextOption
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QStackedWidget, QWidget

from desktop.preview.plain_text import made_visible
from desktop.ui.preview.page_strip import PageStrip
from desktop.ui.preview.reader import PreviewReader
from desktop.ui.theme import font, sp
from desktop.ui.widgets.boxes import column, plain, row
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.later import later
from desktop.ui.widgets.text import heading, hint, words

NARROW = 640
MOST_DESCRIPTION = 20_000
LONG_RUN = re.compile(r"\S{10000}")  # Qt looks for a place to break it at each line: seconds, where anywhere is as good
_ANYWHERE, _AT_WORDS = QTextOption.WrapMode.WrapAnywhere, QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class PreviewPane(QWidget):
    """Shows one document. Reading happens in a child process, so a bad file cannot hurt the window."""

    page_seen = Signal(int)
    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, reader: PreviewReader | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self._reader = reader or PreviewReader(self)
        self._pages = PageStrip()
        self._text = self._text_view()
        self._heading, self._sentence = heading(""), words("", wrap=True)
        self._note = hint("")
        self._stack = QStackedWidget()
        self._words = plain(column(None, self._heading, self._sentence, None, margins=(16, 16, 16, 16)))
        for view in (self._words, self._pages, self._text):
            self._stack.addWidget(view)
        self._controls = self._make_controls()
        self._outer = column(self._controls, (self._stack, 1), self._note, gap=8)
        self.setLayout(self._outer)
        self._connect()
        self.clear()

    # What others use

    def show_document(self, name: str, data: bytes) -> None:
        """Read and show these bytes. The name tells screen readers, and the child, what they are called."""
        self._forget()
        self._name = made_visible(name)
        self._say(self._name, "Getting the file ready.")
        self._reader.open(name, data)

    def show_words(self, head: str, sentence: str) -> None:
        """Show words in place of a document: it is missing, damaged, held elsewhere, or of a kind not shown here."""
        self._reader.close()
        self._forget()
        self._say(head, sentence)

    def clear(self) -> None:
        """Show nothing."""
        self.show_words("", "")

    def show_all_pages(self, on: bool = True) -> None:
        """Pages one under another (the usual way), or one at a time."""
        self._pages.show_all_pages(on)

    def go_to(self, page: int) -> None:
        """Bring a page to the top of the view."""
        self._pages.go_to(page)

    def take_focus(self) -> None:
        """Put the focus on the pages, so that Page Down reads on."""
        self._pages.setFocus()

    @property
    def all_seen(self) -> bool:
        """Whether every page of the whole document was shown from top to bottom."""
        return bool(self._count) and not self._note.text() and len(self.seen) == self._count

    @property
    def seen(self) -> frozenset[int]:
        """The pages shown so far."""
        return frozenset({1}) if self._text_seen else self._pages.seen

    @property
    def page_count(self) -> int:
        """How many pages the document has, 0 while none is shown."""
        return self._count

    # How it is put together

    def _text_view(self) -> QPlainTextEdit:
        view = QPlainTextEdit(readOnly=True)
        view.setObjectName("preview_text")
        view.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        view.setTabChangesFocus(True)
        view.verticalScrollBar().valueChanged.connect(self._text_moved)
        return view

    def _make_controls(self) -> QWidget:
        pages = self._pages
        self._before = button("Previous page", "preview_previous", lambda: pages.go_to(pages.current - 1), kind="plain")
        self._after = button("Next page", "preview_next", lambda: pages.go_to(pages.current + 1), kind="plain")
        self._where = words("", "small")
        self._where.setObjectName("preview_where")
        self._smaller = button("Smaller", "preview_smaller", lambda: self._zoom(-1), kind="plain")
        self._fit = button("Fit width", "preview_fit", lambda: self._zoom(0), kind="plain")
        self._larger = button("Larger", "preview_larger", lambda: self._zoom(1), kind="plain")
        self._turning = plain(row(self._before, self._where, self._after, None))
        sizing = plain(row(self._smaller, self._fit, self._larger, None))
        self._bar = row(self._turning, sizing, None, gap=8)
        return plain(self._bar)

    def _connect(self) -> None:
        self._reader.opened.connect(self._opened)
        self._reader.page_ready.connect(self._page_ready)
        self._reader.page_refused.connect(self._pages.take_refusal)
        self._reader.refused.connect(self._refused)
        self._pages.wanted.connect(self._reader.ask)
        self._pages.page_changed.connect(self._page_changed)
        self._pages.page_seen.connect(self.page_seen)

    def _forget(self) -> None:
        self._name, self._count, self._text_seen = "", 0, False
        self._page_texts: dict[int, str] = {}
        self._text_size = 1.0
        self._pages.begin((), grow=True)
        self._text.clear()
        self._note.setText("")
        self._note.hide()

    def _say(self, head: str, sentence: str) -> None:
        self._heading.setText(head)
        self._sentence.setText(sentence)
        self._controls.hide()
        self._stack.setCurrentWidget(self._words)
        self.setAccessibleName(head)
        self.setAccessibleDescription(sentence)

    # What the reader says

    def _opened(self, pages: int, kind: str) -> None:
        self._count = pages
        self._note.setText(self._reader.note)
        self._note.setVisible(bool(self._reader.note))
        is_text = kind == "text"
        self._turning.setVisible(pages > 1)
        self._controls.show()
        say(self._fit, "Usual size" if is_text else "Fit width")
        if is_text:
            self._zoom(0)
            self._reader.ask([(1, 1)])
        else:
            self._stack.setCurrentWidget(self._pages)
            self._pages.begin(self._reader.sizes, grow=kind == "pdf")
            self._page_changed(1)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription("")

    def _page_ready(self, number: int, image: QImage, text: str) -> None:
        if image.isNull():
            self._text.setWordWrapMode(_ANYWHERE if LONG_RUN.search(text) else _AT_WORDS)
            self._text.setPlainText(text)
            self._text.setAccessibleName(self._name)
            self._stack.setCurrentWidget(self._text)
            later(self, self._text_moved)
            return
        self._page_texts[number] = text[:MOST_DESCRIPTION]
        self._pages.take(number, image)
        if number == self._pages.current:
            self._describe(number)

    def _refused(self, sentence: str) -> None:
        name = self._name
        self._forget()
        self._say(name, sentence)

    def _page_changed(self, number: int) -> None:
        self._where.setText(f"Page {number} of {self._count}")
        self._before.setEnabled(number > 1)
        self._after.setEnabled(number < self._count)
        self._describe(number)
        self.page_changed.emit(number)

    def _describe(self, number: int) -> None:
        """What a screen reader says of the page in view."""
        self._pages.setAccessibleName(f"{self._name}, page {number} of {self._count}")
        self._pages.setAccessibleDescription(self._page_texts.get(number) or "This page has no words that can be read.")

    def _text_moved(self) -> None:
        """A text was shown once its end was in view."""
        bar = self._text.verticalScrollBar()
        at_end = self._text.isVisible() and bar.value() >= bar.maximum() and bool(self._count)
        if at_end and not self._text_seen:
            self._text_seen = True
            self.page_seen.emit(1)

    def _zoom(self, steps: int) -> None:
        self._pages.zoom_by(steps)
        self._text_size = min(max(self._text_size * 1.25**steps, 0.8), 3.0) if steps else 1.0
        sized = font("body")
        sized.setPixelSize(round(sized.pixelSize() * self._text_size))
        self._text.setFont(sized)

    # Qt asks

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """In a narrow place the controls stand in two rows."""
        super().resizeEvent(event)
        narrow = event.size().width() < sp(NARROW)
        ways = QBoxLayout.Direction
        self._bar.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's own name
        """A text that was ready before anybody looked is looked at now."""
        super().showEvent(event)
        later(self, self._text_moved)
