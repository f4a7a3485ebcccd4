# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The terms of someone in a few words, for when their fields are folded away."""

from collections.abc import Mapping

from desktop.models.dates import long_date
from desktop.services.workforce.person_details import Terms

_NOTHING = "Nothing recorded yet."


def terms_told(terms: Terms, week: str) -> str:
    """Like 'Employed, 30 hours a week.'"""
    return _sentence((terms.employed_as or "").capitalize(), f"{week} a week" if week else "")


def whom_told(terms: Terms, names: Mapping[str, str]) -> str:
    """Like 'Line manager Ann Example, practice supervisor Bob Example.'"""
    manager = names.get(terms.line_manager_id or "", "")
    supervisor = names.get(terms.practice_supervisor_id or "", "") or terms.outside_supervisor
    told = _sentence(
        f"line manager {manager}" if manager else "", f"practice supervisor {supervisor}" if supervisor else ""
    )
    return told[0].upper() + told[1:]


def sides_told(terms: Terms) -> str:
    """Like 'With people who use harm: yes, first contact 3 March 2025.'"""
    users = {True: "With people who use harm: yes", False: "With people who use harm: no", None: ""}
    survivors = {True: "With victim-survivors: yes", False: "With victim-survivors: no", None: ""}
    contact = f"First contact {long_date(terms.first_contact)}" if terms.first_contact else ""
    said = filter(None, (users[terms.with_users], survivors[terms.with_survivors], contact))
    return ". ".join((*said, "")).strip() or "The roles tell."


def _sentence(*parts: str) -> str:
    told = ", ".join(filter(None, parts))
    return f"{told}." if told else _NOTHING
