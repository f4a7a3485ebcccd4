# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Packs name roles, never people."""

import pytest

from desktop.services.roles_only import RolesOnly


@pytest.mark.parametrize(
    "role",
    [
        "Service manager",
        "Designated safeguarding lead",
        "Data and quality lead",
        "Chair of trustees",
        "Trustee lead for safety",
        "Referral co-ordinator",
        "Deputy service manager, the board",
        "All practitioners",
    ],
)
def test_a_role_stays_as_it_is(role: str) -> None:
    assert RolesOnly().role(role) == role


@pytest.mark.parametrize(
    "name",
    ["Jane Smith", "Jane Smith, service manager", "Rhian Chair", "Siân ap Gwilym (trustee)", "manager Jo", "Safety"],
)
def test_anything_with_a_name_in_it_becomes_a_colleague(name: str) -> None:
    assert RolesOnly().role(name) == "Colleague 1"


def test_the_same_person_is_the_same_colleague_and_nobody_is_nobody() -> None:
    roles = RolesOnly()
    said = [roles.role(name) for name in ("Jo Penn", "", "Al Wynn", "jo  penn", "  ")]
    assert said == ["Colleague 1", "", "Colleague 2", "Colleague 1", ""]
