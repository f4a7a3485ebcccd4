# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One indicator for the second reader: what is asked, their own judgement, and then, not before, the first one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.models.dates import long_date
from desktop.models.records import Judgement, SecondReading
from desktop.services.rounds.second_reading import ReadingState, SecondView
from desktop.ui.infra.page import Tools
from desktop.ui.infra.record_draft import RecordDraft
from desktop.ui.pages.standards.second_reader.settle_form import SettleForm
from desktop.ui.pages.standards.second_reader.words import judged
from desktop.ui.theme import sp
from desktop.ui.widgets.badge import Chip
from desktop.ui.widgets.boxes import box, clear, column, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.picker import Picker
from desktop.ui.widgets.text import words

_QUESTION = "How well is this in place, in your own view?"


class ReadingCard(QFrame):
    """``read`` gets the judgement (None: not applicable) and the comment, and says whether they were kept.

    ``settle`` gets what both agree on, and why.
    """

    def __init__(
        self,
        tools: Tools,
        read: Callable[[Judgement | None, str], bool],
        settle: Callable[[Judgement | None, str], object],
        take_back: Callable[[], object],
        back: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("reading-card")
        self._read, self._back, self._shown = read, back, ""
        self.back = button("All indicators", "reading-back", back, kind="linkic", icon_name="arrow-left")
        self._number = words("", "h3", 700, "soft")
        self._chip = Chip("Critical indicator", "shield-alert")
        self._text = words("", "h3", 600, wrap=True)
        self._help = QVBoxLayout()
        self._help.setSpacing(sp(4))
        self._help.setContentsMargins(sp(12), sp(10), sp(12), sp(10))
        self._why_not = words("", wrap=True)
        self._why_not.setObjectName("reading-why-not")
        self.picker = Picker(single_keys=tools.single_keys, question=_QUESTION)
        self.picker.picked.connect(self._picked)
        self._comment = line("reading-comment", limit=600)
        self._comment.editingFinished.connect(self._commented)
        self._comment_field = Field(
            "Comment", self._comment, "What you saw, or missed. It is kept with your judgement."
        )
        self._draft = RecordDraft(self._comment_field, tools.drafts)
        self._reading: SecondReading | None = None
        self._first = words("", "body", 600, wrap=True)
        self._first.setObjectName("reading-first")
        self._undo = button("Take my reading back", "reading-take-back", take_back, kind="link")
        self._outcome = box(column(self._first, row(self._undo, None), gap=6, margins=(12, 10, 12, 10)), "well")
        self._form = SettleForm(settle, tools.drafts)
        self._asked = words(_QUESTION, "body", 600, wrap=True)
        head = row(self._number, self._chip, None, gap=8)
        parts = (self.back, head, self._text, box(self._help, "well"), self._why_not, self._asked, self.picker)
        below = (self._comment_field, self._outcome, self._form, None)
        self.setLayout(column(*parts, *below, gap=10, margins=(16, 12, 16, 12)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    def show_view(self, view: SecondView) -> None:
        """Show one indicator."""
        indicator, reading = view.indicator, view.reading
        self._number.setText(indicator.number)
        self._chip.setVisible(indicator.critical)
        self._text.setText(indicator.text)
        if indicator.id != self._shown:
            self._fill_help(view)
            self._shown = indicator.id
        may_read = not view.why_not
        self._why_not.setText(f"It cannot be read now: {view.why_not}.")
        self._why_not.setHidden(may_read)
        for part in (self._asked, self.picker, self._comment_field):
            part.setVisible(may_read or reading is not None)
            part.setEnabled(may_read)
        level = int(reading.judgement) if reading and reading.judgement is not None else None
        self.picker.show_choice(level, not_applicable=bool(reading and reading.not_applicable))
        self._reading = reading
        self._draft.show(f"reading:{indicator.id}", reading, partial(self._fill_comment, reading))
        self._outcome.setVisible(reading is not None)
        self._undo.setVisible(view.may_take_back)
        self._first.setText(_outcome(view))
        differs = view.state is ReadingState.DIFFERS and may_read
        self._form.setVisible(differs)
        if differs:
            self._form.show_view(view)

    def take_focus(self) -> None:
        """Put the focus on the judgement, or on what can be pressed."""
        if self.picker.isEnabled() and not self.picker.isHidden():
            self.picker.take_focus()
        else:
            self.setFocus()

    def leave(self) -> None:
        """Keep what is typed."""
        self._commented()
        self._draft.keep()
        self._form.keep()

    def _fill_help(self, view: SecondView) -> None:
        clear(self._help)
        evidence = view.evidence or ("no evidence yet",)
        lists = (("An assessor looks for", view.indicator.looks_for), ("The answer rests on", evidence))
        for title, entries in lists:
            self._help.addWidget(words(title, "small", 700))
            for entry in entries:
                self._help.addWidget(words(f"•  {entry}", "small", wrap=True))

    def _fill_comment(self, reading: SecondReading | None) -> None:
        self._comment.setText(reading.comment if reading else "")
        self._comment_field.clear_problem()

    def _picked(self, choice: object) -> None:
        self._save(Judgement(choice) if isinstance(choice, int) else None)

    def _commented(self) -> None:
        """A comment is saved with a judgement that is there; before, it waits for one."""
        reading = self._reading
        if reading is not None and self.picker.isEnabled() and self._comment.text().strip() != reading.comment:
            self._save(reading.judgement)

    def _save(self, judgement: Judgement | None) -> None:
        if self._read(judgement, self._comment.text()):
            self._draft.settle()
            self._draft.keep()


def _outcome(view: SecondView) -> str:
    """What both said, once the second has judged."""
    first, reading = view.first, view.reading
    if first is None or reading is None:
        return ""
    day = f" on {long_date(reading.read_on)}" if reading.read_on else ""
    judge = first.judged_by or "The first reader"
    said = f"{judge} judged {judged(first)}. {reading.reader} read it{day}: {judged(reading)}."
    if view.state is ReadingState.SETTLED:
        return f"{said} Settled: {reading.settled}"
    return f"{said} {'They differ.' if view.state is ReadingState.DIFFERS else 'Both agree.'}"
