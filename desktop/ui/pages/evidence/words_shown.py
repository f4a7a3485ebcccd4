# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Names that others chose, made safe to show: nothing hidden in them, and no endless word that pushes a page wide."""

import re

from desktop.preview.plain_text import made_visible

_LONG = re.compile(r"\S{16}(?=\S)")
_MAY_BREAK = "\N{ZERO WIDTH SPACE}"


def shown(text: str) -> str:
    """The text with control and direction characters told, and places where a long word may break."""
    return _LONG.sub(lambda found: found[0] + _MAY_BREAK, made_visible(text).replace("\n", " "))
