# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One service as fields, with what the scope rules say of it shown while it is typed."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.models.choices import ELEMENTS, SUPPORT_MODELS, TYPES
from desktop.models.records import Service, ServiceType, VictimSupport
from desktop.models.scope import ScopeNote
from desktop.ui.forms.more import More
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import box, clear, column, plain, row
from desktop.ui.widgets.field import Field, chooser, line, tick
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import hint, words

_FUNDED = (("", "Not said"), ("yes", "Yes"), ("no", "No"))
_EMPTY = Service("", "", ServiceType.BEHAVIOUR_CHANGE)
_MOST_WEEKS = 520


class ServiceForm(QWidget):
    """``scope_of`` gives the notes on a service that is being typed; notes are advice, nothing is refused."""

    def __init__(self, scope_of: Callable[[Service], Sequence[ScopeNote]]) -> None:
        super().__init__()
        self._scope_of = scope_of
        self._record = _EMPTY
        self._told: tuple[ScopeNote, ...] = ()
        self._name = line("service-name")
        self._type = chooser("service-type", [(kind.code, kind.name) for kind in TYPES])
        self._about_type = hint("")
        self._format = line("service-format")
        self._weeks = line("service-weeks", limit=4)
        self._elements = _ticks("service-element", ELEMENTS)
        self._cohort = line("service-cohort")
        self._provider = line("service-support-provider")
        self._model = chooser("service-support-model", [("", "Not said"), *((each, each) for each in SUPPORT_MODELS)])
        self._funded = chooser("service-support-funded", _FUNDED)
        self._funding = line("service-support-funding")
        self._name_field = Field("Name of the service", self._name)
        self._weeks_field = Field("Weeks for one person (optional)", self._weeks, width=90)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(sp(6))
        self._build()
        for field in (self._name, self._format, self._weeks, self._cohort, self._provider, self._funding):
            field.textChanged.connect(self._tell_scope)
        for choice in (self._type, self._model, self._funded):
            choice.activated.connect(self._tell_scope)
        for each in self._elements.values():
            each.clicked.connect(self._tell_scope)
        self.show_record(None)

    def show_record(self, record: Service | None) -> None:
        """Fill the fields."""
        shown = self._record = record or _EMPTY
        self._name.setText(shown.name)
        self._type.setCurrentIndex(max(0, self._type.findData(shown.type.value)))
        self._format.setText(shown.format)
        self._weeks.setText("" if shown.weeks is None else str(shown.weeks))
        for name, each in self._elements.items():
            each.setChecked(name in shown.elements)
        if any(name in shown.elements for name in self._elements):
            self._more.open()
        self._cohort.setText(shown.cohort)
        self._provider.setText(shown.support.provider)
        self._model.setCurrentIndex(max(0, self._model.findData(shown.support.model)))
        self._funded.setCurrentIndex(max(0, self._funded.findData(_funded(shown.support.funded))))
        self._funding.setText(shown.support.funding)
        self._name_field.clear_problem()
        self._weeks_field.clear_problem()
        self._tell_scope()

    @property
    def untouched(self) -> bool:
        """Whether nothing was filled in or changed."""
        return self._typed() == self._record

    def record(self, *, focus: bool = True) -> Service | None:
        """The record as it stands in the fields; None, and a problem shown, when it cannot be kept."""
        right = self.right_part(focus=focus)
        return None if self._name_field.problem or self._weeks_field.problem else right

    def right_part(self, *, focus: bool = True) -> Service:
        """The record with what is right in the fields, and the rest as it was shown; what is wrong is told there."""
        self._name_field.clear_problem()
        self._weeks_field.clear_problem()
        made, weeks = self._typed(), self._weeks.text().strip()
        if weeks and made.weeks is None:
            told = "Type a whole number of weeks, such as 26, or leave it empty."
            self._weeks_field.show_problem(told, focus=focus)
            made = replace(made, weeks=self._record.weeks)
        if not made.name:
            self._name_field.show_problem("Type the name of the service first.", focus=focus)
            made = replace(made, name=self._record.name)
        return made

    def show_problem(self, sentence: str, *, focus: bool = True) -> None:
        """Say why it was not kept, under the name."""
        self._name_field.show_problem(sentence, focus=focus)

    def begin(self) -> None:
        """Put the focus on the name."""
        self._name.setFocus()

    def _typed(self) -> Service:
        """What stands in the fields. What the form does not show is kept; so are elements it does not offer."""
        weeks = self._weeks.text().strip()
        number = int(weeks) if weeks.isascii() and weeks.isdecimal() and 0 < int(weeks) <= _MOST_WEEKS else None
        others = [name for name in self._record.elements if name not in self._elements]
        ticked = [name for name, each in self._elements.items() if each.isChecked()]
        funded = {"yes": True, "no": False}.get(self._funded.currentData())
        return replace(
            self._record,
            name=self._name.text().strip(),
            type=ServiceType(self._type.currentData()),
            format=self._format.text().strip(),
            weeks=number,
            elements=(*ticked, *others),
            cohort=self._cohort.text().strip(),
            support=VictimSupport(
                self._provider.text().strip(),
                self._model.currentData() or self._kept_model(),
                funded,
                self._funding.text().strip(),
            ),
        )

    def _kept_model(self) -> str:
        """A model of support that the form does not offer stays, as long as nothing else is chosen."""
        kept = self._record.support.model
        return "" if kept in SUPPORT_MODELS else kept

    def _tell_scope(self, *_given: object) -> None:
        kind = self._type.currentData()
        self._about_type.setText(next(each.hint for each in TYPES if each.code == kind))
        told = tuple(self._scope_of(self._typed())) if self._name.text().strip() else ()
        if told == self._told:  # most letters change nothing here
            return
        self._told = told
        clear(self._notes)
        for note in told:
            mark = Mark("missing" if note.out_of_scope else "due", 18, ground="sunken")
            said = row(mark, (words(note.sentence, wrap=True), 1), gap=10, margins=(12, 8, 12, 8))
            self._notes.addWidget(box(said, "well"))

    def _build(self) -> None:
        kinds = row((Field("Type", self._type), 3), (self._weeks_field, 2), gap=16)
        kinds.setAlignment(self._weeks_field, Qt.AlignmentFlag.AlignTop)
        first = column(self._name_field, kinds, self._about_type, gap=14)
        elements = plain(column(words("What it is made of", "body", 600), *self._elements.values(), gap=2))
        who = Field("For whom", self._cohort, "Such as: men aged 18 and over; women who use harm.")
        form = Field("How it is given", self._format, "Such as: weekly group with one-to-one work.")
        self._more = More("service-optional", form, elements, who, self._support())
        self.setLayout(column(first, self._more, self._notes, gap=14))

    def _support(self) -> QWidget:
        funded = Field("Is it funded?", self._funded)
        return plain(
            column(
                words("Support for victim-survivors beside it", "h3", 700),
                Field("Who gives it", self._provider, "Our own team, or the name of the partner."),
                row(Field("How it is run", self._model), funded, gap=16),
                Field("Where the money comes from", self._funding),
                gap=12,
            )
        )


def _ticks(name: str, choices: Sequence[str]) -> dict[str, QCheckBox]:
    return {each: tick(f"{name}-{at}", each.capitalize()) for at, each in enumerate(choices)}


def _funded(value: bool | None) -> str:
    return "" if value is None else "yes" if value else "no"
