# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Where the bundled files are: beside the code in a checkout, inside the package when installed."""

from pathlib import Path

import desktop

_HERE = Path(desktop.__file__).resolve().parent
ROOT = next(folder for folder in (_HERE / "resources", _HERE.parent / "resources") if folder.is_dir())


def resource(name: str) -> Path:
    """The path of a bundled file, like ``resource("fonts/LICENSE_FONT.txt")``."""
    return ROOT / name
