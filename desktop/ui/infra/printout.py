# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a page gives to be printed: drawn in a job, shown as pages, and then sent to a printer or a file."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.ui.infra.jobs import Step

Draw = Callable[[Step], bytes]


@dataclass(frozen=True, slots=True)
class Printout:
    """Something to print. ``title`` names it and its file; ``pdf`` draws it; ``sheet`` too, where it can be a sheet.

    Capture what is drawn before it is made: both draw in a thread, where no workbook can be read.
    """

    title: str
    pdf: Draw
    sheet: Draw | None = None
