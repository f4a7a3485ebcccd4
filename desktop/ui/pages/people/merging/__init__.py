# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Two entries that may be one person: told over the list, looked at side by side, joined or told apart."""
