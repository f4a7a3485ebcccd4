# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reading the file of the catalogue: what goes wrong is said in plain words."""

import json
from pathlib import Path

import pytest

from desktop.models.catalogue import CatalogueError
from desktop.support.catalogue_file import CatalogueFileError, load_catalogue, newest, versions
from desktop.support.resources import resource
from tests.unit import small_catalogue


def test_newest_bundled_version_is_read_by_default() -> None:
    assert load_catalogue().version == newest(resource("catalogue")).stem


def test_versions_are_compared_by_number_not_by_letter(tmp_path: Path) -> None:
    for name in ("2023.2", "2023.10", "2023.1", "draft"):
        (tmp_path / f"{name}.json").touch()
    assert [path.stem for path in versions(tmp_path)] == ["draft", "2023.1", "2023.2", "2023.10"]
    assert newest(tmp_path).stem == "2023.10"


def test_empty_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(CatalogueFileError, match="there is no file in the folder"):
        newest(tmp_path)


def test_another_file_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text(json.dumps(small_catalogue.data()), encoding="utf-8")
    assert load_catalogue(path).version == "2099.1"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "line 1, column 1 is not JSON"),
        (b'{\n "a": 1,\n "b": x\n}', "line 3, column 7 is not JSON"),
        (b'{\n "a": "\xff"}', "line 2 is not UTF-8 text"),
        (b'{"a": 1, "a": 2}', "`a` is there twice in one object"),
        (b"[" * 100_000, "nested too deeply"),
        (b" " * (5 * 1024 * 1024 + 1), "far too large"),
    ],
    ids=["empty", "broken", "latin", "twice", "deep", "large"],
)
def test_unreadable_file_says_where(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    with pytest.raises(CatalogueFileError) as caught:
        load_catalogue(path)
    assert why in str(caught.value)
    assert "bad.json" in str(caught.value)
    assert str(tmp_path) not in str(caught.value)


def test_missing_file_and_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(CatalogueFileError, match="no such file"):
        load_catalogue(tmp_path / "none.json")
    with pytest.raises(CatalogueFileError, match="it is a folder"):
        load_catalogue(tmp_path)


def test_other_refusals_carry_the_system_s_words(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.touch()
    with pytest.raises(CatalogueFileError, match="Not a directory"):
        load_catalogue(path / "inside.json")


def test_json_that_is_no_catalogue_is_a_catalogue_error(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(CatalogueError):
        load_catalogue(path)
