# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Use cases: what a person can ask the product to do. No SQL, no drawing, no window."""
