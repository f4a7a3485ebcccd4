# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The detector of planted words finds them wherever they hide, so that finding none means something."""

import base64
import gzip
import io
import random
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.crash.traces import traces

WORD = "Cadwaladr-Marigold-4417-ŵ"
NOISE = random.Random(4).randbytes(5000)


def in_zip(content: bytes) -> bytes:
    """A ZIP file whose only member holds the content."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside.txt", content)
    return whole.getvalue()


@pytest.mark.parametrize(
    "hide",
    [
        WORD.encode,
        lambda: WORD.encode("utf-16-le"),
        lambda: WORD.encode().hex().encode(),
        lambda: base64.b64encode(WORD.encode()),
        lambda: base64.b64encode(b"x" + WORD.encode() + b"y"),
        lambda: base64.b64encode(b"xy" + WORD.encode() + b"tail"),
        lambda: zlib.compress(b"before " + WORD.encode() + NOISE),
        lambda: zlib.compress(WORD.encode() + NOISE)[:-900],
        lambda: gzip.compress(WORD.encode()),
        lambda: in_zip(WORD.encode() * 20),
    ],
)
def test_a_planted_word_is_found(tmp_path: Path, hide: Callable[[], bytes]) -> None:
    (tmp_path / "plain.bin").write_bytes(NOISE + hide() + NOISE)
    found = traces([tmp_path], ["not there", WORD])
    assert {trace.word for trace in found} == {WORD}


def test_a_word_in_a_file_name_is_found(tmp_path: Path) -> None:
    (tmp_path / f"{WORD}.txt").touch()
    assert [trace.how for trace in traces([tmp_path], [WORD])] == ["name, UTF-8"]


def test_noise_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "noise.bin").write_bytes(random.Random(5).randbytes(2_000_000))
    assert traces([tmp_path], [WORD]) == []
