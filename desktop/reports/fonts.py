# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The bundled font in its four faces, with figures of equal width, and which characters it can draw."""

import re
import unicodedata
from functools import cache, lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop.support.resources import resource

FACES = {"regular": "400Regular", "italic": "400Regular_Italic", "semibold": "600SemiBold", "bold": "700Bold"}
_CACHED_WORDS = 60_000


def font_name(face: str) -> str:
    """The name under which a face is known to the canvas."""
    return f"SevenfoldPack-{face}"


@cache
def font(face: str) -> TTFont:
    """A face, loaded and registered the first time it is asked for."""
    loaded = TTFont(
        font_name(face),
        str(resource(f"fonts/AtkinsonHyperlegibleNextTabular_{FACES[face]}.ttf")),
        shapable=False,
    )
    pdfmetrics.registerFont(loaded)
    return loaded


@lru_cache(maxsize=_CACHED_WORDS)
def width(face: str, text: str) -> float:
    """Width of a text at size 1."""
    known = font(face).face
    widths, other = known.charWidths, known.defaultWidth
    return float(sum(widths.get(ord(character), other) for character in text)) / 1000


@cache
def drawable_characters() -> frozenset[str]:
    """What every face has a visible shape for. Controls and invisible format characters never count."""
    shared = set.intersection(*(set(font(face).face.charToGlyph) for face in FACES))
    return frozenset(chr(code) for code in shared if unicodedata.category(chr(code)) not in {"Cc", "Cf", "Cs", "Co"})


@cache
def undrawable_pattern() -> re.Pattern[str]:
    """Matches one character that cannot be drawn; line ends and spaces can."""
    return re.compile("[^\n" + "".join(re.escape(character) for character in sorted(drawable_characters())) + "]")
