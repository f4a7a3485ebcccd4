# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is printed for people at a table: any screen's list, and the assessment as a form. Frozen, like a snapshot."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from desktop.models.pack import ActionPart, IndicatorPart
from desktop.models.results import StandardResult

ListCell = str | date | Decimal


@dataclass(frozen=True, slots=True)
class PrintHead:
    """What every printed page says of itself. ``made`` is an aware UTC time, ``printed`` the day on the laptop."""

    charity: str
    practice: bool
    printed: date
    made: datetime
    app_version: str


@dataclass(frozen=True, slots=True)
class ListPrint:
    """A list as a screen shows it: headings with the share of the width that each wants, and rows.

    A cell is plain text, a day, or an amount of pounds: a spreadsheet can sort and add up the last two.
    ``as_at``: the day the list holds for, where that is not simply the day of printing.
    """

    title: str
    subtitle: str
    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[ListCell, ...], ...]
    as_at: date | None = None


@dataclass(frozen=True, slots=True)
class BookTable:
    """One sheet of a book: its headings with their widths in characters, and lines of texts, numbers and dates."""

    title: str
    words: str
    columns: tuple[tuple[str, float], ...]
    lines: tuple[tuple[str | int | date | None, ...], ...]


@dataclass(frozen=True, slots=True)
class BookPrint:
    """A spreadsheet of several sheets."""

    head: PrintHead
    title: str
    tables: tuple[BookTable, ...]


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One whole day of a calendar. ``uid`` is the same in every export and tells nothing by itself."""

    uid: str
    day: date
    title: str


@dataclass(frozen=True, slots=True)
class CalendarPrint:
    """A calendar to be brought into another program."""

    head: PrintHead
    title: str
    entries: tuple[CalendarEntry, ...]


@dataclass(frozen=True, slots=True)
class CertificatePerson:
    """Someone who attended: ``hours`` in words, and whether they were there for a part only."""

    name: str
    hours: str
    part: bool = False


@dataclass(frozen=True, slots=True)
class CertificatePrint:
    """Certificates of attendance for one training day, a page for each person."""

    head: PrintHead
    course: str
    held_on: date
    trainer: str
    people: tuple[CertificatePerson, ...]


@dataclass(frozen=True, slots=True)
class RecordGroup:
    """Part of what is held about someone: a small table; ``empty`` is said where there are no rows."""

    title: str
    empty: str
    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class RecordPrint:
    """Everything that is held about one person, in groups."""

    head: PrintHead
    name: str
    words: str
    groups: tuple[RecordGroup, ...]


@dataclass(frozen=True, slots=True)
class HeatPart:
    """One cell: its mark, its word, and a detail such as a month."""

    mark: str
    word: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class MatrixPrint:
    """People against columns. ``columns``: name and figure; ``rows``: name and a part for each column."""

    head: PrintHead
    title: str
    words: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, tuple[HeatPart, ...]], ...]
    key: tuple[HeatPart, ...]
    as_at: date


@dataclass(frozen=True, slots=True)
class TrusteesStandard:
    """One standard on the trustees' page. ``before`` is its result in the round before, '' where there is none."""

    number: int
    name: str
    result: StandardResult
    before: str


@dataclass(frozen=True, slots=True)
class TrusteesPrint:
    """A self-assessment on one page, for those who sign it off. ``stands`` says how the round stands, in a sentence.

    ``signed``: who signed it off, when and by which minute; '' leaves lines for a pen.
    """

    head: PrintHead
    assessed: date
    version: str
    stands: str
    standards: tuple[TrusteesStandard, ...]
    changed: tuple[str, ...]
    not_met: tuple[str, ...]
    plan: str
    readers: str
    signed: str


class FormKind(StrEnum):
    """The assessment to fill in with a pen, or as it stands now."""

    BLANK = "blank"
    FILLED = "filled"


@dataclass(frozen=True, slots=True)
class FormIndicator:
    """One indicator of a form. ``part`` says how it stands; a blank form shows only what is asked."""

    part: IndicatorPart
    why_it_matters: str
    usual_evidence: tuple[str, ...]
    actions: tuple[ActionPart, ...] = ()


@dataclass(frozen=True, slots=True)
class FormStandard:
    """One standard of a form. ``result`` is None on a blank form."""

    number: int
    title: str
    short_name: str
    result: StandardResult | None
    indicators: tuple[FormIndicator, ...]


@dataclass(frozen=True, slots=True)
class FormPrint:
    """The assessment as a form for a meeting. ``assessed`` is the date of the assessment, None before the first."""

    head: PrintHead
    kind: FormKind
    assessed: date | None
    titles_note: str
    standards: tuple[FormStandard, ...]

    @property
    def title(self) -> str:
        """What the form is called."""
        return "Assessment, to fill in" if self.kind is FormKind.BLANK else "Assessment, as it stands"
