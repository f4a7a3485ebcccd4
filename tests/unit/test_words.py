# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Words that are offered for passphrases, and the words of fingerprints."""

from math import log2

from desktop.support.resources import resource
from desktop.support.words import new_passphrase, offered_words, word_list, words_for

LEFT_OUT = [
    line
    for line in resource("words/not_offered.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_words_that_remind_of_harm_are_not_offered_in_a_passphrase() -> None:
    drawn = set(new_passphrase(3_000).split())
    assert drawn <= set(offered_words())
    assert not drawn & set(LEFT_OUT)
    for word in ("whacking", "strike", "slain", "battered", "victim", "coffin", "suffocate", "stalking", "drunk"):
        assert word not in offered_words()


def test_the_list_of_words_left_out_names_each_word_of_the_full_list_once() -> None:
    assert set(LEFT_OUT) <= set(word_list())
    assert len(LEFT_OUT) == len(set(LEFT_OUT))
    assert len(offered_words()) == len(word_list()) - len(LEFT_OUT)


def test_five_offered_words_are_still_worth_more_than_63_bits() -> None:
    assert f"{log2(len(offered_words())):.1f}" == "12.7"
    assert 5 * log2(len(offered_words())) > 63


def test_the_words_of_fingerprints_are_those_of_the_full_list() -> None:
    assert len(word_list()) == 7_776
    assert words_for((7_612).to_bytes(32, "big"))[:2] == ("whacking", "abacus")
