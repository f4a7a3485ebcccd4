# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Printing: a printer is asked for, and every page reaches it."""

from pathlib import Path

import pypdfium2
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.preview.paper import Paper
from tests.ui.drivers.listener import Listener
from tests.unit.preview_samples import pdf


def test_a_printer_is_asked_for_and_every_page_is_sent_to_it(qtbot: QtBot, tmp_path: Path) -> None:
    document = pdf("Minutes of the spring meeting", "Minutes of the autumn meeting")
    person, printed = Listener(), tmp_path / "printed.pdf"
    paper = Paper(document, person)
    paper.ask()
    [dialog] = [each for each in QApplication.topLevelWidgets() if isinstance(each, QPrintDialog) and each.isVisible()]
    dialog.printer().setOutputFileName(str(printed))
    dialog.done(QPrintDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: bool(person.told), timeout=60_000)
    assert "to the printer" in person.told[0]
    assert len(pypdfium2.PdfDocument(printed)) == 2
