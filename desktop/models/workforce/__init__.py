# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The people who work for the charity: their roles, training, supervision, competence and checks, and the rules."""
