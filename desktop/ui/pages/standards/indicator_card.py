# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The card of one indicator: the question, the judgement, our words, what it counts as, the evidence, the actions."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from desktop.models.dates import long_date
from desktop.services.indicator_views import IndicatorView
from desktop.services.place_words import ROUNDS, six_target
from desktop.services.targets import Place, Target
from desktop.ui.pages.standards.action_rows import ActionRows
from desktop.ui.pages.standards.by_service import ByService
from desktop.ui.pages.standards.counted import Counted
from desktop.ui.pages.standards.evidence_rows import EvidenceRows
from desktop.ui.pages.standards.judging import Judging
from desktop.ui.pages.standards.narrative import Narrative
from desktop.ui.pages.standards.question import Question
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import box, clear, column, row, rule
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.given import files_in
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import words

_ROUNDS = Target(Place.STANDARDS, ROUNDS)


class IndicatorCard(QFrame):
    """Puts the parts together. ``dropped`` gives the files that a person dropped on it.

    ``go`` leads to a figure or to the sign-off; ``still_holds`` confirms an answer that was carried over;
    ``show_history`` tells what became of it.
    """

    dropped = Signal(list)

    def __init__(
        self,
        question: Question,
        judging: Judging,
        by_service: ByService,
        narrative: Narrative,
        counted: Counted,
        evidence: EvidenceRows,
        actions: ActionRows,
        go: Callable[[Target], object],
        still_holds: Callable[[], object],
        show_history: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("indicator-card")
        self.setAcceptDrops(True)
        self._parts: Sequence[Callable[[IndicatorView], object]] = (
            question.show_view,
            judging.show_view,
            by_service.show_view,
            narrative.show_view,
            counted.show_view,
            evidence.show_view,
            actions.show_view,
            self._tell,
        )
        self._rows, self._go, self._still_holds = (evidence, actions), go, still_holds
        self._told = QVBoxLayout()
        self._told.setSpacing(sp(4))
        self._said: tuple[object, ...] = ()
        history = button("History", "indicator-history", show_history, kind="linkic", icon_name="history")
        parts = (
            question,
            judging,
            by_service,
            self._told,
            narrative,
            counted,
            evidence,
            rule(),
            actions,
            rule(),
            row(history, None),
        )
        self.setLayout(column(*parts, None, gap=10, margins=(16, 10, 16, 10)))

    def show_view(self, view: IndicatorView) -> None:
        """Show one indicator in every part."""
        for show in self._parts:
            show(view)

    def stand(self, *, narrow: bool) -> None:
        """One part of a row under another where it is narrow."""
        for rows in self._rows:
            rows.stand(narrow=narrow)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's own name
        """Files may be dropped here; adding by key or button does the same."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's own name
        """Files were dropped."""
        paths = list(files_in(event.mimeData()))
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _tell(self, view: IndicatorView) -> None:
        """That it is signed off or carried over, the workforce figure with the way to who and why, and warnings."""
        said = (view.indicator.id, view.signed_off, view.carried, view.figure, view.warnings)
        if said == self._said:
            return
        self._said = said
        clear(self._told)
        if view.signed_off is not None:
            sentence = f"Signed off on {long_date(view.signed_off)}. Nothing here changes unless it is reopened."
            rounds = button("Sign-off and rounds", "to-rounds", lambda: self._go(_ROUNDS), kind="link")
            self._told.addWidget(_well("done", sentence, rounds))
        elif view.carried is not None:
            holds = button("It still holds", "still-holds", self._still_holds)
            self._told.addWidget(_well("due", view.carried.sentence, holds))
        if view.figure:
            target = six_target(view.indicator.id)
            why = button("Who and why", "figure-who-and-why", lambda: self._go(target), kind="link")
            self._told.addWidget(_well("later", view.figure, why))
        for sentence in view.warnings:
            self._told.addWidget(_well("due", sentence))


def _well(state_name: str, sentence: str, *acts: QPushButton) -> QFrame:
    mark, told = Mark(state_name, 18, ground="sunken"), words(sentence, wrap=True)
    return box(row(mark, (told, 1), *acts, gap=10, margins=(12, 8, 12, 8)), "well")
