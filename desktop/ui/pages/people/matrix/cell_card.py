# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What lies behind one cell: how it stands, what it rests on, the rules, and the way to the person."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from desktop.services.targets import Place, Target
from desktop.services.workforce.competence_lines import JudgementLine
from desktop.services.workforce.matrix import Matrix
from desktop.services.workforce.matrix_cells import MatrixCell
from desktop.services.workforce.training_records import RecordLine
from desktop.ui.infra.page import Tools
from desktop.ui.pages.people.matrix.words import state_name
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.boxes import clear, column, row
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.text import heading, hint, words


class CellCard(QFrame):
    """One cell. ``back`` leads to the matrix, and Esc does the same."""

    def __init__(self, matrix: Matrix, tools: Tools, back: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("matrix-cell")
        self._matrix, self._tools, self._back = matrix, tools, back
        self._ids, self._of_course = ("", ""), True
        self._name = heading("", "h3")
        self._about = words("", "body", 600, wrap=True)
        self._badge = Badge("ok")
        self._facts = column(gap=4)
        self._open = button("Open", "matrix-open-person", self._go, kind="primary")
        give_up = button("Back to the matrix", "matrix-back", back, kind="plain")
        acts = (row(self._open, None), row(give_up, None))
        head = (self._name, self._about, row(self._badge, None))
        self.setLayout(column(*head, self._facts, 4, *acts, None, gap=8, margins=(16, 12, 16, 12)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    def show_cell(self, person_id: str, column_id: str, *, of_course: bool) -> None:
        """Show a cell of people against courses, or against competencies."""
        self._ids, self._of_course = (person_id, column_id), of_course
        self.reread()

    def reread(self) -> bool:
        """Show the same cell as it is now. False: it is gone."""
        try:
            (self._show_course if self._of_course else self._show_competency)()
        except LookupError:
            return False
        return True

    def take_focus(self) -> None:
        """Put the focus on the way to the person."""
        self._open.setFocus()

    def _show_course(self) -> None:
        view = self._matrix.course_cell(*self._ids)
        records = [_recorded(one) for one in view.records]
        booked = [one.sentence for one in view.bookings]
        self._show(view.name, view.course, view.cell, [view.lapses])
        self._part("Records", records or ["Nothing is recorded."])
        self._part("Booked", booked)
        self._part("The rule", view.rules)

    def _show_competency(self) -> None:
        view = self._matrix.competency_cell(*self._ids)
        line = view.line
        needed = f"Needed: {line.needed_words.lower()}" if line.needed else "Not needed for their roles"
        self._show(view.name, line.text, view.cell, [f"{line.level_words}. {needed}.", line.again])
        self._part("Judgements", [_judged(one) for one in view.judgements] or ["None yet."])

    def _show(self, name: str, about: str, cell: MatrixCell, facts: Sequence[str]) -> None:
        self._name.setText(name)
        self._about.setText(about)
        self._badge.show_state(state_name(cell.state), cell.word, f"{name}, {about}")
        say(self._open, f"Open {name}")
        self.setAccessibleName(cell.sentence)
        clear(self._facts)
        for fact in filter(None, facts):
            self._facts.addWidget(words(fact, wrap=True))

    def _part(self, title: str, lines: Sequence[str]) -> None:
        if lines:
            self._facts.addWidget(words(title, "small", 700))
        for line in lines:
            self._facts.addWidget(hint(line))

    def _go(self) -> None:
        self._tools.go(Target(Place.PEOPLE, self._ids[0]))


def _judged(line: JudgementLine) -> str:
    return f"{line.day}: {line.words}" + (f", judged by {line.judged_by}" if line.judged_by else "")


def _recorded(line: RecordLine) -> str:
    return ". ".join(filter(None, (f"{line.day}: {line.words.lower()}", line.until, line.proof)))
