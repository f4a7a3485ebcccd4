# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""From one version of the standards to the next: what is the same, reworded, split, joined, new and withdrawn."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.carry_over import Carry, carry_plan, word_runs
from desktop.models.catalogue import Catalogue, CatalogueError, Withdrawn
from desktop.models.catalogue_parsing import parse_catalogue
from tests.unit import small_catalogue

BEFORE = small_catalogue.catalogue([small_catalogue.indicator(f"1.{row}") for row in range(1, 6)])


def rows(version: Catalogue) -> dict[str, Carry]:
    return {line.indicator_id: line.carry for line in carry_plan(BEFORE, version).lines if line.indicator_id[0] == "1"}


def second_version() -> Catalogue:
    """1.1 stays, 1.2 is reworded, 1.3 is split, 1.4 is withdrawn, 1.5 goes with 2.1 into one, and one is new."""
    one, two, three, _four, five, *others = BEFORE.indicators
    made = (
        one,
        replace(two, text="The new text of 1.2."),
        replace(three, id="1.6", short_name="sixth new rule", text="The first half.", replaces=("1.3",)),
        replace(three, id="1.7", short_name="seventh new rule", text="The second half.", replaces=("1.3",)),
        replace(five, id="1.8", short_name="eighth new rule", replaces=("1.5", "2.1")),
        replace(five, id="1.9", short_name="ninth new rule"),
        *others[1:],
    )
    return replace(
        BEFORE,
        version="2099.2",
        follows="2099.1",
        indicators=made,
        withdrawn=(Withdrawn("1.4", "It was asked twice."),),
    )


def test_each_indicator_says_where_it_comes_from() -> None:
    plan = carry_plan(BEFORE, second_version())
    assert rows(second_version()) == {
        "1.1": Carry.SAME,
        "1.2": Carry.REWORDED,
        "1.6": Carry.SPLIT,
        "1.7": Carry.SPLIT,
        "1.8": Carry.JOINED,
        "1.9": Carry.NEW,
    }
    assert plan.line("1.8").before == ("1.5", "2.1")
    assert plan.withdrawn == (Withdrawn("1.4", "It was asked twice."),)
    assert plan.after()["1.3"] == ("1.6", "1.7")
    assert "1.4" not in plan.after()


@pytest.mark.parametrize("change", [{"critical": True}, {"applies": BEFORE.indicators[0].applies[:1]}])
def test_what_is_critical_now_or_for_other_services_must_be_confirmed_too(change: dict[str, object]) -> None:
    one, *others = BEFORE.indicators
    version = replace(BEFORE, indicators=(replace(one, **change), *others))  # type: ignore[arg-type]
    assert rows(version)["1.1"] is Carry.REWORDED
    assert Carry.REWORDED.must_be_confirmed


def test_the_order_of_the_service_types_is_no_other_wording() -> None:
    one, *others = BEFORE.indicators
    assert rows(replace(BEFORE, indicators=(replace(one, applies=one.applies[::-1]), *others)))["1.1"] is Carry.SAME


def test_an_id_used_for_something_else_takes_over_nothing() -> None:
    one, two, *others = BEFORE.indicators
    moved = replace(two, id="1.9", short_name="ninth new rule", replaces=("1.2",))
    other = replace(two, text="Something else.", short_name="other new rule")
    plan = carry_plan(BEFORE, replace(BEFORE, indicators=(one, moved, other, *others)))
    assert (plan.line("1.9").carry, plan.line("1.2").carry) == (Carry.SAME, Carry.NEW)


def test_the_same_version_is_the_same_in_every_line() -> None:
    plan = carry_plan(BEFORE, BEFORE)
    assert {line.carry for line in plan.lines} == {Carry.SAME}
    assert plan.withdrawn == ()


def test_the_words_that_came_and_went_are_told_apart() -> None:
    runs = word_runs("Every person is told what it is.", "Every adult is told clearly what it is.")
    assert [(run.words.strip(), run.gone, run.come) for run in runs] == [
        ("Every", False, False),
        ("person", True, False),
        ("adult", False, True),
        ("is told", False, False),
        ("clearly", False, True),
        ("what it is.", False, False),
    ]


@given(st.text(alphabet="ab \n"), st.text(alphabet="ab \n"))
def test_the_runs_give_both_texts_back(before: str, now: str) -> None:
    runs = word_runs(before, now)
    assert "".join(run.words for run in runs if not run.come) == before
    assert "".join(run.words for run in runs if not run.gone) == now


def test_a_version_file_may_say_what_it_follows_and_what_it_withdraws() -> None:
    data = small_catalogue.data([small_catalogue.indicator("1.1") | {"replaces": ["1.2"]}])
    data |= {"follows": "an earlier one", "withdrawn": [{"id": "1.3", "why": "It was asked twice."}]}
    made = parse_catalogue(data)
    assert made.indicator("1.1").replaces == ("1.2",)
    assert (made.follows, made.withdrawn) == ("an earlier one", (Withdrawn("1.3", "It was asked twice."),))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"withdrawn": [{"id": "1.1", "why": "Gone."}], "follows": "a"}, "withdrawn 1.1: is an indicator"),
        ({"withdrawn": [{"id": "1.4", "why": "Gone."}]}, "`follows` must name the version"),
        ({"follows": "2099.1"}, "`follows` must name another version"),
        ({"withdrawn": [{"id": "1.4"}], "follows": "a"}, "withdrawn 1.4: `why` is missing"),
    ],
)
def test_what_a_version_file_says_of_the_one_before_is_checked(change: dict[str, object], problem: str) -> None:
    with pytest.raises(CatalogueError, match=problem):
        parse_catalogue(small_catalogue.data([small_catalogue.indicator("1.1")]) | change)


def test_over_several_versions_answers_go_by_way_of_each() -> None:
    third = replace(
        second_version(),
        version="2099.3",
        follows="2099.2",
        indicators=tuple(replace(one, replaces=()) for one in second_version().indicators),
        withdrawn=(),
    )
    over, straight = carry_plan(BEFORE, second_version(), third), carry_plan(BEFORE, second_version())
    assert over == straight


def test_what_an_indicator_replaces_is_of_the_version_before_alone() -> None:
    again = carry_plan(second_version(), second_version())
    assert {line.carry for line in again.lines} == {Carry.SAME}
