# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Evidence items."""

from desktop.models.records import EvidenceItem
from desktop.storage.repository import Repository
from desktop.storage.sqlcipher import Connection

_LIVE_LINKS = """evidence_id = ? AND answer_id NOT IN (
    SELECT answer.id FROM answer JOIN sign_off ON sign_off.assessment_id = answer.assessment_id
    WHERE sign_off.reopened_on IS NULL
)"""
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
        """Take an item away from the lists and from every answer that used it, but those of a signed-off round."""
        self._connection.run(f"DELETE FROM evidence_link WHERE {_LIVE_LINKS}", (record_id,))  # noqa: S608 - ours
        super().remove(record_id)
