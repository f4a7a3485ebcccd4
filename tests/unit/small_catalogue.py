# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A catalogue small enough to reason about: standard 1 has the rows a test asks for, the others one row each."""

from collections.abc import Sequence
from typing import Any

from desktop.models.catalogue import Catalogue
from desktop.models.catalogue_parsing import parse_catalogue

ALL_TYPES = ("help-seeking", "early response", "behaviour change", "intensive case management")
WORDS = "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november".split()


def indicator(indicator_id: str, *, critical: bool = False, applies: Sequence[str] = ALL_TYPES) -> dict[str, Any]:
    standard, row = (int(part) for part in indicator_id.split("."))
    return {
        "id": indicator_id,
        "standard": standard,
        "short_name": f"{WORDS[standard - 1]} {WORDS[row - 1]} rule",
        "text": f"The text of {indicator_id}.",
        "why": "It matters.",
        "evidence": ["a policy"],
        "looks_for": [],
        "critical": critical,
        "applies": list(applies),
        "basis": "Our own wording",
    }


def course(course_id: str, **changes: Any) -> dict[str, Any]:
    return {
        "id": course_id,
        "name": f"Course {course_id}",
        "kind": "course",
        "length": "1 day",
        "hours": None,
        "roles": ["FAC"],
        "roles_note": "facilitators",
        "core_for": [],
        "mandatory": False,
        "valid_months": 12,
        "validity_note": "12 months",
        "basis": "Our own proposal",
    } | changes


def supervision(kind_id: str, **changes: Any) -> dict[str, Any]:
    return {
        "id": kind_id,
        "name": "Practice supervision",
        "who": "practitioners",
        "frequency": "monthly",
        "every_days": 30,
        "every_note": None,
        "feeds": "6.1",
        "basis": "Our own proposal",
    } | changes


def data(rows: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    """Data of a catalogue that is right in every respect."""
    first = list(rows) or [indicator("1.1", critical=True), indicator("1.2")]
    return {
        "version": "2099.1",
        "source": "An invented document",
        "source_updated": "2099-01-01",
        "licence": "An invented licence",
        "disclaimer": "Not official.",
        "titles_note": "invented",
        "title_checked_by": None,
        "standards": [
            {"number": number, "title": f"Title {number}", "short_name": f"Short {number}"} for number in range(1, 8)
        ],
        "indicators": [*first, *(indicator(f"{number}.1") for number in range(2, 8))],
        "roles": [
            {"code": "FAC", "name": "Facilitator", "practice": True, "staff": True},
            {"code": "MGR", "name": "Manager", "practice": False, "staff": True},
        ],
        "other_roles": [{"code": "TSL", "name": "Trustee", "practice": False, "staff": False}],
        "competencies": [{"id": "K1", "text": "Knows", "levels": {"FAC": 3, "MGR": 0}, "basis": "Our own wording"}],
        "courses": [course("T01", core_for=["FAC"], valid_months=None), course("T02", mandatory=True)],
        "supervision": [supervision("SV1")],
        "sources": ["An invented source"],
    }


def catalogue(rows: Sequence[dict[str, Any]] = ()) -> Catalogue:
    return parse_catalogue(data(rows))
