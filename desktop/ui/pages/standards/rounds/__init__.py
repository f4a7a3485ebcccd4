# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The rounds of assessment: sign-off, reopening, and starting the next."""
