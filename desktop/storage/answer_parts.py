# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Records that hang on an answer: the evidence it rests on, what differs for one service, its second reading."""

from typing import TypeVar

from desktop.storage.repository import Repository

R = TypeVar("R")


class AnswerPartRepo(Repository[R]):
    """Records of one kind, each with the id of the answer that it belongs to."""

    def of_assessment(self, assessment_id: str) -> tuple[R, ...]:
        """Those of all answers of one assessment."""
        return tuple(self._select("answer_id IN (SELECT id FROM answer WHERE assessment_id = ?)", (assessment_id,)))
