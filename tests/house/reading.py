# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How hard a text is to read: its sentences, their length, and its Flesch-Kincaid grade."""

import re

BANNED = ("please", "successfully", "invalid", "error occurred", "are you sure", "failed to", "oops")
LONGEST = 25


def prose(markdown: str) -> list[str]:
    """The pieces of a Markdown text that are read on their own, without quotations and code."""
    paragraphs = re.split(r"\n\s*\n", markdown)
    lines = (line for one in paragraphs for line in re.split(r"\n(?=\s*(?:[-*>#]|\d+\.)\s)", one))
    return [bare for line in lines if not line.lstrip().startswith(">") and (bare := _bare(line))]


def sentences(text: str) -> list[str]:
    """The sentences of a piece of prose."""
    return [one for one in re.split(r"(?<=[.?!:])\s+", text) if re.search(r"[A-Za-z]", one)]


def words_of(text: str) -> list[str]:
    """The words of a text. Numbers count as words too."""
    return re.findall(r"[A-Za-z0-9]+(?:['\u2019.,/-][A-Za-z0-9]+)*", text)


def grade(pieces: list[str]) -> float:
    """The Flesch-Kincaid grade of pieces of prose together."""
    all_sentences = [one for piece in pieces for one in sentences(piece)]
    found = [word for one in all_sentences for word in words_of(one)]
    syllables = sum(_syllables(word) for word in found)
    return 0.39 * len(found) / len(all_sentences) + 11.8 * syllables / len(found) - 15.59


def objections(text: str) -> list[str]:
    """What is wrong with a text that a person reads: banned words, a sentence too long, a shout."""
    low = text.lower()
    wrong = [f"says '{word}'" for word in BANNED if re.search(rf"\b{word}\b", low)]
    wrong += [f"{len(words_of(one))} words: {one}" for one in sentences(text) if len(words_of(one)) > LONGEST]
    return wrong + (["shouts"] if "!" in text else [])


def _bare(line: str) -> str:
    line = re.sub(r"^\s*(?:[-*#]+|\d+\.)\s+", "", line)
    line = re.sub(r"`[^`]*`|https?://\S+", "it", line)
    return " ".join(line.replace("**", "").replace("{version}", "1").split())


def _syllables(word: str) -> int:
    """Groups of vowels, less one for a silent e, es or ed at the end."""
    low = re.sub(r"[^a-z]", "", word.lower())
    silent = bool(re.search(r"[^laeiouy]e$|[^laeiouytd]ed$|[^aeiouyscxzgl]es$", low))
    return max(1, len(re.findall(r"[aeiouy]+", low)) - silent)
