# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The tests of the window need no screen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
