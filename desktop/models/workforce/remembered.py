# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is remembered of an import, so that the same sheet is read the same way and brings nothing twice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RememberedLayout:
    """How a sheet with such headings is to be read. ``id`` is worked out from the headings; ``layout`` is JSON."""

    id: str
    kind: str
    layout: str


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What words of the charity's sheets mean: a course, a role or a kind of supervision by its id; '': left out."""

    id: str
    kind: str
    means: str


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another way in which a person is written in the charity's sheets."""

    id: str
    person_id: str
    name: str
