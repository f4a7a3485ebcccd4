# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Terms, roles with dates, induction, checks and counts of groups: what is recorded, and what is refused."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.models.certificate_numbers import CertificateCopyError, CertificateNumberError, check_no_copy, has_number
from desktop.models.day_checks import DayNotComeError, DaysCrossedError
from desktop.models.errors import AppError
from desktop.models.workforce.checks import CheckKind, DbsLevel, Decision
from desktop.models.workforce.people import EmployedAs, RoleHeld
from desktop.services.evidence_details import EvidenceDetails, checked
from desktop.services.people import People
from desktop.services.targets import Mark
from desktop.services.workforce.checks import Checks, DbsFacts, NobodySawItError, UndecidedDbsError
from desktop.services.workforce.diversity import Diversity, EmptyCountError, TwiceCountedError
from desktop.services.workforce.person_details import (
    NobodySignedOffError,
    OwnManagerError,
    PersonDetails,
    Terms,
    TooManyHoursError,
)
from desktop.storage.workbook import Workbook
from tests.storage.databases import content
from tests.storage.workbooks import CLOCK, create

TODAY = CLOCK.today()  # 22 November 2026
TOMORROW = date(2026, 11, 23)


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    workbook, _code = create(tmp_path / "workbook")
    yield workbook
    workbook.close(backup=False)


@pytest.fixture
def ann(workbook: Workbook) -> str:
    return People(workbook, CLOCK).add("Ann Test", ["FAC"], date(2024, 1, 8))


def test_terms_come_back_as_set(workbook: Workbook, ann: str) -> None:
    bob = People(workbook, CLOCK).add("Bob Test", ["MGR"])
    details = PersonDetails(workbook, CLOCK)
    given = Terms(EmployedAs.SESSIONAL, 7.5, bob, None, "Dr Invented", None, with_survivors=False)
    details.set_terms(ann, given)
    assert details.terms(ann) == given
    assert workbook.db.people.get(ann).weekly_minutes == 450
    workbook.db.undo()
    assert details.terms(ann) == Terms()


@pytest.mark.parametrize(
    ("terms", "error"),
    [
        (lambda ann: Terms(line_manager_id=ann), OwnManagerError),
        (lambda _: Terms(hours=61), TooManyHoursError),
        (lambda _: Terms(outside_supervisor="001 234 567 890"), CertificateNumberError),
    ],
)
def test_terms_that_cannot_be_are_refused(
    workbook: Workbook, ann: str, terms: Callable[[str], Terms], error: type[AppError]
) -> None:
    before = content(workbook.db)
    with pytest.raises(error):
        PersonDetails(workbook, CLOCK).set_terms(ann, terms(ann))
    assert content(workbook.db) == before


def test_a_role_counts_between_its_dates(workbook: Workbook, ann: str) -> None:
    details = PersonDetails(workbook, CLOCK)
    details.set_roles(ann, [RoleHeld("COF", None, date(2025, 6, 30)), RoleHeld("FAC", date(2025, 7, 1))])
    person = workbook.db.people.get(ann)
    assert [person.roles_on(day) for day in (date(2025, 6, 30), date(2025, 7, 1))] == [("COF",), ("FAC",)]
    assert person.in_role_since("FAC", TODAY) == date(2025, 7, 1)
    with pytest.raises(DaysCrossedError):
        details.set_roles(ann, [RoleHeld("FAC", date(2025, 7, 1), date(2025, 6, 1))])


def test_an_induction_is_signed_off_by_someone_on_a_day_that_came(workbook: Workbook, ann: str) -> None:
    details = PersonDetails(workbook, CLOCK)
    with pytest.raises(NobodySignedOffError):
        details.sign_off_induction(ann, TODAY, " ")
    with pytest.raises(DayNotComeError):
        details.sign_off_induction(ann, TOMORROW, "Bob")
    details.sign_off_induction(ann, date(2024, 2, 1), "Bob")
    assert workbook.db.can_undo() == "Undo: sign off the induction of Ann Test"
    person = workbook.db.people.get(ann)
    assert (person.induction_on, person.induction_by) == (date(2024, 2, 1), "Bob")


def test_leavers_past_the_charitys_own_time_are_named_and_left_alone(workbook: Workbook, ann: str) -> None:
    People(workbook, CLOCK).leave(ann, date(2024, 11, 21))
    details = PersonDetails(workbook, CLOCK)
    assert details.past_keeping() == ()
    details.set_kept_years(2)
    (gone,) = details.past_keeping()
    assert (gone.name, gone.keep_until) == ("Ann Test", date(2026, 11, 21))
    assert workbook.db.people.find(ann)


