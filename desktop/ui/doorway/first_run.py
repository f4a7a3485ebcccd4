# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The first run: a few steps from a passphrase to Home. Each is saved at once, so it goes on where it was stopped."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial

from shiboken6 import isValid

from desktop.models.errors import AppError
from desktop.services.desk import Desk
from desktop.services.doorway import MadeWorkbook
from desktop.services.set_up_steps import SetUpSteps
from desktop.services.setting_up import Step
from desktop.services.signing_desk import SigningKind
from desktop.support.clock import SystemClock
from desktop.ui.doorway.kept_fields import focus_on, focused, put_back, taken
from desktop.ui.doorway.lent import Lent
from desktop.ui.doorway.secret_steps import ASKED, PassphraseStep, SheetStep
from desktop.ui.doorway.step_screen import Steps, StepScreen
from desktop.ui.doorway.steps import CharityStep, SecondBackupStep, ServicesStep, SignersStep
from desktop.ui.infra.jobs import Job, while_there
from desktop.ui.infra.jobs import Step as JobStep
from desktop.ui.infra.page import Tools
from desktop.ui.widgets.later import later

_ORDER = tuple(Step)
_MADE = "Your workbook is made. The passphrase can be changed later, in Our charity."
_ON_PAPER = "The code of the sheet is kept nowhere. A new sheet can be made later, in Our charity."


class FirstRun:
    """Goes through the steps. Without a desk it begins with the passphrase; with one, where it was stopped."""

    def __init__(self, lent: Lent, desk: Desk | None, back: Callable[[], object]) -> None:
        self._lent = lent
        self._desk = desk
        self._back = back
        self._code = ""
        self._again: Step | None = None  # a step that a person went back to
        self._shown: StepScreen | None = None
        self.turning = False  # the next screen is on its way
        self._passphrase: PassphraseStep
        self._tools = Tools(lent.messages, lent.jobs, lambda _target: None, SystemClock().today)
        self._begin_keeping()

    def show(self) -> None:
        """The step that is next. The screen is made, dressed and shown in a turn each."""
        self._lent.messages.clear()
        if self._desk is None:
            self._passphrase = PassphraseStep(self._steps(1), self._make)
            self._put(self._passphrase)
            return
        step = self._again or self._desk.set_up.next_step()
        if step is None:
            self._next_turn(partial(self._open, self._desk))
            return
        if self._shown is not None and isValid(self._shown):
            self._shown.end()
        self._next_turn(partial(self._make_screen, step, self._desk))

    def rebuild(self) -> None:
        """The same step in another look, with all that was typed, chosen and ticked."""
        if self._shown is None or not isValid(self._shown) or self._shown.over:
            self.show()
            return
        at = focused(self._shown)
        kept = {name: value for name, value in taken(self._shown).items() if name != ASKED}  # another group is asked
        if self._desk is None:
            self._passphrase = PassphraseStep(self._steps(1), self._make)
            self._put(self._passphrase, kept)
        elif step := self._again or self._desk.set_up.next_step():
            self._put(self._screen(step, self._desk), kept)
        if self._shown is not None:
            focus_on(self._shown, at)

    def _next_turn(self, act: Callable[[], None]) -> None:
        """Let the window paint and hear first; a wait of 0 ms would not."""
        self.turning = True
        later(self._lent.jobs, act, 1)

    def _open(self, desk: Desk) -> None:
        self.turning = False
        if desk is self._desk:  # else it was locked meanwhile
            self._lent.opened(desk)

    def _make_screen(self, step: Step, desk: Desk) -> None:
        self.turning = desk is self._desk
        if self.turning:
            self._next_turn(partial(self._dress, self._screen(step, desk), desk))

    def _dress(self, screen: StepScreen, desk: Desk) -> None:
        """Beside the screen that is shown it takes on the look of the window; not yet seen."""
        if self._shown is not None and isValid(self._shown):
            screen.setParent(self._shown.parentWidget())
        self._next_turn(partial(self._show_made, screen, desk))

    def _show_made(self, screen: StepScreen, desk: Desk) -> None:
        self.turning = False
        if desk is self._desk and isValid(screen):
            self._put(screen)

    def _put(self, screen: StepScreen, kept: Mapping[str, str] | None = None) -> None:
        self._shown = screen
        screen.work.follow(self._lent.jobs)
        put_back(screen, kept or {})
        self._lent.show(screen)

    def _begin_keeping(self) -> None:
        """From now on there is a workbook: what is typed is kept in it when it closes."""
        if self._desk is not None:
            self._desk.before_closing(self._closing)

    def _closing(self) -> None:
        shown, self._shown, self._desk = self._shown, None, None
        if shown is not None and isValid(shown) and not shown.over:
            with suppress(AppError):  # the disk may be full or gone: nobody is there any more who could be told
                shown.end()

    def _steps(self, number: int, step: Step | None = None) -> Steps:
        view, of = self._lent.view, len(_ORDER) + 1
        if self._desk is None or step is None:
            return Steps(view, number, of, None, self._back)
        again = self._again is step
        later = None if not step.can_wait else self._go_on if again else self._postpone(step)
        before = self._before(step, self._desk)
        back = partial(self._go_back, before) if before is not None else None
        why = {Step.RECOVERY_SHEET: _MADE, Step.SECOND_BACKUP: _ON_PAPER}.get(step, "")
        return Steps(view, number, of, later, back, why, again and step not in self._desk.set_up.left_for_later())

    def _before(self, step: Step, desk: Desk) -> Step | None:
        """The step one may go back to: keys that were made and a sheet that is on paper are not undone by that."""
        if step in {Step.RECOVERY_SHEET, Step.SECOND_BACKUP}:
            return None
        before = _ORDER[_ORDER.index(step) - 1]
        if before is Step.SIGNERS and desk.signing.state().kind is not SigningKind.NONE:
            return Step.ORGANISATION
        return before

    def _go_back(self, step: Step) -> None:
        self._again = step
        self.show()

    def _go_on(self) -> None:
        """From a step that was looked at again to the one that is next."""
        self._again = None
        self.show()

    def _screen(self, step: Step, desk: Desk) -> StepScreen:
        steps = self._steps(_ORDER.index(step) + 2, step)
        on = self._done(desk.set_up, step)
        match step:
            case Step.RECOVERY_SHEET:
                return SheetStep(steps, desk, self._tools, self._code, self._issued, self._sheet_kept)
            case Step.SECOND_BACKUP:
                return SecondBackupStep(steps, desk.keeping, self._tools, on)
            case Step.ORGANISATION:
                return CharityStep(steps, desk.charity, desk, on)
            case Step.SIGNERS:
                return SignersStep(steps, desk, self._tools, on)
            case Step.SERVICES:
                return ServicesStep(steps, desk.charity, desk, on)

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
        self._begin_keeping()
        self._code = made.code
        self.show()

    def _issued(self, code: str) -> None:
        """A new code after a stop: another look must not lose it, whether it came before or since."""
        self._code = code
        if isinstance(self._shown, SheetStep):
            while_there(self._shown, self._shown.show_code)(code)

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
            self._again = None
            self.show()

        return on

    def _postpone(self, step: Step) -> Callable[[], None]:
        def later() -> None:
            assert self._desk is not None
            self._desk.set_up.postpone(step)
            self.show()

        return later
