# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Packs name roles, never people: a name becomes 'Colleague 1', 'Colleague 2' ... and the key stays at home."""

ROLE_WORDS = frozenset(
    "manager lead officer worker supervisor co-ordinator coordinator administrator trustee trustees chair treasurer "
    "facilitator co-facilitator practitioner trainer director board team committee safeguarding advisor adviser "
    "secretary staff partner partners office helpline volunteer volunteers".split()
)


class RolesOnly:
    """Turns owners and readers into roles, the same person always into the same colleague."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def role(self, text: str) -> str:
        """The text itself when it names a role, else a numbered colleague; '' stays ''."""
        key = " ".join(text.split())
        if not key:
            return ""
        if ROLE_WORDS & set(key.casefold().replace(",", " ").split()):
            return key
        return f"Colleague {self._numbers.setdefault(key.casefold(), len(self._numbers) + 1)}"
