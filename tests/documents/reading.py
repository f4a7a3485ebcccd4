# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reads what a pack holds: its tree, its words in reading order, its words with their places."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf

TOOL_TIMEOUT = 120


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Every structure element, in reading order."""
    return list(_below(pdf.Root.StructTreeRoot))


def _below(parent: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in kids(parent):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    """What an element holds, as a list."""
    held = element.get("/K")
    if held is None:
        return []
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def tags(pdf: pikepdf.Pdf, tag: str) -> list[pikepdf.Object]:
    """The elements of one type."""
    return [element for element in elements(pdf) if f"/{tag}" == element.S]


def spoken(path: Path) -> str:
    """All words by way of the tree, as a screen reader meets them."""
    return "\n".join(re.findall(r'^\s*"(.*)"$', _tool("pdfinfo", "-struct-text", str(path)), re.MULTILINE))


def printed(path: Path) -> str:
    """All words of the pages, with white space squeezed."""
    return " ".join(_tool("pdftotext", str(path), "-").split())


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word and its box, from the upper left corner of its page."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


def placed_words(path: Path) -> list[PlacedWord]:
    """Every word with its place."""
    found: list[PlacedWord] = []
    page = 0
    number = r'"(-?[\d.]+)"'
    pattern = re.compile(rf"<page |<word xMin={number} yMin={number} xMax={number} yMax={number}>(.*?)</word>")
    for match in pattern.finditer(_tool("pdftotext", "-bbox", str(path), "-")):
        if match.group(5) is None:
            page += 1
        else:
            left, top, right, bottom = (float(match.group(at)) for at in range(1, 5))
            found.append(PlacedWord(page, match.group(5), left, top, right, bottom))
    return found


def _tool(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True, timeout=TOOL_TIMEOUT)
    assert b"Error" not in done.stderr, done.stderr
    return done.stdout.decode()
