# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The first run: a few steps from a passphrase to Home. Each is saved at once, so it goes on where it was stopped."""

from collections.abc import Callable

from desktop.models.errors import AppError
from desktop.services.desk import Desk
from desktop.services.doorway import MadeWorkbook
from desktop.services.set_up_steps import SetUpSteps
from desktop.services.setting_up import Step
from desktop.support.clock import SystemClock
from desktop.ui.doorway.lent import Lent
from desktop.ui.doorway.step_screen import Steps, StepScreen
from desktop.ui.doorway.steps import (
    CharityStep,
    PassphraseStep,
    SecondBackupStep,
    ServicesStep,
    SheetStep,
    SignersStep,
)
from desktop.ui.infra.jobs import Job
from desktop.ui.infra.jobs import Step as JobStep
from desktop.ui.infra.page import Tools

_ORDER = tuple(Step)


class FirstRun:
    """Goes through the steps. Without a desk it begins with the passphrase; with one, where it was stopped."""

    def __init__(self, lent: Lent, desk: Desk | None, back: Callable[[], object]) -> None:
        self._lent = lent
        self._desk = desk
        self._back = back
        self._code = ""
        self._passphrase: PassphraseStep
        self._tools = Tools(lent.messages, lent.jobs, lambda _target: None, SystemClock().today)

    def show(self) -> None:
        """The step that is next."""
        self._lent.messages.clear()
        if self._desk is None:
            self._passphrase = PassphraseStep(self._steps(1), self._make)
            self._lent.show(self._passphrase)
            return
        step = self._desk.set_up.next_step()
        if step is None:
            self._lent.opened(self._desk)
            return
        self._lent.show(self._screen(step, self._desk))

    def _steps(self, number: int, step: Step | None = None) -> Steps:
        later = self._postpone(step) if step is not None and step.can_wait else None
        return Steps(self._lent.view, number, len(_ORDER) + 1, later, self._back if self._desk is None else None)

    def _screen(self, step: Step, desk: Desk) -> StepScreen:
        steps = self._steps(_ORDER.index(step) + 2, step)
        on = self._done(desk.set_up, step)
        match step:
            case Step.RECOVERY_SHEET:
                return SheetStep(steps, desk, self._tools, self._code, self._sheet_kept)
            case Step.SECOND_BACKUP:
                return SecondBackupStep(steps, desk.keeping, self._tools, on)
            case Step.ORGANISATION:
                return CharityStep(steps, desk.charity, on)
            case Step.SIGNERS:
                return SignersStep(steps, desk.signing, self._tools, on)
            case Step.SERVICES:
                return ServicesStep(steps, desk.charity, on)

    def _make(self, passphrase: str) -> None:
        def work(step: JobStep) -> MadeWorkbook:
            return self._lent.load().doorway.make_workbook(passphrase, step)

        self._lent.jobs.start(Job("Making the workbook", work, self._made, self._not_made))

    def _made(self, made: MadeWorkbook) -> None:
        try:
            self._desk = self._lent.load().doorway.enter(made.entered)
        except AppError as error:
            self._not_made(error)
            return
        self._lent.holds(self._desk)
        self._code = made.code
        self.show()

    def _sheet_kept(self) -> None:
        """The code is on paper now, and nowhere else."""
        self._code = ""
        self.show()

    def _not_made(self, error: AppError) -> None:
        """Say why. The passphrase stays as it stands there: it may be on paper already."""
        self._passphrase.setEnabled(True)
        self._lent.messages.tell(error)

    def _done(self, set_up: SetUpSteps, step: Step) -> Callable[[], None]:
        def on() -> None:
            set_up.done(step)
            self.show()

        return on

    def _postpone(self, step: Step) -> Callable[[], None]:
        def later() -> None:
            assert self._desk is not None
            self._desk.set_up.postpone(step)
            self.show()

        return later
