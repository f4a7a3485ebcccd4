# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A workforce file is read with every problem named by its place."""

import json
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from desktop.models.errors import InputError
from desktop.services.workforce_file import read_workforce
from desktop.support.catalogue_file import load_catalogue
from desktop.support.resources import resource

GOOD: dict[str, Any] = {
    "people": [
        {"code": "P01", "name": "A", "roles": ["FAC"], "started": "2024-01-01"},
        {"code": "P02", "name": "B", "roles": []},
    ],
    "training": [{"person": "P01", "course": "T05", "completed": "2025-03-04"}],
    "supervision": [{"person": "P02", "kind": "SV3", "planned_for": "2026-01-02", "held": True, "minutes": 60}],
}


def read(tmp_path: Path, change: dict[str, Any]) -> Any:
    path = tmp_path / "workforce.json"
    path.write_text(json.dumps({**GOOD, **change}), encoding="utf-8")
    numbers = count(1)
    return read_workforce(path, load_catalogue(), lambda: f"id-{next(numbers)}")


def test_records_point_at_their_people(tmp_path: Path) -> None:
    given = read(tmp_path, {})
    assert [person.id for person in given.people] == ["id-1", "id-2"]
    assert (given.training[0].person_id, given.supervision[0].person_id) == ("id-1", "id-2")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            {"people": [{"code": "P01", "name": "A"}, {"code": "P01", "name": "B"}]},
            "person P01: is given more than once",
        ),
        ({"people": [{"code": "P01", "name": "A", "roles": ["BOSS"]}]}, "role 'BOSS' is not in the catalogue"),
        ({"training": [{"person": "P09", "course": "T05", "completed": "2025-03-04"}]}, "person 'P09' is not known"),
        ({"training": [{"person": "P01", "course": "T99", "completed": "2025-03-04"}]}, "course 'T99' is not known"),
        ({"training": [{"person": "P01", "course": "T05"}]}, "training 1: completed is missing"),
        ({"supervision": [{"person": "P01", "kind": "tea", "planned_for": "2025-03-04"}]}, "kind 'tea' is not known"),
        ({"supervision": [{"person": "P01", "kind": "SV3", "planned_for": "soon"}]}, "planned_for is 'soon'"),
        ({"people": "everyone"}, "people must be a list"),
    ],
)
def test_a_problem_is_named_with_its_place(tmp_path: Path, change: dict[str, Any], problem: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, change)
    assert problem in str(caught.value)


def test_the_practice_workforce_reads() -> None:
    numbers = count(1)
    given = read_workforce(resource("practice") / "workforce.json", load_catalogue(), lambda: str(next(numbers)))
    assert len(given.people) == 12
    ids = [record.id for record in given.training] + [session.id for session in given.supervision]
    assert len(set(ids)) == len(ids) > 200
