# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What has to happen before the process ends, which is also how Sevenfold locks.

Text being typed is in the workbook already (``Desk.keep_draft``), so nothing here can lose it.

- Closing the window, or idle for too long: wait for a running job, then ``begin``; when it gives a backup to finish,
  ``Keeping.finish`` in a job, then ``end`` with what it gave. When it gives None, or fails, ``end`` alone.
- Hide now, and the computer going to sleep: cancel the running job and ``end`` at once. The backup that was owed is
  made after the next opening (``Keeping.begin_opening``).

Only the end of the process takes the keys out of memory: ``end`` closes the files and lets other windows in.
"""

from desktop.services.desk import Desk
from desktop.services.doorway import Doorway
from desktop.services.keeping import Finished, Started


class Leaving:
    """The way out of one desk."""

    def __init__(self, doorway: Doorway, desk: Desk) -> None:
        self._doorway = doorway
        self._desk = desk

    def begin(self) -> Started | None:
        """Begin the backup that closing owes, or None. Raises an ``AppError`` when it cannot: say so, then ``end``."""
        return self._desk.keeping.begin_closing()

    def end(self, finished: Finished | None = None) -> None:
        """Record the backup that was finished, if any, and close. Quick, and safe to call twice."""
        try:
            if finished is not None:
                self._desk.keeping.record(finished)
        finally:
            self._desk.close(backup=False)
            self._doorway.leave()
