# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Every error a person may see says what happened, what is safe and what to do."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import desktop
from desktop.models.errors import AppError
from tests.house.reading import objections


def kinds() -> list[type[AppError]]:
    for module in pkgutil.walk_packages(desktop.__path__, "desktop."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)

    def below(kind: type[AppError]) -> Iterator[type[AppError]]:
        for child in kind.__subclasses__():
            yield child
            yield from below(child)

    return sorted(set(below(AppError)), key=lambda kind: kind.__qualname__)


def test_there_are_kinds_to_look_at() -> None:
    assert len(kinds()) > 15


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__qualname__)
def test_a_kind_has_a_code_and_three_plain_sentences(kind: type[AppError]) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]+", kind.code), "a stable code in lower case"
    for part in (kind.happened, kind.safe, kind.to_do):
        assert part, "all three sentences are there"
        assert objections(part) == []
        assert "exception" not in part.lower()


def test_codes_are_unique() -> None:
    codes = [kind.code for kind in kinds() if "code" in vars(kind)]
    assert sorted(codes) == sorted(set(codes))
