# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Making backups from the window: in jobs, beside the workbook and then in the second place.

No job touches the second place before it has answered a look, which is aside from the jobs: one that hangs holds up
neither them nor a lock.
"""

from collections.abc import Callable
from functools import partial

from desktop.models.errors import AppError
from desktop.services.keeping import Finished, Keeping, Started, Where
from desktop.services.second_place import Seen, look
from desktop.ui.infra.aside import Aside
from desktop.ui.infra.jobs import Job, Jobs, Step
from desktop.ui.infra.messages import Messages


class BackingUp:
    """``changed`` is called when backups stand otherwise than before."""

    def __init__(self, keeping: Keeping, jobs: Jobs, messages: Messages, changed: Callable[[], object]) -> None:
        self._keeping, self._jobs, self._messages, self._changed = keeping, jobs, messages, changed
        self._aside = Aside()

    def look(self, then: Callable[[], object] = lambda: None) -> None:
        """Look at the second place, where there is one, and go on when it has answered."""
        at = self._keeping.second_place.to_look_at()

        def saw(seen: Seen) -> None:
            if self._keeping.is_open:  # it may be closed before the answer comes
                self._keeping.second_place.saw(seen)
                self._changed()
                then()

        if at is not None:
            self._aside.ask(at.path, partial(look, at), saw)

    def now(self) -> None:
        """As a person asks: beside the workbook, and in the second place when it can be reached."""
        self._make(lambda: self._keeping.begin(Where.BESIDE), self._messages.tell, self._go_on)

    def when_due(self) -> None:
        """Unasked, after opening: what is owed, in both places. Why it could not be made is kept."""
        self._make_owed(lambda: self.look(self._make_owed))

    def _make_owed(self, otherwise: Callable[[], object] = lambda: None) -> None:
        self._make(self._keeping.begin_opening, self._not_made, partial(self._make_owed, otherwise), otherwise)

    def _go_on(self) -> None:
        self._messages.done("Backed up beside the workbook, and checked.")
        self.look(self._second)

    def _second(self) -> None:
        seen = self._keeping.second_place.seen()
        if seen is not None and seen.reachable:
            done = "Backed up here and in the second place, and checked."
            self._make(
                lambda: self._keeping.begin(Where.SECOND), self._messages.tell, lambda: self._messages.done(done)
            )

    def _make(
        self,
        begin: Callable[[], Started | None],
        failed: Callable[[AppError], object],
        then: Callable[[], object],
        otherwise: Callable[[], object] = lambda: None,
    ) -> None:
        """``then`` follows a backup that was made, ``otherwise`` where none was to be made."""
        try:
            started = begin()
        except AppError as error:
            failed(error)
            return
        if started is None:
            otherwise()
        else:
            self._finish(started, failed, then)

    def _finish(self, started: Started, failed: Callable[[AppError], object], then: Callable[[], object]) -> None:
        keeping = self._keeping

        def work(step: Step) -> Finished:
            return keeping.finish(started, step)

        def done(finished: Finished) -> None:
            keeping.record(finished)
            self._changed()
            then()

        self._jobs.start(Job("Backup", work, done, failed, lambda: keeping.give_up(started)))

    def _not_made(self, error: AppError) -> None:
        self._keeping.failed(error)
        self._messages.tell(error)
        self._changed()
