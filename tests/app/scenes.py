# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Every screen, dialog and state of the window, by a plain name and the way to it. One list for pictures and walks.

``DESK`` is shown with the practice charity open. Each scene begins anywhere in the window and may leave it anywhere;
``clear_off`` takes away what lies on top.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.services.targets import Place
from desktop.ui.infra.messages import Notice, Question
from desktop.ui.preview.page_strip import PageStrip
from desktop.ui.preview.preview_pane import PreviewPane
from tests.app import action_scenes, planning_scenes, round_scenes
from tests.app.packs_to_check import Packs
from tests.app.people_scenes import (
    courses,
    details_end,
    first_person,
    matrix,
    new_dbs_check,
    opened_details,
    person_left,
    person_record,
    standard_six,
    supervision_policy,
    tab_of_person,
    training_day,
    with_bookings,
    with_checks,
    with_hours,
    workforce_out,
)
from tests.app.stage import Stage, breathe, until

INDICATOR = "6.8"
SECTIONS = ("details services at-work diversity signing backups keys workbooks look language about").split()
_NUMBERS = count(1)
BACKS = (
    "day-back",
    "matrix-back",
    "need-back",
    "pair-back",
    "people-tab-people",
    "actions-back",
    "people-back",
    "back-to-list",
    "new-action-back",
    "new-person-back",
)
CLOSES = ("close-help", "close-print", "check-close", "import-close")
Way = Callable[[Stage], object]


@dataclass(frozen=True, slots=True)
class Scene:
    """A state of the window: its name, and how to come to it."""

    name: str
    reach: Way


def clear_off(stage: Stage) -> None:
    """Take away dialogs and screens that lie over the frame."""
    while (dialog := stage.dialog()) is not None:
        dialog.reject()
        breathe()
    while close := [
        each for name in CLOSES for each in stage.window.findChildren(QPushButton, name) if each.isVisible()
    ]:
        close[0].click()
        breathe()
    stage.steering.messages.clear()
    stage.window.activateWindow()
    until(stage.window.isActiveWindow, "the window became active again")


def previews_drawn(stage: Stage) -> None:
    """Wait until what is previewed has been drawn."""

    def drawn() -> bool:
        panes = [pane for pane in stage.window.findChildren(PreviewPane) if pane.isVisible()]
        return all(_is_drawn(pane) for pane in panes)

    until(drawn, "the preview was drawn")
    breathe()


def reach(stage: Stage, scene: Scene) -> QWidget:
    """Come to a scene; gives what is on top."""
    clear_off(stage)
    scene.reach(stage)
    stage.settle()
    previews_drawn(stage)
    return stage.shown()


def _is_drawn(pane: PreviewPane) -> bool:
    if pane._heading.isVisible():
        return pane._sentence.text() not in {"Getting the file ready.", "They appear here in a moment."}
    strip = pane.findChild(PageStrip)
    return strip is None or not strip.isVisible() or (not strip._asked and strip.current in strip._images)


def place(name: Place, record: str = "") -> Way:
    """A place, and there a record."""
    return lambda stage: stage.go(name, record)


def first_evidence(ending: str) -> Way:
    """The preview of the first piece of evidence whose file is kept here and has that ending."""

    def go(stage: Stage) -> None:
        items = stage.working.desk._workbook.db.evidence.list()
        stage.go(Place.EVIDENCE, next(item.id for item in items if item.sha256 and item.file_name.endswith(ending)))
        stage.press("tab-preview")

    return go


def first_action(stage: Stage) -> None:
    """The first action of the plan."""
    stage.go(Place.DUE, stage.working.desk.actions.lines()[0].action.id)


def pressed(name: Place, *buttons: str) -> Way:
    """A place, and there these buttons, one after another."""

    def go(stage: Stage) -> None:
        stage.go(name)
        to_the_list(stage)
        for button in buttons:
            stage.press(button)

    return go


def to_the_list(stage: Stage) -> None:
    """Back to the list of a place, where a narrow window shows one record alone."""
    for name in BACKS:
        for button in stage.window.findChildren(QPushButton, name):
            if button.isVisible():
                button.click()
    stage.settle()


