# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Packs name roles, never people: a name becomes 'Colleague 1', 'Colleague 2' ... and the key stays at home."""

import re

ROLES = frozenset(
    "manager lead officer worker supervisor co-ordinator coordinator administrator trustee trustees chair "
    "treasurer facilitator facilitators co-facilitator practitioner practitioners trainer director board team "
    "committee advisor adviser secretary staff partner partners office helpline volunteer volunteers analyst "
    "auditor consultant".split()
)
_BESIDE = frozenset(
    "a an all and of for the to with our in on at deputy senior assistant acting designated vice service services "
    "group programme project practice clinical data quality safety safeguarding referral referrals training operations "
    "support victim survivor victim-survivor case one-to-one partnership partnerships finance people workforce hr it "
    "development evaluation research line whole everyone both two three".split()
)


class RolesOnly:
    """Turns owners and readers into roles, the same person always into the same colleague."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def role(self, text: str) -> str:
        """The text itself when each of its words belongs to a role, else a numbered colleague; '' stays ''."""
        key = " ".join(text.split())
        words = set(re.findall(r"[^\W_]+(?:-[^\W_]+)*", key.casefold()))
        if not key:
            return ""
        if words & ROLES and words <= ROLES | _BESIDE:
            return key
        return f"Colleague {self._numbers.setdefault(key.casefold(), len(self._numbers) + 1)}"
