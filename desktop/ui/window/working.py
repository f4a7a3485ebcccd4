# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""An open workbook in the window: its frame, its menus, undo, finding, backing up, printing, and its ways out."""

from collections.abc import Callable, Sequence
from functools import partial
from textwrap import shorten

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.models.changes import Changes
from desktop.models.errors import AppError
from desktop.models.prints import FormKind
from desktop.services.desk import Desk
from desktop.services.leaving import Leaving
from desktop.services.targets import Place, Target
from desktop.ui.importing.bringing_in import bring_in
from desktop.ui.infra.backing_up import BackingUp
from desktop.ui.infra.jobs import Progress
from desktop.ui.infra.page import Tools
from desktop.ui.infra.screen import Screen
from desktop.ui.infra.spot import Spot
from desktop.ui.widgets.later import later
from desktop.ui.window.around import Around
from desktop.ui.window.finder import Finder
from desktop.ui.window.giving_out import GivingOut
from desktop.ui.window.help_screen import HelpScreen
from desktop.ui.window.menus import Commands, Menus
from desktop.ui.window.printing_out import PrintingOut
from desktop.ui.window.sleep_watch import SleepWatch
from desktop.ui.window.watch import IdleWatch
from desktop.ui.window.ways_out import WaysOut
from desktop.ui.window.work_frame import Acts, WorkFrame

_READY_MS = 60
_SPOT = "where-one-was"  # among the drafts
_STEP_ROOM = 60  # letters of the name of a step that the status bar has room for


