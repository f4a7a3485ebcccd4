# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Names for files in a ZIP that every tender portal and every Windows accepts."""

import re
import unicodedata

LONGEST = 50
_PLAIN_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l"})
_ENDING = re.compile(r"\.([A-Za-z0-9]{1,8})$")


def safe_name(number: int, original: str) -> str:
    """A portal-safe name: the number, then what is left of the original, at most 50 plain characters.

    The number comes first and has at least three digits, so no two files of a pack clash even where case is lost,
    and no name is one that Windows reserves (CON, LPT1).
    """
    plain = _plain(original.replace("\\", "/").rpartition("/")[2])
    ending = _ENDING.search(plain)
    tail = f".{ending[1].lower()}" if ending else ""
    stem = plain[: ending.start()] if ending else plain
    words = re.sub(r"[^A-Za-z0-9]+", "-", stem).strip("-") or "file"
    start = f"{number:03d}-"
    return start + words[: LONGEST - len(start) - len(tail)].rstrip("-") + tail


def _plain(text: str) -> str:
    """Plain ASCII: accents fall off, other letters become a gap; what is invisible falls away."""
    split = unicodedata.normalize("NFKD", text.translate(_PLAIN_LETTERS))
    kept = (one for one in split if not unicodedata.combining(one) and unicodedata.category(one) != "Cf")
    return "".join(one if one.isascii() and one.isprintable() else " " for one in kept).strip().rstrip(" .")
