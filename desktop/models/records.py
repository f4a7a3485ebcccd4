# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The records of a workbook. Frozen; dates are plain dates, instants are aware UTC datetimes, ids are text."""

from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum, StrEnum


class Judgement(IntEnum):
    """How well an indicator is in place (product rule 2)."""

    NOT_IN_PLACE = 0
    BEING_DEVELOPED = 1
    PARTLY_IN_PLACE = 2
    IN_PLACE = 3
    SHOWN_TO_WORK = 4

    @property
    def words(self) -> str:
        """The judgement as people read it."""
        return (
            "Not in place",
            "Being developed",
            "Partly in place",
            "In place",
            "In place and shown to work",
        )[self]


class Strength(IntEnum):
    """How strong the evidence behind a judgement is (product rule 2)."""

    NONE = 0
    WORD = 1
    DOCUMENT = 2
    IN_USE = 3
    OUTSIDE = 4

    @property
    def words(self) -> str:
        """The strength as people read it."""
        return ("No evidence", "Someone's word", "A document", "Shown in use", "Checked from outside")[self]


class ServiceType(StrEnum):
    """The four types of intervention in scope (product rule 1); values as in the catalogue's ``applies``."""

    HELP_SEEKING = "help-seeking"
    EARLY_RESPONSE = "early response"
    BEHAVIOUR_CHANGE = "behaviour change"
    INTENSIVE = "intensive case management"


class FileState(StrEnum):
    """Where the file of an evidence item is."""

    STORED = "stored"  # in the workbook, hash known
    HELD = "held"  # named by the charity, kept elsewhere; its word is taken
    MISSING = "missing"  # was stored, cannot be found now
    DAMAGED = "damaged"  # stored, and differs from its hash now
    REFUSED = "refused"  # given, but could not be used: empty, cut off, a program


class WorkStatus(StrEnum):
    """How far the work on an indicator is, whatever its judgement says."""

    NOT_SAID = ""
    BEGUN = "begun"
    WAITING = "waiting"
    READY = "ready for review"

    @property
    def words(self) -> str:
        """The status as people read it."""
        return f"Work: {self.value or 'not said'}"


class ActionState(StrEnum):
    """How far an action is."""

    OPEN = "open"
    UNDER_WAY = "under way"
    WAITING = "waiting"
    DONE = "done"

    @property
    def words(self) -> str:
        """The status as people read it."""
        return {"open": "To do", "under way": "Under way", "waiting": "Waiting", "done": "Done"}[self.value]


@dataclass(frozen=True, slots=True)
class Organisation:
    """The charity that keeps the workbook."""

    name: str
    short_name: str = ""
    charity_number: str = ""
    company_number: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    nation: str = "England"


@dataclass(frozen=True, slots=True)
class VictimSupport:
    """Who supports victim-survivors beside a service, and how it is funded."""

    provider: str = ""
    model: str = ""
    funded: bool | None = None
    funding: str = ""


@dataclass(frozen=True, slots=True)
class ServiceFigures:
    """One year's counts of a service; None where not recorded or not fitting."""

    year: str = ""
    referred: int | None = None
    assessed: int | None = None
    started: int | None = None
    completed: int | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """One intervention that the charity runs."""

    id: str
    name: str
    type: ServiceType
    format: str = ""
    weeks: int | None = None
    sessions: int | None = None
    session_minutes: int | None = None
    elements: tuple[str, ...] = ()
    cohort: str = ""
    exclusions: tuple[str, ...] = ()
    support: VictimSupport = VictimSupport()
    commissioner: str = ""
    figures: ServiceFigures = ServiceFigures()


@dataclass(frozen=True, slots=True)
class CatalogueVersion:
    """A version of the standards that the charity brought in. ``id`` is its version; ``text`` the JSON of it.

    ``family`` is '' for the seven standards, else the name of the list that it is a version of.
    """

    id: str
    family: str
    added_on: date
    text: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """One dated round of self-assessment. ``started_from`` is the id of the round whose answers it began with, or ''.

    ``review_since``: the day on which a second reader began with it; None before.
    """

    id: str
    dated: date
    assessor: str
    catalogue_version: str
    started_from: str = ""
    review_since: date | None = None


