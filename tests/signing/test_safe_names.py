# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Names in the ZIP: short, plain, and never two alike."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.signing.safe_names import LONGEST, safe_name

_PORTAL = re.compile(r"[0-9]{3,}-[A-Za-z0-9]+(-[A-Za-z0-9]+)*(\.[a-z0-9]{1,8})?")


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        ("Supervision policy 2026.pdf", "001-Supervision-policy-2026.pdf"),
        ("Polisi goruchwylio – tŷ Ŵyn.docx", "001-Polisi-goruchwylio-ty-Wyn.docx"),
        ("Straße & Café.PDF", "001-Strasse-Cafe.pdf"),
        ("😀😀.png", "001-file.png"),
        ("invoice\u202efdp.exe", "001-invoicefdp.exe"),
        ("CON", "001-CON"),
        ("con.txt", "001-con.txt"),
        ("LPT1.pdf", "001-LPT1.pdf"),
        ("report.", "001-report"),
        ("report. . .", "001-report"),
        ("..", "001-file"),
        ("", "001-file"),
        ("no extension", "001-no-extension"),
        (".htaccess", "001-file.htaccess"),
        ("archive.tar.gz", "001-archive-tar.gz"),
        (r"C:\Users\someone\plan.pdf", "001-plan.pdf"),
        ("../../etc/passwd", "001-passwd"),
        ("a:b|c?.pdf", "001-a-b-c.pdf"),
        ("x.thisisnotanextension", "001-x-thisisnotanextension"),
        ("日本語.pdf", "001-file.pdf"),
        ("line\nbreak\t.pdf", "001-line-break.pdf"),
    ],
)
def test_a_name_becomes_plain(original: str, expected: str) -> None:
    assert safe_name(1, original) == expected


def test_a_long_name_is_cut_before_its_extension() -> None:
    name = safe_name(12, "policy " * 30 + ".docx")
    assert len(name) <= LONGEST
    assert name.startswith("012-policy-policy")
    assert name.endswith(".docx")


@settings(deadline=None)
@given(st.integers(0, 5000), st.text(max_size=300))
def test_every_name_is_portal_safe_and_short(number: int, original: str) -> None:
    name = safe_name(number, original)
    assert _PORTAL.fullmatch(name)
    assert len(name) <= LONGEST


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=40), st.integers(0, 3000), st.integers(0, 3000))
def test_two_files_never_share_a_name_even_without_case(one: str, other: str, first: int, second: int) -> None:
    if first != second:
        assert safe_name(first, one).casefold() != safe_name(second, other).casefold()
