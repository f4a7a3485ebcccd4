# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the product knows: records and rules. Standard library only, no files, no clock."""