def section(name: str) -> Way:
    """A section of Our charity."""
    return lambda stage: stage.go(Place.CHARITY, name)


def choosing(stage: Stage) -> None:
    """The first step of making a pack."""
    stage.go(Place.PACKS, "make")


def reading(stage: Stage) -> None:
    """The pages of a pack, drawn, to be read."""
    stage.go(Place.PACKS)
    stage.working.frame.page._making.give_up()  # type: ignore[attr-defined]  # one pack at a time
    stage.go(Place.PACKS, "make")
    stage.fill("pack-made-for", "A practice commissioner")
    stage.choices.answer(_fresh_folder(stage))
    stage.press("pack-folder")
    stage.press("pack-draw")
    previews_drawn(stage)


def _fresh_folder(stage: Stage) -> Path:
    folder = stage.home.parent / f"packs-{next(_NUMBERS)}"
    folder.mkdir()
    return folder


def to_sign(stage: Stage) -> None:
    """All pages read, ready to be signed."""
    reading(stage)
    pane = stage.working.frame.page.findChild(PreviewPane)
    assert pane is not None
    for page in range(1, pane.page_count + 1):
        pane.page_seen.emit(page)  # the journeys scroll through them all; here it would take too long
    stage.press("pack-read-tick")
    stage.press("pack-go-sign")


def signed(stage: Stage) -> None:
    """The pack is made, and its checks are shown."""
    to_sign(stage)
    stage.fill("pack-passphrase", stage.steering._load().doorway.practice.passphrase())
    stage.press("pack-sign-now")


def checked(which: str) -> Way:
    """The checker with the answers for a genuine or an altered pack."""

    def go(stage: Stage) -> None:
        stage.steering.check_pack()
        stage.settle()
        stage.choices.answer(*getattr(Packs.of_this_run(), which))
        stage.press("check-choose")
        stage.settle()

    return go


def checker(stage: Stage) -> None:
    """The checker, waiting for files."""
    stage.steering.check_pack()
    stage.settle()


SHEET = """Name,Role,Start date,Safeguarding adults,GDPR / data protection,Fire safety,Notes
Ann Sample,Facilitator,03/09/2018,14/05/2025,20/11/2025,21/02/2026,
Anne Sampel,Admin,01/02/2020,31/02/2026,03/04/2026,04/05/2026,
Bob Sample,Helpline volunteer,15/06/2026,see cert,yes,05/06/2026,LEFT
Cat Sample,Lead facilitator,22/01/2024,booked 14/01/2027,23/02/2026,,
"""


def bringing_in(*steps: str) -> Way:
    """A sheet on its way in, so many steps further."""

    def go(stage: Stage) -> None:
        path = stage.home.parent / "our training.csv"
        path.write_text(SHEET, "utf-8")
        stage.go(Place.PEOPLE)
        to_the_list(stage)
        stage.press("bring-in")
        if steps:
            stage.choices.answer(path)
        for name in steps:
            stage.press(name)

    return go


def found(text: str) -> Way:
    """Find anything, with something typed."""

    def go(stage: Stage) -> None:
        stage.go(Place.HOME)
        stage.working.find()
        breathe()
        stage.fill("find-text", text)

    return go


def help_on(topic: str) -> Way:
    """A text of the help."""
    return lambda stage: stage.working.help_on(topic)


def printing(stage: Stage) -> None:
    """A list, drawn, to be printed."""
    stage.go(Place.DUE)
    stage.working.print_list()
    stage.settle()


def told(stage: Stage) -> None:
    """A message at the top of a place."""
    stage.go(Place.HOME)
    stage.steering.messages.tell(
        Notice("The disk is full.", "What you saved is safe.", "Make room on the disk, then save again.", grave=True)
    )


def asked(typed: str = "") -> Way:
    """A question before what cannot be undone."""

    def go(stage: Stage) -> None:
        stage.go(Place.HOME)
        question = Question(
            "Remove the practice charity from this computer?",
            "Its made-up records go, with all you tried out in them. Your own workbooks are kept apart and stay.",
            "Keep it",
            "Remove it",
            typed,
        )
        stage.steering.messages.ask(question, lambda: None)
        breathe()

    return go


