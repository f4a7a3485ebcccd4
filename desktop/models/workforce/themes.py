# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The themes of an observation of practice: a fixed list, so that there is no room for what a service user said."""

from collections.abc import Mapping
from types import MappingProxyType

THEMES: Mapping[str, str] = MappingProxyType(
    {
        "survivor-safety": "Kept the safety of victim-survivors and children first",
        "risk": "Noticed signs of risk and acted on them",
        "no-collusion": "Did not go along with excuses, blame or making it small",
        "responsibility": "Invited people to take responsibility",
        "respect": "Was respectful and firm at once",
        "engagement": "Drew in people who hung back",
        "plan": "Followed the plan of the session, and left it where needed",
        "inclusion": "Took in language, culture, faith, disability and identity",
        "co-working": "Worked as one with the co-worker",
        "limits": "Was clear about confidentiality and its limits",
        "recording": "Recorded clearly, with facts and without opinion",
    }
)
