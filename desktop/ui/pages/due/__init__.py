# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Due and actions: what is late, what falls due, and the action plan."""
