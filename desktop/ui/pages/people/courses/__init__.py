# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The courses and their rules: the catalogue's, as the charity has them, and the charity's own."""
