# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``python -m desktop``: the command line, until the window is there."""

from desktop.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
