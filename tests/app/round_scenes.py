# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Scenes of the second reader, sign-off and rounds, and rounds compared."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QCheckBox, QPushButton

from desktop.models.changes import Op
from desktop.models.records import Judgement, WorkStatus
from desktop.services.place_words import COMPARE, INDICATORS, ROUNDS, SECOND_READER
from desktop.services.rounds.signing_off import SigningOff
from desktop.services.targets import Place
from tests.app.stage import Stage
from tests.storage.next_version import next_version

Way = Callable[[Stage], object]
READER = "Second Example"
READ, DIFFERS = "1.1", "1.2"


def kinds(stage: Stage) -> None:
    """An indicator with what an assessor looks for, kinds of evidence ticked, and the work under way."""
    _opened(stage)
    assessing = stage.working.desk.assessing
    asked = assessing.indicator("2.4").indicator.evidence
    for kind in asked[:2]:
        assessing.tick_kind("2.4", kind, there=True)
    assessing.set_work("2.4", WorkStatus.WAITING)
    stage.go(Place.STANDARDS, "2.4")
    if not any(each.isVisible() for each in stage.window.findChildren(QCheckBox, "kind-1")):
        stage.press("more-help")


def history(stage: Stage) -> None:
    """What became of an answer, with words that can be used again."""
    _opened(stage)
    assessing = stage.working.desk.assessing
    said = assessing.indicator("1.7").answer.narrative
    assessing.write("1.7", f"{said} We look at it each month.")
    assessing.write("1.7", said)
    stage.go(Place.STANDARDS, "1.7")
    stage.press("indicator-history")


def services(stage: Stage) -> None:
    """An indicator that is weaker in one service."""
    _opened(stage)
    assessing = stage.working.desk.assessing
    assessing.judge_for("1.4", assessing.indicator("1.4").services[0].service_id, Judgement.BEING_DEVELOPED)
    stage.go(Place.STANDARDS, "1.4")


def alone(stage: Stage) -> None:
    """One indicator at a time, as for a meeting."""
    _opened(stage)
    stage.go(Place.STANDARDS, "2.4")
    if not stage.window.findChildren(QPushButton, "alone-back")[0].isVisible():
        stage.press("one-at-a-time")


def second_reader(indicator_id: str = "") -> Way:
    """The list, or an indicator that is read; of two that were, one differs."""

    def go(stage: Stage) -> None:
        _opened(stage)
        reader = stage.working.desk.rounds.second_reader
        for each, level in ((READ, _judged(stage, READ)), (DIFFERS, Judgement.NOT_IN_PLACE)):
            if reader.view(each, READER).reading is None:
                reader.read(each, READER, level, "The minutes of two meetings show it.")
        stage.go(Place.STANDARDS, SECOND_READER)
        _press_if_seen(stage, "reading-back")
        if indicator_id:
            stage.go(Place.STANDARDS, f"{SECOND_READER}/{indicator_id}")

    return go


def rounds(*presses: str) -> Way:
    """The newest round, open; then press these buttons."""

    def go(stage: Stage) -> None:
        _opened(stage)
        _last_year(stage)
        stage.go(Place.STANDARDS, ROUNDS)
        for name in ("sign-off-back", "reopen-back"):
            _press_if_seen(stage, name)
        for name in presses:
            stage.press(name)

    return go


def version(stage: Stage) -> None:
    """A version of the standards that was looked at, and is not brought in yet."""
    rounds()(stage)
    _press_if_seen(stage, "version-back")
    path = stage.home / "next.json"
    path.write_text(next_version(), encoding="utf-8")
    stage.choices.answer(path)
    stage.press("version-choose")


def compared(stage: Stage) -> None:
    """The newest round beside one of a year before."""
    _last_year(stage)
    stage.go(Place.STANDARDS, COMPARE)


def signed_off(place_id: str, *presses: str) -> Way:
    """The newest round, signed off, on one of the pages of Standards."""

    def go(stage: Stage) -> None:
        signs = stage.working.desk.rounds.sign_offs
        line = stage.working.desk.rounds.newest()
        assert line is not None
        if line.sign_off is None:
            settled = stage.working.desk.rounds.second_reader
            for one in settled.differences():
                settled.settle(one.indicator.id, Judgement.PARTLY_IN_PLACE, "Both sites do it, one has it in writing.")
            signs.sign_off(
                SigningOff("Invented Chair", "Chair of trustees", stage.clock.today(), "4.2", one_reader=True)
            )
        stage.go(Place.STANDARDS, place_id)
        for name in presses:
            stage.press(name)

    return go


def _opened(stage: Stage) -> None:
    """The newest round takes changes, and the list stands beside the indicator."""
    stage.go(Place.STANDARDS, INDICATORS)
    _press_if_seen(stage, "alone-back")
    line = stage.working.desk.rounds.newest()
    if line is not None and line.sign_off is not None:
        stage.working.desk.rounds.sign_offs.reopen("A figure was wrong.")


def _press_if_seen(stage: Stage, name: str) -> None:
    if any(each.isVisible() for each in stage.window.findChildren(QPushButton, name)):
        stage.press(name)


def _judged(stage: Stage, indicator_id: str) -> Judgement | None:
    return stage.working.desk.assessing.indicator(indicator_id).answer.judgement


def _last_year(stage: Stage) -> None:
    """A round of a year before, with some answers lower."""
    db = stage.working.desk._workbook.db
    newest = db.assessments.list()[-1]
    if db.assessments.find("last-year") is not None:
        return
    with db.write(Op.IMPORT_RECORDS):
        db.assessments.save(replace(newest, id="last-year", dated=newest.dated - timedelta(days=365)))
        for answer in db.answers.list(assessment_id=newest.id)[:40]:
            lower = max(0, int(answer.judgement or 0) - int(answer.indicator_id[-1]) % 2)
            db.answers.save(
                replace(
                    answer,
                    id=f"last-{answer.id}",
                    assessment_id="last-year",
                    judgement=None if answer.judgement is None else Judgement(lower),
                )
            )
            for link in db.links.list(answer_id=answer.id):
                db.links.save(replace(link, id=f"last-{link.id}", answer_id=f"last-{answer.id}"))


OPEN_ROUND = {
    "indicator-kinds": kinds,
    "indicator-services": services,
    "indicator-history": history,
    "one-at-a-time": alone,
    "second-reader": second_reader(),
    "second-reader-agrees": second_reader(READ),
    "second-reader-differs": second_reader(DIFFERS),
    "rounds": rounds(),
    "rounds-sign-off": rounds("round-sign-off"),
    "rounds-version": version,
    "compare": compared,
}
SIGNED_ROUND = {
    "rounds-signed-off": signed_off(ROUNDS),
    "rounds-reopen": signed_off(ROUNDS, "round-reopen"),
    "standards-signed-off": signed_off(INDICATORS),
}
