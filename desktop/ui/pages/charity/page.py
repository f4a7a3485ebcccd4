# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Our charity: who are we, what do we run, and how is it kept safe?"""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QPushButton, QScrollArea, QStackedWidget

from desktop.models.changes import Changes
from desktop.models.errors import AppError
from desktop.services.desk import Desk
from desktop.services.targets import Place, Target
from desktop.ui.forms.recovery_sheet_form import RecoverySheet
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.charity.about_workbook import AboutSection
from desktop.ui.pages.charity.at_work import AtWorkSection
from desktop.ui.pages.charity.backups import BackupsSection
from desktop.ui.pages.charity.details import DetailsSection
from desktop.ui.pages.charity.diversity import DiversitySection
from desktop.ui.pages.charity.language import LanguageSection
from desktop.ui.pages.charity.look import LookSection
from desktop.ui.pages.charity.passphrase import PassphraseSection
from desktop.ui.pages.charity.section import Section
from desktop.ui.pages.charity.services import ServicesSection
from desktop.ui.pages.charity.signing import SigningSection
from desktop.ui.pages.charity.workbooks import WorkbooksSection
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import column, plain, row, scrolling
from desktop.ui.widgets.buttons import button

_BESIDE_EM = 48
_FIRST = ("details", "services", "at-work", "diversity", "signing", "backups", "keys")
_ORDER = (*_FIRST, "workbooks", "look", "language", "about")


class CharityPage(Page):
    """A list of sections on the left, the one that is chosen on the right; one at a time where it is narrow."""

    place = Place.CHARITY.value
    title = "Our charity"

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(tools)
        self._desk = desk
        self._em = 70.0
        self._listed = False
        self._sections: dict[str, Section] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._makers = self._all_makers()
        self._shown = next(iter(self._makers))
        self._group = QButtonGroup(self)
        self._buttons = {name: self._button(name, title) for name, (title, _make) in self._makers.items()}
        inside = plain(column(*self._buttons.values(), None, gap=2))
        self._list = scrolling(inside)
        self._list.setObjectName("charity-sections")
        self._stack = QStackedWidget()
        self._back = button(
            "All of Our charity", "charity-back", self._show_list, kind="linkic", icon_name="arrow-left"
        )
        right = plain(column(self._back, (self._stack, 1), gap=6))
        self._right = right
        self.setLayout(row(self._list, (right, 1), gap=2, margins=(24, 2, 5, 14)))

    def refresh(self) -> None:
        """Read the section that is shown."""
        self._open(self._shown)

    def show_target(self, target: Target) -> None:
        """Show a section."""
        if target.id in self._makers:
            self._choose(target.id)

    def where(self) -> Target:
        """The section that is shown."""
        return Target(Place(self.place), self._shown)

    def subtitle(self) -> str:
        """The name of the charity."""
        found = self._desk.charity.organisation()
        return found.name if found else ""

    def arrange(self, em: float) -> None:
        """List and section side by side, or one at a time."""
        self._em = em
        beside = em >= _BESIDE_EM
        self._list.setMaximumWidth(sp(254) if beside else 16_777_215)
        self._list.setMinimumWidth(sp(254) if beside else 0)
        self._list.setVisible(beside or self._listed)
        self._right.setVisible(beside or not self._listed)
        self._back.setVisible(not beside)

    def leave(self) -> None:
        """Save what is being typed."""
        for section in self._sections.values():
            section.leave()

    def concerns(self, _changes: Changes) -> bool:
        """Anything saved may change a count or a state that is told here."""
        return True

    def _all_makers(self) -> dict[str, tuple[str, Callable[[], Section]]]:
        desk, tools = self._desk, self.tools
        view = tools.view
        again = Target(Place.CHARITY, "look")
        made: dict[str, tuple[type[Section], Callable[[], Section]]] = {
            "details": (DetailsSection, lambda: DetailsSection(desk.charity, tools)),
            "services": (ServicesSection, lambda: ServicesSection(desk.charity, tools)),
            "at-work": (AtWorkSection, lambda: AtWorkSection(desk.charity)),
            "diversity": (
                DiversitySection,
                lambda: DiversitySection(desk.diversity, tools, may_write=not desk.read_only),
            ),
            "signing": (SigningSection, lambda: SigningSection(desk.signing, desk.charity, tools)),
            "backups": (BackupsSection, lambda: BackupsSection(desk.keeping, tools)),
            "keys": (PassphraseSection, self._make_passphrase),
            "workbooks": (WorkbooksSection, self._make_workbooks),
            "language": (LanguageSection, LanguageSection),
            "about": (AboutSection, lambda: AboutSection(desk.record_book)),
        }
        if view is not None:
            made["look"] = (LookSection, lambda: LookSection(view, lambda: tools.go(again)))
        return {name: (made[name][0].title, made[name][1]) for name in _ORDER if name in made}

    def _make_passphrase(self) -> Section:
        sheet = RecoverySheet(self._desk.set_up, self._desk.printing, self.tools)
        return PassphraseSection(self._desk.passphrases, sheet, self.tools, practice=self._desk.practice)

    def _make_workbooks(self) -> Section:
        return WorkbooksSection(self._desk.set_up.folder, self.tools.lock, practice=self._desk.practice)

    def _button(self, name: str, title: str) -> QPushButton:
        made = button(title, f"charity-{name}", lambda: self._choose(name), kind="choice")
        made.setCheckable(True)
        made.setMinimumHeight(sp(36))
        made.setSizePolicy(made.sizePolicy().Policy.Expanding, made.sizePolicy().Policy.Fixed)
        self._group.addButton(made)
        return made

    def _choose(self, name: str) -> None:
        self._leave_section()
        self._listed = False
        self._open(name)
        self.arrange(self._em)
        if self._em >= _BESIDE_EM:
            self._buttons[name].setFocus()
        elif not self._sections[name].take_focus():
            self._back.setFocus()

    def _leave_section(self) -> None:
        """What cannot be saved now stays in its field; one may go on, for example to the backups."""
        try:
            self.leave()
        except AppError as error:
            self.tools.messages.tell(error)

    def _open(self, name: str) -> None:
        if name not in self._sections:
            self._sections[name] = self._makers[name][1]()
            self._areas[name] = scrolling(self._sections[name])
            self._stack.addWidget(self._areas[name])
        self._shown = name
        self._buttons[name].setChecked(True)
        self._sections[name].refresh()
        self._stack.setCurrentWidget(self._areas[name])

    def _show_list(self) -> None:
        self._leave_section()
        self._listed = True
        self.arrange(self._em)
        self._buttons[self._shown].setFocus()
