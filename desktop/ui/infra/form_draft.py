# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A form that is half filled in waits for its person: kept while it is filled in, and when its place is left."""

import json
from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit

DRAFT_MS = 2_000


class Drafts(Protocol):
    """Where texts that are not saved yet are kept: the open workbook."""

    read_only: bool

    def keep_draft(self, name: str, text: str) -> None:
        """Keep a text under a name."""

    def draft(self, name: str) -> str:
        """The text kept under a name, or ''."""

    def drop_draft(self, name: str) -> None:
        """Forget a text."""


class NoDrafts:
    """Where no workbook is open yet."""

    read_only = False

    def keep_draft(self, name: str, text: str) -> None:
        """Nothing is kept."""

    def draft(self, name: str) -> str:  # noqa: ARG002 - as the protocol has it
        """There is none."""
        return ""

    def drop_draft(self, name: str) -> None:
        """There is none."""


def keep_texts(drafts: Drafts, name: str, texts: Mapping[str, str]) -> None:
    """Keep what stands in fields, or forget it when there is nothing; writes only what is not kept already."""
    wanted, kept = json.dumps(texts) if texts else "", drafts.draft(name)
    if wanted and wanted != kept:
        drafts.keep_draft(name, wanted)
    elif kept and not wanted:
        drafts.drop_draft(name)


class Ticks(Protocol):
    """Boxes that can be ticked, by the codes of what is ticked."""

    @property
    def codes(self) -> Sequence[str]:
        """What is ticked."""

    def show_codes(self, codes: Sequence[str]) -> None:
        """Tick these."""


class FormDraft:
    """What stands in the fields of a form, by their object names. ``ticks`` tell their changes by ``touch``."""

    def __init__(self, drafts: Drafts, *fields: QLineEdit | QComboBox, ticks: Ticks | None = None) -> None:
        self._drafts, self._ticks = drafts, ticks
        self._fields = {field.objectName(): field for field in fields}
        self._name = ""
        self._at_first: Mapping[str, str] = {}
        self._timer = QTimer(fields[0], singleShot=True, interval=DRAFT_MS)
        self._timer.timeout.connect(self.keep)
        for field in fields:
            heard = field.currentIndexChanged if isinstance(field, QComboBox) else field.textChanged
            heard.connect(self.touch)

    def waits(self, name: str) -> bool:
        """Whether something is kept under a name."""
        return bool(self._drafts.draft(name))

    def begin(self, name: str) -> None:
        """The form opens with its fields as they are offered: fill in what was there the last time."""
        self._name, self._at_first = name, self._texts()
        kept: dict[str, str] = json.loads(self._drafts.draft(name) or "{}")
        for field, text in kept.items():
            self._show(field, text)

    def touch(self, *_told: object) -> None:
        """Something changes in the form: it is kept soon."""
        if self._name and not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keep what was filled in. A form that stands as it was offered leaves nothing."""
        self._timer.stop()
        if not self._name:
            return
        texts = self._texts()
        keep_texts(self._drafts, self._name, texts if texts != self._at_first else {})

    def leave(self) -> None:
        """Keep what was filled in; the fields are about to hold something else."""
        self.keep()
        self._name = ""

    def drop(self) -> None:
        """The form was saved or given up."""
        self._timer.stop()
        if self._name:
            self._drafts.drop_draft(self._name)
            self._name = ""

    def _texts(self) -> dict[str, str]:
        texts = {name: _read(field) for name, field in self._fields.items()}
        if self._ticks is not None:
            texts[_TICKS] = " ".join(self._ticks.codes)
        return texts

    def _show(self, name: str, text: str) -> None:
        if name == _TICKS and self._ticks is not None:
            self._ticks.show_codes(text.split())
        elif name in self._fields:
            _fill(self._fields[name], text)


_TICKS = "ticks"


def _read(field: QLineEdit | QComboBox) -> str:
    return str(field.currentData() or "") if isinstance(field, QComboBox) else field.text()


def _fill(field: QLineEdit | QComboBox, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(text)
    elif (at := field.findData(text)) >= 0:
        field.setCurrentIndex(at)
