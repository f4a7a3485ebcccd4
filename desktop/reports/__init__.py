# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Drawing: a frozen snapshot in, the bytes of a document out."""
