# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Who needs a course: everyone, or some roles; and for which of them it comes before leading work."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.models.choices import Choice
from desktop.ui.pages.people.roles import RolesPicker
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.field import tick

_EVERYONE, _ROLE, _CORE = "everyone", "role:", "core:"


class ForWhom(QWidget):
    """``changed`` tells that a person ticked or unticked something. ``codes`` are all ticks together, for a draft."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._everyone = tick("course-everyone", "Everyone here needs it", lambda _on: self.changed.emit())
        self._roles = RolesPicker("course-role", "For these roles", "It is asked of whoever holds one of them.")
        self._core = RolesPicker(
            "course-core", "Before leading work, for these roles", "It then counts for SA 6.3, core training."
        )
        for picker in (self._roles, self._core):
            picker.changed.connect(self.changed)
        self.setLayout(column(self._everyone, self._roles, self._core, gap=12))

    def offer(self, roles: Sequence[Choice]) -> None:
        """The roles that there are."""
        self._roles.offer(roles)
        self._core.offer(roles)

    def show_rule(self, roles: Iterable[str], core_for: Iterable[str], *, mandatory: bool) -> None:
        """Tick what a rule says."""
        self._everyone.setChecked(mandatory)
        self._roles.show_codes(roles)
        self._core.show_codes(core_for)

    @property
    def mandatory(self) -> bool:
        """Whether everyone needs it."""
        return self._everyone.isChecked()

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles it is asked of."""
        return self._roles.codes

    @property
    def core_for(self) -> tuple[str, ...]:
        """The roles that need it before leading work."""
        return self._core.codes

    @property
    def codes(self) -> tuple[str, ...]:
        """All that is ticked."""
        ticked = (_EVERYONE,) if self.mandatory else ()
        return (*ticked, *(f"{_ROLE}{code}" for code in self.roles), *(f"{_CORE}{code}" for code in self.core_for))

    def show_codes(self, codes: Iterable[str]) -> None:
        """Tick these again."""
        kept = tuple(codes)
        roles, core = ([code.removeprefix(kind) for code in kept if code.startswith(kind)] for kind in (_ROLE, _CORE))
        self.show_rule(roles, core, mandatory=_EVERYONE in kept)
