# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Nothing that a person typed or stored is found in any byte of any file (trust.md R21)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crash.canary_session import CANARIES
from tests.crash.recording import ROOT
from tests.crash.traces import traces


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["close", "crash"])
def test_no_planted_word_is_in_any_file(swift: Path, ending: str) -> None:
    places = {name: swift / name for name in ("home", "temp", "data")}
    for place in places.values():
        place.mkdir()
    variables = {"HOME": "home", "TMPDIR": "temp", "SQLITE_TMPDIR": "temp", "APPDATA": "home", "LOCALAPPDATA": "home"}
    variables |= {f"XDG_{kind}_HOME": "home" for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    environment = {**os.environ, **{name: str(places[place]) for name, place in variables.items()}}
    command = [sys.executable, "-m", "tests.crash.canary_session", str(places["data"] / "charity"), ending]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == (9 if ending == "crash" else 0), done.stderr
    code = done.stdout.strip()
    words = [*CANARIES.values(), code, code.replace("-", "")]
    files = [path for path in swift.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    print(f"{len(words)} planted words, {len(files)} files, {size:,} bytes searched ({ending})")
    assert traces(places.values(), words) == []
    assert sum(path.name == "workbook.db" for path in files) >= 4  # live, two backups, restored
    if ending == "crash":
        assert (places["data"] / "charity" / "workbook" / "workbook.db-journal").stat().st_size > 0


def test_the_same_words_are_found_where_they_are_plain(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("\n".join(CANARIES.values()))
    assert {trace.word for trace in traces([tmp_path], CANARIES.values())} == set(CANARIES.values())
