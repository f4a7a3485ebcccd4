# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The frame around the pages: sidebar, header, status bar, menus, finding, hiding, help."""
