# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Ways to alter or forge a pack, each with the verdict it must get. Importing this fills the list."""

from tests.signing import attacks_in_place, attacks_signed_anew
from tests.signing.attack_list import ATTACKS, Attack

__all__ = ["ATTACKS", "Attack", "attacks_in_place", "attacks_signed_anew"]
