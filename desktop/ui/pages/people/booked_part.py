# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The courses that one person is booked on, each with a way to cancel it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.services.workforce.bookings import BookingLine, Bookings
from desktop.ui.infra.page import Tools
from desktop.ui.widgets.boxes import clear, column, plain, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import words


class BookedPart(QWidget):
    """A line for each booking, by its day; nothing at all where there is none. ``gone``: the last one was cancelled."""

    def __init__(self, bookings: Bookings, tools: Tools, gone: Callable[[], object]) -> None:
        super().__init__()
        self._bookings, self._tools, self._gone = bookings, tools, gone
        self._shown: tuple[BookingLine, ...] = ()
        self._cancels: list[QPushButton] = []
        self._lines = column(gap=6)
        self.setLayout(self._lines)
        self.hide()

    def show_person(self, person_id: str) -> None:
        """Show the bookings of someone. The same as before are left as they are, with the focus in them."""
        lines = self._bookings.lines(person_id=person_id)
        if lines == self._shown:
            return
        self._shown = lines
        clear(self._lines)
        if lines:
            self._lines.addWidget(words("Booked", "body", 600))
        self._cancels = []
        for line in lines:
            cancel = button("Cancel it", f"cancel-booking-{line.id}", partial(self._cancel, line), kind="plain")
            cancel.setAccessibleName(f"Cancel the booking on {line.course}")
            cancel.setEnabled(not self._tools.drafts.read_only)
            self._cancels.append(cancel)
            self._lines.addWidget(plain(row((words(f"{line.course}: {_when(line)}", wrap=True), 1), cancel, gap=10)))
        self.setVisible(bool(lines))

    def _cancel(self, line: BookingLine) -> None:
        self._bookings.cancel([line.id])
        if self._shown:
            self._cancels[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._gone()
        self._tools.messages.done(f"{line.name} is booked on {line.course} no longer. Ctrl+Z brings it back.")


def _when(line: BookingLine) -> str:
    day = line.day if line.booked_for else "day not known"
    return f"{day}. The day has passed, and nothing is recorded." if line.late else day