class Working:
    """Holds the frame of one desk, and builds it anew when the look changes."""

    def __init__(self, desk: Desk, leaving: Leaving, around: Around) -> None:
        self.desk = desk
        self._around = around
        self._stopped = False
        self._backups = desk.keeping.state()
        self._saved_words = ""  # outlives a frame that is built anew
        self._printing = PrintingOut(
            desk.printing, around.messages, around.jobs, around.window.show_over, self._close_over
        )
        self._giving_out = GivingOut(desk, around.window, around.messages, around.jobs, self._printing)
        self.ways_out = WaysOut(leaving, desk.keeping, around, self.keep_typed, self._take_spot, self.stop)
        self._backing_up = BackingUp(desk.keeping, around.jobs, around.messages, self._show_backup)
        self.idle = IdleWatch(around.view.now.idle_minutes)
        self.idle.reached.connect(self.ways_out.lock_unattended)
        self.idle.nearly.connect(self._warn_of_lock)
        self.idle.touched.connect(around.messages.end_warning)
        self.sleep = SleepWatch(around.clock.now)
        self.sleep.slept.connect(self.ways_out.lock_at_once)
        self.frame: WorkFrame
        self.menus = Menus(around.window, self._commands())
        self.show(self._spot_left(around.first))
        desk.on_saved(self._saved)
        around.jobs.progressed.connect(self._show_progress)
        around.jobs.idle.connect(self._show_idle)
        later(around.window, self._back_up_owed, 1)
        self._ready = QTimer(interval=_READY_MS, singleShot=True)  # a moment between two steps, however long one takes
        self._ready.timeout.connect(self._make_ready)
        self._ready.start()

    def show(self, spot: Spot) -> None:
        """Build the frame, and in the next turn go to a place: on opening, and after a change of look."""
        around = self._around
        tools = Tools(
            around.messages,
            around.jobs,
            self.go,
            around.clock.today,
            single_keys=around.view.now.single_keys,
            view=around.view,
            lock=self.lock,
            check_pack=around.check_pack,
            bring_in=lambda: bring_in(self.desk, tools, self._show_over, self._close_over),
            print_out=self._printing.print_out,
            drafts=self.desk,
        )
        acts = Acts(
            lock=self.lock,
            hide=self.hide,
            find=self.find,
            help_on=self.help_on,
            cancel_job=around.jobs.cancel,
            remove_practice=around.remove_practice,
        )
        self.frame = WorkFrame(self.desk, tools, acts, around.window.fold_menus)
        around.window.show_screen(self.frame, menus=True)
        around.messages.use(self.frame.banner)
        if self._saved_words:
            self.frame.status.show_saved(self._saved_words)
        self.menus.mark_theme(around.view.now.theme)
        self._name_steps()
        self._show_backup()
        later(self.frame, partial(self.frame.begin_at, spot), 1)

    def _back_up_owed(self) -> None:
        if not self._stopped:
            self._backing_up.when_due()

    def _make_ready(self) -> None:
        """In a quiet moment after opening, make the places that are not seen yet."""
        if self.frame.make_ready():
            self._ready.start()

    def rebuild(self, put_on: Callable[[], object]) -> None:
        """Show the same place in another look, which ``put_on`` puts on.

        What is shown is taken out first and built anew: to dress it in another look would take seconds.
        """
        self.keep_typed()
        window = self._around.window
        spot = self._spot()
        self._ready.start()
        old = window.take_out()
        for each in old:
            each.setParent(None)
        later(window, partial(self._show_anew, put_on, old, spot))

    def _show_anew(self, put_on: Callable[[], object], old: Sequence[QWidget], spot: Spot) -> None:
        if self._stopped:
            return
        put_on()
        self.idle.set_minutes(self._around.view.now.idle_minutes)
        self.show(spot)
        for each in old:
            each.deleteLater()

    def go(self, target: Target) -> None:
        """Go to a place, and there the record that is meant."""
        self.frame.go(target)

    def go_back(self) -> None:
        """The place before."""
        self.frame.go_back()

    def next_pane(self) -> None:
        """Move the focus to the next part of the window."""
        self.frame.next_pane()

    def print_list(self) -> None:
        """Print what the place shows."""
        self._printing.print_page(self.frame.page)

    def save_sheet(self) -> None:
        """Save the list of the place that is shown as a spreadsheet."""
        self._printing.save_sheet(self.frame.page.listing())

    def keep_typed(self) -> None:
        """Save what is being typed anywhere, and remember where one is."""
        self.frame.leave()
        self._around.view.remember_place(self.frame.place.value)

    def _take_spot(self) -> Callable[[], None]:
        """Where one is, now; what is given back keeps it."""
        text = "" if self.desk.read_only else self._spot().text
        return lambda: self.desk.keep_draft(_SPOT, text) if text else None

    def _spot(self) -> Spot:
        return Spot.of(self.frame.page.where(), self._around.window.focusWidget())

    def _spot_left(self, first: Place) -> Spot:
        """Where one was before a lock; else the first place."""
        left = Spot.from_text(self.desk.draft(_SPOT))
        if left is not None and not self.desk.read_only:
            self.desk.drop_draft(_SPOT)
        return left or Spot(Target(first))

    def stop(self) -> None:
        """The desk is closed: watch and hear no more."""
        if self._stopped:
            return
        self._stopped = True
        self.idle.stop()
        self.sleep.stop()
        self._ready.stop()
        self._around.jobs.progressed.disconnect(self._show_progress)
        self._around.jobs.idle.disconnect(self._show_idle)

    def lock(self) -> None:
        """Close the workbook and ask for the passphrase again, in a new process."""
        self.ways_out.lock()

    def hide(self) -> None:
        """Show nothing at once, and lock."""
        self.ways_out.hide()

    def find(self) -> None:
        """Find anything."""
        finder = Finder(self._around.window, self.desk.finding.find)
        finder.chosen.connect(self.go)
        finder.finished.connect(finder.deleteLater)
        finder.open()

    def undo(self) -> None:
        """Take the newest step back, and say which it was."""
        self._step_back(self.desk.can_undo, self.desk.undo)

    def redo(self) -> None:
        """Do the step last undone again, and say which it was."""
        self._step_back(self.desk.can_redo, self.desk.redo)

    def help_on(self, name: str = "") -> None:
        """Help on the place that is shown, or on a topic."""
        shown = self._around.window.screen_shown
        if isinstance(shown, HelpScreen):
            shown.show_topic(name)
            return
        topic = shown.topic if isinstance(shown, Screen) and shown is not self.frame else self.frame.place.value
        screen = HelpScreen(name or topic, self._around.messages, self._close_over)
        self._around.window.show_over(screen)
        screen.begin()

    def _show_over(self, screen: Screen) -> None:
        self._around.window.show_over(screen)
        self._around.messages.use(screen.banner)

    def _close_over(self) -> None:
        """What lay on top goes, and messages are shown in what is seen now."""
        self._around.window.close_over()
        shown = self._around.window.screen_shown
        self._around.messages.use(shown.banner if isinstance(shown, Screen) else self.frame.banner)

    def _step_back(self, name: Callable[[], str | None], step: Callable[[], Changes]) -> None:
        """What is being typed is saved first, so it may be the step that is taken back: the name is asked after."""
        self.keep_typed()
        title = name()
        if title is None:
            return
        try:
            step()
        except AppError as error:
            self._around.messages.tell(error)
            self._name_steps()
            return
        self._around.messages.taken_back()
        told = title.replace("Undo:", "Undone:", 1).replace("Redo:", "Done again:", 1)
        self.frame.status.show_saved(shorten(told, _STEP_ROOM, placeholder=" ..."))

    def _saved(self, changes: Changes) -> None:
        self.frame.show_saved(changes)
        self._saved_words = f"Saved {self._around.clock.now().astimezone():%H:%M}"
        self.frame.status.show_saved(self._saved_words)
        self._name_steps()

    def _name_steps(self) -> None:
        self.menus.name_steps(self.desk.can_undo(), self.desk.can_redo())

    def _show_backup(self) -> None:
        state = self.desk.keeping.state()
        self.frame.status.show_backup(state.sentence)
        if state != self._backups:
            self._backups = state
            self.frame.show_backups()

    def _show_progress(self, progress: Progress) -> None:
        self.frame.status.show_progress(progress)

    def _show_idle(self) -> None:
        self.frame.status.show_progress(None)
        self._show_backup()

    def _warn_of_lock(self) -> None:
        self._around.messages.warn("Sevenfold locks in 20 seconds. Press any key to stay. What you typed is kept.")

    def _commands(self) -> Commands:
        around = self._around
        view = around.view
        return Commands(
            go=lambda place: self.go(Target(place)),
            back=self.go_back,
            find=self.find,
            undo=self.undo,
            redo=self.redo,
            check_pack=lambda: around.check_pack(()),
            back_up=self._backing_up.now,
            print_list=self.print_list,
            save_sheet=self.save_sheet,
            print_blank=partial(self._printing.print_form, FormKind.BLANK),
            print_filled=partial(self._printing.print_form, FormKind.FILLED),
            save_workforce=self._giving_out.workforce,
            save_calendar=self._giving_out.calendar,
            lock=self.lock,
            hide=self.hide,
            close=around.window.close,
            larger=view.larger,
            smaller=view.smaller,
            usual=view.usual,
            theme=view.theme,
            help_on=self.help_on,
            what_happened=lambda: self.help_on("what-happened"),
            keys=lambda: self.help_on("keys"),
            about=lambda: self.help_on("about"),
            next_pane=self.next_pane,
        )
