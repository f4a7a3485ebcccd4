# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How Sevenfold looks and behaves on this device. Nothing from any workbook is ever in here."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files

SETTINGS = "settings.json"
THEMES = ("system", "light", "dark", "contrast")
LANGUAGES = ("en",)
LARGEST = 64 * 1024
_LONGEST_SIDE = 20_000


@dataclass(frozen=True, slots=True)
class DeviceSettings:
    """What a person chose for this device. ``last_place`` is the name of a place of the window, never of a record."""

    theme: str = "system"
    text_percent: int = 100
    single_keys: bool = True
    idle_minutes: int = 5
    window_size: tuple[int, int] | None = None
    language: str = "en"
    last_place: str = "home"


DEFAULTS = DeviceSettings()


class SettingsFile:
    """The settings file of a folder. A setting of a newer Sevenfold is kept; an odd one falls back to its default."""

    def __init__(self, folder: Path, files: Files) -> None:
        self._path = folder / SETTINGS
        self._files = files
        self.problems: tuple[str, ...] = ()  # of the last load, for the log

    def load(self) -> DeviceSettings:
        """The settings; never fails. ``problems`` then says what was not as it should be."""
        found, problems = self._read()
        kept: dict[str, object] = {}
        for name, fits in _FITS.items():
            if name not in found:
                continue
            given = found[name]
            value: object = tuple(given) if isinstance(given, list) else given
            if fits(value):
                kept[name] = value
            else:
                problems.append(f"The setting {name} is not one of those possible, so its default is used.")
        self.problems = tuple(problems)
        return DeviceSettings(**kept)  # type: ignore[arg-type]  # each value has just been looked at

    def save(self, settings: DeviceSettings) -> None:
        """Write the settings, and leave alone what a newer Sevenfold keeps in the file."""
        odd = [name for name, fits in _FITS.items() if not fits(getattr(settings, name))]
        if odd:
            msg = f"not possible: {odd}"
            raise ValueError(msg)
        found, _ = self._read()
        content = json.dumps({**found, **asdict(settings)}, indent=1, sort_keys=True)
        with plain_disk_errors("The settings file"):
            self._files.make_folder(self._path.parent)
            self._files.write(self._path, content.encode() + b"\n")

    def _read(self) -> tuple[dict[str, object], list[str]]:
        try:
            found = json.loads(self._files.read_part(self._path, 0, LARGEST))
        except FileNotFoundError:
            return {}, []
        except (OSError, ValueError, RecursionError):
            return {}, ["The settings file cannot be read, so every default is used."]
        if not isinstance(found, dict):
            return {}, ["The settings file does not hold settings, so every default is used."]
        return found, []


def _one_of(possible: tuple[str, ...]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and value in possible


def _whole_number(least: int, most: int) -> Callable[[object], bool]:
    return lambda value: type(value) is int and least <= value <= most


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


def _is_size(value: object) -> bool:
    sides = value if isinstance(value, tuple) else ()
    return value is None or (
        len(sides) == len(("width", "height")) and all(_whole_number(1, _LONGEST_SIDE)(each) for each in sides)
    )


def _is_place(value: object) -> bool:
    return isinstance(value, str) and value.isidentifier()


_FITS: Mapping[str, Callable[[object], bool]] = {
    "theme": _one_of(THEMES),
    "text_percent": _whole_number(100, 200),
    "single_keys": _is_switch,
    "idle_minutes": _whole_number(1, 30),
    "window_size": _is_size,
    "language": _one_of(LANGUAGES),
    "last_place": _is_place,
}
