# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reading a charity's own spreadsheets: what stands where, what each cell says, and what must be asked first."""
