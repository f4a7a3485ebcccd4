# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a ZIP volume may be. The writer and the checker share these, so that we never write what the checker refuses."""

MOST_FILES = 2000
MOST_BYTES = 4_000_000_000  # of the files in one volume, unpacked
MOST_RATIO, RATIO_MATTERS = 100, 100_000_000  # a file above the second may not unpack to more than the first times
