# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Sevenfold: self-assessment against the seven standards, and signed evidence packs."""

__version__ = "0.1.0"
