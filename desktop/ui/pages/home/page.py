# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Home: what needs me today? The next step, the seven standards, what falls due, what is kept in order."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from desktop.services.assessment_views import StandardView
from desktop.services.next_step import NextStep, StepKind
from desktop.services.overview import HomeView, Overview
from desktop.services.targets import Place, Target
from desktop.ui.infra.low import is_low
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.home.due_card import DueCard
from desktop.ui.pages.home.kept_card import KeptCard
from desktop.ui.pages.home.next_step_card import NextStepCard
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import column, plain, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.fold import Fold, FoldPanel
from desktop.ui.widgets.text import words

_TWO_COLUMNS_EM = 60
_HEAD_EM = 48
_STANDARDS, _STANDARDS_SO_FAR = "The seven standards", "The seven standards so far"
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HomePage(Page):
    """The first place after unlocking."""

    place = Place.HOME.value
    title = "Home"
    tables = frozenset(
        {
            "answer",
            "assessment",
            "action",
            "evidence_item",
            "evidence_link",
            "person",
            "person_role",
            "training_record",
            "supervision_session",
            "supervision_rule",
            "recruitment_check",
            "hours_entry",
            "booking",
            "course",
            "organisation",
            "service",
            "meta",
            "pack",
        }
    )

    def __init__(self, overview: Overview, tools: Tools) -> None:
        super().__init__(tools)
        self._overview = overview
        self._view: HomeView | None = None
        self._next = NextStepCard(self._take)
        self._round = words("", "small", tone="soft", wrap=True)
        self._standards = words(_STANDARDS, "h2", 700)
        self._how = button("How was this worked out?", "how-worked-out", self._open_working, kind="link")
        self._fold = Fold([])
        self._fold.opened.connect(lambda number: tools.go(Target(Place.STANDARDS, str(number))))
        self._due = DueCard(tools.go)
        self._kept = KeptCard(tools.go)
        self._head: QBoxLayout = QHBoxLayout()
        self._lower: QBoxLayout = QHBoxLayout()
        self._build()

    def refresh(self) -> None:
        """Read what needs doing, and show it."""
        view = self._overview.view()
        self._view = view
        self.title = view.greeting
        self._next.show_step(view.next_step)
        self._round.setText(view.round_words)
        self._round.setVisible(view.assessment is not None)
        self._how.setVisible(view.assessment is not None)
        self._fold.setVisible(view.assessment is not None)
        self._standards.setVisible(view.assessment is not None)
        if view.assessment is not None:
            self._standards.setText(_STANDARDS_SO_FAR if view.assessment.is_open else _STANDARDS)
            self._fold.show_panels([_panel(standard) for standard in view.assessment.standards])
        self._due.show_due(view.due, self.tools.today())
        self._kept.show_facts(view.kept)

    def subtitle(self) -> str:
        """The day, and whose workbook this is."""
        if self._view is None:
            return ""
        return " · ".join(filter(None, (self._view.day, self._view.charity)))

    def arrange(self, em: float) -> None:
        """Two columns below the fold where there is room, else one under the other; less of a picture when low."""
        low, wide, head_wide = is_low(self), em >= _TWO_COLUMNS_EM, em >= _HEAD_EM
        self._lower.setDirection(_direction(wide=wide))
        self._head.setDirection(_direction(wide=head_wide))
        self._kept.setMaximumWidth(sp(330) if wide else 16_777_215)
        self._round.setAlignment(_RIGHT if head_wide else _LEFT)
        self._fold.stand(low=low)
        self._due.stand(low=low)
        self._next.stand(narrow=em < 40)

    def _build(self) -> None:
        self._lower.setSpacing(sp(16))
        self._lower.addWidget(self._due, 1)
        self._lower.addWidget(self._kept)
        self._head.setSpacing(sp(10))
        for layout in (self._head, self._lower):
            layout.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(self._standards)
        self._head.addWidget(self._round, 1)
        self._head.addWidget(self._how)
        head = plain(self._head)
        inside = plain(
            column(self._next, 6, head, self._fold, 2, plain(self._lower), None, gap=8, margins=(24, 2, 10, 14))
        )
        area = scrolling(inside)
        self.setLayout(column(area))

    def _take(self, step: NextStep) -> None:
        """Go where it leads; the first assessment is started on the way, so that one press is enough."""
        if step.kind is StepKind.ASSESSMENT and self._overview.start_assessment():
            self.tools.go(Target(Place.STANDARDS, "begin"))
        else:
            self.tools.go(step.target)

    def _open_working(self) -> None:
        self.tools.go(Target(Place.STANDARDS, "working"))


def _direction(*, wide: bool) -> QBoxLayout.Direction:
    return QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom


def _panel(standard: StandardView) -> FoldPanel:
    return FoldPanel(
        number=standard.number,
        name=standard.short_name,
        full_title=standard.title,
        state_name=standard.state_name,
        answered_words=standard.answered_words,
        accessible=standard.spoken,
        words=standard.state_words,
    )
