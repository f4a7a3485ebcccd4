# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How much a spreadsheet may be (threats F30 and F31)."""

MEBI = 1024 * 1024

MOST_FILE = 50 * MEBI
MOST_PARTS = 2_000
MOST_UNPACKED = 200 * MEBI
MOST_RATIO = 100
SMALL_PART = MEBI  # however well it is packed, a part this small harms nobody
MOST_SHEETS = 50
MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_CHARACTERS = 32_000  # of one cell; more is cut off
MOST_MEMORY = 512 * MEBI
MOST_SECONDS = 20
MOST_ANSWER = 64 * MEBI
