# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The bundled catalogue, and the checks that any catalogue passes before it is used."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from desktop.models.catalogue import CatalogueError
from desktop.models.catalogue_parsing import parse_catalogue
from desktop.models.records import ServiceType
from desktop.support.catalogue_file import load_catalogue
from tests.unit import small_catalogue

CRITICAL = "1.1 1.2 1.3 1.5 1.6 1.8 2.2 2.3 2.4 2.6 3.2 3.4 4.2 4.3 4.8 5.5 5.9 6.2 6.3 6.5 7.5 7.8".split()
ROWS = (10, 9, 9, 9, 10, 11, 9)
BUNDLED = load_catalogue()


def problems(change: Callable[[dict[str, Any]], object]) -> tuple[str, ...]:
    data = small_catalogue.data()
    change(data)
    with pytest.raises(CatalogueError) as caught:
        parse_catalogue(data)
    return caught.value.problems


def first(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = data["indicators"][0]
    return found


def test_bundled_catalogue_has_67_indicators_in_seven_standards() -> None:
    assert tuple(len(BUNDLED.of_standard(number)) for number in range(1, 8)) == ROWS


def test_bundled_catalogue_keeps_the_critical_indicators() -> None:
    assert [indicator.id for indicator in BUNDLED.indicators if indicator.critical] == CRITICAL


def test_bundled_catalogue_keeps_the_service_types() -> None:
    counts = {kind.value: sum(kind in row.applies for row in BUNDLED.indicators) for kind in ServiceType}
    assert counts == {
        "help-seeking": 44,
        "early response": 63,
        "behaviour change": 67,
        "intensive case management": 65,
    }


def test_bundled_titles_are_as_quoted() -> None:
    assert BUNDLED.standard(3).title == (
        "Interventions should hold perpetrators to account, whilst treating them with respect, "
        "and offering opportunities to choose to change"
    )
    assert "co-ordinated community response" in BUNDLED.standard(2).title
    assert BUNDLED.title_checked_by == ""
    assert BUNDLED.titles_note == "wording as quoted in published sources"


def test_bundled_wording_has_no_working_notes_in_it() -> None:
    said = [
        text
        for row in BUNDLED.indicators
        for text in (row.text, row.why, row.basis, row.short_name, *row.evidence, *row.looks_for)
    ]
    said += [text for row in BUNDLED.courses for text in (row.name, row.length, row.roles_note, row.basis)]
    said += [text for row in BUNDLED.supervision for text in (row.name, row.who, row.frequency, row.basis)]
    assert [text for text in said if re.search(r"\[|\]|\bsources/|  |\d-\d", text)] == []


def test_bundled_sentences_end_and_stay_short() -> None:
    sentences = [
        sentence
        for row in BUNDLED.indicators
        for text in (row.text, row.why)
        for sentence in re.split(r"(?<=\.) ", text)
    ]
    assert [sentence for sentence in sentences if not sentence.endswith(".")] == []
    assert [sentence for sentence in sentences if len(sentence.split()) > 32] == []


def test_practice_roles_and_lookups_agree_with_the_data() -> None:
    assert BUNDLED.practice_roles == ("FAC", "COF", "ONE", "CMG", "HLP", "VSW")
    assert BUNDLED.indicator("6.3").number == "SA 6.3"
    assert BUNDLED.course("T09").valid_months == 12
    assert BUNDLED.role("MGR").name == "Service manager"
    assert BUNDLED.supervision_kind("SV3").feeds == "6.5"
    assert BUNDLED.competencies[0].level("SUP") == 4
    assert BUNDLED.competencies[0].level("VOL") == 0


def test_unknown_indicator_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        BUNDLED.indicator("8.1")


def test_right_data_makes_a_catalogue() -> None:
    assert parse_catalogue(small_catalogue.data()).version == "2099.1"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda d: first(d).update(critical="yes"), "indicator 1.1: `critical` must be true or false"),
        (lambda d: first(d).update(critical=1), "indicator 1.1: `critical` must be true or false"),
        (lambda d: first(d).pop("why"), "indicator 1.1: `why` is missing"),
        (
            lambda d: first(d).update(text=" "),
            "indicator 1.1: `text` must be a text, not empty and without spaces at its ends",
        ),
        (
            lambda d: first(d).update(text=None),
            "indicator 1.1: `text` must be a text, not empty and without spaces at its ends",
        ),
        (lambda d: first(d).update(colour="red"), "indicator 1.1: `colour` is not a known field"),
        (lambda d: first(d).update(short_name="One"), "indicator 1.1: `short_name` must have two to four words"),
        (lambda d: first(d).update(short_name="a b c d e"), "indicator 1.1: `short_name` must have two to four words"),
        (lambda d: first(d).update(standard=8), "indicator 1.1: there is no standard 8"),
        (lambda d: first(d).update(standard=0), "indicator 1.1: `standard` must be a whole number of 1 or more"),
        (lambda d: first(d).update(standard=True), "indicator 1.1: `standard` must be a whole number of 1 or more"),
        (
            lambda d: first(d).update(id="1.x"),
            "indicator 1.x: `id` must be the standard, a point and a number, like 1.1",
        ),
        (
            lambda d: first(d).update(applies=["advice"]),
            "indicator 1.1: `applies` holds 'advice', which is not one of: " + ", ".join(small_catalogue.ALL_TYPES),
        ),
        (lambda d: first(d).update(applies=[]), "indicator 1.1: `applies` must not be empty"),
        (lambda d: first(d).update(evidence="a policy"), "indicator 1.1: `evidence` must be a list"),
        (lambda d: first(d).update(evidence=[3]), "indicator 1.1: `evidence` must hold texts only, none of them empty"),
        (lambda d: first(d).update(evidence=["a", "a"]), "indicator 1.1: `evidence` says 'a' twice"),
        (
            lambda d: d["indicators"].append(small_catalogue.indicator("1.1") | {"short_name": "another name"}),
            "catalogue: indicator 1.1 is there more than once",
        ),
        (
            lambda d: first(d).update(short_name="Alpha Bravo rule"),
            "catalogue: the short name 'alpha bravo rule' is used for more than one indicator",
        ),
        (lambda d: d["indicators"].pop(), "standard 7: has no indicator"),
        (lambda d: d["indicators"].append("x"), "indicator number 9: must be an object with named fields"),
        (lambda d: d.update(indicators={}), "catalogue: `indicators` must be a list"),
        (lambda d: d["standards"].pop(), "catalogue: `standards` must be numbered 1 to 7, in order"),
        (lambda d: d.pop("licence"), "catalogue: `licence` is missing"),
        (lambda d: d.update(extra=1), "catalogue: `extra` is not a known field"),
        (
            lambda d: d["courses"][0].update(roles=["XXX"]),
            "course T01: `roles` holds 'XXX', which is not one of: FAC, MGR, TSL",
        ),
        (
            lambda d: d["courses"][1].update(core_for=["MGR"]),
            "course T02: `core_for` holds 'MGR', which `roles` does not",
        ),
        (
            lambda d: d["courses"][0].update(valid_months=0),
            "course T01: `valid_months` must be a whole number of 1 or more",
        ),
        (
            lambda d: d["courses"][0].update(kind="webinar"),
            "course T01: `kind` must be one of: course, yearly hours, practice hours",
        ),
        (
            lambda d: d["competencies"][0].update(levels={"FAC": 3}),
            "competency K1: `levels` must name each role once, and no other; look at: MGR",
        ),
        (
            lambda d: d["competencies"][0].update(levels={"FAC": 3, "MGR": 5}),
            "competency K1: `levels` must hold whole numbers from 0 to 4",
        ),
        (lambda d: d["competencies"][0].update(levels=[]), "competency K1: `levels` must be an object"),
        (lambda d: d["competencies"][0].pop("levels"), "competency K1: `levels` is missing"),
        (
            lambda d: d["supervision"][0].update(feeds="9.9"),
            "supervision SV1: `feeds` names 9.9, which is no indicator",
        ),
        (
            lambda d: d["supervision"][0].update(every_note="every session"),
            "supervision SV1: needs either `every_days` or `every_note`, not both",
        ),
        (
            lambda d: d["other_roles"][0].update(code="FAC"),
            "catalogue: role FAC is both a main role and another role",
        ),
    ],
)
def test_each_slip_is_named_with_its_place(change: Callable[[dict[str, Any]], object], problem: str) -> None:
    assert problem in problems(change)


def test_all_slips_are_listed_in_one_error() -> None:
    def change(data: dict[str, Any]) -> None:
        first(data).update(critical="no", why="")
        data["courses"][0]["name"] = 7

    found = problems(change)
    assert len(found) == 3
    error = CatalogueError(found)
    assert all(problem in str(error) for problem in found)
    assert error.code == "catalogue"


@pytest.mark.parametrize("data", [None, [], "text", 3])
def test_something_else_than_an_object_is_one_problem_not_a_crash(data: object) -> None:
    with pytest.raises(CatalogueError) as caught:
        parse_catalogue(data)
    assert caught.value.problems[0] == "catalogue: must be an object with named fields"
