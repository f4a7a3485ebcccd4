# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The bundled font: Welsh, figures of one width, and copies that the script in the repository makes again."""

import importlib.util
from pathlib import Path

import pytest

from desktop.reports import fonts
from desktop.support.resources import resource

WELSH = "ŵŷŴŶẁẃẅỳẀẂẄỲâêîôûáéíóúäëïöüàèìòùÂÊÎÔÛ"


@pytest.mark.parametrize("face", fonts.FACES)
def test_every_face_has_welsh_and_typographic_signs(face: str) -> None:
    known = fonts.font(face).face.charToGlyph
    assert [sign for sign in WELSH + "£€–—‘’“”…•·×≤≥½" if ord(sign) not in known] == []


@pytest.mark.parametrize("face", fonts.FACES)
def test_figures_are_of_one_width(face: str) -> None:
    assert len({fonts.width(face, figure) for figure in "0123456789"}) == 1


def test_controls_and_invisible_signs_never_count_as_drawable() -> None:
    assert not {"\u0000", "\u00ad", "\u200b", "\u202e", "\u007f", "\n"} & fonts.drawable_characters()
    assert len(fonts.drawable_characters()) > 350


def test_the_committed_copies_are_what_the_script_makes(tmp_path: Path) -> None:
    specification = importlib.util.spec_from_file_location("make_tabular", resource("fonts/make_tabular.py"))
    assert specification is not None
    assert specification.loader is not None
    script = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(script)
    for face in script.FACES:
        made = script.make(face, tmp_path)
        assert made.read_bytes() == resource(f"fonts/{made.name}").read_bytes()
