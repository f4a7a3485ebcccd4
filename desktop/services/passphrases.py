# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Changing the passphrase, and printing a new recovery sheet, while the workbook is open.

``change`` and ``issue_code`` turn passphrases into keys: slow on purpose, without the database, for a thread.
``record_change`` and ``record_code`` write what was done into the history, on the workbook's thread.
"""

from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.services.set_up_steps import SetUpSteps
from desktop.storage.key_store import KeysHalfSavedError
from desktop.storage.keys import KdfParameters
from desktop.storage.workbook import DEFAULT_KDF, Workbook


class Passphrases:
    """The passphrase and the recovery sheet of one open workbook."""

    def __init__(self, workbook: Workbook, steps: SetUpSteps, kdf: KdfParameters = DEFAULT_KDF) -> None:
        self._workbook = workbook
        self._steps = steps
        self._kdf = kdf

    def change(self, old: str, new: str) -> AppError | None:
        """Change the passphrase; the signing certificate stays usable. Slow: for a thread. Then ``record_change``.

        Gives what to tell when the change holds but the second copy of the key file is behind. Backups made before
        still open with the old passphrase.
        """
        try:
            self._workbook.keys.change_passphrase(old, new, self._kdf)
        except KeysHalfSavedError as half:
            return half
        return None

    def record_change(self) -> None:
        """Record that the passphrase was changed."""
        with self._workbook.db.write(Op.CHANGE_KEYS, about=self._workbook.db.by):
            pass

    def issue_code(self, passphrase: str) -> str:
        """A new recovery code; the old sheet stops working. Slow: for a thread. Then ``record_code``.

        Also for a first run that ended before its code was typed back: the code itself was kept nowhere.
        """
        return self._workbook.keys.new_recovery_code(passphrase)

    def record_code(self) -> None:
        """Record that there is a new code: it has to be typed back from its sheet, as in the first run."""
        self._steps.sheet_replaced()

    def check(self, passphrase: str) -> None:
        """Ask for the passphrase again before something grave; raises ``WrongPassphraseError``. For a thread."""
        self._workbook.keys.unlock(passphrase)
