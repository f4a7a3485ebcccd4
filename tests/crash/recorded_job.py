# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The process that the shim listens to while one big job runs; it marks when the job begins and when it is done.

python -m tests.crash.recorded_job PLACE JOB MARK-DESCRIPTOR
"""

import os
import sys
from pathlib import Path

from tests.crash import jobs


def main(place: Path, name: str, mark: int) -> None:
    """Do the job once."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), mark)
    steps = jobs.JOBS[name](place)
    next(steps)
    os.write(mark, b"begun")
    next(steps, None)
    os.write(mark, b"finished")
    os._exit(0)  # closing tidies up, which a power cut would not have done


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
