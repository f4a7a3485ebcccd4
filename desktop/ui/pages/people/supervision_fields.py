# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The fields of a session: who gave it, here or from elsewhere, and the themes of an observation."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from desktop.models.choices import Choice
from desktop.services.workforce.session_checks import GivenBy
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.field import Field, chooser, line, refill, tick
from desktop.ui.widgets.text import words

NOBODY, ELSEWHERE = "", "elsewhere"


class WhoField(QWidget):
    """Someone chosen from the people, or typed for someone from elsewhere."""

    def __init__(self, label: str, name: str, nobody: str) -> None:
        super().__init__()
        self._nobody = nobody
        self.chosen: QComboBox = chooser(name, ())
        self.outside: QLineEdit = line(f"{name}-outside", limit=120)
        self._field = Field(label, self.chosen)
        self._outside_field = Field("Name of who is from elsewhere", self.outside, "A name only. Never a number.")
        self.chosen.currentIndexChanged.connect(self._turn)
        self.setLayout(column(self._field, self._outside_field, gap=8))
        self.offer(())

    def offer(self, people: Iterable[Choice]) -> None:
        """Offer these people. Who is chosen stays so."""
        named = ((one.code, one.name) for one in people)
        refill(self.chosen, [(NOBODY, self._nobody), *named, (ELSEWHERE, "Someone from elsewhere")])
        self._turn()

    def show_who(self, person_id: str | None, outside: str) -> None:
        """Show who it is; someone who works here no more is shown as not said."""
        self.chosen.setCurrentIndex(max(0, self.chosen.findData(person_id or (ELSEWHERE if outside else NOBODY))))
        self.outside.setText(outside)
        self.clear_problem()
        self._turn()

    @property
    def given_by(self) -> GivenBy:
        """Who it is."""
        code = str(self.chosen.currentData() or "")
        if code == ELSEWHERE:
            return GivenBy(outside=self.outside.text())
        return GivenBy(code or None)

    def show_problem(self, sentence: str, *, focus: bool = True) -> None:
        """Say what is wrong, under the one that it is about."""
        elsewhere = self.chosen.currentData() == ELSEWHERE
        (self._outside_field if elsewhere else self._field).show_problem(sentence, focus=focus)

    @property
    def problem(self) -> str:
        """What is said to be wrong, or ''."""
        return self._field.problem or self._outside_field.problem

    def clear_problem(self) -> None:
        """Nothing is wrong."""
        self._field.clear_problem()
        self._outside_field.clear_problem()

    def _turn(self) -> None:
        self._outside_field.setVisible(self.chosen.currentData() == ELSEWHERE)


class ThemesPicker(QWidget):
    """A box for each theme of an observation."""

    def __init__(self, themes: Iterable[Choice]) -> None:
        super().__init__()
        self.setAccessibleName("What was seen to be done well")
        lines = {one.code: _ThemeLine(one) for one in themes}
        self._boxes: dict[str, QCheckBox] = {code: each.box for code, each in lines.items()}
        head = words("What was seen to be done well (optional)", "body", 600, wrap=True)
        self.setLayout(column(head, *lines.values(), gap=2))

    @property
    def codes(self) -> tuple[str, ...]:
        """What is ticked."""
        return tuple(code for code, box in self._boxes.items() if box.isChecked())

    def show_codes(self, codes: Iterable[str]) -> None:
        """Tick these."""
        ticked = set(codes)
        for code, box in self._boxes.items():
            box.setChecked(code in ticked)


class _ThemeLine(QWidget):
    """A box with words that wrap beside it; a click on the words is a click on the box."""

    def __init__(self, theme: Choice) -> None:
        super().__init__()
        self.box = tick(f"theme-{theme.code}", "")
        self.box.setAccessibleName(theme.name)
        self.setLayout(row(column(self.box, None), (words(theme.name, wrap=True), 1), gap=6, margins=(0, 3, 0, 3)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's own name
        """The words belong to the box."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()
