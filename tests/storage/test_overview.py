# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Home: what matters most is the next step, and what is late or weak is said with a way to it."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from desktop.models.changes import Op
from desktop.models.records import Assessment, EvidenceItem, FileState, Judgement, Organisation, Strength
from desktop.models.workforce.people import Person, held
from desktop.models.workforce.training import TrainingRecord
from desktop.services.backup_state import BackupState
from desktop.services.catalogues import newest_bundled
from desktop.services.desk import Desk
from desktop.services.due import DueKind, due_backup
from desktop.services.next_step import StepKind
from desktop.services.overview import greeting
from desktop.services.second_place import Seen
from desktop.services.signing_desk import SigningKind, SigningState
from desktop.services.targets import Mark, Place, Target
from tests.storage.desks import MANAGER, desk_of, hold, named_workbook, practice_workbook
from tests.storage.workbooks import CLOCK, create

TODAY = CLOCK.today()


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


def answer_all(desk: Desk, judgement: Judgement) -> None:
    for indicator in desk.assessing.catalogue().indicators:
        desk.assessing.judge(indicator.id, judgement)
        desk.assessing.link(indicator.id, "ev-1", Strength.OUTSIDE)


def kinds(desk: Desk) -> tuple[StepKind, Target]:
    step = desk.overview.next_step()
    return step.kind, step.target


def test_an_empty_workbook_is_led_to_its_first_judgement(tmp_path: Path) -> None:
    workbook, _code = create(tmp_path / "w")
    with desk_of(workbook) as desk:
        view = desk.overview.view()
        assert (view.greeting.split(",")[0][:5], view.day, view.charity) == ("Good ", "Sunday 22 November 2026", "")
        assert (view.assessment, view.round_words) == (None, "No assessment yet.")
        assert [(line.when, line.words) for line in view.due.lines] == [("Today", "No backup yet")]
        assert [fact.mark for fact in view.kept] == [Mark.DOTS, Mark.CLOCK, Mark.DOTS]
        assert view.next_step.target == Target(Place.CHARITY, "details")
        with workbook.db.write(Op.EDIT_ORGANISATION):
            workbook.db.organisation.save(Organisation("Harbour Example"))
        assert kinds(desk) == (StepKind.SERVICES, Target(Place.CHARITY, "services"))
    with desk_of(named_workbook(tmp_path / "named")) as desk:
        assert kinds(desk) == (StepKind.ASSESSMENT, Target(Place.STANDARDS))
        desk.rounds.starting.fresh(MANAGER)
        step = desk.overview.next_step()
        assert (step.title, step.target) == ("begin with SA 1.1", Target(Place.STANDARDS, "1.1"))
        desk.assessing.judge("1.1", Judgement.IN_PLACE)
        step = desk.overview.next_step()
        assert (step.kind, step.title) == (StepKind.SAFETY_GAP, "add evidence for SA 1.1")
        assert step.sentence == (
            "You said 3, In place. It counts as 1, Being developed. There is no evidence. "
            "Until then Standard 1 shows a safety gap."
        )
        desk.assessing.judge("5.5", Judgement.NOT_IN_PLACE)
        assert desk.overview.next_step().title == "close the safety gap in Standard 5"


