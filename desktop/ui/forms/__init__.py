# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Forms that more than one screen shows: a record in, fields to change, a record out."""
