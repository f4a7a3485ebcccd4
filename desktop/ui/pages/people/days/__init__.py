# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Training days: recorded in one go for all who attended, listed, and put right."""
