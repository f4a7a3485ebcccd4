# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the preview's child may use. Set once its libraries are loaded, and before a stranger's byte is read."""

from desktop.support import child_limits

MOST_MEMORY = 700 * 1024 * 1024
SECONDS = 8


def apply_limits() -> None:
    """Limit this process for the rest of its life."""
    child_limits.limit_process(MOST_MEMORY)


def allow_seconds() -> None:
    """Allow this much work from now on, a request."""
    child_limits.allow_seconds(SECONDS)
