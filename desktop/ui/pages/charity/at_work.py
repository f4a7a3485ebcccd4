# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Who is at work: the name that stands beside judgements."""

from desktop.models.errors import AppError
from desktop.services.charity import Charity
from desktop.ui.pages.charity.section import Section
from desktop.ui.widgets.boxes import side_by_side
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, chooser, line
from desktop.ui.widgets.text import words


class AtWorkSection(Section):
    """Choose a name, or type another."""

    title = "Who is at work"
    about = "Judgements and actions carry this name. Change it when someone else sits down."

    def __init__(self, charity: Charity) -> None:
        super().__init__()
        self._charity = charity
        self._now = words("", "lead", 600, wrap=True)
        self._now.setObjectName("at-work-now")
        self._offered = chooser("at-work-offered", ())
        self._offered_field = Field("Choose a name", self._offered, width=360)
        self._offered.activated.connect(lambda at: self._take(str(self._offered.itemData(at))))
        self._typed = line("at-work-typed", limit=120)
        self._typed_field = Field("Or type another", self._typed, width=360)
        self._typed.returnPressed.connect(self._take_typed)
        use = button("Use this name", "at-work-use", self._take_typed)
        self.build(self._now, self._offered_field, self._typed_field, side_by_side(use))

    def refresh(self) -> None:
        """Show who it is, and the names to choose from."""
        now = self._charity.at_work()
        self._now.setText(now or "Nobody yet")
        names = self._charity.names_offered()
        self._offered.clear()
        for name in names:
            self._offered.addItem(name, name)
        self._offered.setCurrentIndex(self._offered.findData(now))
        self._offered_field.setVisible(bool(names))

    def _take_typed(self) -> None:
        self._take(self._typed.text())

    def _take(self, name: str) -> None:
        self._typed_field.clear_problem()
        try:
            if name.strip() != self._charity.at_work() or not name.strip():
                self._charity.set_at_work(name)
        except AppError as error:
            self._typed_field.show_problem(error.brief)
            return
        self._typed.clear()
        self.refresh()