def test_the_gravest_goes_first_and_each_step_gives_way_once_done(tmp_path: Path) -> None:
    workbook = named_workbook(tmp_path / "w")
    with desk_of(workbook) as desk:
        desk.rounds.starting.fresh(MANAGER)
        hold(workbook, EvidenceItem("ev-1", "Review from outside"))
        answer_all(desk, Judgement.IN_PLACE)
        desk.assessing.judge("3.1", None)
        hold(workbook, EvidenceItem("ev-2", "Old plan", review_by=day(-1)))
        desk.assessing.link("1.1", "ev-2", Strength.DOCUMENT)
        hold(workbook, EvidenceItem("ev-3", "Lost scan", "a.pdf", FileState.MISSING))
        desk.assessing.link("1.1", "ev-3", Strength.DOCUMENT)
        late = desk.actions.add("1.3", "Print the leaflet", due=day(-3))
        desk.assessing.judge("1.1", Judgement.NOT_IN_PLACE)
        desk.assessing.judge("5.5", Judgement.NOT_IN_PLACE)
        gap = desk.actions.add("5.5", "Stop bookings through family", due=day(-7))
        step = desk.overview.next_step()
        assert (step.kind, step.title, step.button, step.mark) == (
            StepKind.SAFETY_GAP,
            "close the safety gap in Standard 5",
            "Open SA 5.5",
            Mark.WARN,
        )
        assert step.sentence == "SA 5.5, Safe interpreting. Stop bookings through family. 7 days late."
        desk.actions.finish(gap)
        desk.assessing.judge("5.5", Judgement.IN_PLACE)
        assert desk.overview.next_step().sentence.endswith("No action is planned for it yet.")
        desk.assessing.judge("1.1", Judgement.IN_PLACE)
        assert kinds(desk) == (StepKind.LATE_ACTION, Target(Place.DUE, late))
        desk.actions.finish(late)
        assert kinds(desk) == (StepKind.EVIDENCE, Target(Place.EVIDENCE, "ev-3"))
        desk.library.remove("ev-3")
        step = desk.overview.next_step()
        assert (step.title, step.target.id) == ("one piece of evidence is past its review date", "ev-2")
        desk.library.remove("ev-2")
        assert kinds(desk) == (StepKind.UNANSWERED, Target(Place.STANDARDS, "3.1"))
        desk.assessing.judge("3.1", Judgement.IN_PLACE)
        assert kinds(desk) == (StepKind.SIGNER, Target(Place.CHARITY, "signing"))
        assert last_steps(desk) == [StepKind.SIGNER, StepKind.BACKUP, StepKind.BACKUP, StepKind.PACK]


def last_steps(desk: Desk) -> list[StepKind]:
    """The steps of a charity that has answered all, as signing and backups come to be in order."""
    ready = SigningState(SigningKind.READY, "Packs are signed.")
    lapsed = SigningState(SigningKind.LAPSED, "The signing certificate ran out.")
    none = desk.keeping.state()
    stick, now = Path("stick"), CLOCK.now()
    away = replace(none, beside=now, second_place=stick, seen=Seen(stick, now, reachable=False))
    fine = replace(away, second=now, seen=Seen(stick, now, reachable=True))
    pairs: list[tuple[SigningState, BackupState]] = [(lapsed, fine), (ready, none), (ready, away), (ready, fine)]
    return [desk.overview.next_step(backups, signing).kind for signing, backups in pairs]


