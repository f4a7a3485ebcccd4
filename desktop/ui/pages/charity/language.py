# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The language of the window."""

from desktop.ui.pages.charity.section import Section
from desktop.ui.widgets.text import words


class LanguageSection(Section):
    """English, for now."""

    title = "Language"

    def __init__(self) -> None:
        super().__init__()
        said = "Sevenfold speaks English. Welsh is being made, and comes when Welsh speakers have read all of it."
        names = "What you type may be in any language. Welsh letters print as they are in packs."
        self.build(words(said, wrap=True), words(names, wrap=True))
