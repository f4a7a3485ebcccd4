# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The logical tree of a tagged PDF, collected while pages are drawn."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content number ``mcid`` on ``page`` (from 1) belongs to the node that holds this."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class LinkSpot:
    """A clickable place that leads to an anchor. ``words`` is read aloud for it."""

    page: int
    rectangle: tuple[float, float, float, float]
    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class FieldSpot:
    """The empty signature field in the tree: its place, its name and what is read aloud for it."""

    page: int
    rectangle: tuple[float, float, float, float]
    name: str
    words: str


@dataclass(slots=True)
class Node:
    """One structure element: its type, what it holds, its spoken texts and its attributes by owner."""

    tag: str
    kids: "list[Node | Content | LinkSpot | FieldSpot]" = field(default_factory=list)
    spoken: dict[str, str] = field(default_factory=dict)
    owner: str = ""
    attributes: dict[str, str | tuple[float, ...]] = field(default_factory=dict)

    def add(self, tag: str, *, alt: str = "", actual: str = "") -> "Node":
        """A new child at the end. ``alt`` describes a figure, ``actual`` is the text that a drawing stands for."""
        texts = {"Alt": alt, "ActualText": actual}
        child = Node(tag, spoken={key: text for key, text in texts.items() if text})
        self.kids.append(child)
        return child

    def attribute(self, owner: str, **values: str | tuple[float, ...]) -> "Node":
        """Set attributes of one owner (Table, Layout, List); gives the node back."""
        self.owner = owner
        self.attributes |= values
        return self


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One bookmark: depth from 0, its words and the anchor it leads to."""

    depth: int
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in the document: page (from 1) and height on it."""

    page: int
    top: float
