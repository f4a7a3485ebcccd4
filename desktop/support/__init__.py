# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The machine around the product: files, clock, bundled resources, words for codes."""
