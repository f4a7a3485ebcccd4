# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""P-256: each ECDSA signature has two forms that verify. We write and accept the one in the lower half only."""

_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def lower_half(s: int) -> int:
    """The smaller of the two equal values of s."""
    return min(s, _ORDER - s)
