# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The recovery code and the sheet it is printed on.

26 random characters of Crockford's base 32 (130 bits) and 2 check characters: the number modulo 1021, the
largest prime that two characters hold, so that one wrong character or two neighbours swapped always show.
"""

import secrets
from datetime import date

from desktop.models.dates import long_date
from desktop.models.errors import AppError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM_CHARACTERS = 26
CHECK_CHARACTERS = 2
GROUP = 4
_PRIME = 1021
_FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None, "\t": None, "\n": None, "\r": None})


class RecoveryCodeTypoError(AppError):
    """A typed recovery code cannot be right."""

    code = "recovery_code_typo"
    happened = "This is not the recovery code as printed: {detail}."
    safe = "Nothing was opened and nothing was changed."
    to_do = "Compare it with the sheet, group by group, and type it again. Capitals, spaces and dashes do not matter."


def new_code() -> str:
    """A fresh code as printed: seven groups of four."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM_CHARACTERS))
    return grouped(body + _check_characters(body))


def grouped(plain: str) -> str:
    """A code in groups of four."""
    return "-".join(plain[at : at + GROUP] for at in range(0, len(plain), GROUP))


def check_code(typed: str) -> str:
    """The 26 random characters of a typed code, or ``RecoveryCodeTypoError``."""
    plain = as_meant(typed)
    strange = sorted(set(plain) - set(ALPHABET))
    if strange:
        raise RecoveryCodeTypoError(detail=f"{strange[0]!r} is never used in a code")
    wanted = RANDOM_CHARACTERS + CHECK_CHARACTERS
    if len(plain) != wanted:
        raise RecoveryCodeTypoError(detail=f"it has {len(plain)} characters instead of {wanted}")
    body = plain[:RANDOM_CHARACTERS]
    if _check_characters(body) != plain[RANDOM_CHARACTERS:]:
        raise RecoveryCodeTypoError(detail="at least one character differs")
    return body


def as_meant(typed: str) -> str:
    """What was typed, without what never matters: capitals, spaces, dashes, O for 0, I or L for 1."""
    return typed.upper().translate(_FORGIVEN)


def sheet_text(code: str, *, made: date, workbook_id: str, version: str, practice: bool = False) -> str:
    """The recovery sheet as plain text, ready to print."""
    kind = "practice workbook" if practice else "workbook"
    return _SHEET.format(code=code, kind=kind, name=workbook_id[:8], made=long_date(made), version=version)


def _check_characters(body: str) -> str:
    number = 0
    for character in body:
        number = number * len(ALPHABET) + ALPHABET.index(character)
    high, low = divmod(number % _PRIME, len(ALPHABET))
    return ALPHABET[high] + ALPHABET[low]


_SHEET = """\
SEVENFOLD RECOVERY SHEET

    {code}

This code opens the Sevenfold {kind} whose number begins {name}, and every
backup of it made since {made}, when the passphrase is lost.

Anyone who holds this sheet and the laptop, or a backup, can read the records.
Keep it sealed and away from the laptop: with the chair or the treasurer.

How to use it
1. In Sevenfold {version} or later, set a new passphrase with the recovery sheet.
   By command: sevenfold workbook passphrase (see --help).
2. Type the code. Capitals, spaces and dashes do not matter. There is no
   letter O, I, L or U: read 0 and 1.
3. Choose a new passphrase. The records are as they were.
4. The right to sign packs does not come back with this code: issue a new
   signing certificate from the charity's root key.

Nobody else can open the records: if every passphrase and this sheet are
lost, they are lost for good.
"""
