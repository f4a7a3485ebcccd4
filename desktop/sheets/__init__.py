# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reads strangers' spreadsheets: a child process that gets bytes by pipe, and no key, no path and no network."""