def test_what_falls_due_is_of_all_kinds_and_within_90_days(tmp_path: Path) -> None:
    workbook = named_workbook(tmp_path / "w")
    with desk_of(workbook) as desk:
        with workbook.db.write(Op.START_ASSESSMENT):
            workbook.db.assessments.save(Assessment("as-1", date(2025, 12, 1), MANAGER, newest_bundled().version))
        hold(workbook, EvidenceItem("ev-1", "Safeguarding policy", review_by=day(30)))
        desk.assessing.link("6.10", "ev-1", Strength.DOCUMENT)
        desk.assessing.link("6.2", "ev-1", Strength.DOCUMENT)
        hold(workbook, EvidenceItem("ev-2", "Unused", review_by=day(-5)))
        desk.actions.add("1.3", "Print the leaflet", MANAGER, day(-1))
        desk.actions.add("1.3", "Far away", due=day(91))
        desk.actions.finish(desk.actions.add("1.3", "Done", due=day(-9)))
        course = next(course for course in desk.assessing.catalogue().courses if course.mandatory)
        with workbook.db.write(Op.ADD_PERSON):
            for name in ("Ann", "Bethan", "Carys"):
                workbook.db.people.save(Person(name, name, f"{name} Example", held("MGR")))
            for name, ends in (("Ann", 90), ("Bethan", 90), ("Carys", -2), ("Carys", 31)):
                record = TrainingRecord(f"{name}{ends}", name, course.id, day(-300), day(ends))
                workbook.db.training.save(record)
        due = desk.overview.due()
        assert [(line.when, line.number, line.words, line.mark) for line in due.lines] == [
            ("1 day late", "SA 1.3", "Print the leaflet", Mark.CROSS),
            ("Today", "", "No backup yet", Mark.CLOCK),
            ("1 Dec", "", "The assessment lapses", Mark.CLOCK),
            ("22 Dec", "SA 6.2", "Review Safeguarding policy", Mark.CLOCK),
            ("23 Dec", "SA 6.8", f"Carys Example: {course.name}", Mark.RING),
            ("20 Feb 2027", "SA 6.8", f"2 people: {course.name}", Mark.RING),
        ]
        assert due.words == "1 late, 3 in 30 days, 2 more in 90 days"
        assert [line.target for line in due.lines][1:5] == [
            Target(Place.CHARITY, "backups"),
            Target(Place.STANDARDS),
            Target(Place.EVIDENCE, "ev-1"),
            Target(Place.PEOPLE, "Carys"),
        ]
        assert due.people == ("Ann Example", "Bethan Example", "Carys Example", MANAGER)
        assert [line.days for line in due.narrowed(DueKind.TRAINING, "Ann Example").lines] == [90]
        assert due.narrowed(DueKind.ACTION).words == "1 late, 0 in 30 days, 0 more in 90 days"


def test_a_backup_is_due_two_weeks_after_the_newest_off_this_computer(tmp_path: Path) -> None:
    with desk_of(named_workbook(tmp_path / "w")) as desk:
        now = CLOCK.now()
        none = desk.keeping.state()
    made = replace(none, beside=now, second_place=Path("stick"), second=now)
    states = [none, made, replace(made, second=now - timedelta(days=17)), replace(made, practice=True)]
    lines = [due_backup(state) for state in states]
    assert [line and (line.days, line.words) for line in lines] == [
        (0, "No backup yet"),
        (14, "The next backup off this computer"),
        (-3, "Last backup off this computer 17 days ago"),
        None,
    ]


def test_the_practice_charity_shows_its_gap_and_what_is_kept_in_order(tmp_path: Path) -> None:
    with desk_of(practice_workbook(tmp_path / "w")) as desk:
        view = desk.overview.view()
        assert view.next_step.title == "close the safety gap in Standard 2"
        assert view.round_words == "Assessment of 5 October 2026. 61 of 66 answered."
        assert [(fact.words, fact.target.place) for fact in view.kept] == [
            ("7 of 8 hold core training", Place.PEOPLE),
            ("3 judgements say more than the records", Place.PEOPLE),
            ("No backup yet", Place.CHARITY),
            ("Critical indicators have evidence", Place.EVIDENCE),
            ("No pack made yet", Place.PACKS),
        ]
        for line in desk.assessing.indicator("1.1").evidence:
            desk.assessing.unlink(line.link_id)
        bare = desk.overview.view().kept[3]
        assert (bare.words, bare.detail) == ("One critical indicator lacks evidence", "SA 1.1.")
        assert bare.target == Target(Place.STANDARDS, "1.1")


def test_the_greeting_goes_with_the_hour_and_the_first_name() -> None:
    assert [greeting(hour, "Kirsty Example") for hour in (0, 12, 18)] == [
        "Good morning, Kirsty",
        "Good afternoon, Kirsty",
        "Good evening, Kirsty",
    ]
    assert greeting(9, " ") == "Good morning"
    assert greeting(9, "A. Manager") == "Good morning, A. Manager"
