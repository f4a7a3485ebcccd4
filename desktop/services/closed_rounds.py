# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A round whose sign-off stands is closed: nothing in it changes."""

from desktop.models.dates import long_date
from desktop.models.errors import AppError
from desktop.models.rounds import SignOff, standing_sign_off
from desktop.storage.database import Database


class RoundClosedError(AppError):
    """The assessment is signed off."""

    code = "round_closed"
    happened = "This assessment was signed off on {day}, so its answers stay as they are."
    safe = "Nothing was changed."
    to_do = "Start a new assessment from it, or reopen it with a reason, on the page Standards."


def require_open(sign_off: SignOff | None) -> None:
    """Raise ``RoundClosedError`` where a sign-off stands."""
    if sign_off is not None:
        raise RoundClosedError(day=long_date(sign_off.signed_on))


def require_open_round(db: Database, assessment_id: str) -> None:
    """Raise ``RoundClosedError`` when the sign-off of this assessment stands."""
    require_open(standing_sign_off(db.sign_offs.list(assessment_id=assessment_id)))
