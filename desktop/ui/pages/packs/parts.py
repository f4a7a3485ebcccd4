# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The list of packs and the steps of making one. Each is made when it is first shown, or before in a quiet turn."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from desktop.services.charity import Charity
from desktop.services.packing import Packing
from desktop.services.signing_desk import SigningDesk
from desktop.services.targets import Place, Target
from desktop.ui.checking.progress import ProgressCard
from desktop.ui.infra.page import Tools
from desktop.ui.pages.packs.made_list import MadeList
from desktop.ui.pages.packs.made_part import MadePart
from desktop.ui.pages.packs.making import DRAWING, SIGNING, Making, Stage
from desktop.ui.pages.packs.reading import Reading
from desktop.ui.pages.packs.sign_part import SignPart
from desktop.ui.pages.packs.step_head import StepHead
from desktop.ui.pages.packs.what_goes_in import Ways, WhatGoesIn
from desktop.ui.widgets.boxes import column, plain, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty import EmptyPlace
from desktop.ui.widgets.later import later


@dataclass(frozen=True, slots=True)
class Sources:
    """What the parts show, and lend from."""

    packing: Packing
    signing: SigningDesk
    charity: Charity
    making: Making
    tools: Tools


@dataclass(frozen=True, slots=True)
class Acts:
    """What the buttons of the parts do that concerns more than one of them."""

    begin: Callable[[], object]
    to_list: Callable[[], object]
    give_up: Callable[[], object]
    finish: Callable[[], object]


class Parts(QStackedWidget):
    """One is shown at a time. ``began`` when the first page to read is there."""

    began = Signal()

    def __init__(self, sources: Sources, acts: Acts) -> None:
        super().__init__()
        self._sources, self._acts = sources, acts
        self._em = 0.0
        self._made: dict[Stage | None, QWidget] = {}
        self.part(None)
        later(self, self._make_one_more)

    @cached_property
    def list(self) -> MadeList:
        """The packs made so far."""
        tools = self._sources.tools
        return MadeList(self._sources.making, tools.messages, self._acts.begin, tools.check_pack)

    @cached_property
    def choose(self) -> WhatGoesIn:
        """Step 1."""
        one = self._sources
        return WhatGoesIn(one.packing, one.signing, one.making, one.tools, Ways(self._acts.to_list, self._acts.give_up))

    @cached_property
    def reading(self) -> Reading:
        """Step 2."""
        made = Reading(self._sources.packing, self._sources.making, self._back_to(Stage.CHOOSING))
        made.began.connect(self.began)
        return made

    @cached_property
    def sign(self) -> SignPart:
        """Step 3."""
        one = self._sources
        ways = self._back_to(Stage.READING)
        return SignPart(one.packing, one.signing, one.making, one.charity.at_work, one.tools, ways)

    @cached_property
    def done(self) -> MadePart:
        """The pack is made."""
        return MadePart(self._sources.packing, self._sources.tools.messages, self._acts.finish)

    @cached_property
    def no_round(self) -> EmptyPlace:
        """There is no assessment that a pack could show."""
        go = partial(self._sources.tools.go, Target(Place.STANDARDS))
        made = EmptyPlace(
            "clipboard-check",
            "No assessment yet",
            "A pack shows an assessment. Begin one under Standards, and answer what you can.",
            button("Go to Standards", "pack-go-standards", go, kind="primary"),
        )
        self.addWidget(made)
        return made

    def has(self, stage: Stage) -> bool:
        """Whether the part of a step is made."""
        return stage in self._made

    def part(self, stage: Stage | None) -> QWidget:
        """The part of a step (None: the list), made if it is not there yet."""
        if stage not in self._made:
            makes: dict[Stage | None, Callable[[], QWidget]] = {
                None: lambda: scrolling(self.list),
                Stage.CHOOSING: lambda: scrolling(self.choose),
                Stage.DRAWING: lambda: self._under_way(Stage.DRAWING, DRAWING),
                Stage.READING: lambda: scrolling(self.reading),
                Stage.TO_SIGN: lambda: scrolling(self.sign),
                Stage.SIGNING: lambda: self._under_way(Stage.SIGNING, SIGNING),
                Stage.DONE: lambda: scrolling(self.done),
            }
            self._made[stage] = makes[stage]()
            self.addWidget(self._made[stage])
            self._fit(stage)
        return self._made[stage]

    def show_part(self, stage: Stage | None) -> None:
        """Show a step, or the list."""
        self.setCurrentWidget(self.part(stage))

    def to_top(self, stage: Stage) -> None:
        """Scroll a step to where it begins."""
        if isinstance(part := self.part(stage), QScrollArea):
            part.verticalScrollBar().setValue(0)

    def arrange(self, em: float) -> None:
        """Each part fits the width by itself."""
        self._em = em
        for stage in self._made:
            self._fit(stage)

    def _fit(self, stage: Stage | None) -> None:
        if stage is Stage.CHOOSING:
            self.choose.arrange(self._em)
        elif stage is Stage.READING:
            self.reading.arrange(self._em)
        elif stage is Stage.DONE:
            self.done.arrange(self._em)

    def _make_one_more(self) -> None:
        stage = next((each for each in Stage if each not in self._made), None)
        if stage is not None:
            self.part(stage)
            later(self, self._make_one_more)

    def _back_to(self, stage: Stage) -> Ways:
        return Ways(partial(self._sources.making.go_to, stage), self._acts.give_up)

    def _under_way(self, stage: Stage, job: str) -> QWidget:
        making, step = self._sources.making, stage.step
        head = StepHead(step, "All packs", self._acts.to_list, self._acts.give_up, running=True)
        progress = ProgressCard(job, job, self._sources.tools.jobs, making.cancel, f"progress-{step}")
        return plain(column(head, progress, None, gap=12, margins=(24, 2, 24, 14)))
