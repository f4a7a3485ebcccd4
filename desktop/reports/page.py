# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The page: A4 in points, its margins and the room for text."""

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
LEFT = 20 * MM
WIDTH = PAGE_WIDTH - 2 * LEFT
TOP = PAGE_HEIGHT - 24 * MM
BOTTOM = 20 * MM
DEPTH = TOP - BOTTOM
