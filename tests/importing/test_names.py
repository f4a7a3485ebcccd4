# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Names compared: the same under other spellings, near enough to be offered, or somebody else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.services.importing.names import (
    Likeness,
    Match,
    likeness,
    match,
    near_pairs,
    short_name,
    split_people,
    surname_first,
    tidy_name,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ANN LOWE", "Ann Lowe "),
        ("O’Shea, Josie", "Josie OShea"),
        ("Siân Ap-Rhys", "Sian Ap Rhys"),
        ("Łucja Zając", "Lucja Zajac"),
        ("Lowe Ann", "Ann Lowe"),
        ("Dr Ann Lowe", "Ann Lowe"),
        ("Kaz Bright", "Bright, Karen (Kaz)"),
    ],
)
def test_the_same_person_under_another_spelling(one: str, other: str) -> None:
    assert likeness(one, other) is likeness(other, one) is Likeness.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kaz Bright", "Karen Bright"),
        ("K. Bright-Moore", "Karen Bright-Moore"),
        ("Karen B-M", "Karen Bright-Moore"),
        ("Karen Bright", "Karen Bright-Moore"),
        ("Bill Tye", "William Tye"),
        ("Catherine Tye", "Katherine Tye"),
        ("Siobhan Devlin", "Siobhann Develin"),
        ("Karen", "Karen Bright"),
        ("KB", "Karen Bright"),
    ],
)
def test_a_near_name_is_offered_and_not_taken(one: str, other: str) -> None:
    assert likeness(one, other) is likeness(other, one) is Likeness.NEAR


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Lowe", "Bob Lowe"),
        ("Sam Green", "Tom Green"),
        ("Jane Smith", "John Smith"),
        ("Jo Wood", "Jo Ward"),
        ("", "Jo"),
    ],
)
def test_somebody_else_is_somebody_else(one: str, other: str) -> None:
    assert likeness(one, other) is likeness(other, one) is Likeness.OTHER


def test_the_same_name_goes_before_near_ones_and_the_nearest_comes_first() -> None:
    assert match("Karen Bright", ["Karen Brigt", "karen bright"]) == Match(same="karen bright")
    assert match("Karen Brigh", ["Karyn Bright", "Karen Bright", "Bob Tarn"]).near == ("Karen Bright", "Karyn Bright")


@pytest.mark.parametrize(
    ("text", "tidy", "short"),
    [
        ("Bright, Karen (Kaz)", "Karen Bright", "Kaz"),
        ("karen bright (vol) ", "Karen Bright", ""),
        ("O’SHEA, JOSIE", "Josie O’Shea", ""),
        ("  Ann   Lowe,", "Ann Lowe", ""),
    ],
)
def test_a_name_is_tidied_for_showing(text: str, tidy: str, short: str) -> None:
    assert (tidy_name(text), short_name(text)) == (tidy, short)


def test_names_in_one_cell_are_parted_but_not_a_surname_from_its_first_name() -> None:
    assert split_people("Kaz; Ann / Bob & Cy and Di") == ("Kaz", "Ann", "Bob", "Cy", "Di")
    assert split_people("Ann, Bob, Cy") == ("Ann", "Bob", "Cy")
    assert split_people("John A Smith") == ("John A Smith",)
    column = ["Bright, Karen", "Lowe, Ann", ""]
    assert surname_first(column)
    assert split_people(column[0], comma_turns=True) == ("Bright, Karen",)


@settings(deadline=None)
@given(st.lists(st.text(max_size=30), max_size=6))
def test_any_text_can_be_compared_and_pairs_agree_with_likeness(names: list[str]) -> None:
    for first, second, how in near_pairs(names):
        assert first < second
        assert likeness(names[first], names[second]) is how is not Likeness.OTHER