@dataclass(frozen=True, slots=True)
class FirstJudgement:
    """How an indicator was first judged in a round, which stays when the judgement changes."""

    judgement: Judgement | None = None
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of one indicator in one assessment.

    ``judgement`` None and ``not_applicable`` False is "not answered". Of a row that is not applicable,
    ``narrative`` is the reason and ``confirmed_by`` the second person. ``kinds``: the kinds of evidence that were
    ticked as there, in the catalogue's words. ``carried_as`` says how it came from the round before ('reworded'), or
    ''; ``to_confirm``: nobody has confirmed it since.
    """

    id: str
    assessment_id: str
    indicator_id: str
    judgement: Judgement | None = None
    not_applicable: bool = False
    narrative: str = ""
    judged_by: str = ""
    judged_on: date | None = None
    second_reader: str = ""
    confirmed_by: str = ""
    first: FirstJudgement = FirstJudgement()
    work: WorkStatus = WorkStatus.NOT_SAID
    kinds: tuple[str, ...] = ()
    carried_as: str = ""
    to_confirm: bool = False

    def judged(self, judgement: Judgement | None, by: str, on: date | None) -> "Answer":
        """The answer judged anew, or not at all with None. How it was first judged stays."""
        first = self.first
        if first.judgement is None and self.judgement is not None and not self.carried_as:
            first = FirstJudgement(self.judgement, self.judged_by, self.judged_on)
        elif first.judgement is None and judgement is not None:
            first = FirstJudgement(judgement, by, on)
        return replace(
            self,
            judgement=judgement,
            not_applicable=False,
            judged_by=by,
            judged_on=on,
            confirmed_by="",
            to_confirm=False,
            first=first,
        )


@dataclass(frozen=True, slots=True)
class ServiceAnswer:
    """What is said of an indicator for one service, where that differs from the answer for all."""

    id: str
    answer_id: str
    service_id: str
    judgement: Judgement | None = None
    narrative: str = ""
    judged_by: str = ""
    judged_on: date | None = None


@dataclass(frozen=True, slots=True)
class SecondReading:
    """Another person's own judgement of an answer. ``settled`` is the note on how a difference was settled, or ''."""

    id: str
    answer_id: str
    reader: str
    judgement: Judgement | None = None
    not_applicable: bool = False
    comment: str = ""
    read_on: date | None = None
    settled: str = ""
    settled_by: str = ""
    settled_on: date | None = None


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """A document that answers rest on. ``sha256`` is lower-case hex of the content, ``size`` in bytes.

    ``kept_back`` says why its file was refused or must not go into a pack as it is ('is locked with a password'); ''
    when it may. ``kept_where`` says where an item that is HELD can be found ('blue folder, office').
    """

    id: str
    title: str
    file_name: str = ""
    file_state: FileState = FileState.HELD
    sha256: str = ""
    size: int = 0
    dated: date | None = None
    review_by: date | None = None
    kept_back: str = ""
    kept_where: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceLink:
    """One evidence item used for one answer, with the strength it gives there."""

    id: str
    answer_id: str
    evidence_id: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class Closing:
    """Who closed an action and when, and what shows that it is done: words, a piece of evidence, or both."""

    by: str = ""
    on: date | None = None
    shown_by: str = ""
    evidence_id: str | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """Something to be put right, for one indicator. ``cost`` is in pence, None where nobody has said."""

    id: str
    assessment_id: str
    indicator_id: str
    what: str
    owner: str = ""
    due: date | None = None
    state: ActionState = ActionState.OPEN
    cost: int | None = None
    closing: Closing = Closing()

    @property
    def is_open(self) -> bool:
        """Whether it is not done yet."""
        return self.state is not ActionState.DONE

    def is_late(self, day: date) -> bool:
        """Whether it is open on a day that is past its own."""
        return self.is_open and self.due is not None and self.due < day
