# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Whatever people write is drawn as they wrote it: it is never obeyed, never lost, never over the edge."""

from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop.reports.evidence_pack import render
from desktop.reports.text import drawable
from tests.documents import snapshots
from tests.documents.reading import placed_words, printed, spoken

PAYLOADS = (
    "<img src='file:///etc/passwd' width='10'/>",
    "<img src=x onerror=alert(1)>",
    "<a href='file:///etc/hostname'>click</a>",
    "<a href=javascript:alert(1)>click</a>",
    "<font size=80 color=red>LOUD</font>",
    "<b>bold</b> <i>italic</i> <u>under</u>",
    "<para align=right>right</para>",
    "<br/><br/>two breaks",
    "<onDraw name=f label=g/>",
    "<seq id=x/>",
    "<index item=x/>",
    "<!-- hidden --> shown",
    "<![CDATA[ raw ]]>",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "&amp; &lt; &#60; &nbsp; &unknown;",
    "unclosed <b and <i",
    "</b></para></document> closed too often",
    "100% %s %d %(name)s %n %%",
    "{0} {name} {{x}} {snapshot.pack_id}",
    r"\\n \\t \\u0041 \\ \\(",
    "( unbalanced ) ) ( ( [ ] Tj ET EMC Q",
    "endstream endobj trailer startxref %%EOF",
    "'; DROP TABLE answers; --",
    "=cmd|'/c calc'!A1 +1 -1 @SUM(1)",
    "../../../../etc/passwd",
    r"\$HOME `id` \$(id)",
    "__import__('os').system('id')",
    r"{% include 'x' %} {{ 7*7 }} \${7*7}",
    "TŶ Ŵyn ŵyth ŷd Ẃ ẃ Ẁ ẁ Ẅ ẅ Ỳ ỳ â ê î ô û",
    "“quotes” ‘single’ – — … • · × ≤ ≥ £ € ½",
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_printed_as_written(payload: str, tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    drawn = render(snapshots.with_narrative(payload), ())
    path.write_bytes(drawn.pdf)
    assert "".join(drawable(payload).split()) in printed(path).replace(" ", "")
    with pikepdf.open(path) as pdf:
        things = [thing for thing in pdf.objects if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream))]
        assert not [
            t for t in things if t.get("/Subtype") == "/Image" or "/URI" in t or "/JS" in t or t.get("/S") == "/URI"
        ]
        assert "/OpenAction" not in pdf.Root


def test_every_payload_is_read_aloud_as_written(tmp_path: Path) -> None:
    """All in one pack: reading it by way of its tree takes longer than drawing it."""
    path = tmp_path / "pack.pdf"
    plain = snapshots.with_narrative("plain")
    row = plain.standards[0].indicators[0]
    rows = tuple(replace(row, narrative=payload) for payload in PAYLOADS)
    path.write_bytes(render(replace(plain, standards=(replace(plain.standards[0], indicators=rows),)), ()).pdf)
    heard = "".join(spoken(path).split())
    assert [payload for payload in PAYLOADS if "".join(drawable(payload).split()) not in heard] == []


@pytest.mark.parametrize(
    ("text", "shown", "unknown"),
    [
        ("a\u0000b", "a[U+0000]b", {"\u0000"}),
        ("pay\u202elive", "pay[U+202E]live", {"\u202e"}),
        ("zero\u200bwidth\ufeff", "zero[U+200B]width[U+FEFF]", {"\u200b", "\ufeff"}),
        ("soft\u00adhyphen", "soft[U+00AD]hyphen", {"\u00ad"}),
        ("שלום", "[U+05E9][U+05DC][U+05D5][U+05DD]", set("שלום")),
        ("你好", "[U+4F60][U+597D]", set("你好")),
        ("ok 😀", "ok [U+1F600]", {"😀"}),
        ("half \ud800 pair", "half [U+D800] pair", {"\ud800"}),
        ("w\u0302y", "ŵy", set()),
        ("tab\there", "tab here", set()),
        ("dos\r\nmac\rline\u2028end", "dos\nmac\nline\nend", set()),
    ],
)
def test_what_has_no_shape_is_spelt_out_and_told(text: str, shown: str, unknown: set[str]) -> None:
    found: set[str] = set()
    assert drawable(text, found) == shown
    assert found == unknown


def test_unknown_characters_of_every_place_are_told_once() -> None:
    drawn = render(snapshots.with_narrative("你 שלום \u202e 你"), ())
    assert drawn.unknown_characters == tuple(sorted(set("你שלום\u202e")))
    assert render(snapshots.rich(), ()).unknown_characters == ()


@pytest.mark.parametrize("text", ["x" * 5000, "W" * 5000, "ab_" * 1500, "word " * 900, "你" * 900, "line\n" * 200])
def test_no_word_leaves_the_page(text: str, tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(render(snapshots.with_narrative(text), ()).pdf)
    for word in placed_words(path):
        assert word.left > 50, word
        assert word.right < 595.3 - 48, word
        assert word.top > 8, word
        assert word.bottom < 841.9 - 20, word


ODD_TEXT = st.text(
    st.one_of(st.characters(), st.sampled_from("\u202e\u2066\u0000\u00ad\u200d\ufeff\u0301 \n<>&%(){}[]\\שبŵŷ你😀")),
    max_size=300,
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ODD_TEXT)
@example("\ud800")
@example("\u0301" * 40)
def test_odd_text_still_makes_a_sound_pack(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.pdf"
    snapshot = replace(snapshots.with_narrative(text), files=())
    path.write_bytes(render(snapshot, ()).pdf)
    for profile in ("ua1", "3a"):
        report = page.validate_pdf(path, profile=profile)
        assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]
