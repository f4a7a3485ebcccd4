# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a sign-off froze, as JSON and back. The same round gives the same text."""

import hashlib
import json

from cattrs.preconf.json import make_converter

from desktop.models.rounds import FrozenRound

_CONVERTER = make_converter(forbid_extra_keys=True)


def to_text(frozen: FrozenRound) -> str:
    """The round as JSON, with its fields in order."""
    return json.dumps(_CONVERTER.unstructure(frozen), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_text(text: str) -> FrozenRound:
    """The round that a text holds."""
    return _CONVERTER.loads(text, FrozenRound)


def sha256_of(text: str) -> str:
    """The SHA-256 of a text as UTF-8, in lower-case hex."""
    return hashlib.sha256(text.encode()).hexdigest()
