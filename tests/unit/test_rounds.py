# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A round from its start to its lapse, and what a sign-off freezes as text and back."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.rounds import FrozenRound, RoundState, SignOff, lapse_day, round_state, standing_sign_off
from desktop.services.rounds.frozen_text import from_text, sha256_of, to_text

SIGNED = SignOff("s1", "round", "Tess Trustee", "Chair", date(2025, 2, 28), "4.2", "{}", "ab")


@pytest.mark.parametrize(
    ("sign_off", "today", "in_review", "state"),
    [
        (None, date(2025, 3, 1), False, RoundState.OPEN),
        (None, date(2035, 3, 1), True, RoundState.IN_REVIEW),
        (SIGNED, date(2025, 2, 28), True, RoundState.SIGNED_OFF),
        (SIGNED, date(2026, 2, 28), False, RoundState.SIGNED_OFF),
        (SIGNED, date(2026, 3, 1), False, RoundState.LAPSED),
        (replace(SIGNED, signed_on=date(2024, 2, 29)), date(2025, 3, 1), False, RoundState.LAPSED),
    ],
)
def test_a_round_holds_for_twelve_months_after_its_sign_off(
    sign_off: SignOff | None, today: date, in_review: bool, state: RoundState
) -> None:
    assert round_state(sign_off, today, in_review=in_review) is state
    assert state.can_change is (sign_off is None)


def test_a_leap_day_lapses_with_february() -> None:
    assert lapse_day(date(2024, 2, 29)) == date(2025, 2, 28)


def test_a_round_that_was_reopened_has_the_later_sign_off_or_none() -> None:
    reopened = replace(SIGNED, reopened_on=date(2025, 4, 1), reopened_by="Meg", reopened_why="An error.")
    again = replace(SIGNED, id="s2", signed_on=date(2025, 5, 1))
    assert standing_sign_off([reopened]) is None
    assert standing_sign_off([reopened, again]) is again


def test_what_was_blanked_is_told_apart_from_what_froze_nothing() -> None:
    assert [replace(SIGNED, frozen="").blanked, SIGNED.blanked, replace(SIGNED, frozen="", sha256="").blanked] == [
        True,
        False,
        False,
    ]


@given(st.builds(FrozenRound))
def test_a_frozen_round_comes_back_from_its_text_as_it_was(frozen: FrozenRound) -> None:
    text = to_text(frozen)
    assert from_text(text) == frozen
    assert to_text(from_text(text)) == text
    assert len(sha256_of(text)) == 64
