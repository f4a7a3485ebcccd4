# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Random records of every kind, with accents, quotes and odd characters."""

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

R = TypeVar("R")

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NUMBERS = st.integers(min_value=-(2**63), max_value=2**63 - 1)


def records(kind: type[R], /, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[R]:
    """Records with random values in every field but the ones given."""
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]  # records are dataclasses
    return st.builds(kind, **{name: fixed.get(name, values(hints[name])) for name in names})


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Random values of a field's type."""
    if get_origin(hint) in {Union, UnionType}:
        return st.one_of(*(st.none() if one is type(None) else values(one) for one in get_args(hint)))
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), unique=True, max_size=4).map(tuple)
    if isinstance(hint, type) and is_dataclass(hint):
        return records(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    return {str: TEXT, int: NUMBERS, bool: st.booleans(), date: st.dates()}[hint]
