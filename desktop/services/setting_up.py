# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The first run, up to the moment when there is a workbook: the passphrase, and making the workbook with it.

What follows is in ``SetUpSteps``, which the desk carries as ``set_up``. Killed at any moment: before the workbook is
whole, the next start is a first run again; after it, the next start asks for the passphrase and goes on with the step.
"""

from dataclasses import dataclass, field

from desktop.models.errors import AppError
from desktop.services.doorway import Doorway
from desktop.services.packs import Step, no_step
from desktop.storage.keys import SHORTEST_PASSPHRASE, check_new_passphrase
from desktop.storage.workbook import Entered, Workbook
from desktop.support.words import new_passphrase, word_list

_LONG, _VERY_LONG, _VARIED = 16, 24, 8
_OFFERED_WORDS = 5
_TRIED_FIRST = ("password", "passphrase", "sevenfold", "letmein", "welcome", "qwerty", "12345", "abcde", "charity")


@dataclass(frozen=True, slots=True)
class Strength:
    """How good a typed passphrase is: whether it is allowed, and a sentence."""

    allowed: bool
    words: str


@dataclass(frozen=True, slots=True)
class MadeWorkbook:
    """A new workbook, unlocked; and its recovery code, shown now and kept nowhere."""

    entered: Entered
    code: str = field(repr=False)


class SettingUp:
    """Makes the workbook of a first run, or one more."""

    def __init__(self, doorway: Doorway) -> None:
        self._doorway = doorway

    @staticmethod
    def offer() -> str:
        """Five random words for a passphrase; others each time."""
        return new_passphrase(_OFFERED_WORDS)

    def make(self, passphrase: str, step: Step = no_step) -> MadeWorkbook:
        """A new workbook, unlocked. Slow: for a thread. Then ``Doorway.enter(made.entered)`` where it will be used."""
        door = self._doorway
        step(1, 2, "Making the workbook")
        door.hold_window()
        workbook, code = Workbook.create(
            door.folder_to_make(), passphrase, clock=door.clock, files=door.files, kdf=door.kdf
        )
        try:
            workbook.ballast.keep()
        finally:
            workbook.close(backup=False)
        step(2, 2, "Unlocking it")
        return MadeWorkbook(door.unlock(workbook.layout.folder, passphrase), code)


def strength(passphrase: str) -> Strength:
    """How good a typed passphrase is. No more is claimed than its length and its variety show."""
    try:
        check_new_passphrase(passphrase)
    except AppError:
        return Strength(allowed=False, words=_too_easy(passphrase))
    plain = passphrase.strip().casefold()
    if any(often in plain.replace(" ", "") for often in _TRIED_FIRST):
        return Strength(allowed=True, words="Long enough, but it holds a word that people try first.")
    if len(set(plain)) < _VARIED:
        return Strength(allowed=True, words="Long enough, but the same few letters come again and again.")
    if _are_words(plain) or len(plain) >= _VERY_LONG:
        return Strength(allowed=True, words="Strong.")
    if len(plain) >= _LONG:
        return Strength(allowed=True, words="Good. Longer is stronger.")
    return Strength(allowed=True, words="Long enough. Four or five words are stronger, and easier to type.")


def _too_easy(passphrase: str) -> str:
    missing = SHORTEST_PASSPHRASE - len(passphrase.strip())
    if missing <= 0:
        return "Too easy to guess: it needs more different letters."
    return f"{missing} more {'character' if missing == 1 else 'characters'} to go."


def _are_words(plain: str) -> bool:
    """Whether it looks like the words that Sevenfold offers."""
    words = plain.split()
    return len(set(words)) >= _OFFERED_WORDS and all(word in word_list() for word in words)
