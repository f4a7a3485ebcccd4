# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Training needs: the plan, who lacks what, and what lapses when."""
