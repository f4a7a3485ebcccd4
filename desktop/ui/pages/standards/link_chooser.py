# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Chooses a piece of evidence for an indicator, and how strong it is here."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.models.records import Strength
from desktop.services.library import Library
from desktop.ui.forms.evidence_chooser import EvidenceChooser
from desktop.ui.pages.standards.evidence_row import STRENGTHS
from desktop.ui.widgets.field import Field, chooser


class LinkChooser(EvidenceChooser):
    """``chosen`` gets the item's id and the strength."""

    def __init__(
        self, parent: QWidget, number: str, library: Library, chosen: Callable[[str, Strength], object]
    ) -> None:
        strength = chooser("link-strength", STRENGTHS, str(int(Strength.DOCUMENT)))

        def take(item_id: str) -> None:
            chosen(item_id, Strength(int(strength.currentData())))

        field = Field("How strong is it here?", strength)
        super().__init__(parent, f"Link evidence to {number}", "Link it", library, take, field)
