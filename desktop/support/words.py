# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Words for passphrases and fingerprints, from the long EFF list that xkcdpass carries (7,776 words)."""

import secrets
from functools import cache

from xkcdpass import xkcd_password

from desktop.support.resources import resource


@cache
def word_list() -> tuple[str, ...]:
    """The 7,776 words in alphabetical order: xkcdpass gives them in another order each time."""
    found = xkcd_password.generate_wordlist(
        wordfile=xkcd_password.locate_wordfile("eff-long"), min_length=1, max_length=20
    )
    return tuple(sorted(found))


@cache
def offered_words() -> tuple[str, ...]:
    """The words that passphrases are made of: the list without those that remind of harm, death or shame."""
    lines = resource("words/not_offered.txt").read_text("utf-8").splitlines()
    left_out = {line for line in lines if line and not line.startswith("#")}
    return tuple(word for word in word_list() if word not in left_out)


def new_passphrase(count: int = 5) -> str:
    """A fresh random passphrase: ``count`` words, about 12.7 bits each."""
    return " ".join(secrets.choice(offered_words()) for _ in range(count))


def words_for(digest: bytes, count: int = 8) -> tuple[str, ...]:
    """``count`` words that stand for a digest (at least 2 bytes a word), for reading over the telephone."""
    words = word_list()
    number = int.from_bytes(digest, "big")
    out: list[str] = []
    for _ in range(count):
        number, rest = divmod(number, len(words))
        out.append(words[rest])
    return tuple(out)
