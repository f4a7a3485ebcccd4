# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the standards cover, read from what people write. Half of the table is wording that must not misfire."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.records import Service, ServiceType, VictimSupport
from desktop.models.scope import check_scope, in_scope
from desktop.models.scope_text import youngest

FUNDED = VictimSupport(provider="Aelwyd Olau", model="partner agency", funded=True, funding="Grant line 3")
PLAIN = Service("s1", "Turning Point Walk", ServiceType.EARLY_RESPONSE, cohort="men aged 18 and over", support=FUNDED)
PROGRAMME = replace(PLAIN, type=ServiceType.BEHAVIOUR_CHANGE, weeks=26)


def codes(service: Service, nation: str = "England") -> list[str]:
    return [note.code for note in check_scope(service, nation)]


@pytest.mark.parametrize(
    ("cohort", "expected"),
    [
        ("under-16s", "under_16"),
        ("Young people under sixteen", "under_16"),
        ("below 16", "under_16"),
        ("aged 14 to 17", "under_16"),
        ("13–17 year olds", "under_16"),
        ("12 to 15 years old", "under_16"),
        ("a 15-year-old and above", "under_16"),
        ("14+", "under_16"),
        ("15 or under", "under_16"),
        ("anyone up to the age of 15", "under_16"),
        ("men and boys, not only under 16s", "under_16"),
        ("child to parent abuse, under 16", "under_16_child_to_parent"),
        ("children aged 11 to 15 who use violence against their mother", "under_16_child_to_parent"),
        ("parents of children under 16 in child-to-parent violence", "under_16_child_to_parent"),
        ("child to parent abuse", "age_not_stated"),
        ("adolescent to parent abuse", "age_not_stated"),
        ("under 18s", "age_not_stated"),
        ("men under 25", "age_not_stated"),
    ],
)
def test_ages_out_of_scope_or_unclear_are_said(cohort: str, expected: str) -> None:
    assert codes(replace(PLAIN, cohort=cohort)) == [expected]


@pytest.mark.parametrize(
    "cohort",
    [
        "men aged 18 and over who have used abuse against a partner or former partner",
        "anyone worried about their own behaviour",
        "not for under 16s",
        "no one under 16",
        "men, 18+; under 16s are referred to the youth service",
        "under-16s are not accepted",
        "16-17 year olds",
        "16 and 17 year olds",
        "young people under 18, from 16",
        "18 to 24 year olds, under 25s",
        "child (16+) to parent abuse",
        "adult child to parent abuse, aged 18 and over",
        "adult child-to-parent abuse",
        "fathers with children under 5",
        "men aged 18 and over with children aged 2 to 10",
        "people whose children are under 16",
        "LGBT+ people aged 16 or over",
        "",
    ],
)
def test_ages_in_scope_do_not_misfire(cohort: str) -> None:
    assert codes(replace(PLAIN, cohort=cohort)) == []


@pytest.mark.parametrize(
    "format_",
    [
        "26 sessions over 12 weeks, 2 hours each",
        "up to 12 sessions, up to 10 people",
        "group of 6 to 12",
        "group, 8+ men",
        "12+ sessions",
        "two facilitators aged in experience, 10 and 14 years",
    ],
)
def test_numbers_that_are_no_ages_do_not_misfire(format_: str) -> None:
    assert codes(replace(PLAIN, format=format_)) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"format": "delivered by the Probation Service"}, ["prison_and_probation"]),
        ({"format": "group, run by HMPPS"}, ["prison_and_probation"]),
        ({"format": "facilitated by prison officers"}, ["prison_and_probation"]),
        ({"format": "led by HM Prison and Probation Service"}, ["prison_and_probation"]),
        ({"commissioner": "HMPPS"}, ["prison_and_probation_check"]),
        ({"commissioner": "The Probation Service, Wales"}, ["prison_and_probation_check"]),
        ({"name": "HMPPS pathway"}, ["prison_and_probation_check"]),
        ({"format": "not delivered by HMPPS"}, []),
        ({"cohort": "people referred by probation"}, []),
        ({"format": "one to one, at the probation office"}, []),
        ({"format": "run by our staff, with prison officers as guests"}, []),
        ({"commissioner": "Police and Crime Commissioner"}, []),
    ],
)
def test_prison_and_probation_delivery(changes: dict[str, str], expected: list[str]) -> None:
    assert codes(replace(PLAIN, **changes)) == expected  # type: ignore[arg-type]  # text fields only


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"name": "MARAC"}, ["systems_change"]),
        ({"name": "Northmere MATAC"}, ["systems_change"]),
        ({"name": "Safe & Together"}, ["systems_change"]),
        ({"name": "MARAC Plus"}, ["systems_change_check"]),
        ({"format": "MARAC co-ordination"}, ["systems_change"]),
        ({"format": "weekly MATAC meetings"}, ["systems_change"]),
        ({"format": "coordinates the local MARAC"}, ["systems_change"]),
        ({"format": "Safe and Together implementation with social workers"}, ["systems_change"]),
        ({"elements": ("case management", "MARAC chairing")}, ["systems_change"]),
        ({"format": "one to one; people may be referred to MARAC"}, []),
        ({"format": "staff attend MARAC and MATAC"}, []),
        ({"format": "works alongside MARAC"}, []),
        ({"format": "uses the Safe & Together model in one-to-one work"}, []),
        ({"format": "does not run MARAC"}, []),
        ({"name": "After MARAC"}, []),
        ({"name": "Support for people known to MARAC"}, []),
        ({"cohort": "high-risk cases heard at MARAC, aged 18 and over"}, []),
    ],
)
def test_systems_change_work(changes: dict[str, str], expected: list[str]) -> None:
    assert codes(replace(PLAIN, **changes)) == expected  # type: ignore[arg-type]  # text fields only


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"format": "anger management group", "cohort": "men with a temper"}, ["not_domestic_abuse"]),
        ({"cohort": "any offenders"}, ["not_domestic_abuse"]),
        ({"cohort": "adults, not limited to domestic abuse"}, ["not_domestic_abuse"]),
        ({"cohort": "adults, not only domestic abuse"}, ["not_domestic_abuse"]),
        ({"format": "anger management", "cohort": "men who abuse partners"}, ["general_work_named"]),
        ({"format": "group, not anger management"}, []),
        ({"format": "group work", "cohort": "adults who use abuse in relationships"}, []),
    ],
)
def test_work_that_is_not_specific_to_domestic_abuse(changes: dict[str, str], expected: list[str]) -> None:
    assert codes(replace(PLAIN, **changes)) == expected  # type: ignore[arg-type]  # text fields only


