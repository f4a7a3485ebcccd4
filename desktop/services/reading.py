# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reads a charity's answers, services and workforce from JSON files; nothing is stored here."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.models.catalogue import Catalogue
from desktop.models.records import (
    ActionState,
    Judgement,
    Organisation,
    Service,
    ServiceFigures,
    ServiceType,
    Strength,
    VictimSupport,
)
from desktop.services.fields import Fields, Problems
from desktop.support.json_file import read_json


@dataclass(frozen=True, slots=True)
class GivenEvidence:
    """A document named by an answer. ``file`` is a bare file name."""

    file: str
    title: str
    dated: date | None
    review_by: date | None


@dataclass(frozen=True, slots=True)
class GivenAction:
    """Something to be put right, as given."""

    what: str
    owner: str
    due: date | None
    state: ActionState


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One answer as given. ``strength`` holds for all its evidence (settled point 10)."""

    indicator_id: str
    judgement: Judgement | None
    not_applicable: bool
    strength: Strength
    narrative: str
    evidence: tuple[GivenEvidence, ...]
    actions: tuple[GivenAction, ...]
    judged_by: str
    judged_on: date | None
    second_reader: str
    confirmed_by: str


@dataclass(frozen=True, slots=True)
class GivenAssessment:
    """A whole self-assessment as given."""

    organisation: str
    dated: date
    assessor: str
    answers: tuple[GivenAnswer, ...]
    status: str = ""


@dataclass(frozen=True, slots=True)
class GivenServices:
    """The charity and what it runs. Service ids count from 'service-1'; taking them in gives lasting ones."""

    organisation: Organisation
    services: tuple[Service, ...]


def read_answers(path: Path, catalogue: Catalogue) -> GivenAssessment:
    """A self-assessment from a file like the practice charity's ``answers.json``; raises ``InputError``."""
    problems = Problems(path.name)
    top = Fields(read_json(path), "file", problems)
    known = {indicator.id for indicator in catalogue.indicators}
    answers = tuple(_answer(fields, known) for fields in top.objects("answers", needed=True))
    _note_repeats([answer.indicator_id for answer in answers], problems)
    dated = top.day("assessment_date", needed=True)
    organisation = top.text("organisation", needed=True)
    assessor, status = top.text("assessor"), top.text("status")
    problems.raise_if_any()
    return GivenAssessment(organisation, dated or date.min, assessor, answers, status)


def _note_repeats(ids: list[str], problems: Problems) -> None:
    for indicator_id in sorted({entry for entry in ids if ids.count(entry) > 1}):
        problems.add(f"answer {indicator_id}", "is given more than once")


def _answer(fields: Fields, known: set[str]) -> GivenAnswer:
    indicator_id = fields.text("id", needed=True)
    fields.place = f"answer {indicator_id}" if indicator_id else fields.place
    if indicator_id and indicator_id not in known:
        fields.wrong("there is no indicator with this id")
    judgement, not_applicable = _judgement(fields)
    answer = GivenAnswer(
        indicator_id=indicator_id,
        judgement=judgement,
        not_applicable=not_applicable,
        strength=Strength(fields.number("evidence_strength", 0, 4) or 0),
        narrative=fields.text("narrative"),
        evidence=tuple(_evidence(entry) for entry in fields.objects("evidence")),
        actions=tuple(_action(entry) for entry in fields.objects("actions")),
        judged_by=fields.text("judged_by"),
        judged_on=fields.day("judged_on"),
        second_reader=fields.text("second_reader"),
        confirmed_by=fields.text("confirmed_by"),
    )
    fields.check_names()
    return answer


def _judgement(fields: Fields) -> tuple[Judgement | None, bool]:
    value = fields.value("judgement")
    if value in (None, "unanswered"):
        return None, False
    if value == "not applicable":
        return None, True
    if isinstance(value, int) and not isinstance(value, bool) and value in range(5):
        return Judgement(value), False
    fields.wrong(f"judgement is {value!r}; use 0, 1, 2, 3, 4, 'not applicable' or 'unanswered'")
    return None, False


def _evidence(fields: Fields) -> GivenEvidence:
    name = fields.text("file", needed=True)
    if name and (set(name) & {"/", "\\", "\0"} or name in {".", ".."}):
        fields.wrong(f"file is {name!r}; give the file name alone, without folders")
    item = GivenEvidence(name, fields.text("title") or name, fields.day("dated"), fields.day("review_by"))
    fields.check_names()
    return item


def _action(fields: Fields) -> GivenAction:
    state = fields.text("status") or "open"
    if state not in {member.value for member in ActionState}:
        fields.wrong(f"status is {state!r}; use {', '.join(repr(one.value) for one in ActionState)}")
        state = "open"
    action = GivenAction(fields.text("what", needed=True), fields.text("owner"), fields.day("due"), ActionState(state))
    fields.check_names()
    return action


def read_services(path: Path) -> GivenServices:
    """The charity and its services from a file like the practice charity's ``services.json``; raises ``InputError``."""
    problems = Problems(path.name)
    top = Fields(read_json(path), "file", problems)
    organisation = _organisation(top.object("organisation"))
    services = tuple(_service(fields, n) for n, fields in enumerate(top.objects("services", needed=True), 1))
    problems.raise_if_any()
    return GivenServices(organisation, services)


def _organisation(fields: Fields) -> Organisation:
    return Organisation(
        name=fields.text("name", needed=True),
        short_name=fields.text("short_name"),
        charity_number=fields.text("charity_number"),
        company_number=fields.text("company_number"),
        address=fields.text("address"),
        phone=fields.text("office_phone"),
        email=fields.text("email"),
        nation=fields.text("country") or "England",
    )


def _service(fields: Fields, number: int) -> Service:
    name = fields.text("name", needed=True)
    support, figures = fields.object("vs_support"), fields.object("figures")
    return Service(
        id=f"service-{number}",
        name=name,
        type=_service_type(fields),
        format=fields.text("format"),
        weeks=fields.number("weeks", 1, 520),
        sessions=fields.number("sessions", 1, 2000),
        session_minutes=fields.number("session_minutes", 1, 1000),
        elements=fields.texts("elements"),
        cohort=fields.text("cohort"),
        exclusions=fields.texts("exclusions"),
        support=VictimSupport(
            support.text("provider"), support.text("model"), support.truth("funded"), support.text("budget_line")
        ),
        commissioner=fields.text("commissioner"),
        figures=ServiceFigures(
            figures.text("year"), *(figures.number(key) for key in ("referred", "assessed", "started", "completed"))
        ),
    )


def _service_type(fields: Fields) -> ServiceType:
    value = fields.text("type", needed=True)
    try:
        return ServiceType(value)
    except ValueError:
        if value:
            known = ", ".join(repr(member.value) for member in ServiceType)
            fields.wrong(f"type is {value!r}; use one of {known}")
        return ServiceType.BEHAVIOUR_CHANGE
