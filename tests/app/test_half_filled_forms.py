# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is typed into a form that is not saved yet outlives another look, and the way to another place."""

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.services.targets import Place
from tests.app.stage import Stage

FORMS = [
    (Place.PEOPLE, "", "add-person", "new-person-name", "new-person-back"),
    (Place.DUE, "", "add-action", "new-action-what", "new-action-back"),
    (Place.STANDARDS, "2.2", "add-action-here", "add-action-what", "add-action-back"),
]


@pytest.mark.parametrize(("place", "record", "opens", "name", "back"), FORMS, ids=[form[3] for form in FORMS])
def test_a_form_half_filled_in_is_filled_in_again(
    practice_stage: Stage, place: Place, record: str, opens: str, name: str, back: str
) -> None:
    def written() -> str:
        field = practice_stage.find(name)
        assert isinstance(field, QLineEdit)
        return field.text()

    def open_again() -> str:
        practice_stage.go(place, record)
        practice_stage.press(opens)
        return written()

    assert open_again() == ""
    practice_stage.fill(name, "Ask the trustees for")
    practice_stage.wear("dark")
    assert open_again() == "Ask the trustees for"
    practice_stage.go(Place.HOME)
    assert open_again() == "Ask the trustees for"
    practice_stage.press(back)
    practice_stage.wear("light")
    assert open_again() == ""
