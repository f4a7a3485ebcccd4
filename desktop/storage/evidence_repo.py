# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Evidence items and what they are used for."""

from desktop.models.records import EvidenceItem, EvidenceLink
from desktop.storage.repository import Repository
from desktop.storage.sqlcipher import Connection

_HASHES = """SELECT sha256 FROM evidence_item
UNION SELECT json_extract(before, '$.sha256') FROM history_image WHERE table_name = 'evidence_item'"""


class EvidenceRepo(Repository[EvidenceItem]):
    """Evidence items. The evidence store finds the file of an item by its hash."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, EvidenceItem, "evidence_item", order="title, id", keeps_removed=True)

    def hashes(self) -> frozenset[str]:
        """SHA-256 of the file of every item that has one, or ever had: undo and redo may bring it back."""
        return frozenset(sha256 for (sha256,) in self._connection.tuples(_HASHES) if sha256)

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
