# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What every screen needs: messages and questions, background jobs, the last resort for bugs."""
