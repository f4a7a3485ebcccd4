# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Keys that a test process has worked out once are known from then on: the same words and salt give the same key.

A workbook that is opened hundreds of times over would else spend more time on Argon2id than on what is tested.
"""

from functools import cache

from argon2.low_level import hash_secret_raw

from desktop.storage import keys


def remember_keys() -> None:
    """From now on, in this process, each key is worked out once."""
    keys.hash_secret_raw = cache(hash_secret_raw)  # type: ignore[attr-defined]  # the name that keys imported
