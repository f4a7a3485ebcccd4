# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Rounds of assessment: begun, read by a second person, signed off and frozen, reopened."""
