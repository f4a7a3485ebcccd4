# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Before a workbook is open: welcome, unlock, restore, and the first run."""
