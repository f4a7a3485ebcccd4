# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a sign-off froze, as JSON and back. The same round gives the same text."""

import hashlib
import json

from cattrs.preconf.json import make_converter

from desktop.models.dates import long_date
from desktop.models.errors import AppError
from desktop.models.rounds import FrozenRound, SignOff

_CONVERTER = make_converter(forbid_extra_keys=True)


class FrozenErasedError(AppError):
    """What a sign-off froze counted someone who was erased since."""

    code = "frozen_erased"
    happened = "The assessment signed off on {day} can make no new pack: it counted someone who was erased since."
    safe = "Packs made from it before stay as they are."
    to_do = "Send the pack made before, or start a new assessment and have it signed off."


class FrozenAlteredError(AppError):
    """The frozen text is not the one that was signed off."""

    code = "frozen_altered"
    happened = "What was frozen when the assessment was signed off on {day} is not as it was."
    safe = "Nothing was changed."
    to_do = "Restore a backup from before, and make the pack from that."


def to_text(frozen: FrozenRound) -> str:
    """The round as JSON, with its fields in order."""
    return json.dumps(_CONVERTER.unstructure(frozen), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_text(text: str) -> FrozenRound:
    """The round that a text holds."""
    return _CONVERTER.loads(text, FrozenRound)


def sha256_of(text: str) -> str:
    """The SHA-256 of a text as UTF-8, in lower-case hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def frozen_by(sign_off: SignOff) -> FrozenRound:
    """What a sign-off froze; raises ``FrozenErasedError`` or ``FrozenAlteredError``."""
    if sign_off.blanked:
        raise FrozenErasedError(day=long_date(sign_off.signed_on))
    if sha256_of(sign_off.frozen) != sign_off.sha256:
        raise FrozenAlteredError(day=long_date(sign_off.signed_on))
    return from_text(sign_off.frozen)
