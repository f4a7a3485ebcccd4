# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The result of a check: the answer, the three plain answers, what was checked, and what it does not tell."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.verdict import Outcome
from desktop.preview.plain_text import made_visible
from desktop.services.checked_pack import CheckedPack
from desktop.ui.checking.answers import Answers, VerdictCard
from desktop.ui.checking.comparing import Comparing
from desktop.ui.theme import picture, sp
from desktop.ui.widgets.boxes import BAR_ROOM, box, clear, column, plain, put, row, rule
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import heading, words
from desktop.ui.widgets.words_shown import shown

_BESIDE_EM = 60
_BODY_PX = 15
_COMPARED_AND_OTHER = "You compared the fingerprint, and it is not the one the charity gave you. Tell the charity."


@dataclass(frozen=True, slots=True)
class ResultActs:
    """What the buttons of a result do."""

    another: Callable[[], object]
    add: Callable[[], object]
    remember: Callable[[CheckedPack, str], object]


class Result(QWidget):
    """Shows a checked pack."""

    def __init__(self, acts: ResultActs) -> None:
        super().__init__()
        self.setObjectName("check-result")
        self._acts = acts
        self._checked: CheckedPack | None = None
        self._refused = False
        self._verdict = VerdictCard()
        copy = button("Copy this result", "check-copy", self._copy, icon_name="copy")
        put(self._verdict.ways, copy)
        self._answers = Answers()
        self._comparing = Comparing(self._remember, self._refuse)
        self._answers.below.addWidget(self._comparing)
        self._side = QVBoxLayout()
        self._side.setSpacing(sp(6))
        side = box(column(self._side, None, gap=0, margins=(18, 14, 18, 14)))
        self._both: QBoxLayout = QHBoxLayout()
        self._both.setSpacing(sp(16))
        put(self._both, (plain(column(self._answers, None)), 7), (plain(column(side, None)), 3))
        self.setLayout(column(self._verdict, self._both, None, gap=16, margins=(48, 16, 48, 20)))

    def show_result(self, checked: CheckedPack) -> None:
        """Show what was found."""
        self._checked, self._refused = checked, False
        self._verdict.show_verdict(checked.outcome, checked.heading, checked.sentence)
        self._answers.show_answers(checked)
        self._comparing.show_pack(checked)
        self._show_side(checked)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """What was checked stands beside the answers, or under them where it is narrow."""
        super().resizeEvent(event)
        beside = event.size().width() / sp(_BODY_PX) >= _BESIDE_EM
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._verdict.stand(narrow=not beside)
        room = sp(48 if beside else 20)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(room, sp(16), room - sp(BAR_ROOM), sp(20))

    def _show_side(self, checked: CheckedPack) -> None:
        clear(self._side)
        put(self._side, heading("What was checked", "h3"))
        for file in checked.files:
            icon_name = "file-check" if file.name.lower().endswith(".pdf") else "folder-open"
            told = column(
                words(shown(file.name), "body", 600, wrap=True), words(file.words, "small", tone="soft"), gap=0
            )
            put(self._side, plain(row(picture(icon_name, "soft", 18), (plain(told), 1), gap=10)))
        for finding in checked.findings:
            put(self._side, words(shown(finding), wrap=True))
        another = button("Check another", "check-another", self._acts.another, icon_name="upload")
        put(self._side, 4, another)
        if _lacks_zip(checked):
            put(self._side, button("Add its ZIP", "check-add", self._acts.add, icon_name="plus"))
        put(self._side, 6, rule(), 4, heading("What this does not tell you", "h3"))
        for line in checked.not_told:
            put(self._side, words(line, wrap=True))

    def _copy(self) -> None:
        if self._checked is not None:
            refused = f"Do not rely on this pack\n{_COMPARED_AND_OTHER}\n\n" if self._refused else ""
            QGuiApplication.clipboard().setText(refused + made_visible(self._checked.as_text()))

    def _remember(self, how: str) -> None:
        if self._checked is not None:
            self._acts.remember(self._checked, how)

    def _refuse(self) -> None:
        self._refused = True
        self._verdict.show_verdict(Outcome.ALTERED, "Do not rely on this pack", _COMPARED_AND_OTHER)
        self._comparing.close_question()


def _lacks_zip(checked: CheckedPack) -> bool:
    """Whether a ZIP that was not given could still change the answer."""
    if checked.outcome in {Outcome.ALTERED, Outcome.UNREADABLE}:
        return False
    given = any(file.name.lower().endswith(".zip") for file in checked.files)
    return not given or checked.answers[0].mark is not Outcome.GENUINE
