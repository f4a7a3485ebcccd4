# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The charity: its details, its services with what the scope rules say, and who is at work."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.models.choices import COHORTS, TYPES, type_words
from desktop.models.records import Organisation, Service, ServiceType, VictimSupport
from desktop.models.scope import check_scope
from desktop.services.charity import (
    Charity,
    CountOutOfRangeError,
    NamelessCharityError,
    NamelessServiceError,
    NobodyAtWorkError,
    ServiceThereError,
)
from desktop.services.people import People
from desktop.storage.workbook import Workbook
from tests.storage.workbooks import CLOCK, create

GROUP = Service(
    "",
    " Weir  Programme ",
    ServiceType.BEHAVIOUR_CHANGE,
    weeks=26,
    elements=("group work", " ", "group work"),
    cohort="men aged 18 and over",
    support=VictimSupport(" Aelwyd Support ", "partner agency", funded=True, funding="grant"),
)


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    workbook, _code = create(tmp_path / "workbook")
    yield workbook
    workbook.close(backup=False)


@pytest.fixture
def charity(workbook: Workbook) -> Charity:
    return Charity(workbook, CLOCK)


def test_a_charity_is_named_before_anything_else_is_said_of_it(charity: Charity, workbook: Workbook) -> None:
    assert charity.organisation() is None
    with pytest.raises(NamelessCharityError):
        charity.save_organisation(Organisation("  "))
    charity.save_organisation(Organisation(" Tŷ Gobaith ", phone=" 01632 960001 ", nation="Wales"))
    assert charity.organisation() == Organisation("Tŷ Gobaith", phone="01632 960001", nation="Wales")
    assert workbook.db.can_undo() == "Undo: edit the charity's details"


def test_services_are_tidied_saved_and_undone_by_name(charity: Charity, workbook: Workbook) -> None:
    made = charity.add_service(GROUP)
    (line,) = charity.services()
    assert (line.service.id, line.service.name, line.service.elements) == (made, "Weir Programme", ("group work",))
    assert (line.summary, line.support) == ("Behaviour change, 26 weeks", "Aelwyd Support, funded")
    assert line.notes == ()
    assert workbook.db.can_undo() == "Undo: add service Weir Programme"
    charity.edit_service(replace(line.service, weeks=1))
    assert [note.code for note in charity.services()[0].notes] == ["short_programme"]
    assert charity.services()[0].summary == "Behaviour change, 1 week"
    charity.remove_service(made)
    assert charity.services() == ()
    workbook.db.undo()
    assert [line.service.id for line in charity.services()] == [made]


def test_scope_is_told_while_a_service_is_typed_and_nothing_is_refused(charity: Charity) -> None:
    typed = replace(GROUP, name="MARAC co-ordination", type=ServiceType.INTENSIVE)
    assert [note.out_of_scope for note in charity.scope_of(typed)] == [True]
    charity.save_organisation(Organisation("Example", nation="Scotland"))
    assert {note.code for note in charity.scope_of(GROUP)} == {"nation"}
    charity.add_service(typed)
    assert charity.services()[0].out_of_scope


def test_what_cannot_be_right_of_a_service_is_refused(charity: Charity) -> None:
    charity.add_service(GROUP)
    with pytest.raises(ServiceThereError):
        charity.add_service(replace(GROUP, name="weir programme"))
    with pytest.raises(NamelessServiceError):
        charity.add_service(replace(GROUP, name=" "))
    with pytest.raises(CountOutOfRangeError, match="0 weeks cannot be right"):
        charity.add_service(replace(GROUP, name="Other", weeks=0))
    assert len(charity.services()) == 1


def test_the_choices_are_in_scope_themselves() -> None:
    assert {choice.code for choice in TYPES} == {kind.value for kind in ServiceType}
    assert type_words(ServiceType.HELP_SEEKING) == "Help-seeking"
    for cohort in COHORTS:
        notes = check_scope(replace(GROUP, cohort=cohort), "England and Wales")
        assert [(cohort, note.code) for note in notes] == []


def test_who_is_at_work_is_kept_and_offered_among_the_people(charity: Charity, workbook: Workbook) -> None:
    assert (charity.at_work(), charity.names_offered()) == ("", ())
    people = People(workbook, CLOCK)
    people.add("Jo Test", [])
    people.leave(people.add("Al Test", []), date(2026, 1, 1))
    with pytest.raises(NobodyAtWorkError):
        charity.set_at_work(" ")
    charity.set_at_work(" Pat  Test ")
    assert charity.at_work() == "Pat Test"
    assert charity.names_offered() == ("Pat Test", "Jo Test")
    charity.set_at_work("jo test")
    assert charity.names_offered() == ("Jo Test",)
