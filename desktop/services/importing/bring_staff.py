# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a staff list would store: the people with their roles, terms and managers, and that a DBS check was seen."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from desktop.models.workforce.checks import CheckKind, DbsLevel, RecruitmentCheck
from desktop.models.workforce.people import EmployedAs, Person
from desktop.services.importing.bringing import Bringing, Gathering
from desktop.services.importing.cell_words import plain
from desktop.services.importing.names import match
from desktop.services.importing.preview import PersonLine

_TERMS = (
    (EmployedAs.VOLUNTEER, ("volunteer", "student", "placement", "gwirfoddol", "intern")),
    (EmployedAs.SESSIONAL, ("sessional", "associate", "freelance", "self-employed", "bank", "agency", "sesiynol")),
    (EmployedAs.EMPLOYED, ("employ", "staff", "permanent", "paid", "contract", "full", "part", "cyflogedig")),
)


def bring_staff(gathering: Gathering) -> Bringing:
    """The people of a staff list. Only what the list says is changed; an empty cell leaves what is recorded."""
    gathering.meet_everyone()
    names = {person.name: person.id for person in gathering.people.values()}
    checks = []
    for place, line in enumerate(gathering.preview.people):
        person_id = gathering.ids.get(place)
        if person_id:
            gathering.people[person_id] = _filled(gathering, gathering.people[person_id], line, names)
            checks += _dbs(gathering, person_id, line)
    return Bringing(
        people=gathering.changed(),
        new_people=len(gathering.new),
        checks=tuple(checks),
        already=gathering.already,
        other_names=gathering.other_names(),
        left_out=gathering.left_out_lines(),
    )


def _filled(gathering: Gathering, person: Person, line: PersonLine, names: Mapping[str, str]) -> Person:
    manager = _person_meant(line.line_manager, person, names)
    supervisor = _person_meant(line.practice_supervisor, person, names)
    outside = line.practice_supervisor if line.practice_supervisor and not supervisor else person.outside_supervisor
    return replace(
        person,
        roles=(*person.roles, *gathering.new_roles(person, line)),
        started=line.start or person.started,
        left=line.end or person.left,
        employed_as=_terms(line.employed_as) or person.employed_as,
        weekly_minutes=round(line.hours * 60) if line.hours is not None else person.weekly_minutes,
        line_manager_id=manager or person.line_manager_id,
        practice_supervisor_id=supervisor or person.practice_supervisor_id,
        outside_supervisor="" if supervisor else outside,
        with_users=person.with_users if line.with_users is None else line.with_users,
        with_survivors=person.with_survivors if line.with_survivors is None else line.with_survivors,
    )


def _person_meant(name: str, person: Person, names: Mapping[str, str]) -> str:
    """The id of someone named in a cell; nobody is their own manager."""
    found = names.get(match(name, names).same, "") if name else ""
    return found if found != person.id else ""


def _terms(text: str) -> EmployedAs | None:
    low = plain(text)
    return next((terms for terms, words in _TERMS if any(word in low for word in words)), None)


def _dbs(gathering: Gathering, person_id: str, line: PersonLine) -> list[RecruitmentCheck]:
    level, issued = _level(line.dbs_level), _passed(line.dbs_issued, gathering.today)
    if level is None and issued is None:
        return []
    wanted = (person_id, level, issued)
    for check in gathering.present.checks:
        if check.kind is CheckKind.DBS and (check.person_id, check.level, check.issued) == wanted:
            gathering.already += 1
            return []
    new_id, dbs = gathering.new_id(), CheckKind.DBS
    return [RecruitmentCheck(new_id, person_id, dbs, level=level, issued=issued, update_service=line.dbs_update)]


def _passed(day: date | None, today: date) -> date | None:
    return day if day is None or day <= today else None


def _level(text: str) -> DbsLevel | None:
    low = plain(text)
    if "enhanced" in low or "manwl" in low:
        return DbsLevel.ENHANCED_BARRED if "barred" in low or "list" in low else DbsLevel.ENHANCED
    return DbsLevel.STANDARD if "standard" in low else DbsLevel.BASIC if "basic" in low else None
