# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The practice inputs beside the checkout, as a person at the window would read them from paper."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "inputs"
needs_inputs = pytest.mark.skipif(
    not (SHARED / "expected.json").is_file(), reason="the practice inputs are not beside this checkout (shared/inputs)"
)


@dataclass(frozen=True, slots=True)
class Paper:
    """One piece of evidence: its file, where there is one, and what it is for, as (indicator, strength)."""

    title: str
    name: str
    dated: str | None
    review_by: str | None
    uses: tuple[tuple[str, int], ...]

    @property
    def path(self) -> Path | None:
        """The file; None when it was named but is nowhere."""
        places = (SHARED / "evidence" / self.name, SHARED / self.name)
        return next((place for place in places if place.is_file()), None)


class Inputs:
    """Answers, services and what has to come out."""

    @cached_property
    def answers(self) -> list[dict[str, Any]]:
        """In the order of the standards."""
        return list(self._read("answers.json")["answers"])

    @cached_property
    def assessor(self) -> str:
        """Who judged."""
        return str(self._read("answers.json")["assessor"])

    @cached_property
    def charity(self) -> dict[str, Any]:
        """Who they are."""
        return dict(self._read("interventions.json")["organisation"])

    @cached_property
    def services(self) -> list[dict[str, Any]]:
        """What they run."""
        return list(self._read("interventions.json")["services"])

    @cached_property
    def expected(self) -> dict[str, Any]:
        """What the answers come to, worked out by hand."""
        return dict(self._read("expected.json")["answers"])

    def papers(self) -> list[Paper]:
        """Every piece of evidence once, in the order of first use."""
        found: dict[tuple[str, str, str | None, str | None], list[tuple[str, int]]] = {}
        for answer in self.answers:
            for one in answer["evidence"]:
                key = (one["title"], one["file"], one["dated"], one["review_by"])
                found.setdefault(key, []).append((answer["id"], answer["evidence_strength"] or 0))
        return [Paper(*key, tuple(dict.fromkeys(uses))) for key, uses in found.items()]

    def _read(self, name: str) -> dict[str, Any]:
        return dict(json.loads((SHARED / name).read_text(encoding="utf-8")))
