# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What we do, in our words: counted as it is typed, kept as a draft within two seconds, saved when it is left."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from desktop.models.errors import AppError
from desktop.models.scoring import words_in
from desktop.services.indicator_views import IndicatorView
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.field import Lines
from desktop.ui.widgets.text import hint, words

DRAFT_MS = 2_000
_LEAST_LINES, _MOST_LINES = 4, 12
REASON_WORDS = 20
_USUAL = ("What we do, in our words", "")
_REASON = (
    "Why it does not apply to us",
    f"Write {REASON_WORDS} words or more. It counts when another person confirms it; until then the row is open.",
)


class Narrative(QWidget):
    """``save`` is called with (indicator id, text) when the field is left; ``keep`` with (draft name, text) before."""

    def __init__(self, save: Callable[[str, str], object], keep: Callable[[str, str], object]) -> None:
        super().__init__()
        self._save, self._keep = save, keep
        self._indicator_id = ""
        self._draft_name = ""
        self._saved = ""
        self._filling = False
        self._has_draft = False
        self._not_applicable = False
        self._label = words("", "body", 600)
        self._count = words("", "small", tone="soft")
        self._hint = hint("")
        self._text = _Words(self.save)
        self._label.setBuddy(self._text)
        self._text.textChanged.connect(self._typed)
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._timer.timeout.connect(self._keep_draft)
        self.setLayout(column(row(self._label, None, self._count), self._hint, self._text, gap=4))

    def show_view(self, view: IndicatorView) -> None:
        """Show the words of an indicator. What is being typed in it is left alone."""
        typing = self._indicator_id == view.indicator.id and self._typed_text() != self._saved
        self._indicator_id, self._draft_name = view.indicator.id, view.draft_name
        self._saved = view.answer.narrative
        self._has_draft = view.draft is not None
        self._not_applicable = view.answer.not_applicable
        label, told = _REASON if self._not_applicable else _USUAL
        self._label.setText(label)
        self._hint.setText(told)
        self._hint.setVisible(bool(told))
        self._text.setAccessibleName(f"{label}, {view.indicator.number}")
        self._text.setReadOnly(view.signed_off is not None)
        if not typing:
            self._fill(view.answer.narrative if view.draft is None else view.draft)
        self._tell_count()

    def save(self) -> None:
        """Save what was typed, if it differs from what is saved; a draft is dropped in either case."""
        self._timer.stop()
        text = self._typed_text()
        if self._indicator_id and not self._text.isReadOnly() and (text != self._saved or self._has_draft):
            before = self._saved, self._has_draft
            self._saved, self._has_draft = text, False
            try:
                self._save(self._indicator_id, text)
            except AppError:
                self._saved, self._has_draft = before  # it is still to be saved
                raise

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's own name
        """A click beside the field, such as on its label, means the field."""
        self.begin()
        event.accept()

    def write_on(self, letters: str) -> None:
        """Somebody typed words elsewhere that are meant for here: go on with them at the end."""
        self.begin()
        self._text.moveCursor(QTextCursor.MoveOperation.End)
        self._text.insertPlainText(letters)

    def begin(self) -> None:
        """Put the focus in the field."""
        self._text.setFocus()

    def _fill(self, text: str) -> None:
        self._timer.stop()
        if text.strip() != self._typed_text():  # a space just typed at the end is no reason to move the cursor
            self._filling = True
            self._text.setPlainText(text)
            self._filling = False

    def _typed(self) -> None:
        self._tell_count()
        if not self._filling and not self._timer.isActive():
            self._timer.start()

    def _keep_draft(self) -> None:
        if self._indicator_id and self._typed_text() != self._saved:
            self._has_draft = True
            self._keep(self._draft_name, self._text.toPlainText())

    def _typed_text(self) -> str:
        return self._text.toPlainText().strip()

    def _tell_count(self) -> None:
        count = words_in(self._text.toPlainText())
        said = "1 word" if count == 1 else f"{count} words"
        if self._not_applicable and count < REASON_WORDS:
            said = f"{said}, {REASON_WORDS - count} more needed"
        self._count.setText(said)
        self._text.setAccessibleDescription(said)


class _Words(Lines):
    """Tells when the focus leaves it. Tab leaves it."""

    def __init__(self, left: Callable[[], object]) -> None:
        super().__init__()
        self._left = left
        self.setObjectName("narrative")
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Narrower words need more lines."""
        super().resizeEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's own name
        """The field is left: what was typed is saved."""
        super().focusOutEvent(event)
        self._left()

    def _fit(self) -> None:
        """As high as the words, between four and twelve lines."""
        lines = max(_LEAST_LINES, min(_MOST_LINES, self.document().documentLayout().documentSize().height()))
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing()) + sp(24))
