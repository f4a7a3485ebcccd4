# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The practice charity: full, realistic, marked everywhere, made the same way as a real one."""

from pathlib import Path

from desktop.models.errors import AppError
from desktop.services.delivery import Delivery, pack_from_files
from desktop.services.packs import Step, no_step
from desktop.services.secrets_given import read_secret
from desktop.services.stocking import PASSPHRASES, WORKBOOK, PackRequest, practice_workbook_from_files
from desktop.storage.instance_lock import InstanceLock
from desktop.storage.layout import Layout
from desktop.support.clock import Clock
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files
from desktop.support.resources import resource

PRACTICE = "practice"
_MAKING = "practice.unfinished"


class NoPracticeCharityError(AppError):
    """The practice charity was not made, or it was removed."""

    code = "no_practice_charity"
    happened = "The practice charity is not on this computer."
    safe = "Nothing was changed. Your own records are kept apart from it."
    to_do = "Choose the practice charity again, and Sevenfold makes it anew."


def practice_request() -> PackRequest:
    """The practice charity's own files."""
    folder = resource("practice")
    return PackRequest(
        answers=folder / "answers.json",
        services=folder / "services.json",
        evidence=folder / "evidence",
        workforce=folder / "workforce.json",
        made_for="A practice commissioner",
        reference="PRACTICE 1",
    )


def make_practice(folder: Path, *, clock: Clock | None = None, step: Step = no_step) -> Delivery:
    """The practice workbook and its signed pack, all inside ``folder``, which must be new or empty."""
    return pack_from_files(practice_request(), folder, practice=True, clock=clock, step=step)


class PracticeCharity:
    """The practice charity of this device: its workbook, with the secrets beside it because nothing in it is real."""

    def __init__(self, home: Path, clock: Clock, files: Files) -> None:
        self._folder = home / PRACTICE
        self._making = home / _MAKING
        self._clock = clock
        self._files = files

    @property
    def folder(self) -> Path:
        """The folder of its workbook."""
        return self._folder / WORKBOOK

    def is_there(self) -> bool:
        """Whether it was made, whole, and can be opened."""
        return Layout(self.folder).is_workbook and (self._folder / PASSPHRASES).is_file()

    def make(self, step: Step = no_step) -> None:
        """Make it, when it is not there; about two seconds, for a thread. Killed half-way, it leaves nothing named."""
        if self.is_there():
            return
        with plain_disk_errors("The practice charity"):
            self._files.remove_tree(self._making)
            self._files.remove_tree(self._folder)
            try:
                practice_workbook_from_files(practice_request(), self._making, self._clock, self._files, step)
                self._files.replace(self._making, self._folder)
            except BaseException:
                self._files.discard_tree(self._making)
                raise

    def passphrase(self) -> str:
        """Its passphrase, from the file beside it: also what a person types to sign a practice pack."""
        if not self.is_there():
            raise NoPracticeCharityError
        return read_secret(self._folder / PASSPHRASES, "passphrase", "")

    def root_passphrase(self) -> str:
        """The passphrase of its root key, for trying out how a certificate is renewed."""
        if not self.is_there():
            raise NoPracticeCharityError
        return read_secret(self._folder / PASSPHRASES, "root key passphrase", "")

    def remove(self) -> None:
        """Take it off this device, with all that was tried in it. Refused while a window has it open."""
        if Layout(self.folder).is_workbook:
            InstanceLock.take(Layout(self.folder).lock, self._files, self._clock).release()
        with plain_disk_errors("The practice charity"):
            self._files.remove_tree(self._folder)
            self._files.remove_tree(self._making)
