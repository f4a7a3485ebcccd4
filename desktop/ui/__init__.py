# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The window: what people see and touch. It asks services, and knows nothing of storage, reports or signing."""