def test_checks_say_what_was_seen_and_decided(workbook: Workbook, ann: str) -> None:
    checks = Checks(workbook, CLOCK)
    assert [(line.kind, line.words) for line in checks.lines(ann)] == [(kind, "Not recorded") for kind in CheckKind]
    checks.record(ann, CheckKind.REFERENCES, date(2024, 1, 2), "Bob")
    issued = date(2023, 11, 21)
    checks.record_dbs(ann, DbsFacts(DbsLevel.ENHANCED, issued), date(2024, 1, 2), "Bob")
    dbs = checks.lines(ann)[2]
    assert (dbs.words, dbs.mark) == ("Enhanced, issued 21 November 2023. No decision recorded.", Mark.GAPBOX)
    facts = DbsFacts(DbsLevel.ENHANCED, issued, True, Decision.SUITABLE, date(2024, 1, 3), "Bob")
    checks.record_dbs(ann, facts, date(2024, 1, 3), "Bob")
    dbs = checks.lines(ann)[2]
    assert dbs.mark is Mark.CLOCK
    assert dbs.words.endswith("Recheck was due 21 November 2026 (our policy).")
    assert len(dbs.earlier) == 1


@pytest.mark.parametrize(
    ("facts", "seen_by", "error"),
    [
        (DbsFacts(DbsLevel.BASIC), "", NobodySawItError),
        (DbsFacts(DbsLevel.BASIC, TOMORROW), "Bob", DayNotComeError),
        (DbsFacts(DbsLevel.BASIC, decision=Decision.SUITABLE), "Bob", UndecidedDbsError),
        (DbsFacts(DbsLevel.BASIC), "Bob 001234567890", CertificateNumberError),
    ],
)
def test_a_check_that_is_not_whole_is_refused(
    workbook: Workbook, ann: str, facts: DbsFacts, seen_by: str, error: type[AppError]
) -> None:
    with pytest.raises(error):
        Checks(workbook, CLOCK).record_dbs(ann, facts, TODAY, seen_by)
    assert workbook.db.checks.list() == ()


@pytest.mark.parametrize(
    ("name", "stopped"),
    [
        ("Ann Test DBS certificate.pdf", True),
        ("dbs_cert_scan.jpg", True),
        ("tystysgrif GDG.pdf", True),
        ("001234567890.pdf", True),
        ("scan 202603121015.pdf", False),
        ("DBS and references register.xlsx", False),
        ("DBS certificates policy.docx", False),
        ("Training certificate Ann.pdf", False),
    ],
)
def test_a_copy_of_a_certificate_is_stopped_by_its_name(name: str, *, stopped: bool) -> None:
    if stopped:
        with pytest.raises(CertificateCopyError):
            check_no_copy(name)
    else:
        check_no_copy(name)


def test_counts_of_a_group_are_replaced_whole_and_small_ones_hidden(workbook: Workbook) -> None:
    diversity = Diversity(workbook, CLOCK)
    diversity.enter("Language", [("Welsh", 3), ("English", 9), ("Polish", 7)], TODAY)
    diversity.enter("Language", [("Welsh", 4), ("English", 9), ("Polish", 7)], TODAY)
    (group,) = diversity.groups()
    assert (group.people, dict(group.lines)["Welsh"]) == (20, 4)
    assert dict(group.in_pack) == {"Welsh": "hidden", "English": "9", "Polish": "hidden"}
    workbook.db.undo()
    assert dict(diversity.groups()[0].lines)["Welsh"] == 3
    diversity.remove("Language")
    assert diversity.groups() == ()


@pytest.mark.parametrize(
    ("counts", "error"),
    [([("", 3)], EmptyCountError), ([("Welsh", -1)], EmptyCountError), ([("A", 1), ("a", 2)], TwiceCountedError)],
)
def test_counts_that_say_nothing_are_refused(
    workbook: Workbook, counts: list[tuple[str, int]], error: type[AppError]
) -> None:
    with pytest.raises(error):
        Diversity(workbook, CLOCK).enter("Language", counts, TODAY)
    assert workbook.db.diversity.list() == ()


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([1, 1, 30], ["hidden", "hidden", "hidden"]),
        ([1, 2, 8, 30], ["hidden", "hidden", "hidden", "30"]),
        ([3, 4, 30], ["hidden", "hidden", "30"]),
        ([4, 6, 30], ["hidden", "hidden", "30"]),
        ([0, 6, 30], ["0", "6", "30"]),
    ],
)
def test_hidden_counts_cannot_be_worked_out_from_the_others(
    workbook: Workbook, counts: list[int], shown: list[str]
) -> None:
    diversity = Diversity(workbook, CLOCK)
    diversity.enter("Age", [(f"word {at}", people) for at, people in enumerate(counts)], CLOCK.today())
    (view,) = diversity.groups()
    assert [said for _label, said in view.in_pack] == shown


@pytest.mark.parametrize(
    ("text", "stopped"),
    [
        ("Ann 001234567890", True),
        ("0012 3456 7890", True),
        ("scan 202603121015", False),  # a day and its hour
        ("2026 0312 1015", False),
        ("202699121015", True),  # no such month
        ("Ann, born 1990", False),
    ],
)
def test_what_looks_like_a_certificates_number_is_stopped_wherever_it_is_typed(
    workbook: Workbook, text: str, *, stopped: bool
) -> None:
    assert has_number(text) is stopped
    people = People(workbook, CLOCK)
    if stopped:
        with pytest.raises(CertificateNumberError):
            people.add(text, ["FAC"])
        with pytest.raises(CertificateNumberError):
            checked(EvidenceDetails("A policy", kept_where=text), CLOCK.today())
    else:
        people.add(text, ["FAC"])
        assert checked(EvidenceDetails(text), CLOCK.today()).title == text
