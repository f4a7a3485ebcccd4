# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Background jobs: one at a time, with progress and cancel. A job sees files and frozen values, never the database."""

import logging
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Generic, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.models.errors import AppError, CancelledError

T = TypeVar("T")
P = ParamSpec("P")
Step = Callable[[int, int, str], None]
_PATIENCE = 2.0  # seconds for a job that was cancelled to come to its next step
_log = logging.getLogger(__name__)


def while_there(part: QObject, act: Callable[P, object]) -> Callable[P, None]:
    """``act``, as long as the part of the window is there: a job may end when its page was built anew meanwhile."""

    def do(*args: P.args, **kwargs: P.kwargs) -> None:
        if isValid(part):
            act(*args, **kwargs)

    return do


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: step ``done`` of ``total``, and what it is doing."""

    name: str
    done: int
    total: int
    label: str


@dataclass(slots=True)
class Job(Generic[T]):
    """One piece of long work. ``work`` runs in a thread; the others on the window's thread."""

    name: str
    work: Callable[[Step], T]
    done: Callable[[T], object]
    failed: Callable[[AppError], object] | None = None
    cancelled: Callable[[], object] | None = None
    is_cancelled: bool = False


class Jobs(QObject):
    """Runs jobs one after another. ``progressed`` gives ``Progress``; ``idle`` tells that nothing runs or waits."""

    started = Signal(str)
    progressed = Signal(object)
    idle = Signal()
    _ended = Signal(object, object, object)

    def __init__(self, tell: Callable[[AppError], object], executor: Executor | None = None) -> None:
        super().__init__()
        self._tell = tell
        self._executor = executor or ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._waiting: list[Job[object]] = []
        self._reporting = False
        self._over = False
        self._running: Future[None] | None = None
        self._ended.connect(self._end)

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return bool(self._waiting)

    def start(self, job: Job[T]) -> None:
        """Run a job when those before it have ended."""
        self._waiting.append(job)  # type: ignore[arg-type]  # a list of jobs of any result
        if len(self._waiting) == 1 and not self._reporting:
            self._run(self._waiting[0])

    def cancel(self) -> None:
        """Ask the job that runs to stop at its next step; those that wait then go on."""
        for job in self._waiting[:1]:
            job.is_cancelled = True

    def cancel_all(self) -> None:
        """Ask every job to stop, those too that wait."""
        for job in self._waiting:
            job.is_cancelled = True

    def finish(self, patience: float = _PATIENCE) -> None:
        """Cancel all before the process ends, and tell nobody of it. What hangs is waited for ``patience`` seconds.

        A job writes beside a file and renames last, so that one cut off by the end of the process leaves nothing half.
        """
        self._over = True
        self.cancel_all()
        self._executor.shutdown(wait=False, cancel_futures=True)
        if self._running is not None:
            wait([self._running], patience)

    def _run(self, job: Job[object]) -> None:
        self.started.emit(job.name)

        def step(done: int, total: int, label: str) -> None:
            if job.is_cancelled:
                raise CancelledError
            self.progressed.emit(Progress(job.name, done, total, label))

        def run() -> None:
            result: object = None
            error: BaseException | None = None
            try:
                step(0, 1, "Starting")
                result = job.work(step)
            except BaseException as problem:
                error = problem
            self._ended.emit(job, result, error)

        self._running = self._executor.submit(run)

    def _end(self, job: Job[object], result: object, error: BaseException | None) -> None:
        if self._over:
            return
        self._waiting.remove(job)
        self._reporting = True  # a job that is started by the report is run below, once
        try:
            self._report(job, result, error)
        finally:
            self._reporting = False
            if self._waiting:
                self._run(self._waiting[0])
            else:
                self.idle.emit()

    def _report(self, job: Job[object], result: object, error: BaseException | None) -> None:
        if error is None:
            job.done(result)
        elif isinstance(error, CancelledError):
            if job.cancelled:
                job.cancelled()
        elif isinstance(error, AppError):
            _log.info("job %s: %s", job.name, error.code)
            if job.failed:
                job.failed(error)
            else:
                self._tell(error)
        else:
            raise error
