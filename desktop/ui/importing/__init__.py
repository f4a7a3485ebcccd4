# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Bring in a sheet: the charity's own lists, read, decided and stored as one step."""
