# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Competence against roles: overlapping roles, roles that change on a day, and judgements up to the day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.models.workforce.competence import Basis, CompetenceJudgement
from desktop.models.workforce.people import Person, RoleHeld, held
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.skills import Skills, levels_for
from desktop.support.catalogue_file import load_catalogue

CATALOGUE = load_catalogue()
ROLES = st.lists(st.sampled_from([role.code for role in CATALOGUE.roles]), unique=True)
DAY = date(2026, 11, 22)
K1 = CATALOGUE.competencies[0]


def skills(person: Person, judgements: list[CompetenceJudgement], day: date = DAY) -> Skills:
    return Skills(Workforce(CATALOGUE, [person], [], [], day, judgements))


@given(ROLES, ROLES)
def test_several_roles_need_the_highest_level_of_each(some: list[str], more: list[str]) -> None:
    together = levels_for(CATALOGUE, [*some, *more])
    first, second = levels_for(CATALOGUE, some), levels_for(CATALOGUE, more)
    assert together == {one.id: max(first[one.id], second[one.id]) for one in CATALOGUE.competencies}
    assert together == levels_for(CATALOGUE, [*more, *some])


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-40, 40))
def test_a_role_asks_from_its_first_day_to_its_last(first: date, offset: int) -> None:
    last = first + timedelta(days=20)
    ann = Person("a", "P01", "Ann Test", (RoleHeld("FAC", first, last),))
    day = first + timedelta(days=offset)
    assert (skills(ann, [], day).needed(ann, K1) > 0) is (first <= day <= last)


@given(st.lists(st.tuples(st.integers(-500, 500), st.integers(0, 4)), unique_by=lambda one: one[0], max_size=8))
def test_the_newest_judgement_up_to_the_day_stands(made: list[tuple[int, int]]) -> None:
    ann = Person("a", "P01", "Ann Test", held("FAC"))
    judgements = [
        CompetenceJudgement(str(days), "a", K1.id, level, DAY + timedelta(days=days), "Val", Basis.DISCUSSION)
        for days, level in made
    ]
    past = [(days, level) for days, level in made if days <= 0]
    found = skills(ann, judgements).judged(ann, K1)
    assert (found.level if found else None) == (max(past)[1] if past else None)
