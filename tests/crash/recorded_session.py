# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The process that the shim listens to: makes or opens a workbook, works in it, marks each finished action.

python -m tests.crash.recorded_session FOLDER VARIANT ACTIONS MARK-DESCRIPTOR
"""

import os
import sys
from pathlib import Path

from tests.crash import subject


def main(folder: Path, variant: str, count: int, mark: int) -> None:
    """Do ``count`` actions; each mark is the digest of the content that is now promised."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), mark)  # so that marks go nowhere when no shim listens
    workbook = subject.open_(folder, variant) if folder.exists() else subject.create(folder, variant)
    os.write(mark, subject.digest(workbook).encode())
    for number in range(subject.done(workbook), subject.done(workbook) + count):
        subject.act(workbook, number)
        os.write(mark, subject.digest(workbook).encode())
    subject.close(workbook)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
