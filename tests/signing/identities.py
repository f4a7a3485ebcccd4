# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Made-up charities with roots and leaves, made once a run. The key files here use few rounds, to be quick."""

from datetime import UTC, datetime, timedelta
from functools import cache

from desktop.signing.identity import RootIdentity, SigningLeaf, create_root, issue_leaf

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
SET_UP = NOW - timedelta(days=200)
PASSPHRASE = "otter lantern brisk copper nettle"
CHARITY = "Cwm Alder Project"


def root(charity: str = CHARITY, *, practice: bool = False, copy: int = 1) -> RootIdentity:
    """A root; another ``copy`` is another key under the same name."""
    return _root(charity, practice, copy)


@cache
def _root(charity: str, practice: bool, _copy: int) -> RootIdentity:
    return create_root(charity, PASSPHRASE, practice=practice, now=SET_UP, rounds=1000)


def leaf(
    charity: str = CHARITY,
    *,
    number: int = 1,
    practice: bool = False,
    copy: int = 1,
    issued: datetime = SET_UP,
) -> SigningLeaf:
    """A leaf under such a root."""
    return _leaf(charity, number, practice, copy, issued)


@cache
def _leaf(charity: str, number: int, practice: bool, copy: int, issued: datetime) -> SigningLeaf:
    return issue_leaf(_root(charity, practice, copy), PASSPHRASE, number, issued)
