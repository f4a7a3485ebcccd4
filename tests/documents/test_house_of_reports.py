# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Rules for the code that draws: no markup, no colour values, no clock, no fontTools."""

import ast
import json
import re
from pathlib import Path

import pytest

from desktop.reports.palette import colours
from desktop.support.resources import resource
from tests.house.tree import ROOT, python_files

MODULES = [path for path in python_files("desktop") if "reports" in path.parts]
TEXT_ON = [("text", "surface"), ("text", "sunken"), ("soft", "surface"), ("soft", "sunken"), ("nav_text", "nav")]
TEXT_ON += [("nav_soft", "nav"), ("on_action", "nav"), ("on_mark", "mark"), ("gap", "gap_tint"), ("partly", "surface")]
TEXT_ON += [(role, f"{role}_tint") for role in ("met", "partly", "notyet", "none", "na")]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 25


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_uses_a_markup_language_a_clock_or_font_tools(path: Path) -> None:
    banned = ("reportlab.platypus", "reportlab.lib.utils", "fontTools", "datetime.UTC", "time", "random", "locale")
    assert [one for one in imports(path) if one.startswith(banned) and not one.startswith("typing")] == []
    assert "Paragraph(" not in path.read_text(encoding="utf-8")
    assert ".now(" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_colour_value_outside_the_token_file(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{6}\b|HexColor|0x[0-9A-Fa-f]{6}\b", text) == []


def test_every_role_that_modules_name_is_in_the_token_file() -> None:
    roles = set(json.loads(resource("tokens/colours.json").read_text("utf-8"))["light"])
    used = {
        match
        for path in MODULES
        for match in re.findall(r'(?:fill|stroke|colour)\("([a-z_]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(used) > 8
    assert used <= roles


def luminance(role: str) -> float:
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colours()[role]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_text_stands_out_from_its_ground(ink: str, ground: str) -> None:
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
