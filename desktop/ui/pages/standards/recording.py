# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is recorded of an indicator at once. What was not saved is not left standing as if it were."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from desktop.models.errors import AppError
from desktop.models.records import Judgement, Strength, WorkStatus
from desktop.services.assessing import Assessing


class Recording:
    """Each act first saves the words; when it fails, ``show_recorded`` shows what is recorded again."""

    def __init__(
        self,
        assessing: Assessing,
        here: Callable[[], str],
        save_words: Callable[[], object],
        show_recorded: Callable[[], object],
    ) -> None:
        self._assessing = assessing
        self._here, self._save_words = here, save_words
        self._show_recorded = show_recorded

    def judge(self, judgement: Judgement) -> None:
        """Record a judgement of the indicator shown."""
        with self._as_recorded():
            self._save_words()
            self._assessing.judge(self._here(), judgement)

    def judge_for(self, service_id: str, judgement: Judgement | None) -> None:
        """Record what is said of the indicator shown for one service."""
        with self._as_recorded():
            self._assessing.judge_for(self._here(), service_id, judgement)

    def not_applicable(self) -> None:
        """Record that the indicator shown does not apply."""
        with self._as_recorded():
            self._save_words()
            self._assessing.mark_not_applicable(self._here())

    def still_holds(self) -> None:
        """Record that an answer carried over holds for the question as it is asked now."""
        with self._as_recorded():
            self._save_words()
            self._assessing.confirm_carried(self._here())

    def tick_kind(self, kind: str, there: bool) -> None:
        """Record that a kind of evidence is there, or is not."""
        with self._as_recorded():
            self._assessing.tick_kind(self._here(), kind, there=there)

    def set_work(self, work: WorkStatus) -> None:
        """Record how far the work on the indicator shown is."""
        with self._as_recorded():
            self._assessing.set_work(self._here(), work)

    def set_strength(self, link_id: str, strength: Strength) -> None:
        """Record how strong a piece of evidence is here."""
        with self._as_recorded():
            self._assessing.set_strength(link_id, strength)

    @contextmanager
    def _as_recorded(self) -> Iterator[None]:
        try:
            yield
        except AppError:
            self._show_recorded()
            raise
