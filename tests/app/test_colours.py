# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Contrast of every pair of colours that meet on a screen, in the three themes; states told apart without colour."""

import re
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.support.resources import resource
from desktop.ui.theme import STATES
from desktop.ui.theme.tokens import themes
from desktop.ui.widgets.marks import MARKS, draw_mark

GROUNDS = ("paper", "surface", "sunken")
TONES = ("met", "partly", "notyet", "gap", "none", "na")
READ, SEEN = 4.5, 3.0  # WCAG 2.2: words, and the shapes that one must see
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((ink, ground, READ) for ink in ("text", "soft", "action", *TONES) for ground in GROUNDS),
    *((tone, f"{tone}_tint", READ) for tone in TONES),
    *(("text", f"{tone}_tint", READ) for tone in TONES),
    *((ink, "nav", READ) for ink in ("nav_text", "nav_soft")),
    *((ink, "nav_sel", READ) for ink in ("nav_text", "nav_soft")),
    ("action", "action_tint", READ),
    ("text", "action_tint", READ),
    ("on_action", "action", READ),
    ("on_mark", "mark", READ),
    *(("edge", ground, SEEN) for ground in GROUNDS),
    ("mark", "nav", SEEN),
)
DECORATION = {"line", "nav_line", "mark_shade"}  # nothing is told by these alone
Colours = dict[str, str]


def light(colour: str) -> float:
    """The relative luminance of WCAG."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_pair_of_colours_that_meet_can_be_read(theme: str) -> None:
    colours = themes()[theme]
    weak = [
        f"{ink} on {ground}: {contrast(colours[ink], colours[ground]):.2f}, needs {least}"
        for ink, ground, least in PAIRS
        if contrast(colours[ink], colours[ground]) < least
    ]
    assert weak == []


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_focus_ring_is_seen_on_every_ground(theme: str) -> None:
    colours = themes()[theme]
    for ground in (*GROUNDS, "nav", "nav_sel"):
        assert max(contrast(colours[ring], colours[ground]) for ring in ("focus", "mark")) >= SEEN, ground


def test_no_colour_is_without_a_measured_pair() -> None:
    measured = {role for ink, ground, _ in PAIRS for role in (ink, ground)} | DECORATION | {"focus"}
    assert set(themes()["light"]) - measured == set()


def test_every_rule_of_the_style_sheet_pairs_colours_that_are_measured() -> None:
    sheet = resource("look/window.qss").read_text("utf-8")
    measured = {(ink, ground) for ink, ground, _ in PAIRS}
    unmeasured = []
    for rule in re.findall(r"\{([^}]*)\}", sheet):
        inks = re.findall(r"(?<![\w-])(?:selection-)?color: @([a-z_]+)", rule)
        grounds = re.findall(r"background(?:-color)?: @([a-z_]+)", rule)
        if len(inks) == len(grounds):
            unmeasured += [pair for pair in zip(inks, grounds, strict=True) if pair not in measured]
    assert unmeasured == []


@pytest.mark.parametrize("side", [12, 18])
def test_every_mark_has_a_shape_of_its_own_without_colour(qapp: QApplication, side: int) -> None:
    drawn = {kind: _silhouette(kind, side) for kind in MARKS}
    for one, other in combinations(MARKS, 2):
        differing = sum(a != b for a, b in zip(drawn[one], drawn[other], strict=True))
        assert differing >= side * side * 0.05, f"{one} and {other} look alike"


def test_every_state_has_words_of_its_own() -> None:
    words = [state.word for state in STATES.values()]
    assert len(set(words)) == len(words)


def _silhouette(kind: str, side: int) -> list[bool]:
    image = QImage(side, side, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        draw_mark(painter, kind, QRectF(1, 1, side - 2, side - 2), QColor("black"), QColor("white"))
    return [image.pixelColor(x, y).lightness() < 128 for y in range(side) for x in range(side)]
