# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Our charity: its details and services, who signs, backups, the passphrase, and how Sevenfold looks here."""
