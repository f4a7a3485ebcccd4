# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Setting up signing: what was begun is ended, whatever the window shows meanwhile."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.services.desk import Desk
from desktop.services.signing_desk import SigningKind
from desktop.ui.forms.signing_form import SigningForm
from desktop.ui.infra.jobs import Jobs
from desktop.ui.infra.page import Tools
from tests.storage.charities import small_charity
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK, OLD
from tests.ui.drivers.listener import Listener


def test_keys_made_while_the_form_went_with_the_old_look_are_recorded_and_told(qtbot: QtBot, tmp_path: Path) -> None:
    workbook = small_charity(tmp_path / "workbook")
    desk, person = Desk(workbook, CLOCK, FastFiles()), Listener()
    jobs, closed = Jobs(person.tell), list[str]()
    form = SigningForm(desk.signing, Tools(person, jobs, lambda _target: None, CLOCK.today), closed.append)
    form.begin(renew=False)
    person.path = tmp_path / "root.key"
    passphrase = form.findChild(QLineEdit, "signing-passphrase")
    assert passphrase is not None
    passphrase.setText(OLD)
    for name in ("root-place", "root-written", "signing-go"):
        control = form.findChild(QPushButton, name) or form.findChild(QCheckBox, name)
        assert control is not None
        control.click()
    assert jobs.busy
    delete(form)
    qtbot.waitUntil(lambda: not jobs.busy, timeout=60_000)
    assert desk.signing.state().kind is SigningKind.READY
    assert person.told[-1].startswith("Packs can be signed until ")
    assert closed == []
    jobs.finish()
    workbook.close(backup=False)
