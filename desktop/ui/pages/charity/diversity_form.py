# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The counts of one group: its name, the day of the count, and a line for each count."""

from collections.abc import Callable, Sequence
from urllib.parse import quote, unquote

from PySide6.QtWidgets import QFrame

from desktop.models.day_checks import DayError
from desktop.models.errors import AppError
from desktop.models.typed_date import TypedDateError, typed_date
from desktop.services.workforce.diversity import Diversity, GroupThereError, GroupView, read_counts
from desktop.ui.infra.form_draft import FormDraft
from desktop.ui.infra.page import Tools
from desktop.ui.widgets.boxes import column, side_by_side
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, date_line, line, lines
from desktop.ui.widgets.text import heading

_NEW = "new diversity group"


class DiversityForm(QFrame):
    """Hidden until ``begin``. ``done`` is called when it was saved or given up."""

    def __init__(self, diversity: Diversity, tools: Tools, done: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("diversity-editing")
        self._diversity, self._tools, self._done = diversity, tools, done
        self._group: GroupView | None = None
        self._title = heading("", "h3")
        self._name = line("diversity-name", limit=80)
        self._name_field = Field("What is counted", self._name, "Such as Languages, Ages or Disability.")
        self._day = date_line("diversity-day")
        self._day_field = Field("Day of the count", self._day)
        self._counts = lines("diversity-counts", height=150)
        hint = "One line for each: the words, a colon, the number. Such as Welsh: 4."
        self._counts_field = Field("Counts", self._counts, hint)
        self._draft = FormDraft(tools.drafts, self._name, self._day, ticks=self)
        save = button("Save the counts", "diversity-save", self._save, kind="primary")
        back = button("Go back", "diversity-back", self._give_up)
        fields = (self._name_field, self._day_field, self._counts_field)
        self.setLayout(column(self._title, *fields, side_by_side(save, back), gap=12, margins=(16, 12, 16, 12)))
        self._counts.textChanged.connect(self._draft.touch)
        self.hide()

    @property
    def waits(self) -> bool:
        """Whether a new group was left half filled in."""
        return self._draft.waits(_NEW)

    @property
    def codes(self) -> Sequence[str]:
        """The lines, for a draft."""
        return [quote(self._counts.toPlainText())] if self._counts.toPlainText() else []

    def show_codes(self, codes: Sequence[str]) -> None:
        """The lines as a draft has them."""
        self._counts.setPlainText("".join(map(unquote, codes)))

    def begin(self, group: GroupView | None) -> None:
        """Count a new group (None), or one anew. Its name stays then."""
        self._draft.leave()
        self._group = group
        self._title.setText(f"Count {group.group} anew" if group else "New group")
        self._name_field.setVisible(group is None)
        self._name.setText(group.group if group else "")
        self._day.show_day(group.counted_on if group else self._tools.today())
        counts = group.lines if group else ()
        self._counts.setPlainText("\n".join(f"{words}: {people}" for words, people in counts))
        self._clear()
        self._draft.begin(f"diversity {group.group}" if group else _NEW)
        self.show()

    def take_focus(self) -> None:
        """Put the focus where one types."""
        (self._counts if self._group else self._name).setFocus()

    def leave(self) -> None:
        """Keep what is filled in for the next time."""
        self._draft.keep()

    def _save(self) -> None:
        self._clear()
        name = self._group.group if self._group else self._name.text()
        try:
            day = typed_date(self._day.text(), self._tools.today())
            counts = read_counts(self._counts.toPlainText())
            self._diversity.enter(name, counts, day, new=self._group is None)
        except AppError as error:
            self._refuse(error)
            return
        self._draft.drop()
        self._done()
        self._tools.messages.done(f"The counts of {' '.join(name.split())} are saved. Ctrl+Z takes them back.")

    def _refuse(self, error: AppError) -> None:
        if isinstance(error, (TypedDateError, DayError)):
            self._day_field.show_problem(error.brief)
        elif isinstance(error, GroupThereError) or not self._name.text().strip():
            self._name_field.show_problem(error.brief)
        else:
            self._counts_field.show_problem(error.brief)

    def _give_up(self) -> None:
        self._draft.drop()
        self._done()

    def _clear(self) -> None:
        for field in (self._name_field, self._day_field, self._counts_field):
            field.clear_problem()
