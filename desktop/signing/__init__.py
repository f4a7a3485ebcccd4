# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Certificates, signatures and the checker. pyHanko is imported here and nowhere else."""
