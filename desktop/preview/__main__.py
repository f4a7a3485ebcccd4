# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``python -m desktop.preview``: the child process of one document."""

from desktop.preview.child import main

if __name__ == "__main__":
    raise SystemExit(main())
