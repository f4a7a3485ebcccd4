# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The settings of this device: kept, tolerant, and never about a workbook."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.services.device_settings import DEFAULTS, SETTINGS, DeviceSettings, SettingsFile
from desktop.support.files import Files

CHOSEN = DeviceSettings(
    theme="dark", text_percent=175, single_keys=False, idle_minutes=1, window_size=(1024, 700), last_place="people"
)


def test_what_was_chosen_is_there_again(tmp_path: Path) -> None:
    SettingsFile(tmp_path / "new", Files()).save(CHOSEN)
    again = SettingsFile(tmp_path / "new", Files())
    assert again.load() == CHOSEN
    assert again.problems == ()


def test_without_a_file_the_defaults_hold_and_nothing_is_amiss(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path, Files())
    assert (file.load(), file.problems) == (DEFAULTS, ())


def test_what_a_newer_sevenfold_keeps_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / SETTINGS).write_text('{"theme": "light", "sounds": {"on": false}}')
    file = SettingsFile(tmp_path, Files())
    file.save(replace(file.load(), text_percent=120))
    kept = json.loads((tmp_path / SETTINGS).read_text())
    assert kept["sounds"] == {"on": False}
    assert (kept["theme"], kept["text_percent"]) == ("light", 120)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", ["dark"]),
        ("text_percent", 99),
        ("text_percent", 201),
        ("text_percent", "150"),
        ("text_percent", True),
        ("idle_minutes", 0),
        ("idle_minutes", 31),
        ("idle_minutes", 5.0),
        ("single_keys", 1),
        ("window_size", [1024]),
        ("window_size", [0, 700]),
        ("language", "xx"),
        ("last_place", "../Home"),
    ],
)
def test_an_odd_value_falls_back_alone_and_is_told(tmp_path: Path, name: str, value: object) -> None:
    sound = {"theme": "dark", "idle_minutes": 9} | {name: value}
    (tmp_path / SETTINGS).write_text(json.dumps(sound))
    file = SettingsFile(tmp_path, Files())
    loaded = file.load()
    assert getattr(loaded, name) == getattr(DEFAULTS, name)
    assert loaded.idle_minutes == (DEFAULTS.idle_minutes if name == "idle_minutes" else 9)
    assert [name in problem for problem in file.problems] == [True]


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 60_000])
def test_a_spoilt_file_gives_the_defaults_and_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / SETTINGS).write_bytes(content)
    file = SettingsFile(tmp_path, Files())
    assert file.load() == DEFAULTS
    assert len(file.problems) == 1


def test_a_setting_that_is_not_possible_is_not_saved(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="idle_minutes"):
        SettingsFile(tmp_path, Files()).save(replace(DEFAULTS, idle_minutes=0))
    assert list(tmp_path.iterdir()) == []
