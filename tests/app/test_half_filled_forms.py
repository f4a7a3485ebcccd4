# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is typed into a form that is not saved yet outlives another look, and the way to another place."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QRegularExpression
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from desktop.services.action_plan import Show
from desktop.services.desk import Desk
from desktop.services.targets import Place
from desktop.support.disk_errors import DiskFullError
from desktop.ui.infra.record_draft import KEPT
from desktop.ui.widgets.field import Field
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


@dataclass(frozen=True)
class Edited:
    """A form in which a record is changed: a field that is typed right, and one that is not until it is mended."""

    place: Place
    record: Callable[[Desk], str]
    opens: str
    right: str
    wrong: str
    typed: str
    mended: str


EDITED = (
    Edited(
        Place.EVIDENCE,
        lambda desk: desk.library.lines()[0].id,
        "tab-details",
        "evidence-title",
        "evidence-dated",
        "31 Febuary 2026",
        "3 March 2026",
    ),
    Edited(
        Place.PEOPLE,
        lambda desk: desk.people.lines()[0].id,
        "person-tab-details",
        "person-name",
        "person-started",
        "31 Febuary 2020",
        "3 March 2020",
    ),
    Edited(
        Place.DUE,
        lambda desk: desk.actions.lines(Show.OPEN)[0].action.id,
        "due-tab-open",
        "action-what",
        "action-due",
        "soon",
        "3 March 2027",
    ),
    Edited(
        Place.CHARITY,
        lambda _desk: "details",
        "charity-details",
        "organisation-address",
        "organisation-name",
        " ",
        "Our new name",
    ),
    Edited(
        Place.CHARITY,
        lambda _desk: "services",
        "service-change-",
        "service-name",
        "service-weeks",
        "many",
        "26",
    ),
)


@contextmanager
def opened(home: Path) -> Iterator[Stage]:
    """The window, opened and in the end left."""
    stage = Stage(home)
    yield stage.start(practice=True)
    stage.end()


def show(stage: Stage, form: Edited, record: str) -> None:
    """Show a form, unless it is open already because something waits in it."""
    stage.go(form.place, record)
    page = stage.working.frame.page
    if not any(field.isVisible() for field in page.findChildren(QLineEdit, form.wrong)):
        buttons = page.findChildren(QPushButton, QRegularExpression(f"^{form.opens}"))
        stage.press(buttons[0].objectName())


def stands(stage: Stage, name: str) -> str:
    """What stands in a field."""
    field = stage.find(name)
    assert isinstance(field, QLineEdit)
    return field.text()


def problems(stage: Stage) -> list[str]:
    """What is told to be wrong."""
    return [field.problem for field in stage.window.findChildren(Field) if field.isVisible() and field.problem]


def waiting(stage: Stage) -> list[list[str]]:
    """The names of the fields of each form that is not saved whole."""
    drafts = stage.working.desk._workbook.db.drafts.all()
    return [list(json.loads(text)) for name, text in drafts.items() if name != "where-one-was"]


@pytest.mark.parametrize("form", EDITED, ids=lambda form: form.wrong)
def test_a_lock_saves_what_is_right_and_keeps_the_rest_as_it_was_typed(
    qapp: QApplication, practice_home: Path, form: Edited
) -> None:
    with opened(practice_home) as stage:
        record = form.record(stage.working.desk)
        show(stage, form, record)
        stage.fill(form.wrong, form.typed)
        stage.fill(form.right, WORDS)
        stage.working.lock()
        assert stage.relaunched == [["--locked"]]
    with opened(practice_home) as stage:
        assert waiting(stage) == [[form.wrong]]
        show(stage, form, record)
        assert (stands(stage, form.right), stands(stage, form.wrong)) == (WORDS, form.typed)
        assert [told for told in problems(stage) if told.endswith(KEPT)]
        stage.fill(form.wrong, form.mended)
        stage.go(Place.HOME)
        assert waiting(stage) == []
        show(stage, form, record)
        assert (stands(stage, form.right), stands(stage, form.wrong)) == (WORDS, form.mended)


def test_a_new_service_without_its_name_waits_as_it_was_typed(qapp: QApplication, practice_home: Path) -> None:
    with opened(practice_home) as stage:
        stage.go(Place.CHARITY, "services")
        stage.press("service-add")
        stage.fill("service-weeks", "26")
        stage.working.lock()
    with opened(practice_home) as stage:
        stage.go(Place.CHARITY, "services")
        assert (stands(stage, "service-name"), stands(stage, "service-weeks")) == ("", "26")
        stage.fill("service-name", WORDS)
        stage.press("service-save")
        assert waiting(stage) == []
        assert WORDS in [line.service.name for line in stage.working.desk.charity.services()]


def test_details_that_a_full_disk_does_not_take_hold_up_a_lock_by_hand_alone(practice_stage: Stage) -> None:
    practice_stage.go(Place.CHARITY, "details")
    practice_stage.working.desk._workbook.db._connection.run("PRAGMA max_page_count = 1")
    field = practice_stage.find("organisation-address")
    assert isinstance(field, QLineEdit)
    field.setMaxLength(200_000)
    practice_stage.fill("organisation-phone", "1")
    field.setText(WORDS * 4_000)
    practice_stage.press("charity-backups")
    assert "disk" in practice_stage.find("banner").accessibleName()
    practice_stage.press("charity-details")
    with pytest.raises(DiskFullError):
        practice_stage.working.lock()
    assert practice_stage.relaunched == []
    practice_stage.working.ways_out.lock_unattended()
    assert practice_stage.relaunched == [["--locked"]]
