# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a person says of an item of evidence, looked at before it is kept."""

from dataclasses import dataclass, replace
from datetime import date

from desktop.models.certificate_numbers import check_no_number
from desktop.models.day_checks import check_not_long_ago, check_order, check_passed
from desktop.models.errors import AppError
from desktop.models.records import EvidenceItem, FileState, Strength
from desktop.services.evidence_intake import Prepared


class UntitledEvidenceError(AppError):
    """Evidence with no title."""

    code = "untitled_evidence"
    happened = "The evidence has no title."
    safe = "Nothing was changed."
    to_do = "Type a few words that tell it from the others, such as: Safeguarding policy 2026."


class NowhereKeptError(AppError):
    """A note that does not say where the paper is."""

    code = "nowhere_kept"
    happened = "The note does not say where this evidence is kept."
    safe = "Nothing was changed."
    to_do = "Type where someone would find it, such as: blue folder, office cupboard."


class FileThereError(AppError):
    """A stored file is never exchanged for another."""

    code = "evidence_has_file"
    happened = "{title} has a file already, and answers rest on that one."
    safe = "Nothing was changed."
    to_do = "Add the new file as evidence of its own, and link that."


@dataclass(frozen=True, slots=True)
class EvidenceDetails:
    """What a person says of an item.

    ``uses``: the ids of indicators that a new item is for, and how strong it is there. An edit leaves links alone.
    """

    title: str
    dated: date | None = None
    review_by: date | None = None
    kept_where: str = ""
    uses: tuple[tuple[str, Strength], ...] = ()


def checked(details: EvidenceDetails, today: date) -> EvidenceDetails:
    """The details without stray spaces; raises when the title or a date cannot be right."""
    title = " ".join(details.title.split())
    if not title:
        raise UntitledEvidenceError
    check_no_number(title, details.kept_where)
    check_passed(details.dated, today, "The date of a document")
    check_not_long_ago(details.review_by)
    check_order(details.dated, details.review_by, ("The date of this evidence", "its review date"))
    return replace(details, title=title, kept_where=details.kept_where.strip())


def described(item: EvidenceItem, details: EvidenceDetails) -> EvidenceItem:
    """The item with these details."""
    return replace(
        item,
        title=details.title,
        dated=details.dated,
        review_by=details.review_by,
        kept_where=details.kept_where,
    )


def with_file(item: EvidenceItem, prepared: Prepared) -> EvidenceItem:
    """The item with a file that lies in the store."""
    return replace(
        item,
        file_name=prepared.file_name,
        file_state=FileState.STORED,
        sha256=prepared.sha256,
        size=prepared.size,
        kept_back=prepared.kept_back,
    )
