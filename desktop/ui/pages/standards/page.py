# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Standards: how well is this in place, and what shows it? The tree, one standard, one indicator."""

from collections.abc import Sequence
from functools import cached_property, partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget

from desktop.models.errors import AppError
from desktop.models.prints import ListPrint
from desktop.services.action_plan import ActionPlan
from desktop.services.assessing import Assessing
from desktop.services.assessment_views import AssessmentView
from desktop.services.charity import Charity
from desktop.services.indicator_views import IndicatorView
from desktop.services.library import Library
from desktop.services.rounds.rounds import Rounds
from desktop.services.story import Story
from desktop.services.targets import Place, Target
from desktop.ui.forms.history_dialog import HistoryDialog
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.standards.action_rows import ActionActs, ActionRows
from desktop.ui.pages.standards.adding import Adding
from desktop.ui.pages.standards.alone import AloneBar
from desktop.ui.pages.standards.by_service import ByService
from desktop.ui.pages.standards.counted import Counted
from desktop.ui.pages.standards.evidence_row import EvidenceActs
from desktop.ui.pages.standards.evidence_rows import EvidenceRows
from desktop.ui.pages.standards.indicator_card import IndicatorCard
from desktop.ui.pages.standards.judging import Judging
from desktop.ui.pages.standards.link_chooser import LinkChooser
from desktop.ui.pages.standards.listed import listed
from desktop.ui.pages.standards.narrative import Narrative
from desktop.ui.pages.standards.panes import PICKER_ACROSS_EM, Panes
from desktop.ui.pages.standards.question import Question
from desktop.ui.pages.standards.recording import Recording
from desktop.ui.pages.standards.standard_card import StandardCard
from desktop.ui.pages.standards.start_card import StartCard
from desktop.ui.pages.standards.tree import StandardsTree
from desktop.ui.pages.standards.working_panel import WorkingPanel
from desktop.ui.widgets.boxes import column, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.later import later

_FIRST = "1.1"


