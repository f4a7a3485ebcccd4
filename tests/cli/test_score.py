# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``sevenfold score``: results, working, and errors that say where the input is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.support.resources import resource
from tests.cli.command import SHARED, sevenfold

PRACTICE = resource("practice")


def test_the_practice_charity_scores_as_it_was_written() -> None:
    said = sevenfold("score", PRACTICE / "answers.json", PRACTICE / "services.json", "--as-at", "2026-11-22", "--json")
    assert said.code == 0
    assert [said.data["standards"][str(n)]["result"] for n in range(1, 8)] == [
        "met",
        "safety_gap",
        "met",
        "partly_met",
        "not_yet_met",
        "partly_met",
        "partly_met",
    ]


def test_the_results_equal_the_expected_ones_of_the_shared_inputs() -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared inputs are not beside this checkout")
    said = sevenfold("score", SHARED / "answers.json", SHARED / "interventions.json", "--as-at", "2026-11-20", "--json")
    expected = json.loads((SHARED / "expected.json").read_text(encoding="utf-8"))["answers"]["results"]
    found = {number: {key: said.data["standards"][number][key] for key in want} for number, want in expected.items()}
    assert found == expected


def test_words_show_every_gate_of_every_standard() -> None:
    said = sevenfold("score", PRACTICE / "answers.json", PRACTICE / "services.json", "--as-at", "2026-11-22")
    assert said.code == 0
    assert said.out.count("\nStandard ") == 7
    assert said.out.count("at least 80%") == 7
    assert "Safety gap, because SA 2.3" in said.out


@pytest.fixture
def given() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PRACTICE / "answers.json").read_text(encoding="utf-8"))
    return found


def score(tmp_path: Path, given: Any) -> str:
    answers = tmp_path / "answers.json"
    answers.write_text(given if isinstance(given, str) else json.dumps(given), encoding="utf-8")
    said = sevenfold("score", answers, PRACTICE / "services.json", "--json")
    assert said.code == 3
    assert set(said.data) == {"error", "message"}
    assert said.data["message"] in said.err
    assert "Nothing was changed" in said.data["message"]
    return str(said.data["message"])


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("judgement", 5, "answer 1.1: judgement is 5"),
        ("judgement", True, "answer 1.1: judgement is True"),
        ("judgement", "fine", "answer 1.1: judgement is 'fine'"),
        ("id", "9.9", "answer 9.9: there is no indicator with this id"),
        ("id", "1.2", "answer 1.2: is given more than once"),
        ("evidence_strength", 7, "answer 1.1: evidence_strength must be a whole number from 0 to 4"),
        ("judged_on", "2 November", "answer 1.1: judged_on is '2 November'; write dates as YYYY-MM-DD"),
        ("evidence", [{"file": "../etc/passwd"}], "answer 1.1, evidence 1: file is '../etc/passwd'"),
        ("evidence", "none", "answer 1.1: evidence must be a list"),
        ("actions", [{"what": "x", "status": "later"}], "answer 1.1, actions 1: status is 'later'"),
        ("narrative", 3, "answer 1.1: narrative must be text"),
        ("narrative", "half \ud83d of it", "answer 1.1: narrative holds half a character"),
        ("judged_on", "9999-12-31", "answer 1.1: judged_on is 9999-12-31; years run from 1900 to 2100"),
    ],
)
def test_a_wrong_answer_is_named_with_its_place(
    tmp_path: Path, given: dict[str, Any], field: str, value: object, problem: str
) -> None:
    given["answers"][0][field] = value
    assert problem in score(tmp_path, given)


def test_a_misspelt_name_is_told_and_not_read_as_empty(tmp_path: Path, given: dict[str, Any]) -> None:
    given["answers"][0]["judgment"] = given["answers"][0].pop("judgement")
    assert "'judgment' is not known; is 'judgement' meant?" in score(tmp_path, given)


def test_many_problems_are_listed_together(tmp_path: Path, given: dict[str, Any]) -> None:
    for answer in given["answers"][:20]:
        answer["judgement"] = 9
    message = score(tmp_path, given)
    assert message.count("judgement is 9") == 12
    assert "and 8 more" in message


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "line 1, column 1 is not JSON"),
        ('{"answers": [}', "line 1, column 14 is not JSON"),
        ('{"assessment_date": "2026-10-05", "assessment_date": ""}', "`assessment_date` is there twice"),
        ('{"n": ' + "9" * 5000 + "}", "a number in it is far too long"),
        ("[]", "must be an object"),
        ("{}", "answers must be a list"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_file_that_is_no_assessment_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    assert problem in score(tmp_path, text)


def test_a_file_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    missing = sevenfold("score", tmp_path / "none.json", PRACTICE / "services.json")
    assert missing.code == 3
    assert "there is no such file" in missing.err
    binary = tmp_path / "answers.json"
    binary.write_bytes(b"\xff\xfe\x00{")
    said = sevenfold("score", binary, PRACTICE / "services.json")
    assert said.code == 3
    assert "line 1 is not UTF-8 text" in said.err


def test_a_service_of_another_type_is_told_the_four_types(tmp_path: Path) -> None:
    services = json.loads((PRACTICE / "services.json").read_text(encoding="utf-8"))
    services["services"][0]["type"] = "counselling"
    changed = tmp_path / "services.json"
    changed.write_text(json.dumps(services), encoding="utf-8")
    said = sevenfold("score", PRACTICE / "answers.json", changed)
    assert said.code == 3
    assert "'help-seeking', 'early response', 'behaviour change', 'intensive case management'" in said.err


def test_a_short_programme_and_one_out_of_scope_are_flagged(tmp_path: Path) -> None:
    services = json.loads((PRACTICE / "services.json").read_text(encoding="utf-8"))
    services["organisation"]["country"] = "Scotland"
    changed = tmp_path / "services.json"
    changed.write_text(json.dumps(services), encoding="utf-8")
    said = sevenfold("score", PRACTICE / "answers.json", changed)
    assert said.code == 0
    assert "18 weeks" in said.out
    assert "England and Wales" in said.out


@pytest.mark.parametrize("arguments", [(), ("score",), ("score", "a", "b", "--as-at", "soon"), ("dance",)])
def test_wrong_usage_ends_with_64(arguments: tuple[str, ...]) -> None:
    said = sevenfold(*arguments)
    assert said.code == 64
    assert said.out == ""
    assert "--help" in said.err
