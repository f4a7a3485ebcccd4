# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The competence of one person: the sign-off sheet for someone who sits beside them, signed off as one step."""

import json
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.models.certificate_numbers import CertificateNumberError
from desktop.models.errors import AppError
from desktop.models.workforce.competence import LEVELS, Basis
from desktop.services.people_lines import PersonView
from desktop.services.workforce.competence import (
    BASES,
    Competences,
    CompetenceSheet,
    JudgedThemselvesError,
    NobodyJudgedError,
)
from desktop.ui.infra.page import Tools
from desktop.ui.pages.people.competence_table import CompetenceTable, level_words
from desktop.ui.pages.people.own_policies import rejudge_policy
from desktop.ui.widgets.boxes import column, plain, row, rule
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.field import Field, chooser, line
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import hint, words

_ABOUT_JUDGE = (NobodyJudgedError, JudgedThemselvesError, CertificateNumberError)


class CompetenceTab(QWidget):
    """The sheet. Levels are chosen first, and all are signed off together; until then they wait as a draft."""

    def __init__(self, competences: Competences, tools: Tools, at_work: Callable[[], str]) -> None:
        super().__init__()
        self._competences, self._tools, self._at_work = competences, tools, at_work
        self._sheet: CompetenceSheet | None = None
        self._chosen: dict[str, int] = {}
        self._told = words("", "body", 600, wrap=True)
        self._told.setObjectName("competence-told")
        self._basis = chooser("competence-basis", [(one.code, one.name) for one in BASES])
        self._judge = line("competence-judge", limit=120)
        self._judge_field = Field("Judged by", self._judge)
        sitting = plain(row((Field("What it rests on", self._basis), 1), (self._judge_field, 1), gap=16))
        self._levels = [self._level_button(level) for level in range(len(LEVELS))]
        self._table = CompetenceTable(single_keys=tools.single_keys)
        self._table.levelled.connect(self._choose)
        self._table.opened.connect(lambda _id: self._levels[0].setFocus())
        self._waiting = words("", "body", 600, wrap=True)
        self._waiting.setObjectName("competence-waiting")
        self._sign = button("Sign off", "competence-sign-off", self._sign_off, kind="primary")
        self._clear = button("Take back what is chosen", "competence-clear", self._forget_chosen, kind="plain")
        acts = plain(Flow(self._sign, self._clear, gap=10))
        how = hint("Select a competence, then press its level." + (" Keys 0 to 4 do the same." * tools.single_keys))
        levels = plain(Flow(*self._levels, gap=6))
        self._policy = rejudge_policy(competences, tools)
        parts = (self._told, sitting, how, levels, self._table, self._waiting, acts, rule(), self._policy)
        self.setLayout(column(*parts, gap=10))

    def show_view(self, view: PersonView) -> None:
        """Show the sheet of someone. What is chosen for them and not signed off waits."""
        other = self._sheet is None or self._sheet.person_id != view.person.id
        self._sheet = self._competences.sheet(view.person.id)
        if other:
            self._chosen = json.loads(self._tools.drafts.draft(self._name) or "{}")
            self._judge_field.clear_problem()
            self._table.select("")
        if not self._judge.text():
            self._judge.setText(self._at_work())
        self._policy.refresh()
        self._show()

    @property
    def recording(self) -> bool:
        """Its filled button is there as long as it is shown."""
        return not self.isHidden()

    def leave(self) -> None:
        """What is chosen was kept when it was chosen."""

    def forget(self) -> None:
        """Who was shown is gone, and what was chosen for them."""
        if self._sheet is not None:
            self._tools.drafts.drop_draft(self._name)
        self._sheet, self._chosen = None, {}

    @property
    def _name(self) -> str:
        return f"competence of {self._sheet.person_id}" if self._sheet else ""

    def _level_button(self, level: int) -> QPushButton:
        return button(level_words(level), f"competence-level-{level}", partial(self._press, level), kind="plain")

    def _press(self, level: int) -> None:
        if not self._table.selected_id:
            self._table.selectRow(0)
        self._choose(self._table.selected_id, level)
        self._table.setFocus()

    def _choose(self, competency_id: str, level: int | None) -> None:
        if level is None:
            self._chosen.pop(competency_id, None)
        else:
            self._chosen[competency_id] = level
        self._keep()
        self._show()

    def _forget_chosen(self) -> None:
        self._chosen = {}
        self._keep()
        self._show()
        self._table.setFocus()

    def _keep(self) -> None:
        if self._chosen:
            self._tools.drafts.keep_draft(self._name, json.dumps(self._chosen))
        else:
            self._tools.drafts.drop_draft(self._name)

    def _show(self) -> None:
        if self._sheet is None:
            return
        self._told.setText(self._sheet.told)
        self._table.show_sheet(self._sheet.lines, self._chosen)
        count = _count(self._chosen)
        self._waiting.setText(f"{count} chosen, not signed off yet." if self._chosen else "No level is chosen yet.")
        say(self._sign, f"Sign off {count}" if self._chosen else "Sign off")
        self._clear.setVisible(bool(self._chosen))

    def _sign_off(self) -> None:
        if self._sheet is None:
            return
        self._judge_field.clear_problem()
        chosen, self._chosen = self._chosen, {}
        try:
            basis = Basis(self._basis.currentData())
            self._competences.judge(self._sheet.person_id, chosen, self._judge.text(), basis)
        except AppError as error:
            self._chosen = chosen
            if isinstance(error, _ABOUT_JUDGE):
                self._judge_field.show_problem(error.brief)
            else:
                self._tools.messages.tell(error)
            return
        self._keep()
        self._sheet = self._competences.sheet(self._sheet.person_id)
        self._show()
        self._table.setFocus()
        self._tools.messages.done(f"{_count(chosen)} signed off for {self._sheet.name}. Ctrl+Z takes them back.")


def _count(chosen: Mapping[str, int]) -> str:
    return "1 level" if len(chosen) == 1 else f"{len(chosen)} levels"
