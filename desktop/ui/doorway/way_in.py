# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The way in: which screen before a workbook is open, and what its choices lead to. It loads nothing heavy itself."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from shiboken6 import isValid

from desktop.models.errors import AppError
from desktop.services.known_workbooks import KnownWorkbook, KnownWorkbooks
from desktop.ui.doorway.by_code import ByCode, ByCodeActs
from desktop.ui.doorway.ink_screen import InkScreen
from desktop.ui.doorway.kept_fields import focus_on, focused, put_back, taken
from desktop.ui.doorway.lent import Lent
from desktop.ui.doorway.recovering import ChooseBackup, RestoreActs
from desktop.ui.doorway.told import gone, last_used, missing
from desktop.ui.doorway.unlock import Unlock, UnlockActs
from desktop.ui.doorway.welcome import Choice, Welcome
from desktop.ui.infra.jobs import Job, Step, while_there

if TYPE_CHECKING:
    from desktop.services.desk import Desk
    from desktop.services.doorway import Entered
    from desktop.services.restoring import BackupsFound, RestoredWorkbook

__all__ = ["Lent", "WayIn"]

_KEEP = "Keep its folder until you have checked what you restored."
_DAMAGED = {"damaged_workbook", "key_file_damaged"}  # what a backup mends


class WayIn:
    """Shows the right screen first, and follows what the person chooses until a workbook is handed over."""

    def __init__(self, known: KnownWorkbooks, lent: Lent) -> None:
        self._known = known
        self._lent = lent
        self._unlock: Unlock | None = None
        self._shown: InkScreen | None = None
        self._again: Callable[[], object] = self.welcome

    def begin(self, *, locked: bool = False) -> None:
        """The unlock page where there is a workbook, else the welcome. ``locked``: after a lock of the practice too."""
        current = self._known.current()
        if current is not None and current.is_there:
            self.unlock(current)
        elif any(each.is_there for each in self._known.all()):
            self.other_ways()
        else:
            self.welcome()
        if current is not None and not current.is_there:
            self._lent.messages.tell(gone(current))
        if locked and current is None:
            self._lent.messages.done("Locked. Your words were kept.")

    def rebuild(self) -> None:
        """Show the present screen anew, in the look in force now, with all that was typed, chosen and ticked."""
        before = self._shown
        kept, at = ({}, "") if before is None or not isValid(before) else (taken(before), focused(before))
        self._again()
        if self._shown is not None and self._shown is not before:
            put_back(self._shown, kept)
            focus_on(self._shown, at)

    def welcome(self) -> None:
        """How shall we begin?"""
        view = self._lent.view
        choices = (
            Choice(
                "make-workbook",
                "plus",
                "Make our workbook",
                "Your charity's own, locked with a passphrase. About ten minutes.",
                "Start",
                self.make_workbook,
            ),
            *self._usual_choices(),
        )
        about = "You can stop at any point. Nothing is lost."
        self._show(Welcome(view, "How would you like to begin?", about, choices), self.welcome)

    def other_ways(self) -> None:
        """What else there is beside the workbook that is asked for."""
        known = [
            Choice(f"known-{at}", "lock", each.name, last_used(each), "Unlock", partial(self.unlock, each))
            for at, each in enumerate(self._known.all())
            if each.is_there
        ]
        make = Choice(
            "make-workbook", "plus", "Make another workbook", "For another charity.", "Start", self.make_workbook
        )
        choices = (*known, *self._usual_choices(), make)
        about = "Each workbook has its own passphrase. Only one is open at a time."
        self._show(Welcome(self._lent.view, "Other ways to begin", about, choices, self.begin), self.other_ways)

    def unlock(self, workbook: KnownWorkbook) -> None:
        """Ask for the passphrase of a workbook."""
        acts = UnlockActs(partial(self._try, workbook.folder), partial(self.by_code, workbook.folder), self.other_ways)
        self._unlock = Unlock(self._lent.view, workbook.name, acts)
        self._show(self._unlock, partial(self._unlock_again, self._unlock, workbook))

    def _unlock_again(self, before: Unlock, workbook: KnownWorkbook) -> None:
        """The same page in another look: what was told stands there still, and a wait goes on."""
        sentence, wait = before.told
        self.unlock(workbook)
        if sentence and self._unlock is not None:
            self._unlock.show_wrong(sentence, wait)

    def open_practice(self) -> None:
        """Make the practice charity when it is not there, and open it."""
        if self._lent.jobs.busy:
            return  # pressed twice

        def work(step: Step) -> "Entered":
            doorway = self._lent.load().doorway
            doorway.make_practice(step)
            return doorway.unlock_practice()

        self._lent.messages.done("Opening the practice charity. The first time this takes a few seconds.")
        self._lent.jobs.start(Job("Practice charity", work, self._enter))

    def make_workbook(self) -> None:
        """The first run of a new workbook."""
        if self._lent.jobs.busy:
            return  # pressed twice
        self._lent.jobs.start(Job("First run", lambda _step: self._lent.load(), lambda _within: self._first_run(None)))

    def open_folder(self) -> None:
        """Choose the folder of a workbook on this computer or a stick."""

        def chosen(folder: Path) -> None:
            try:
                workbook = self._known.at(folder)
            except AppError as error:
                self._lent.messages.tell(error)
                return
            self._lent.messages.clear()
            self.unlock(workbook)

        self._lent.messages.choose_folder("Choose the folder of the workbook", chosen)

    def restore(self, found: "BackupsFound | None" = None, chosen: Path | None = None) -> None:
        """Choose a backup and restore it. ``found``: those that were found already, and which of them is chosen."""
        acts = RestoreActs(self._look_for_backups, self._restore, self.begin)
        choose = partial(self._lent.messages.choose_folder, "Where are the backups?")
        self._backups = ChooseBackup(self._lent.view, acts, choose)
        if found is not None:
            self._backups.show_found(found, chosen)
        self._show(self._backups, lambda: self.restore(self._backups.found, self._backups.chosen))

    def by_code(self, folder: Path) -> None:
        """Set a new passphrase with the recovery sheet."""
        self._by_code = ByCode(self._lent.view, ByCodeActs(partial(self._reset, folder), self.begin))
        self._show(self._by_code, partial(self.by_code, folder))

    def _usual_choices(self) -> tuple[Choice, ...]:
        return (
            Choice(
                "open-practice",
                "play",
                "Look round with a practice charity",
                "A full example with made-up people. Remove it whenever you like.",
                "Open practice",
                self.open_practice,
            ),
            Choice(
                "open-workbook",
                "folder-open",
                "Open a workbook we have",
                "From a folder on this computer.",
                "Choose",
                self.open_folder,
            ),
            Choice(
                "restore-backup",
                "history",
                "Restore a backup",
                "From a stick or another place. Nothing that is here is touched.",
                "Restore",
                self.restore,
            ),
            Choice(
                "check-a-pack",
                "file-check",
                "Check a pack someone sent us",
                "No workbook and no passphrase needed.",
                "Check a pack",
                self._lent.check_pack,
            ),
        )

    def _show(self, screen: InkScreen, again: Callable[[], object]) -> None:
        self._again, self._shown = again, screen
        screen.work.follow(self._lent.jobs)
        self._lent.show(screen)

    def _try(self, folder: Path, passphrase: str) -> None:
        def work(_step: Step) -> "Entered":
            return self._lent.load().doorway.unlock(folder, passphrase)

        self._lent.jobs.start(Job("Opening", work, self._enter, partial(self._wrong, folder)))

    def _wrong(self, folder: Path, error: AppError) -> None:
        if error.code in _DAMAGED:
            self._look_beside(folder, error)
            return
        wait = self._lent.load().doorway.seconds_to_wait(folder)
        if self._unlock is not None:
            while_there(self._unlock, self._unlock.show_wrong)(error.brief, wait)

    def _enter(self, entered: "Entered") -> None:
        try:
            desk = self._lent.load().doorway.enter(entered)
        except AppError as error:
            if self._unlock is not None:
                while_there(self._unlock, self._unlock.set_busy)(busy=False)
            if error.code in _DAMAGED:
                self._look_beside(entered.layout.folder, error)
            else:
                self._lent.messages.tell(error)
            return
        self._opened(desk)

    def _look_beside(self, folder: Path, error: AppError) -> None:
        """The workbook is damaged: look for its backups, and offer them."""

        def work(_step: Step) -> "BackupsFound":
            return self._lent.load().doorway.restoring.backups_found(folder)

        def none(_none: AppError) -> None:
            self.damaged(folder, error, None)

        self._lent.jobs.start(Job("Looking for backups", work, partial(self.damaged, folder, error), none))

    def damaged(self, folder: Path, error: AppError, found: "BackupsFound | None") -> None:
        """A workbook that cannot be opened as it is: its newest backup at hand, and the way to others."""
        practice = self._lent.load().doorway.practice
        choices: list[Choice] = []
        if folder == practice.folder:
            about = "Nothing in it is real. It goes, with what was tried out in it."
            choices.append(Choice("practice-anew", "play", "A new one", about, "Make it anew", self._practice_anew))
        elif found is not None:
            newest = next(
                (each for each in found.backups if each.folder == error.facts.get("backup")), found.backups[0]
            )
            act = partial(self.restore, found, newest.folder)
            about = f"{newest.words}. What was saved after it is not in it."
            choices.append(Choice("restore-this", "history", "Newest backup", about, "Restore this backup", act))
        about = "From a stick, or your second place for backups."
        choices.append(Choice("restore-another", "hard-drive", "Another backup", about, "Look for it", self.restore))
        told = f"{error.sentences[0]} Sevenfold changed nothing in it. {_KEEP}"
        shown = Welcome(self._lent.view, "This workbook cannot be opened", told, choices, self.begin, name="damaged")
        self._lent.messages.clear()
        self._show(shown, partial(self.damaged, folder, error, found))

    def _practice_anew(self) -> None:
        def work(_step: Step) -> None:
            self._lent.load().doorway.practice.remove()

        self._lent.jobs.start(Job("Practice charity", work, lambda _none: self.open_practice()))

    def _opened(self, desk: "Desk") -> None:
        self._lent.messages.clear()
        if desk.set_up.next_step() is None:
            self._lent.opened(desk)
        else:
            self._lent.holds(desk)
            self._first_run(desk)

    def _first_run(self, desk: "Desk | None") -> None:
        run = self._lent.load().first_run(self._lent, desk, self.begin)
        self._again, self._shown = run.rebuild, None
        run.show()

    def _look_for_backups(self, place: Path) -> None:
        def work(_step: Step) -> "BackupsFound":
            return self._lent.load().doorway.restoring.backups_found(place)

        self._lent.jobs.start(Job("Looking for backups", work, while_there(self._backups, self._backups.show_found)))

    def _restore(self, backup: Path, passphrase: str, code: str) -> None:
        def work(step: Step) -> "RestoredWorkbook":
            return self._lent.load().doorway.restoring.restore(backup, passphrase=passphrase, code=code, step=step)

        def done(restored: "RestoredWorkbook") -> None:
            self._known.use(restored.folder)
            self.begin()
            self._lent.messages.done(f"Restored: {restored.words}.{missing(restored)} Unlock it now.")

        self._lent.jobs.start(Job("Restoring", work, done, while_there(self._backups, self._backups.show_error)))

    def _reset(self, folder: Path, code: str, new: str) -> None:
        def work(_step: Step) -> None:
            self._lent.load().doorway.restoring.reset_passphrase(folder, code, new)

        def done(_nothing: None) -> None:
            self.unlock(self._known.at(folder))
            self._lent.messages.done("The new passphrase is set. Unlock the workbook with it now.")

        self._lent.jobs.start(Job("New passphrase", work, done, while_there(self._by_code, self._by_code.show_error)))
