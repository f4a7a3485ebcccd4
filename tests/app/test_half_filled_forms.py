# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is typed into a form that is not saved yet outlives another look, and the way to another place."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from desktop.services.targets import Place
from tests.app.stage import Stage

FORMS = (
    (Place.PEOPLE, "", "add-person", "new-person-name", "new-person-back"),
    (Place.DUE, "", "add-action", "new-action-what", "new-action-back"),
    (Place.STANDARDS, "2.2", "add-action-here", "add-action-what", "add-action-back"),
)
WORDS = "Ask the trustees for"


def test_a_form_half_filled_in_is_filled_in_again(practice_stage: Stage) -> None:
    def opened(then: Callable[[str, str], object] = lambda _name, _back: None) -> list[str]:
        """What stands in the field of each form when it is opened; with each open one may do more."""
        found = []
        for place, record, opens, name, back in FORMS:
            practice_stage.go(place, record)
            practice_stage.press(opens)
            field = practice_stage.find(name)
            assert isinstance(field, QLineEdit)
            found.append(field.text())
            then(name, back)
        return found

    assert opened(lambda name, _back: practice_stage.fill(name, WORDS)) == ["", "", ""]
    practice_stage.wear("dark")
    assert opened() == [WORDS] * 3
    practice_stage.go(Place.HOME)
    assert opened(lambda _name, back: practice_stage.press(back)) == [WORDS] * 3
    practice_stage.wear("light")
    assert opened() == ["", "", ""]
