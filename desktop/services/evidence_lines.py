# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Evidence as screens show it: how each item stands, what it supports, and how strong it is there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.models.catalogue import Catalogue
from desktop.models.dates import short_date
from desktop.models.records import Answer, EvidenceItem, EvidenceLink, FileState, Strength
from desktop.reports.wording import groups, sentence, size_words
from desktop.services.file_check import LOCKED, way_out, what_it_means
from desktop.services.targets import Mark

SOON_DAYS = 90
_ENDINGS = {
    "PDF": "pdf",
    "Picture": "png jpg jpeg gif tif tiff bmp webp",
    "Text": "txt csv md log",
    "Word processing": "docx doc odt rtf docm",
    "Spreadsheet": "xlsx xls ods xlsm",
    "Slides": "pptx ppt odp pptm",
    "E-mail": "eml msg",
    "ZIP": "zip",
}
_KINDS = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split()}
PREVIEWED = ("PDF", "Picture", "Text")


class EvidenceState(StrEnum):
    """How an item of evidence stands, worst first."""

    MISSING = "missing"
    DAMAGED = "damaged"
    REFUSED = "refused"
    LOCKED = "locked"
    KEPT_BACK = "kept back"
    LAPSED = "lapsed"
    DUE_SOON = "due soon"
    NOT_USED = "not used"
    HELD = "held elsewhere"
    CURRENT = "current"

    @property
    def words(self) -> str:
        """The state as people read it."""
        return {
            "missing": "File missing",
            "damaged": "File damaged",
            "refused": "Could not be used",
            "locked": "Locked",
            "kept back": "Not in a pack",
            "lapsed": "Past review",
            "due soon": "Due soon",
            "not used": "Not used yet",
            "held elsewhere": "Kept elsewhere",
            "current": "Current",
        }[self.value]

    @property
    def mark(self) -> Mark:
        """The mark that stands before the words."""
        return {
            "missing": Mark.GAPBOX,
            "damaged": Mark.GAPBOX,
            "refused": Mark.GAPBOX,
            "locked": Mark.HALF,
            "kept back": Mark.HALF,
            "lapsed": Mark.CROSS,
            "due soon": Mark.CLOCK,
            "not used": Mark.DOTS,
            "held elsewhere": Mark.DASH,
            "current": Mark.TICK,
        }[self.value]


@dataclass(frozen=True, slots=True)
class EvidenceUse:
    """One indicator that an item is used for, in the newest assessment."""

    link_id: str
    indicator_id: str
    number: str
    short_name: str
    critical: bool
    strength: Strength


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One item in the list. ``state`` is the worst of ``states``; the words are ready to show."""

    id: str
    title: str
    file_name: str
    kind: str
    size: str
    dated: str
    review: str
    state: EvidenceState
    states: frozenset[EvidenceState]
    supports: tuple[str, ...]
    strength: Strength | None
    dated_on: date | None = None
    review_by: date | None = None


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One item with everything about it. ``problem``: sentences about its file, '' when nothing is wrong."""

    line: EvidenceLine
    kept_where: str
    bytes: int
    hash_groups: tuple[str, ...]
    problem: str
    used_by: tuple[EvidenceUse, ...]
    can_preview: bool


@dataclass(frozen=True, slots=True)
class Uses:
    """What each item is used for in the newest assessment, by item id, in the order of the standards."""

    by_item: Mapping[str, tuple[EvidenceUse, ...]]

    @classmethod
    def read(cls, catalogue: Catalogue, answers: Sequence[Answer], links: Sequence[EvidenceLink]) -> "Uses":
        """From the answers of the newest assessment and their links."""
        answered = {answer.id: answer.indicator_id for answer in answers}
        place = {indicator.id: number for number, indicator in enumerate(catalogue.indicators)}
        found: dict[str, list[EvidenceUse]] = {}
        for link in sorted(links, key=lambda link: place[answered[link.answer_id]]):
            indicator = catalogue.indicator(answered[link.answer_id])
            found.setdefault(link.evidence_id, []).append(
                EvidenceUse(
                    link.id, indicator.id, indicator.number, indicator.short_name, indicator.critical, link.strength
                )
            )
        return cls({item_id: tuple(uses) for item_id, uses in found.items()})

    def of(self, item_id: str) -> tuple[EvidenceUse, ...]:
        """What one item is used for."""
        return self.by_item.get(item_id, ())


