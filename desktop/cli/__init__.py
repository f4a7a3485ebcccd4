# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The command line. Heavy libraries are imported by the command that needs them."""
