# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The practice charity: full, realistic, marked everywhere, made the same way as a real one."""

from pathlib import Path

from desktop.services.delivery import Delivery, PackRequest, pack_from_files
from desktop.services.packs import Step, no_step
from desktop.support.clock import Clock
from desktop.support.resources import resource


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