def line_of(item: EvidenceItem, uses: Sequence[EvidenceUse], today: date) -> EvidenceLine:
    """The line of one item."""
    states = _states(item, used=bool(uses), today=today)
    return EvidenceLine(
        id=item.id,
        title=item.title,
        file_name=item.file_name,
        kind=kind_of(item),
        size=size_words(item.size) if item.size else "",
        dated=short_date(item.dated, today) if item.dated else "",
        review=review_words(item.review_by, today),
        state=next(state for state in EvidenceState if state in states),
        states=states,
        supports=tuple(use.number for use in uses),
        strength=max((use.strength for use in uses), default=None),
        dated_on=item.dated,
        review_by=item.review_by,
    )


def view_of(item: EvidenceItem, uses: Sequence[EvidenceUse], today: date) -> EvidenceView:
    """Everything about one item."""
    return EvidenceView(
        line=line_of(item, uses, today),
        kept_where=item.kept_where,
        bytes=item.size,
        hash_groups=tuple(groups(item.sha256)),
        problem=_problem(item),
        used_by=tuple(uses),
        can_preview=item.file_state is FileState.STORED and kind_of(item) in PREVIEWED,
    )


def kind_of(item: EvidenceItem) -> str:
    """What kind of file an item is, by the ending of its name; 'Note' when it has no file."""
    if not item.file_name:
        return "Note"
    return _KINDS.get(item.file_name.rpartition(".")[2].casefold(), "File")


def review_words(review_by: date | None, today: date) -> str:
    """When an item is to be reviewed, or was: 'Review by 18 Dec'."""
    if review_by is None:
        return "No review date"
    if review_by < today:
        return f"Review was due {short_date(review_by, today)}"
    return f"Review by {short_date(review_by, today)}"


def _states(item: EvidenceItem, *, used: bool, today: date) -> frozenset[EvidenceState]:
    found = set()
    if item.file_state is not FileState.STORED:
        found.add(
            {
                FileState.HELD: EvidenceState.HELD,
                FileState.MISSING: EvidenceState.MISSING,
                FileState.DAMAGED: EvidenceState.DAMAGED,
                FileState.REFUSED: EvidenceState.REFUSED,
            }[item.file_state]
        )
    elif item.kept_back:
        found.add(EvidenceState.LOCKED if item.kept_back == LOCKED else EvidenceState.KEPT_BACK)
    if item.review_by is not None and item.review_by < today:
        found.add(EvidenceState.LAPSED)
    elif item.review_by is not None and item.review_by <= today + timedelta(days=SOON_DAYS):
        found.add(EvidenceState.DUE_SOON)
    if not used:
        found.add(EvidenceState.NOT_USED)
    return frozenset(found or {EvidenceState.CURRENT})


def _problem(item: EvidenceItem) -> str:
    again = "Its title, dates and links are still here. Add the same file again, or restore a backup."
    if item.file_state is FileState.MISSING:
        return f"The stored file is missing. {again}"
    if item.file_state is FileState.DAMAGED:
        return f"The stored file is damaged or was altered, so it goes into no pack. {again}"
    if item.file_state is FileState.REFUSED:
        return f"{sentence(f'The file {item.kept_back}')} Open it, save it again, then add that file."
    if item.kept_back:
        counts = "It counts like a document that is kept elsewhere: packs name it, and say why it is not there."
        told = (sentence(f"the file {item.kept_back}"), what_it_means(item.kept_back), counts, way_out(item.kept_back))
        return " ".join(told)
    return ""
