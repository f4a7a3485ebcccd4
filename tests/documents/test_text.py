# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Lines: nothing lost, nothing too wide, a space wherever a space was."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.reports import fonts
from desktop.reports.text import Span, Style, break_lines, drawable, shorten

STYLE = Style(10, 13)
SOME_TEXT = st.text(st.sampled_from("abc W-_/. ŵ\nשx"), max_size=200)


def joined(text: str, room: float) -> str:
    return "".join(piece[2] for line in break_lines(text, STYLE, room) for piece in line.pieces)


@given(SOME_TEXT, st.floats(40, 400))
def test_lines_hold_every_character_in_order(text: str, room: float) -> None:
    expected = drawable(text)
    assert "".join(joined(text, room).split()) == "".join(expected.split())


@given(SOME_TEXT, st.floats(40, 400))
def test_no_line_is_wider_than_the_room(text: str, room: float) -> None:
    for line in break_lines(text, STYLE, room):
        wide = sum(fonts.width(face, words.rstrip()) * STYLE.size for face, _, words in line.pieces)
        assert wide <= room + 0.01
        assert line.width <= room + 0.01


@given(st.lists(st.text(st.sampled_from("abcW"), min_size=1, max_size=8), max_size=30), st.floats(80, 300))
def test_words_that_fit_are_never_run_together_nor_torn(words: list[str], room: float) -> None:
    assert joined(" ".join(words), room).split() == words


def test_a_change_of_face_inside_a_word_adds_no_space() -> None:
    lines = break_lines(("see ", Span("5", "bold"), ".5, twice"), STYLE, 500)
    assert ["".join(piece[2] for piece in line.pieces).strip() for line in lines] == ["see 5.5, twice"]
    assert [piece[0] for piece in lines[0].pieces] == ["regular", "bold", "regular"]


def test_a_long_file_name_breaks_after_a_sign() -> None:
    lines = break_lines("Safeguarding_Policy_final_version_signed.pdf", STYLE, 100)
    assert len(lines) > 1
    assert all(line.pieces[-1][2].rstrip()[-1] in "_.f" for line in lines)


def test_a_shortened_text_fits_and_says_that_it_is_cut() -> None:
    cut = shorten("x" * 400, "bold", 10, 120)
    assert cut.endswith("…")
    assert fonts.width("bold", cut) * 10 <= 120
    assert shorten("short", "bold", 10, 120) == "short"
