# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The workbook on disk: keys, encrypted database, evidence, history, backups."""