def crashed(stage: Stage) -> None:
    """What is told when a bug was met."""
    stage.go(Place.HOME)
    stage.steering._crashed("ValueError\nui/pages/due/page.py:12 refresh")
    breathe()


DESK = (
    Scene("home", place(Place.HOME)),
    Scene("message", told),
    Scene("standards", place(Place.STANDARDS, "indicators")),
    Scene("indicator", place(Place.STANDARDS, INDICATOR)),
    *(Scene(name, way) for name, way in round_scenes.OPEN_ROUND.items()),
    Scene("evidence", pressed(Place.EVIDENCE)),
    Scene("evidence-pdf", first_evidence(".pdf")),
    Scene("evidence-text", first_evidence(".txt")),
    Scene("evidence-kept-note", pressed(Place.EVIDENCE, "note-kept")),
    Scene("people", pressed(Place.PEOPLE)),
    Scene("person", first_person),
    Scene("person-booked", with_bookings),
    Scene("person-supervision", tab_of_person("supervision")),
    Scene("person-supervision-policy", supervision_policy),
    Scene("person-supervision-new", tab_of_person("supervision", "record-session")),
    Scene("person-supervision-owed", tab_of_person("supervision", "change-session")),
    Scene("person-competence", tab_of_person("competence", "competence-level-3")),
    Scene("person-hours", with_hours),
    Scene("person-hours-new", tab_of_person("hours", "add-hours")),
    Scene("person-checks", with_checks),
    Scene("person-checks-new", new_dbs_check),
    Scene("person-details", tab_of_person("details")),
    Scene("person-details-open", opened_details),
    Scene("person-details-end", details_end),
    Scene("person-left", person_left),
    Scene("person-record", person_record),
    Scene("training-days", training_day()),
    Scene("training-day-new", training_day("record-first-day")),
    Scene(
        "training-day-ticked",
        training_day("record-first-day", ticks=3, names="Marek Zielonko, Denis Arkwel, Nobody Known"),
    ),
    Scene("matrix-courses", matrix("courses")),
    Scene("matrix-competencies", matrix("competencies")),
    Scene("matrix-cell", matrix("courses", opened=True)),
    Scene("courses", courses()),
    Scene("courses-one", courses(open_first=True)),
    Scene("courses-new", courses("add-course", "course-save")),
    Scene("standard-6", standard_six()),
    Scene("standard-6-who", standard_six("6.3")),
    *(Scene(name, way) for name, way in planning_scenes.NEEDS_LISTS.items()),
    Scene("person-new", pressed(Place.PEOPLE, "add-person")),
    Scene("import", bringing_in()),
    Scene("import-read", bringing_in("import-choose")),
    Scene("import-decide", bringing_in("import-choose", "import-next")),
    Scene("import-sum", bringing_in("import-choose", "import-next", "import-next")),
    Scene("due-actions", pressed(Place.DUE)),
    Scene("due-everything", pressed(Place.DUE, "due-tab-everything")),
    Scene("action", first_action),
    Scene("action-new", pressed(Place.DUE, "add-action")),
    *(Scene(name, way) for name, way in action_scenes.ACTIONS.items()),
    Scene("packs", place(Place.PACKS)),
    *(Scene(f"charity-{name}", section(name)) for name in SECTIONS),
    Scene("pack-1-choosing", choosing),
    Scene("pack-2-reading", reading),
    Scene("pack-3-signing", to_sign),
    Scene("check", checker),
    Scene("check-genuine", checked("genuine")),
    Scene("check-altered", checked("altered")),
    Scene("help", help_on("standards")),
    Scene("help-keys", help_on("keys")),
    Scene("help-what-happened", help_on("what-happened")),
    Scene("print", printing),
    Scene("finder", found("train")),
    Scene("workforce-out", workforce_out),
    Scene("question", asked()),
    Scene("question-typed", asked("remove")),
    *(
        Scene(name, way) for name, way in planning_scenes.LEAVING_RECORDS.items()
    ),  # late, so that others are as they were
    *(Scene(name, way) for name, way in round_scenes.SIGNED_ROUND.items()),
    Scene("crash", crashed),
)
LAST = Scene("pack-4-made", signed)
