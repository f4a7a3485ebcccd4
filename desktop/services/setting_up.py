# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a first run asks: a passphrase good enough, its steps in order, and a group of the code typed back.

Light, because a first run is shown before the rest is loaded. ``Doorway.make_workbook`` makes the workbook, and
``SetUpSteps``, which the desk carries as ``set_up``, keeps how far it has come. Killed at any moment: before the
workbook is whole, the next start is a first run again; after it, the next start asks for the passphrase and goes on.
"""

import secrets
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.models.errors import AppError
from desktop.storage.keys import SHORTEST_PASSPHRASE, check_new_passphrase
from desktop.storage.recovery import as_meant
from desktop.support.words import new_passphrase, word_list

_LONG, _VERY_LONG, _VARIED = 16, 24, 8
_OFFERED_WORDS = 5
_TRIED_FIRST = ("password", "passphrase", "sevenfold", "letmein", "welcome", "qwerty", "12345", "abcde", "charity")


class Step(StrEnum):
    """The steps after the passphrase, in order. The passphrase itself is asked before there is a workbook."""

    RECOVERY_SHEET = "recovery_sheet"
    SECOND_BACKUP = "second_backup"
    ORGANISATION = "organisation"
    SIGNERS = "signers"
    SERVICES = "services"

    @property
    def can_wait(self) -> bool:
        """Whether it may be left for later. Without the sheet or the charity's name there is no first record."""
        return self in {Step.SECOND_BACKUP, Step.SIGNERS, Step.SERVICES}


class StepCannotWaitError(AppError):
    """A step that comes before the first record was to be left for later."""

    code = "step_cannot_wait"
    happened = "This step comes before the first record, so it cannot be left for later."
    safe = "What was set up so far is saved."
    to_do = "Finish this step now. If you close Sevenfold, it goes on here next time."


class GroupDiffersError(AppError):
    """The group typed back is not the one on the sheet."""

    code = "group_differs"
    happened = "This is not group {number} of the code on the sheet."
    safe = "Nothing was changed."
    to_do = "Look at the sheet again and type the four characters of group {number}."


class OtherGroupError(AppError):
    """A group of the code was typed back, but not the one that was asked for."""

    code = "other_group"
    happened = "This is group {typed} of the code."
    safe = "Nothing was changed."
    to_do = "Count along the sheet, and type group {number}."


@dataclass(frozen=True, slots=True)
class GroupAsked:
    """One group of the recovery code to be typed back from the sheet, ``number`` counted from 1.

    ``others`` are all groups of the code, to tell a wrong place from a wrong letter.
    """

    number: int
    of: int
    wanted: str = field(repr=False)
    others: tuple[str, ...] = field(default=(), repr=False)

    def check(self, typed: str) -> None:
        """Raise an error that says what does not fit. What never matters in a code does not matter here."""
        meant = as_meant(typed)
        if meant == self.wanted:
            return
        if meant in self.others:
            raise OtherGroupError(number=self.number, typed=self.others.index(meant) + 1)
        raise GroupDiffersError(number=self.number)


def ask_group(code: str) -> GroupAsked:
    """A group of the code at random."""
    groups = code.split("-")
    at = secrets.randbelow(len(groups))
    meant = tuple(as_meant(group) for group in groups)
    return GroupAsked(at + 1, len(groups), meant[at], meant)


@dataclass(frozen=True, slots=True)
class Strength:
    """How good a typed passphrase is: whether it is allowed, and a sentence."""

    allowed: bool
    words: str


def offer() -> str:
    """Five random words for a passphrase; others each time."""
    return new_passphrase(_OFFERED_WORDS)


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
