# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How much a spreadsheet may be (threats F30 and F31)."""

MEBI = 1024 * 1024

MOST_FILE = 50 * MEBI
MOST_PARTS = 2_000
MOST_UNPACKED = 200 * MEBI
MOST_CONTENT = 32 * MEBI  # of an ODS file, which is held whole: ten times that in memory
MOST_RATIO = 100
SMALL_PART = MEBI  # however well it is packed, a part this small harms nobody
MOST_SHEETS = 50
MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_CHARACTERS = 32_000  # of one cell; more is cut off
MOST_MEMORY = 400 * MEBI  # with the parent's own, below the 512 MiB of F31
MOST_SECONDS = 18  # with the start and the end of a child, below the 20 of F31
MOST_ANSWER = 64 * MEBI
