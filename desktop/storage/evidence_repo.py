# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Evidence items and what they are used for."""

from desktop.models.records import EvidenceItem, EvidenceLink
from desktop.storage.repository import Repository
from desktop.storage.sqlcipher import Connection


class EvidenceRepo(Repository[EvidenceItem]):
    """Evidence items. Beside each, ``sealed`` is what the evidence store needs to find and open its file."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, EvidenceItem, "evidence_item", order="title, id", keeps_removed=True)

    def sealed(self, evidence_id: str) -> str:
        """The evidence store's note of an item's file, or ''. Also of a removed item."""
        found = self._connection.one("SELECT sealed FROM evidence_item WHERE id = ?", (evidence_id,))
        return str(found[0]) if found else ""

    def set_sealed(self, evidence_id: str, sealed: str) -> None:
        """Keep the evidence store's note. Needs an open operation."""
        self._connection.run("UPDATE evidence_item SET sealed = ? WHERE id = ?", (sealed, evidence_id))

    def all_sealed(self) -> dict[str, str]:
        """The notes of all items that have a file, removed ones too, by item id."""
        return dict(self._connection.tuples("SELECT id, sealed FROM evidence_item WHERE sealed <> '' ORDER BY id"))

    def remove(self, record_id: str) -> None:
        """Take an item away from the lists and from every answer that used it."""
        self._connection.run("DELETE FROM evidence_link WHERE evidence_id = ?", (record_id,))
        super().remove(record_id)


class EvidenceLinkRepo(Repository[EvidenceLink]):
    """Which evidence is used for which answer."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, EvidenceLink, "evidence_link", order="answer_id, evidence_id, id")

    def of_assessment(self, assessment_id: str) -> tuple[EvidenceLink, ...]:
        """All links of one assessment's answers."""
        return tuple(self._select("answer_id IN (SELECT id FROM answer WHERE assessment_id = ?)", (assessment_id,)))
