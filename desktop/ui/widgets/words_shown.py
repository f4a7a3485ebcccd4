# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Names that others chose, made safe to show: nothing hidden in them, and no endless word that pushes a page wide."""

import re

from desktop.preview.plain_text import made_visible

_LONG = re.compile(r"\S{21,}")
_PLACE = re.compile(r"[_.]+(?=\w)|[^\s_.-]{20}(?=[^\s_.-])")
_MAY_BREAK = "\N{ZERO WIDTH SPACE}"


def shown(text: str) -> str:
    """The text with control and direction characters told, and places where a long word may break."""
    plain = made_visible(text).replace("\n", " ")
    return _LONG.sub(lambda long: _PLACE.sub(lambda place: place[0] + _MAY_BREAK, long[0]), plain)
