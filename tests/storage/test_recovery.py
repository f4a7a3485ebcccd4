# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The recovery code: typing errors show, harmless variants are forgiven, the sheet says what is needed."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.storage.recovery import (
    ALPHABET,
    RecoveryCodeTypoError,
    check_code,
    grouped,
    new_code,
    sheet_text,
)

CODE = new_code()
PLAIN = CODE.replace("-", "")


def test_a_code_is_seven_groups_of_four() -> None:
    assert [len(group) for group in CODE.split("-")] == [4] * 7
    assert check_code(CODE) == PLAIN[:26]


def test_codes_differ() -> None:
    assert len({new_code() for _ in range(50)}) == 50


@pytest.mark.parametrize("place", range(28))
def test_one_wrong_character_shows_in_every_place(place: int) -> None:
    for other in set(ALPHABET) - {PLAIN[place]}:
        with pytest.raises(RecoveryCodeTypoError, match="at least one character differs"):
            check_code(PLAIN[:place] + other + PLAIN[place + 1 :])


@pytest.mark.parametrize("place", range(27))
def test_two_neighbours_swapped_show_in_every_place(place: int) -> None:
    pair = PLAIN[place : place + 2]
    swapped = PLAIN[:place] + pair[::-1] + PLAIN[place + 2 :]
    if pair[0] == pair[1]:
        assert check_code(swapped) == PLAIN[:26]
    else:
        with pytest.raises(RecoveryCodeTypoError):
            check_code(swapped)


@pytest.mark.parametrize("place", range(28))
def test_a_character_left_out_or_doubled_shows(place: int) -> None:
    for typed in (PLAIN[:place] + PLAIN[place + 1 :], PLAIN[:place] + PLAIN[place] + PLAIN[place:]):
        with pytest.raises(RecoveryCodeTypoError, match="instead of 28"):
            check_code(typed)


@settings(max_examples=25, deadline=None)  # each example tries 1,024 check pairs
@given(st.text(alphabet=ALPHABET, min_size=26, max_size=26))
def test_what_people_mistype_harmlessly_is_forgiven(body: str) -> None:
    from_sheet = grouped(body + _check_characters_of(body))
    for typed in (
        from_sheet.lower(),
        from_sheet.replace("-", " "),
        from_sheet.replace("-", ""),
        from_sheet.replace("0", "O"),
        from_sheet.replace("0", "o").replace("1", "I"),
        from_sheet.replace("1", "l"),
        f"  {from_sheet}\n",
    ):
        assert check_code(typed) == body


@pytest.mark.parametrize("strange", ["U", "é", "!", "\u0660"])
def test_a_character_that_no_code_has_is_named(strange: str) -> None:
    with pytest.raises(RecoveryCodeTypoError, match="is never used in a code"):
        check_code(strange + PLAIN[1:])


def test_the_sheet_says_what_it_opens_and_warns() -> None:
    text = sheet_text(CODE, made=date(2026, 11, 2), workbook_id="0123456789ab", version="0.1.0")
    for words in (CODE, "2 November 2026", "01234567", "0.1.0", "can read the records", "sign packs"):
        assert words in text
    assert max(map(len, text.splitlines())) <= 80
    assert "practice" not in text
    assert "practice workbook" in sheet_text(CODE, made=date(2026, 11, 2), workbook_id="01", version="1", practice=True)


def _check_characters_of(body: str) -> str:
    """Found by trying: exactly one pair of the 1,024 fits."""
    fitting = []
    for first in ALPHABET:
        for second in ALPHABET:
            try:
                check_code(body + first + second)
            except RecoveryCodeTypoError:
                continue
            fitting.append(first + second)
    assert len(fitting) == 1
    return fitting[0]
