# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The look in force: which theme, how large the text. Painting code asks it; a change rebuilds what is shown."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.support.resources import resource
from desktop.ui.theme.style import style_sheet
from desktop.ui.theme.tokens import TYPE, themes

FAMILY = "Atkinson Hyperlegible Next"
_FACES = ("400Regular", "600SemiBold", "700Bold")
_PALETTE = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.Highlight: "action",
    QPalette.ColorRole.HighlightedText: "on_action",
    QPalette.ColorRole.PlaceholderText: "soft",
    QPalette.ColorRole.Link: "action",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
}


class Look(QObject):
    """The theme and the text size in force. ``changed`` tells that what is shown must be built anew.

    ``sheet`` is the style sheet for windows. It is not given to the application: there, each widget that is put into
    another would be styled anew with all that is in it, which doubles the time to build a page.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = "light"
        self.scale = 1.0
        self.colours = themes()["light"]
        self.sheet = ""

    def wear(self, wish: str, percent: int) -> None:
        """Put on a theme ('system' follows the system) and a text size in per cent."""
        theme = self._system_theme() if wish == "system" else wish
        scale = percent / 100
        if _is_dressed() and (theme, scale) == (self.theme, self.scale):
            return
        self.theme, self.scale, self.colours = theme, scale, themes()[theme]
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        if not _is_dressed():
            _load_fonts()
            application.setStyle("Fusion")
        application.setPalette(self._palette())
        application.setFont(font())
        self.sheet = style_sheet(self.theme, self.scale)
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette = QPalette()
        for part, role in _PALETTE.items():
            palette.setColor(part, self.colours[role])
        return palette

    def _system_theme(self) -> str:
        hints = QGuiApplication.styleHints()
        accessibility = getattr(hints, "accessibility", None)
        if accessibility and accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


LOOK = Look()


def sp(pixels: float) -> int:
    """A length in px at 100% text, at the text size in force."""
    return round(pixels * LOOK.scale)


def colour(role: str) -> QColor:
    """The colour of a role in the theme in force."""
    return QColor(LOOK.colours[role])


def font(size: str = "body", weight: int = 400) -> QFont:
    """The product's own font at a named size; figures of one width, so that columns of numbers line up."""
    made = QFont(FAMILY)
    made.setPixelSize(sp(TYPE[size]))
    made.setWeight(QFont.Weight(weight))
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def _is_dressed() -> bool:
    return FAMILY in QFontDatabase.families()


def _load_fonts() -> None:
    for face in _FACES:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/AtkinsonHyperlegibleNext_{face}.ttf")))
