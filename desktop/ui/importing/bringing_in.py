# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Opens the screen over the window, and goes to People when a sheet was brought in."""

from collections.abc import Callable

from desktop.services.desk import Desk
from desktop.services.targets import Place, Target
from desktop.services.workforce.sheet_import import Outcome
from desktop.ui.importing.import_screen import ImportScreen
from desktop.ui.infra.page import Tools
from desktop.ui.infra.screen import Screen
from desktop.ui.widgets.words_shown import shown


def bring_in(
    desk: Desk, tools: Tools, show_over: Callable[[Screen], object], close_over: Callable[[], object]
) -> ImportScreen:
    """Show the screen; ``show_over`` puts it over the window and ``close_over`` takes it away."""

    def finished(name: str, outcome: Outcome) -> None:
        tools.go(Target(Place.PEOPLE))
        tools.messages.done(f"Brought in from {shown(name)}: {outcome.sentence}. {desk.can_undo() or ''}".strip())

    screen = ImportScreen(desk, tools, close_over, finished)
    show_over(screen)
    screen.begin()
    return screen
