# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a trainer and a manager do with the people who work here, and what it says for Standard 6."""
