# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Since when and until when someone holds each of their roles, and the roles that they held before."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.models.dates import long_date
from desktop.models.day_checks import DayError
from desktop.models.typed_date import TypedDateError
from desktop.models.workforce.people import Person, RoleHeld
from desktop.services.workforce.person_details import PersonDetails
from desktop.ui.pages.people.detail_part import DetailPart
from desktop.ui.widgets.boxes import column, plain, put
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.day_field import DayField
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.folded import Folded
from desktop.ui.widgets.text import hint, words

_EMPTY = "Left empty, a role is held as long as someone works here. A role that ended stays here as held before."


class RoleDays(DetailPart):
    """Two days for each role. Lines are made when first needed and then kept, so that what is typed stays."""

    def __init__(
        self, details: PersonDetails, today: Callable[[], date], name_of: Callable[[str], str], *, read_only: bool
    ) -> None:
        super().__init__()
        self._details, self._today, self._name_of = details, today, name_of
        self._read_only = read_only
        self._person: Person | None = None
        self._lines: dict[str, _RoleLine] = {}
        self._within = column(gap=14)
        self._fold = Folded("fold-roles", "Days of the roles", hint(_EMPTY), self._within)
        self.setLayout(column(self._fold))

    def fill(self, person: Person) -> None:
        """A line for each role held, now or at another time."""
        self._person = person
        shown = dict(_named(person))
        for name, role in shown.items():
            if name not in self._lines:
                self._lines[name] = self._made(name, role)
            self._lines[name].show_role(role, held=role.held_on(self._today()))
        for name, line in self._lines.items():
            line.setVisible(name in shown)
            if name not in shown:
                line.clear()
        self.setVisible(bool(shown))
        dated = [_told(self._name_of(role.code), role) for role in shown.values() if role.since or role.until]
        self._fold.tell(". ".join(dated) + "." if dated else "No days are recorded.")

    def save(self, person: Person) -> None:
        """One step for each role of which a day was changed."""
        for name, role in _named(person):
            if name in self._lines and (wanted := self._lines[name].read(role, self._today())) != role:
                roles = [wanted if each is role else each for each in person.roles]
                try:
                    self._details.set_roles(person.id, roles)
                except DayError as error:
                    self._lines[name].until.show_problem(error.brief, focus=False)
                    continue
                person = replace(person, roles=tuple(roles))

    @property
    def waiting(self) -> tuple[str, ...]:
        """Both days of a role wait while one of them is wrong."""
        return tuple(name for line in self._lines.values() if line.wrong for name in line.names)

    def _made(self, name: str, role: RoleHeld) -> "_RoleLine":
        line = _RoleLine(name, self._name_of(role.code), lambda: self._drop(name))
        line.drop.setEnabled(not self._read_only)
        for day in (line.since, line.until):
            day.line.editingFinished.connect(self.typed)
        put(self._within, line)
        return line

    def _drop(self, name: str) -> None:
        if self._person is not None:
            roles = [role for each, role in _named(self._person) if each != name]
            self._details.set_roles(self._person.id, roles)


class _RoleLine(QWidget):
    """One role with its two days. One that is not held today can be taken out."""

    def __init__(self, name: str, role: str, drop: Callable[[], object]) -> None:
        super().__init__()
        self.since = DayField("Since", f"{name}-since")
        self.until = DayField("Until", f"{name}-until")
        for day, word in ((self.since, "since"), (self.until, "until")):
            day.line.setAccessibleName(f"{role}, {word}")
        self._role = words(role, "body", 600, wrap=True)
        self._name = role
        self.drop = button("Take out", f"{name}-drop", drop, kind="plain")
        self.drop.setAccessibleName(f"Take out {role}")
        days = plain(Flow(self.since, self.until, gap=10))
        self.setLayout(column(self._role, days, self.drop, gap=6))

    def show_role(self, role: RoleHeld, *, held: bool) -> None:
        """Show the days of a role."""
        self.since.line.show_day(role.since)
        self.until.line.show_day(role.until)
        self._role.setText(self._name if held else f"{self._name} (not held today)")
        self.drop.setHidden(held)

    def clear(self) -> None:
        """Nobody's role."""
        self.since.show_day(None)
        self.until.show_day(None)

    def read(self, role: RoleHeld, today: date) -> RoleHeld:
        """The role with the days typed; as it was when one cannot be read, which is told."""
        try:
            since, until = self.since.read(today, focus=False), self.until.read(today, focus=False)
        except TypedDateError:
            return role
        return replace(role, since=since, until=until)

    @property
    def wrong(self) -> bool:
        """Whether something is told to be wrong."""
        return bool(self.since.problem or self.until.problem)

    @property
    def names(self) -> tuple[str, str]:
        """The names of its two fields."""
        return self.since.line.objectName(), self.until.line.objectName()


def _named(person: Person) -> Iterator[tuple[str, RoleHeld]]:
    """Each role with a name for its line: 'role-F', and 'role-F-2' where it was held twice."""
    seen = Counter[str]()
    for role in person.roles:
        seen[role.code] += 1
        yield f"role-{role.code}" + (f"-{seen[role.code]}" if seen[role.code] > 1 else ""), role


def _told(name: str, role: RoleHeld) -> str:
    since = f"since {long_date(role.since)}" if role.since else ""
    until = f"until {long_date(role.until)}" if role.until else ""
    return " ".join(filter(None, (name, since, until)))
