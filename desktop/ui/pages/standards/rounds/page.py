# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Sign-off and rounds: the newest round, the start of the next, and all there were."""

from functools import partial

from desktop.models.prints import ListPrint
from desktop.services.desk import Desk
from desktop.services.place_words import INDICATORS, ROUNDS
from desktop.services.rounds.round_line import RoundLine
from desktop.services.rounds.trustees import draw_trustees_pdf
from desktop.services.targets import Place, Target
from desktop.ui.infra.page import Page, Tools
from desktop.ui.infra.printout import Printout
from desktop.ui.pages.standards.rounds.next_round import NextRound
from desktop.ui.pages.standards.rounds.this_round import ThisRound
from desktop.ui.pages.standards.rounds.versions_card import VersionsCard
from desktop.ui.pages.standards.rounds.words import COLUMNS, printed, round_rows
from desktop.ui.widgets.boxes import column, plain, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty import EmptyPlace
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import heading


class RoundsPage(Page):
    """Two cards and the list; empty before the first round."""

    place = Place.STANDARDS.value
    title = "Sign-off and rounds"
    tables = frozenset(
        {"answer", "assessment", "second_reading", "sign_off", "evidence_link", "evidence_item", "service", "action"}
        | {"catalogue_version", "service_answer", "organisation", "meta"}
    )

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(tools)
        self.setObjectName("page-rounds")
        self._rounds = desk.rounds
        self._lines: tuple[RoundLine, ...] = ()
        self._this = ThisRound(desk.rounds, tools, self._print_page)
        self._next = NextRound(desk.rounds.starting, tools, desk.charity.at_work, self._begun)
        self._table = DataTable(COLUMNS, "All rounds", lines=2, grow=True, whole=True)
        self._table.setObjectName("rounds-list")
        self._versions = VersionsCard(desk.rounds.versions, tools)
        parts = (self._this, self._next, heading("All rounds", "h3"), self._table, self._versions)
        self._parts = scrolling(plain(column(*parts, None, gap=16)))
        go = button("To the indicators", "rounds-to-indicators", self._to_indicators, kind="primary")
        sentence = (
            "Start with the indicators. Here the trustees sign off what you say there, and each year begins anew."
        )
        self._empty = EmptyPlace("clipboard-check", "No assessment yet", sentence, go)
        self.setLayout(column((self._parts, 1), (self._empty, 1), margins=(24, 2, 10, 14)))

    def refresh(self) -> None:
        """Read every round anew."""
        self._lines = self._rounds.all()
        self._parts.setVisible(bool(self._lines))
        self._empty.setHidden(bool(self._lines))
        preview = self._rounds.starting.preview()
        if self._lines and preview is not None:
            self._this.show_round(self._lines[0])
            self._next.show_preview(preview, self._lines[0].assessment.dated)
            self._table.show_rows(round_rows(self._lines))
            self._versions.show_versions()
        self.header_changed.emit()

    def show_target(self, target: Target) -> None:  # noqa: ARG002 - it is this page
        """The focus goes to the first act."""
        if self._lines:
            self._this.begin()

    def where(self) -> Target:
        """This page."""
        return Target(Place.STANDARDS, ROUNDS)

    def subtitle(self) -> str:
        """How the newest stands."""
        return self._lines[0].words if self._lines else ""

    def listing(self) -> ListPrint | None:
        """All rounds."""
        return printed(self._lines) if self._lines else None

    def arrange(self, em: float) -> None:
        """Fit the width."""
        self._this.arrange(em)

    def leave(self) -> None:
        """Keep what is half filled in."""
        self._this.leave()

    def _begun(self) -> None:
        self.tools.go(Target(Place.STANDARDS, INDICATORS))
        self.tools.messages.done("The new assessment has begun. Ctrl+Z takes it back.")

    def _to_indicators(self) -> None:
        self.tools.go(Target(Place.STANDARDS, INDICATORS))

    def _print_page(self) -> None:
        """The trustees' page, as the round stands."""
        page = self._rounds.trustees_page.capture()
        if page is not None:
            self.tools.print_out(Printout("Self-assessment for the trustees", partial(draw_trustees_pdf, page)))
