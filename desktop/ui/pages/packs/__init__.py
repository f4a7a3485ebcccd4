# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Bids and packs: a pack is made in four steps, and the packs made so far are kept here."""
