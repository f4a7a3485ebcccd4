# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A PDF on paper: its pages as pictures of the preview's child process, painted on the printer that is chosen."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication

from desktop.ui.infra.messages import Messages, Notice
from desktop.ui.preview.reader import PreviewReader

_DOTS = 200  # to the inch: small type stays clear, and a page is 4 million dots
_WIDTH = round(8.27 * _DOTS)


class Paper(QObject):
    """Asks for a printer, then prints page after page without holding the window up."""

    def __init__(self, pdf: bytes, messages: Messages) -> None:
        super().__init__()
        self._pdf = pdf
        self._messages = messages
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setFullPage(True)
        self._printer.setDocName("Sevenfold")
        self._dialog: QPrintDialog | None = None  # held here: without a parent it would be gone at once
        self._reader = PreviewReader(self)
        self._painter = QPainter()
        self._pages = 0

    def ask(self) -> None:
        """Let the person choose a printer."""
        self._dialog = dialog = QPrintDialog(self._printer, QApplication.activeWindow())
        dialog.accepted.connect(self.start)
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()  # PySide knows ``open`` of this dialog with a slot only

    def start(self) -> None:
        """Print on the printer as it is set now."""
        self._reader.opened.connect(self._opened)
        self._reader.page_ready.connect(self._page)
        self._reader.refused.connect(self._stopped)
        self._reader.open("print.pdf", self._pdf)

    def _opened(self, pages: int, _kind: str) -> None:
        self._pages = pages
        if not self._painter.begin(self._printer):
            self._stopped("The printer did not begin.")
            return
        self._reader.ask([(1, _WIDTH)])

    def _page(self, number: int, image: QImage, _text: str) -> None:
        room = self._painter.viewport()
        room.setSize(image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
        self._painter.drawImage(room, image)
        if number < self._pages:
            self._printer.newPage()
            self._reader.ask([(number + 1, _WIDTH)])
            return
        self._painter.end()
        self._reader.close()
        self._messages.done(f"Sent {self._pages} pages to the printer. Collect them at once.")

    def _stopped(self, sentence: str) -> None:
        if self._painter.isActive():
            self._painter.end()
            self._printer.abort()
        self._reader.close()
        self._messages.tell(
            Notice(f"It was not printed. {sentence}", "Nothing was changed.", "Look at the printer, then try again.")
        )