@pytest.mark.parametrize(
    "nation", ["England", "wales", " Cymru ", "England and Wales", "Wales & England", "England, Wales", ""]
)
def test_england_and_wales_are_in_scope(nation: str) -> None:
    assert codes(PLAIN, nation) == []


@pytest.mark.parametrize("nation", ["Scotland", "Northern Ireland", "Jersey", "France", "England and Scotland"])
def test_other_nations_are_out_of_scope_by_name(nation: str) -> None:
    (note,) = check_scope(PLAIN, nation)
    assert (note.code, note.out_of_scope) == ("nation", True)
    assert nation in note.sentence
    assert not in_scope(PLAIN, nation)


def test_united_kingdom_and_a_scottish_commissioner_are_questions_only() -> None:
    assert codes(PLAIN, "UK") == ["nation_check"]
    assert codes(replace(PLAIN, commissioner="Police Scotland")) == ["nation_check"]
    assert in_scope(PLAIN, "UK")


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [(None, ["weeks_unknown"]), (1, ["short_programme"]), (21, ["short_programme"]), (22, []), (26, [])],
)
def test_length_is_flagged_and_accepted_for_behaviour_change(weeks: int | None, expected: list[str]) -> None:
    service = replace(PROGRAMME, weeks=weeks)
    assert codes(service) == expected
    assert in_scope(service)


@pytest.mark.parametrize("kind", [kind for kind in ServiceType if kind is not ServiceType.BEHAVIOUR_CHANGE])
def test_length_is_nobody_s_business_for_other_types(kind: ServiceType) -> None:
    assert codes(replace(PLAIN, type=kind, weeks=None)) == []


@pytest.mark.parametrize(
    ("support", "expected"),
    [
        (VictimSupport(), ["no_victim_support"]),
        (VictimSupport(provider=" None "), ["no_victim_support"]),
        (VictimSupport(provider="Aelwyd Olau", funded=False), ["support_not_funded"]),
        (VictimSupport(provider="Aelwyd Olau"), ["support_funding_unknown"]),
    ],
)
def test_support_for_victim_survivors_is_asked_for(support: VictimSupport, expected: list[str]) -> None:
    assert codes(replace(PLAIN, support=support)) == expected


def test_out_of_scope_notes_come_first() -> None:
    notes = check_scope(replace(PROGRAMME, weeks=10, cohort="under 16s", support=VictimSupport()), "Scotland")
    assert [note.out_of_scope for note in notes] == [True, True, False, False]


def test_one_week_reads_well() -> None:
    assert check_scope(replace(PROGRAMME, weeks=1))[0].sentence.startswith("It lasts 1 week:")


@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=60))
def test_any_wording_gives_notes_that_are_plain_sentences(name: str, cohort: str, nation: str) -> None:
    for note in check_scope(replace(PLAIN, name=name, cohort=cohort), nation):
        assert note.sentence.endswith(".")


@given(st.integers(min_value=1, max_value=99))
def test_lowest_age_is_read_as_written(age: int) -> None:
    assert youngest(f"people aged {age} and over") == age
