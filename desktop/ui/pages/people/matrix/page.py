# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The matrix: who stands where, at one look, with the way into every cell."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QStackedWidget

from desktop.models.prints import ListPrint
from desktop.services.desk import Desk
from desktop.services.place_words import MATRIX
from desktop.services.targets import Place, Target
from desktop.services.workforce.matrix_cells import MatrixFilter, MatrixView, StateCount
from desktop.services.workforce.printing import draw_matrix_pdf
from desktop.ui.infra.jobs import Step
from desktop.ui.infra.low import is_low
from desktop.ui.infra.page import Page, Tools
from desktop.ui.infra.printout import Printout
from desktop.ui.pages.people.matrix.cell_card import CellCard
from desktop.ui.pages.people.matrix.words import heat_of, printed, state_name
from desktop.ui.theme import sp
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.boxes import clear, column, plain, row, scrolling
from desktop.ui.widgets.empty import EmptyPlace
from desktop.ui.widgets.field import chooser
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.heat_table import HeatTable
from desktop.ui.widgets.text import words

_BESIDE_EM = 62
_COURSES, _COMPETENCIES = "courses", "competencies"


class MatrixPage(Page):
    """Choosers on top, the table, the sentence of the cell one is in, and the key; a cell opens beside it."""

    place = Place.PEOPLE.value
    title = "Matrix"
    tables = frozenset(
        {"person", "person_role", "training_record", "booking", "course", "competence_judgement", "hours_entry", "meta"}
    )

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(tools)
        self.setObjectName("page-matrix")
        self._matrix, self._printing, self._em = desk.matrix, desk.workforce_printing, 70.0
        self._view: MatrixView | None = None
        self._which = self._chooser("matrix-which", "People against", 20)
        self._role = self._chooser("matrix-role", "Role")
        self._state = self._chooser("matrix-state", "State")
        _fill(self._which, [(_COURSES, "People and courses"), (_COMPETENCIES, "People and competencies")])
        self._table = HeatTable("People and courses")
        self._table.setObjectName("matrix")
        self._table.setMinimumHeight(sp(240))
        self._table.selected.connect(self._tell)
        self._table.opened.connect(self._open)
        self._said = words("", "small", wrap=True)
        self._said.setObjectName("matrix-said")
        self._key = Flow(gap=6)
        self._key_box = plain(self._key)
        self._key_box.setAccessibleName("Key")
        empty = EmptyPlace(
            "users", "Nothing to show", "Nobody fits these filters, or nothing is asked of anyone here yet."
        )
        self._lists = QStackedWidget()
        self._lists.addWidget(self._table)
        self._lists.addWidget(empty)
        self._card = CellCard(desk.matrix, tools, self._close)
        self._side = scrolling(self._card)
        self._side.hide()
        choosers = plain(Flow(self._which, self._role, self._state))
        self._left = scrolling(plain(column(choosers, (self._lists, 1), self._said, self._key_box, gap=8)))
        self.setLayout(row((self._left, 1), self._side, gap=16, margins=(24, 2, 24, 14)))

    def refresh(self) -> None:
        """Read the matrix as it is filtered."""
        _fill(self._role, [("", "Every role"), *((one.code, one.name) for one in self._matrix.roles())])
        everything = self._read(MatrixFilter(role=self._chosen(self._role)))
        _fill(self._state, [("", "Every state"), *((one.state.value, _counted(one)) for one in everything.counts)])
        wanted = [one.state for one in everything.counts if one.state.value == self._chosen(self._state)]
        view = self._read(MatrixFilter(self._chosen(self._role), tuple(wanted))) if wanted else everything
        self._view = view
        self._table.setAccessibleName(self._which.currentText())
        self._table.show_values(
            [(one.person_id, one.name) for one in view.rows],
            [(one.id, one.name) for one in view.columns],
            {(one.person_id, cell.column_id): heat_of(cell) for one in view.rows for cell in one.cells},
        )
        self._lists.setCurrentIndex(0 if view.rows and view.columns else 1)
        self._show_key(view)
        self._tell(*self._table.current)
        if not self._side.isHidden() and not self._card.reread():
            self._close()
        self.header_changed.emit()

    def where(self) -> Target:
        """This tab."""
        return Target(Place.PEOPLE, MATRIX)

    def subtitle(self) -> str:
        """How many of all that is asked for is in place."""
        return self._view.told if self._view else ""

    def listing(self) -> ListPrint | None:
        """The matrix as it is filtered; a wide one as a line for each person."""
        if self._view is None or not self._view.rows:
            return None
        return printed(self._view, self._which.currentText(), self._told, self.tools.today())

    def printout(self) -> Printout | None:
        """The matrix in its colours."""
        if self._view is None or not self._view.rows:
            return None
        title = self._which.currentText()
        matrix = self._printing.capture_matrix(title, replace(self._view, told=self._told))

        def pdf(step: Step) -> bytes:
            return draw_matrix_pdf(matrix, step)

        return Printout(title, pdf)

    @property
    def _told(self) -> str:
        """The sentence over it, with the filters in words."""
        filters = [f"{box.currentText()}." for box in (self._role, self._state) if self._chosen(box)]
        return " ".join([self.subtitle(), *filters])

    def arrange(self, em: float) -> None:
        """Matrix and cell side by side, or one at a time."""
        self._em = em
        beside = em >= _BESIDE_EM
        self._side.setFixedWidth(sp(330)) if beside else self._side.setMaximumWidth(16_777_215)
        if not beside:
            self._side.setMinimumWidth(0)
        self._left.setVisible(beside or self._side.isHidden())
        self._key_box.setHidden(is_low(self))

    def _chooser(self, name: str, about: str, letters: int = 14) -> QComboBox:
        made = chooser(name, ())
        made.setAccessibleName(about)
        made.setMinimumContentsLength(letters)
        made.activated.connect(self.refresh)
        return made

    @staticmethod
    def _chosen(box: QComboBox) -> str:
        return str(box.currentData() or "")

    def _read(self, shown: MatrixFilter) -> MatrixView:
        of_courses = self._chosen(self._which) == _COURSES
        return self._matrix.courses(shown) if of_courses else self._matrix.competencies(shown)

    def _show_key(self, view: MatrixView) -> None:
        clear(self._key)
        self._key_box.setHidden(is_low(self))
        for one in view.counts:
            self._key.addWidget(Badge(state_name(one.state), _counted(one)))

    def _tell(self, person_id: str, column_id: str) -> None:
        cells = [
            each for one in (self._view.rows if self._view else ()) if one.person_id == person_id for each in one.cells
        ]
        sentence = next((cell.sentence for cell in cells if cell.column_id == column_id), "")
        self._said.setText(
            f"{sentence}. Enter opens it." if sentence else "Arrow keys move from cell to cell. Enter opens one."
        )

    def _open(self, person_id: str, column_id: str) -> None:
        self._card.show_cell(person_id, column_id, of_course=self._chosen(self._which) == _COURSES)
        self._side.show()
        self.arrange(self._em)
        self._card.take_focus()

    def _close(self) -> None:
        self._side.hide()
        self.arrange(self._em)
        self._table.setFocus()


def _fill(box: QComboBox, choices: Sequence[tuple[str, str]]) -> None:
    """The choices as they are now; what was chosen stays where it still is there."""
    chosen = box.currentData()
    if [(box.itemData(at), box.itemText(at)) for at in range(box.count())] == list(choices):
        return
    box.clear()
    for value, text in choices:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))


def _counted(one: StateCount) -> str:
    return f"{one.word} ({one.cells})"