class StandardsPage(Page):
    """The heart of the app."""

    place = Place.STANDARDS.value
    title = "Standards"
    tables = frozenset(
        {
            "answer",
            "assessment",
            "action",
            "evidence_item",
            "evidence_link",
            "service_answer",
            "second_reading",
            "sign_off",
            "service",
            "person",
            "training_record",
            "supervision_session",
            "person_role",
        }
    )

    def __init__(
        self,
        assessing: Assessing,
        plan: ActionPlan,
        library: Library,
        charity: Charity,
        rounds: Rounds,
        story: Story,
        tools: Tools,
    ) -> None:
        super().__init__(tools)
        self._assessing, self._library, self._rounds, self._story = assessing, library, rounds, story
        self._view: AssessmentView | None = None
        self._here: IndicatorView | None = None
        self._indicator_id = _FIRST
        self._adding = Adding(library, tools, lambda: self._indicator_id)
        self._tree = StandardsTree()
        self._tree.chosen.connect(self._walk_to)
        self._tree.clicked_on.connect(self._choose)
        self._tree.entered.connect(self._enter)
        self._standard = StandardCard(self.open_working)
        self._working = WorkingPanel(self._choose, self._close_working)
        self._narrative = Narrative(assessing.write, tools.drafts.keep_draft)
        self._recording = Recording(
            assessing, lambda: self._indicator_id, self._narrative.save, show_recorded=self._show_recorded
        )
        self._judging = Judging(
            self._recording.judge, self._not_applicable, self._recording.set_work, single_keys=tools.single_keys
        )
        self._counted = Counted(self._confirm)
        self._judging.picker.written.connect(self._narrative.write_on)
        self._actions = ActionRows(plan, tools, ActionActs(self._open_action, charity.at_work))
        self._evidence = EvidenceRows(
            EvidenceActs(
                lambda item_id: tools.go(Target(Place.EVIDENCE, item_id)),
                assessing.unlink,
                self._recording.set_strength,
                self._adding.choose,
                self._link_one,
            )
        )
        self._question = Question(self.step, self._recording.tick_kind)
        self._card = IndicatorCard(
            self._question,
            self._judging,
            ByService(self._recording.judge_for),
            self._narrative,
            self._counted,
            self._evidence,
            self._actions,
            tools.go,
            self._recording.still_holds,
            self._show_history,
        )
        self._card.dropped.connect(self._adding.add)
        self._charity = charity
        self._pages = QStackedWidget()
        self._panes = Panes(self._tree, self._standard, self._card, self._working, self._show_tree)
        self._pages.addWidget(self._panes)
        self._alone = AloneBar(self._gone_through, self._turn_alone)
        self._alone.hide()
        self.setLayout(column(self._alone, (self._pages, 1), gap=6, margins=(24, 2, 6, 12)))
        self._add_keys()

    def refresh(self) -> None:
        """Read how everything stands."""
        self._view = self._assessing.view()
        if self._view is None:
            self._start.begin()
            self._pages.setCurrentIndex(1)
            return
        self._pages.setCurrentIndex(0)
        self._tree.show_view(self._view)
        if not self._is_asked(self._indicator_id):  # this assessment answers another version
            self._indicator_id = self._tree.first_of(1)
        self._show_indicator()

    def show_target(self, target: Target) -> None:
        """An indicator '5.5', a standard '5', 'working', or 'begin' for the first judgement."""
        if self._view is None:
            return
        if target.id == "working":
            self.open_working()
        elif target.id == "begin":
            later(self, self._judging.picker.take_focus)  # it is seen in the next turn
        elif target.id.isdecimal():
            self._choose(self._tree.first_of(int(target.id)))
        elif self._is_asked(target.id):
            self._choose(target.id)

    def where(self) -> Target:
        """The indicator that is shown."""
        return Target(Place(self.place), self._indicator_id)

    def subtitle(self) -> str:
        """Which assessment, and how much is answered."""
        if self._view is None:
            return ""
        return self._view.sentence

    def arrange(self, em: float) -> None:
        """Tree and card side by side, or one at a time."""
        self._panes.arrange(em)
        self._question.show_steps(shown=em >= PICKER_ACROSS_EM)
        self._judging.picker.set_down(em < PICKER_ACROSS_EM)

    def leave(self) -> None:
        """Save what is being typed."""
        self._narrative.save()
        self._actions.leave()

    def listing(self) -> ListPrint | None:
        """Every indicator with how it stands."""
        return listed(self._view, self._assessing) if self._view is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Esc leads back from one at a time."""
        if event.key() == Qt.Key.Key_Escape and self._alone.on:
            self._turn_alone()
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """The indicator before or after."""
        if self._here is not None:
            target = self._neighbour(by)
            if target:
                self._choose(target)
                self._judging.picker.take_focus()

    def header_buttons(self) -> Sequence[QPushButton]:
        """One indicator at a time, for a meeting."""
        if self._view is None or self._alone.on:
            return ()
        return (button("One at a time", "one-at-a-time", self._turn_alone, icon_name="list-checks"),)

    def open_working(self) -> None:
        """Show how the result of this standard was worked out."""
        self._working.show()
        self._show_working()
        self._panes.show_parts()
        self._working.begin()

    @cached_property
    def _start(self) -> StartCard:
        """Made where there is no assessment yet."""
        start = StartCard(self._charity, self._rounds.starting, self.tools.messages, self._begun)
        self._pages.addWidget(scrolling(start))
        return start

    def _add_keys(self) -> None:
        for keys, act in (
            ("Alt+Down", lambda: self.step(1)),
            ("Alt+Up", lambda: self.step(-1)),
            ("Ctrl+E", self._adding.choose),
            ("Ctrl+Shift+A", self._actions.begin),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _is_asked(self, indicator_id: str) -> bool:
        """Whether the assessment has this indicator."""
        standards = self._view.standards if self._view is not None else ()
        return any(line.id == indicator_id for standard in standards for line in standard.lines)

    def _show_indicator(self) -> None:
        assert self._view is not None
        self._here = self._assessing.indicator(self._indicator_id)
        standard = self._view.standards[self._here.standard.number - 1]
        self._tree.select(self._indicator_id)
        self._standard.show_standard(standard)
        self._card.show_view(self._here)
        self._panes.name_standard(standard.number)
        self._alone.show_view(self._view, self._indicator_id)
        self._question.show_ends(before=bool(self._neighbour(-1)), after=bool(self._neighbour(1)))
        if not self._working.isHidden():
            self._show_working()

    def _turn_alone(self) -> None:
        """Show one indicator and nothing beside it, or all as usual."""
        alone = not self._alone.on
        self._alone.setVisible(alone)
        self._panes.stand_alone(alone=alone)
        self._question.stand_alone(alone=alone)
        self.header_changed.emit()
        if self._view is not None:
            self._show_indicator()
        if alone:
            self._alone.begin()
        else:
            self._tree.setFocus()

    def _gone_through(self) -> None:
        """Another set is gone through."""
        if self._view is not None:
            self._alone.show_view(self._view, self._indicator_id)
            self._choose(self._alone.first())

    def _neighbour(self, by: int) -> str:
        """The indicator before or after, of those that are gone through; '' at the ends."""
        if self._here is None:
            return ""
        return self._alone.neighbour(by) if self._alone.on else (self._here.next if by > 0 else self._here.previous)

    def _show_working(self) -> None:
        if self._view is not None and self._here is not None:
            self._working.show_standard(self._view.standards[self._here.standard.number - 1])

    def _close_working(self) -> None:
        self._working.hide()
        self._panes.show_parts()
        self._judging.picker.take_focus()

    def _walk_to(self, indicator_id: str) -> None:
        """Moved to in the tree: shown beside it, and where there is no room beside it the tree stays."""
        self._choose(indicator_id, stay=self._panes.in_tree)

    def _choose(self, indicator_id: str, *, stay: bool = False) -> None:
        if indicator_id != self._indicator_id:
            self.leave()
            self._indicator_id = indicator_id
            self._panes.to_top()
        self._panes.show_card(stay=stay)
        if self._view is not None:
            self._show_indicator()

    def _enter(self, indicator_id: str) -> None:
        self._choose(indicator_id)
        self._judging.picker.take_focus()

    def _show_tree(self) -> None:
        self._panes.show_tree()
        self._tree.setFocus()

    def _not_applicable(self) -> None:
        self._recording.not_applicable()
        self._narrative.begin()

    def _show_recorded(self) -> None:
        """After a save that failed: not what was pressed, but what is recorded."""
        self._evidence.forget()
        self._show_indicator()

    def _confirm(self, by: str) -> None:
        self._narrative.save()
        try:
            self._assessing.confirm_not_applicable(self._indicator_id, by)
        except AppError as error:
            self._counted.show_problem(error.brief)

    def _show_history(self) -> None:
        if self._here is None:
            return
        self.leave()
        answer, number = self._here.answer, self._here.indicator.number
        restore = partial(self._assessing.write, self._indicator_id) if self._here.signed_off is None else None
        lines = self._story.of_answer(answer.id)
        HistoryDialog(self, f"History of {number}", lines, answer.narrative, restore).open()

    def _link_one(self) -> None:
        if self._here is not None:
            link = partial(self._assessing.link, self._indicator_id)
            LinkChooser(self, self._here.indicator.number, self._library, link).open()

    def _open_action(self, action_id: str) -> None:
        self.tools.go(Target(Place.DUE, action_id))

    def _begun(self) -> None:
        """The assessment is started."""
        self.refresh()
        self.header_changed.emit()
        self._judging.picker.take_focus()
