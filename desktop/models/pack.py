# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The frozen snapshot that a pack is drawn from: all that the pages show; nothing is looked up later."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.models.records import ActionState, FileState, Judgement, Organisation, Service, Strength
from desktop.models.results import RowState, StandardResult


@dataclass(frozen=True, slots=True)
class ServicePart:
    """A service with what the scope rules say of it (plain sentences)."""

    service: Service
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceRef:
    """Evidence named beside an answer. ``number`` is its line in the evidence index (from 1)."""

    number: int
    title: str
    lapsed: bool = False
    state: FileState = FileState.STORED


@dataclass(frozen=True, slots=True)
class IndicatorPart:
    """One indicator as the pack shows it. ``number`` is ours, like 'SA 6.3'."""

    id: str
    number: str
    short_name: str
    text: str
    critical: bool
    state: RowState
    said: Judgement | None
    supported: Judgement | None
    strength: Strength
    why: str
    narrative: str
    confirmed_by: str
    two_readers: bool
    evidence: tuple[EvidenceRef, ...] = ()
    by_service: str = ""  # where services differ: 'Early Line 1; the others 3', of which the weakest decides
    figure: str = ""  # a workforce figure in words, like '9 of 11 practitioners hold core training in date'


@dataclass(frozen=True, slots=True)
class StandardPart:
    """One standard: its quoted title, our short name, the result and the indicators in order."""

    number: int
    title: str
    short_name: str
    result: StandardResult
    indicators: tuple[IndicatorPart, ...]


@dataclass(frozen=True, slots=True)
class ActionPart:
    """One line of the action plan. ``owner`` is a role, never a name; ``cost`` is in pence, None where not said."""

    indicator_number: str
    what: str
    owner: str
    due: date | None
    late: bool
    state: ActionState = ActionState.OPEN
    cost: int | None = None

    @property
    def done(self) -> bool:
        """Whether it is closed."""
        return self.state is ActionState.DONE


@dataclass(frozen=True, slots=True)
class CountOf:
    """n of N in words: 'holders' of 'needing'. ``note`` is the indicator it feeds, like 'SA 6.3, critical'.

    ``people``: how many people the count is about, where it counts something else, such as meetings; None: 'needing'.
    """

    label: str
    holders: int
    needing: int
    note: str = ""
    people: int | None = None


@dataclass(frozen=True, slots=True)
class WorkforcePart:
    """Workforce figures for the whole service: three headline counts and one count a course."""

    headlines: tuple[CountOf, ...]
    courses: tuple[CountOf, ...]
    people: int


@dataclass(frozen=True, slots=True)
class FilePart:
    """One line of the evidence index. ``supplied_as`` is its name in the ZIP, '' when not supplied, with ``reason``.

    ``sha256`` (hex) and ``size`` (bytes) are of supplied files only.
    """

    number: int
    title: str
    file_name: str
    supports: tuple[str, ...]
    sha256: str
    size: int
    supplied_as: str
    state: FileState = FileState.STORED
    reason: str = ""
    dated: date | None = None
    review_by: date | None = None
    lapsed: bool = False


@dataclass(frozen=True, slots=True)
class VolumePart:
    """One ZIP that goes with the pack: name, size in bytes, SHA-256 in lower-case hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class SignedOffPart:
    """Who signed the self-assessment off, by role, on which day and by which minute ('' where none is known)."""

    role: str
    on: date
    minute: str = ""


@dataclass(frozen=True, slots=True)
class SignerPart:
    """Who signs, as the certificate says it. Fingerprint: 64 lower-case hex digits of the root's SHA-256."""

    charity: str
    signatory: str
    root_fingerprint: str
    fingerprint_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackSnapshot:
    """All that one pack says, as it stood at ``taken_at`` (aware UTC), judged as at ``as_at``."""

    pack_id: str
    practice: bool
    taken_at: datetime
    as_at: date
    app_version: str
    organisation: Organisation
    services: tuple[ServicePart, ...]
    made_for: str
    reference: str
    assessed: date
    lapses: date
    lapsed: bool
    catalogue_version: str
    titles_note: str
    standards: tuple[StandardPart, ...]
    actions: tuple[ActionPart, ...]
    workforce: WorkforcePart | None
    files: tuple[FilePart, ...]
    volumes: tuple[VolumePart, ...]
    signer: SignerPart
    history_number: int
    history_head: str
    signed_off: SignedOffPart | None = None
    figures_left_out: bool = False  # the charity chose to leave the workforce figures out


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file carried inside the PDF, under the signature."""

    name: str
    data: bytes
    media_type: str
    description: str


@dataclass(frozen=True, slots=True)
class DrawnPack:
    """An unsigned pack: the PDF with one empty tagged signature field, and what could not be drawn."""

    pdf: bytes
    pages: int
    signature_field: str
    unknown_characters: tuple[str, ...] = ()
