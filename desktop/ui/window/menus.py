# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The menus of an open workbook. Every act of the window has a place here with its key."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop.services.targets import Place

Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Commands:
    """What the menus do."""

    go: Callable[[Place], object]
    back: Act
    find: Act
    undo: Act
    redo: Act
    check_pack: Act
    back_up: Act
    print_list: Act
    save_sheet: Act
    print_blank: Act
    print_filled: Act
    save_workforce: Act
    save_calendar: Act
    lock: Act
    hide: Act
    close: Act
    larger: Act
    smaller: Act
    usual: Act
    theme: Callable[[str], object]
    help_on: Act
    what_happened: Act
    keys: Act
    about: Act
    next_pane: Act


class Menus:
    """Fills the menu bar of a window and keeps Undo and Redo named."""

    def __init__(self, window: QMainWindow, do: Commands) -> None:
        self._window = window
        self._bar = window.menuBar()
        self._bar.clear()
        for old in list(window.actions()):
            window.removeAction(old)
            old.deleteLater()
        self._themes: dict[str, QAction] = {}
        self._file(do)
        self.undo, self.redo = self._edit(do)
        self._view(do)
        self._go(do)
        self._tools(do)
        self._help(do)

    def name_steps(self, undo: str | None, redo: str | None) -> None:
        """'Undo: judge SA 2.2', or greyed when there is nothing."""
        for action, words, bare in ((self.undo, undo, "Undo"), (self.redo, redo, "Redo")):
            action.setText((words or bare).replace("&", "&&"))
            action.setEnabled(words is not None)

    def mark_theme(self, theme: str) -> None:
        """Tick the theme in force."""
        self._themes[theme].setChecked(True)

    def _file(self, do: Commands) -> None:
        menu = self._bar.addMenu("&File")
        self._add(menu, "Back up now", do.back_up, "Ctrl+B", "back-up")
        self._add(menu, "Print this list ...", do.print_list, "Ctrl+P", "print-list")
        self._add(menu, "Save this list as a spreadsheet ...", do.save_sheet, "", "save-sheet")
        self._add(menu, "Print a blank assessment ...", do.print_blank, "", "print-blank")
        self._add(menu, "Print the assessment as it stands ...", do.print_filled, "", "print-filled")
        menu.addSeparator()
        self._add(menu, "Lock", do.lock, "Ctrl+L", "menu-lock")
        self._add(menu, "Hide now (Shift three times)", do.hide, "", "menu-hide")
        self._add(menu, "Close", do.close, "Ctrl+Q", "menu-close")

    def _edit(self, do: Commands) -> tuple[QAction, QAction]:
        menu = self._bar.addMenu("&Edit")
        undo = self._add(menu, "Undo", do.undo, "Ctrl+Z", "undo")
        redo = self._add(menu, "Redo", do.redo, "Ctrl+Y", "redo")
        menu.addSeparator()
        self._add(menu, "Find ...", do.find, "Ctrl+K", "find")
        return undo, redo

    def _view(self, do: Commands) -> None:
        menu = self._bar.addMenu("&View")
        larger = self._add(menu, "Larger text", do.larger, "", "text-larger")
        larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self._add(menu, "Smaller text", do.smaller, "Ctrl+-", "text-smaller")
        self._add(menu, "Usual text size", do.usual, "Ctrl+0", "text-usual")
        menu.addSeparator()
        group = QActionGroup(menu)
        for theme, words in THEME_WORDS.items():
            action = self._add(menu, words, partial(do.theme, theme), "", f"theme-{theme}")
            action.setCheckable(True)
            group.addAction(action)
            self._themes[theme] = action

    def _go(self, do: Commands) -> None:
        menu = self._bar.addMenu("&Go")
        for number, place in enumerate(Place, 1):
            self._add(menu, place.words, partial(do.go, place), f"Ctrl+{number}", f"go-{place.value}")
        menu.addSeparator()
        self._add(menu, "Back", do.back, "Alt+Left", "go-back")
        self._add(menu, "Next part of the window", do.next_pane, "F6", "next-pane")

    def _tools(self, do: Commands) -> None:
        menu = self._bar.addMenu("&Tools")
        self._add(menu, "Check a pack ...", do.check_pack, "", "check-a-pack")
        menu.addSeparator()
        self._add(menu, "Save the workforce as a spreadsheet or CSV ...", do.save_workforce, "", "save-workforce")
        self._add(menu, "Save a calendar of what is due and planned ...", do.save_calendar, "", "save-calendar")

    def _help(self, do: Commands) -> None:
        menu = self._bar.addMenu("&Help")
        self._add(menu, "Help on this screen", do.help_on, "F1", "help-on")
        self._add(menu, "Keys", do.keys, "", "help-keys")
        self._add(menu, "What happened", do.what_happened, "", "what-happened")
        self._add(menu, "About Sevenfold", do.about, "", "about")

    def _add(self, menu: QMenu, words: str, act: Act, keys: str, name: str) -> QAction:
        action = QAction(words, self._window)
        action.setObjectName(name)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)
        self._window.addAction(action)  # so that its key works while the menu bar is folded away
        return action


THEME_WORDS = {
    "system": "Colours as the system has them",
    "light": "Light",
    "dark": "Dark",
    "contrast": "High contrast",
}
