# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A form that is half filled in when its place is left, locked or built anew: its texts wait for the next time."""

import json
from collections.abc import Mapping
from typing import Protocol

from PySide6.QtWidgets import QLineEdit


class Drafts(Protocol):
    """Where texts that are not saved yet are kept: the open workbook."""

    def keep_draft(self, name: str, text: str) -> None:
        """Keep a text under a name."""

    def draft(self, name: str) -> str:
        """The text kept under a name, or ''."""

    def drop_draft(self, name: str) -> None:
        """Forget a text."""


class NoDrafts:
    """Where no workbook is open yet."""

    def keep_draft(self, name: str, text: str) -> None:
        """Nothing is kept."""

    def draft(self, name: str) -> str:  # noqa: ARG002 - as the protocol has it
        """There is none."""
        return ""

    def drop_draft(self, name: str) -> None:
        """There is none."""


class FormDraft:
    """The texts of a form's fields, by their object names."""

    def __init__(self, drafts: Drafts, *fields: QLineEdit) -> None:
        self._drafts = drafts
        self._fields = {field.objectName(): field for field in fields}
        self._name = ""
        self._at_first: Mapping[str, str] = {}

    def begin(self, name: str) -> None:
        """The form opens with its fields as they are offered: fill in what was typed the last time."""
        self._name, self._at_first = name, self._texts()
        kept: dict[str, str] = json.loads(self._drafts.draft(name) or "{}")
        for field, text in kept.items():
            if field in self._fields:
                self._fields[field].setText(text)

    def keep(self) -> None:
        """Keep what was typed. A form that stands as it was offered leaves nothing."""
        if not self._name:
            return
        texts, kept = self._texts(), self._drafts.draft(self._name)
        wanted = json.dumps(texts) if texts != self._at_first else ""
        if wanted and wanted != kept:
            self._drafts.keep_draft(self._name, wanted)
        elif kept and not wanted:
            self._drafts.drop_draft(self._name)

    def drop(self) -> None:
        """The form was saved or given up."""
        if self._name:
            self._drafts.drop_draft(self._name)
            self._name = ""

    def _texts(self) -> dict[str, str]:
        return {name: field.text() for name, field in self._fields.items()}
