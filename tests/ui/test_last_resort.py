# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The last resort: what nobody caught is told in the window's own thread and turn, wherever it came from."""

import logging
import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Signal, qInstallMessageHandler
from pytestqt.qtbot import QtBot

from desktop.models.errors import CancelledError, InputError
from desktop.ui.infra.crash import LastResort


class Heard:
    """What was told, and in which thread."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.crashed: list[str] = []
        self.threads: set[int] = set()

    def tell(self, error: Exception) -> None:
        self.told.append(str(error))
        self.threads.add(threading.get_ident())

    def crash(self, places: str) -> None:
        self.crashed.append(places)
        self.threads.add(threading.get_ident())


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[Heard]:
    for module, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    before = qInstallMessageHandler(None)
    found = Heard()
    resort = LastResort(found.tell, found.crash)
    resort.install()
    yield found
    qInstallMessageHandler(before)
    assert resort is not None


def raises(error: BaseException) -> Callable[[], None]:
    """A function that raises."""

    def act() -> None:
        raise error

    return act


def in_a_thread(error: BaseException) -> None:
    """Raise in a thread of its own, and wait until it has ended."""
    thread = threading.Thread(target=raises(error))
    thread.start()
    thread.join()


class Ending:
    """Raises when it is thrown away."""

    def __del__(self) -> None:
        raise OSError("private")


class Told(QObject):
    """Tells its slots something."""

    something = Signal()


def test_a_fault_in_a_thread_is_told_by_the_window_s_own(qtbot: QtBot, heard: Heard) -> None:
    in_a_thread(ValueError("private"))
    assert heard.crashed == []
    qtbot.waitUntil(lambda: bool(heard.crashed))
    assert heard.threads == {threading.get_ident()}
    assert heard.crashed[0].startswith("ValueError\n")
    assert "private" not in heard.crashed[0]


def test_a_fault_of_a_destructor_makes_no_widget_where_it_happens(qtbot: QtBot, heard: Heard) -> None:
    Ending()
    assert heard.crashed == []
    qtbot.waitUntil(lambda: bool(heard.crashed))
    assert heard.crashed[0].startswith("OSError\n")
    assert "private" not in heard.crashed[0]


def test_a_fault_of_a_slot_is_told_after_what_it_was_told_in(qtbot: QtBot, heard: Heard) -> None:
    told = Told()
    told.something.connect(raises(KeyError("private")))
    told.something.emit()
    assert heard.crashed == []
    qtbot.waitUntil(lambda: bool(heard.crashed))
    assert heard.crashed[0].startswith("KeyError\n")
    assert "private" not in heard.crashed[0]


def test_what_is_meant_for_people_is_told_in_its_own_words(qtbot: QtBot, heard: Heard) -> None:
    in_a_thread(InputError(what="The day is not right.", to_do="Type it as day.month.year."))
    qtbot.waitUntil(lambda: bool(heard.told))
    assert heard.told[0].startswith("The day is not right")
    assert heard.crashed == []
    assert heard.threads == {threading.get_ident()}


def test_what_was_cancelled_is_not_told(qtbot: QtBot, heard: Heard, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        in_a_thread(CancelledError())
        qtbot.wait(20)
    assert (heard.told, heard.crashed, caplog.records) == ([], [], [])
