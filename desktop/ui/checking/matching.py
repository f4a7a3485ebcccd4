# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Whether what was read out over the telephone is the fingerprint of the pack: groups, or the eight words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

_BETWEEN = re.compile(r"[\s,.:;-]+")
_HEX = re.compile(r"[0-9A-F]*")


class Told(Enum):
    """How far what was typed agrees."""

    NOTHING = "nothing"
    SO_FAR = "so far"
    DIFFERS = "differs"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Match:
    """How far it agrees, and the sentence that says so."""

    told: Told
    sentence: str = ""


def compare(typed: str, groups: Sequence[str], words: Sequence[str]) -> Match:
    """Compare what was typed with the groups or with the words, whichever it is."""
    tokens = [token for token in _BETWEEN.split(typed.casefold()) if token]
    if not tokens:
        return Match(Told.NOTHING)
    as_words = _compare_words(tokens, [word.casefold() for word in words])
    plain = "".join(tokens).upper()
    if as_words.told is Told.DIFFERS and _HEX.fullmatch(plain):
        return _compare_groups(plain, "".join(groups).upper())
    return as_words


def _compare_words(tokens: Sequence[str], words: Sequence[str]) -> Match:
    if len(tokens) > len(words):
        return Match(Told.DIFFERS, f"That is more than {len(words)} words.")
    for at, token in enumerate(tokens):
        if token == words[at]:
            continue
        if at == len(tokens) - 1 and words[at].startswith(token):
            return Match(Told.SO_FAR, f"{at} of {len(words)} words match so far.")
        return Match(
            Told.DIFFERS,
            f"Word {at + 1} differs. In this pack it is \N{LEFT DOUBLE QUOTATION MARK}"
            f"{words[at]}\N{RIGHT DOUBLE QUOTATION MARK}.",
        )
    if len(tokens) == len(words):
        return Match(Told.ALL, f"All {len(words)} words match.")
    return Match(Told.SO_FAR, f"{len(tokens)} of {len(words)} words match so far.")


def _compare_groups(plain: str, whole: str) -> Match:
    count = len(whole) // 4
    if len(plain) > len(whole):
        return Match(Told.DIFFERS, f"That is more than {count} groups.")
    for at, (given, held) in enumerate(zip(plain, whole, strict=False)):
        if given != held:
            start = at // 4 * 4
            return Match(Told.DIFFERS, f"Group {at // 4 + 1} differs. In this pack it is {whole[start : start + 4]}.")
    if plain == whole:
        return Match(Told.ALL, f"All {count} groups match.")
    return Match(Told.SO_FAR, f"{len(plain) // 4} of {count} groups match so far.")
