# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The charity itself: its details, the services it runs with what the scope rules say of them, and who is at work."""

from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from desktop.models.changes import Op
from desktop.models.choices import type_words
from desktop.models.errors import AppError
from desktop.models.records import Organisation, Service, ServiceFigures, VictimSupport
from desktop.models.scope import ScopeNote, check_scope
from desktop.models.scoring import same_person
from desktop.services.at_work import AT_WORK, at_work
from desktop.services.intake import new_id
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

Stripped = TypeVar("Stripped", Organisation, VictimSupport, ServiceFigures)
_LIMITS = (
    ("weeks", "weeks", 520),
    ("sessions", "sessions", 2000),
    ("session_minutes", "minutes a session", 1000),
)


class NamelessCharityError(AppError):
    """The charity has no name."""

    code = "nameless_charity"
    happened = "The charity has no name."
    safe = "Nothing was changed."
    to_do = "Type its registered name: packs are signed with it."


class NamelessServiceError(AppError):
    """A service with no name."""

    code = "nameless_service"
    happened = "The service has no name."
    safe = "Nothing was changed."
    to_do = "Type the name that your commissioner knows it by."


class ServiceThereError(AppError):
    """Two services of one name cannot be told apart."""

    code = "service_there"
    happened = "There is a service called {name} already."
    safe = "Nothing was changed."
    to_do = "Give this one a name that tells them apart, or change the one that is there."


class CountOutOfRangeError(AppError):
    """A number of weeks, sessions or minutes that cannot be."""

    code = "count_out_of_range"
    happened = "{count} {what} cannot be right."
    safe = "Nothing was changed."
    to_do = "Type a number from 1 to {most}, or leave it empty."


class NobodyAtWorkError(AppError):
    """No name was given for who is at work."""

    code = "nobody_at_work"
    happened = "There is no name to work under."
    safe = "Nothing was changed."
    to_do = "Type or choose your own name: it stands beside the judgements that you make."


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """One service, with what there is to know of its scope. ``summary``: 'Behaviour change, 26 weeks'."""

    service: Service
    type: str
    summary: str
    support: str
    notes: tuple[ScopeNote, ...]

    @property
    def out_of_scope(self) -> bool:
        """Whether its description puts it outside the standards."""
        return any(note.out_of_scope for note in self.notes)


class Charity:
    """The charity of one open workbook."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock

    def organisation(self) -> Organisation | None:
        """The charity's details, or None before it was named."""
        return self._db.organisation.find()

    def save_organisation(self, organisation: Organisation) -> None:
        """Name the charity, or change its details."""
        tidy = _stripped(organisation)
        if not tidy.name:
            raise NamelessCharityError
        with self._db.write(Op.EDIT_ORGANISATION):
            self._db.organisation.save(tidy)

    def services(self) -> tuple[ServiceLine, ...]:
        """What the charity runs, by name."""
        return tuple(
            _line(service, self.scope_of(service))
            for service in sorted(self._db.services.list(), key=lambda one: one.name.casefold())
        )

    def scope_of(self, service: Service) -> tuple[ScopeNote, ...]:
        """What the scope rules say of a service as it is being described, saved or not; out of scope first."""
        kept = self._db.organisation.find()
        return check_scope(service, kept.nation if kept else "")

    def add_service(self, service: Service) -> str:
        """Add a service; gives its id, which is made here."""
        return self._save(replace(service, id=new_id()), Op.ADD_SERVICE)

    def edit_service(self, service: Service) -> None:
        """Change the service with this id; ``LookupError`` when it is gone."""
        self._db.services.get(service.id)
        self._save(service, Op.EDIT_SERVICE)

    def remove_service(self, service_id: str) -> None:
        """Take a service away. Can be undone."""
        name = self._db.services.get(service_id).name
        with self._db.write(Op.REMOVE_SERVICE, name, about=service_id):
            self._db.services.remove(service_id)

    def at_work(self) -> str:
        """The name of whoever is at work, or '' before anyone said."""
        return at_work(self._db)

    def set_at_work(self, name: str) -> None:
        """Say who is at work: from now on judgements carry this name."""
        name = " ".join(name.split())
        if not name:
            raise NobodyAtWorkError
        with self._db.write(Op.CHANGE_SETTING, "who is at work"):
            self._db.meta.set(AT_WORK, name)

    def names_offered(self) -> tuple[str, ...]:
        """Names to choose from for who is at work: the people who work here, and whoever was at work last."""
        today = self._clock.today()
        names = [one.name for one in self._db.people.list() if one.left is None or one.left >= today]
        last = self.at_work()
        return tuple(names if not last or any(same_person(last, name) for name in names) else [last, *names])

    def _save(self, service: Service, op: Op) -> str:
        service = _tidy(service)
        if not service.name:
            raise NamelessServiceError
        for other in self._db.services.list():
            if other.id != service.id and same_person(other.name, service.name):
                raise ServiceThereError(name=other.name)
        for field, what, most in _LIMITS:
            count = getattr(service, field)
            if count is not None and not 1 <= count <= most:
                raise CountOutOfRangeError(count=count, what=what, most=most)
        with self._db.write(op, service.name, about=service.id):
            self._db.services.save(service)
        return service.id


def _line(service: Service, notes: tuple[ScopeNote, ...]) -> ServiceLine:
    kind = type_words(service.type)
    weeks = "" if service.weeks is None else f", {service.weeks} week{'' if service.weeks == 1 else 's'}"
    return ServiceLine(service, kind, kind + weeks, _support_words(service.support), notes)


def _support_words(support: VictimSupport) -> str:
    if not support.provider:
        return "Not stated"
    paid = {True: "funded", False: "not funded", None: "funding not stated"}[support.funded]
    return f"{support.provider}, {paid}"


def _tidy(service: Service) -> Service:
    return replace(
        service,
        name=" ".join(service.name.split()),
        format=service.format.strip(),
        cohort=service.cohort.strip(),
        commissioner=service.commissioner.strip(),
        elements=_each_once(service.elements),
        exclusions=_each_once(service.exclusions),
        support=_stripped(service.support),
        figures=_stripped(service.figures),
    )


def _stripped(record: Stripped) -> Stripped:
    """The same record without spaces around its texts."""
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    texts: dict[str, Any] = {name: value.strip() for name, value in values.items() if isinstance(value, str)}
    return replace(record, **texts)


def _each_once(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
