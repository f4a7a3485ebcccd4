# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The screens before a workbook is open: welcome, the first run, unlock, restoring, a new passphrase."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.models.records import Organisation, Service, ServiceType
from desktop.services.setting_up import Step, ask_group
from tests.app.scenes import Scene, checker
from tests.app.stage import Stage
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import create


@dataclass(frozen=True, slots=True)
class Door:
    """A start of the window, and the scenes one comes to from there, in this order."""

    begin: Callable[[Path], Stage]
    scenes: tuple[Scene, ...]


def on_an_empty_home(home: Path) -> Stage:
    """Nothing was ever begun here."""
    return Stage(home).start()


def before_a_locked_workbook(home: Path) -> Stage:
    """A workbook that was made before, with a backup beside it."""
    FastFiles().make_folder(home)
    workbook, _code = create(home / "workbooks" / "1")
    workbook.backup()
    workbook.close(backup=False)
    return Stage(home).start()


def stay(_stage: Stage) -> None:
    """What is shown at the start."""


def press(*names: str) -> Callable[[Stage], object]:
    """Buttons, one after another."""

    def go(stage: Stage) -> None:
        for name in names:
            stage.press(name)

    return go


def sheet(stage: Stage) -> None:
    """The passphrase is chosen, and the workbook is made."""
    stage.press("passphrase-kept")
    stage.press("step-go")


def after(step: Step) -> Callable[[Stage], object]:
    """The step that follows this one, which is done as its screen would do it."""

    def go(stage: Stage) -> None:
        run, desk = stage.first_run(), stage.first_run_desk()
        assert run is not None
        assert desk is not None
        if step is Step.RECOVERY_SHEET:
            asked = ask_group(run._code)
            desk.set_up.confirm_code(asked, run._code.split("-")[asked.number - 1])
        elif step is Step.ORGANISATION:
            desk.charity.save_organisation(Organisation("Harbour Example"))
            desk.charity.set_at_work("A. Manager")
            desk.set_up.done(step)
        elif step is Step.SERVICES:
            desk.charity.add_service(Service("", "Harbour programme", ServiceType.BEHAVIOUR_CHANGE))
            desk.set_up.done(step)
        else:
            desk.set_up.postpone(step)
        run.show()

    return go


def backups_found(stage: Stage) -> None:
    """The list of the backups in a place."""
    stage.choices.answer(stage.home / "workbooks" / "1")
    stage.press("choose-backups")


def wrong_passphrase(stage: Stage) -> None:
    """A passphrase that does not open the workbook."""
    stage.fill("passphrase", "not the passphrase")
    stage.press("unlock-workbook")


NEW = Door(
    on_an_empty_home,
    (
        Scene("welcome", stay),
        Scene("welcome-check", checker),
        Scene("first-run-1-passphrase", press("make-workbook")),
        Scene("first-run-2-sheet", sheet),
        Scene("first-run-3-second-backup", after(Step.RECOVERY_SHEET)),
        Scene("first-run-4-charity", after(Step.SECOND_BACKUP)),
        Scene("first-run-5-signers", after(Step.ORGANISATION)),
        Scene("first-run-6-services", after(Step.SIGNERS)),
        Scene("home-empty", after(Step.SERVICES)),
    ),
)
LOCKED = Door(
    before_a_locked_workbook,
    (
        Scene("unlock", stay),
        Scene("unlock-wrong", wrong_passphrase),
        Scene("unlock-others", press("other-workbooks")),
        Scene("restore", press("restore-backup")),
        Scene("restore-found", backups_found),
        Scene("recovery", press("restore-back", "use-recovery")),
    ),
)
DOORS = (NEW, LOCKED)
