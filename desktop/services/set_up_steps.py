# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How far the first run of a workbook has come. Kept in the workbook, so that a killed first run goes on where it was.

A step counts as done when it was marked so, or when what it asks for is there. A workbook made by command has no marks,
but it has its charity: its sheet was written when it was made, so nothing is asked again.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from desktop.models.changes import Op
from desktop.services.at_work import at_work
from desktop.services.second_place import PLACE_FACT
from desktop.services.setting_up import GroupAsked, Step, StepCannotWaitError
from desktop.services.signers import ROOT_FACT
from desktop.storage.workbook import Workbook

SET_UP = "set_up"
SHEET = "sheet"  # which recovery sheet was typed back: one issued just before a kill is not taken for it
DONE, POSTPONED = "done", "postponed"


class SetUpSteps:
    """The steps of one open workbook."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook

    @property
    def folder(self) -> Path:
        """The folder of the workbook."""
        return self._workbook.layout.folder

    def next_step(self) -> Step | None:
        """The step to go on with now, or None when the first run is over."""
        marks = self._marks()
        return next((step for step in Step if marks.get(step) != POSTPONED and not self._is_done(step, marks)), None)

    def left_for_later(self) -> tuple[Step, ...]:
        """The steps that were postponed and are still open: they stay visible as next steps."""
        marks = self._marks()
        return tuple(step for step in Step if marks.get(step) == POSTPONED and not self._is_done(step, marks))

    def done(self, step: Step) -> None:
        """Mark a step as done; the recovery sheet is by ``confirm_code`` alone."""
        self._mark(step, DONE)

    def postpone(self, step: Step) -> None:
        """Leave a step for later."""
        if not step.can_wait:
            raise StepCannotWaitError
        self._mark(step, POSTPONED)

    def confirm_code(self, asked: GroupAsked, typed: str) -> None:
        """The group typed back: when it is right the sheet is in a person's hands, and the step is done."""
        asked.check(typed)
        with self._workbook.db.write(Op.SET_UP_WORKBOOK, about=Step.RECOVERY_SHEET):
            sheet = self._workbook.keys.recovery_sheet()
            self._save({**self._marks(), Step.RECOVERY_SHEET: DONE, SHEET: sheet})

    def sheet_replaced(self) -> None:
        """Record that a new recovery code took the place of the old one; its sheet has to be typed back."""
        with self._workbook.db.write(Op.CHANGE_KEYS, about=self._workbook.db.by):
            self._save({step: mark for step, mark in self._marks().items() if step != Step.RECOVERY_SHEET})

    def _is_done(self, step: Step, marks: Mapping[str, str]) -> bool:
        db = self._workbook.db
        if marks.get(step) == DONE and step is not Step.RECOVERY_SHEET:
            return True
        match step:
            case Step.RECOVERY_SHEET:
                typed_back = marks.get(SHEET, self._workbook.keys.recovery_sheet())
                return marks.get(step) == DONE and typed_back == self._workbook.keys.recovery_sheet()
            case Step.SECOND_BACKUP:
                return bool(db.meta.get(PLACE_FACT))
            case Step.ORGANISATION:
                return db.organisation.find() is not None and bool(at_work(db))
            case Step.SIGNERS:
                return bool(db.meta.get(ROOT_FACT))
            case Step.SERVICES:
                return bool(db.services.list())

    def _mark(self, step: Step, mark: str) -> None:
        with self._workbook.db.write(Op.SET_UP_WORKBOOK, about=step):
            self._save({**self._marks(), step: mark})

    def _save(self, marks: Mapping[str, str]) -> None:
        self._workbook.db.meta.set(SET_UP, json.dumps(marks, sort_keys=True))

    def _marks(self) -> dict[str, str]:
        kept = self._workbook.db.meta.get(SET_UP)
        if kept:
            return dict(json.loads(kept))
        if self._workbook.db.organisation.find() is None:
            return {}
        return {
            Step.RECOVERY_SHEET: DONE,
            Step.SECOND_BACKUP: DONE if self._workbook.practice else POSTPONED,
            Step.SIGNERS: POSTPONED,
            Step.SERVICES: POSTPONED,
        }
