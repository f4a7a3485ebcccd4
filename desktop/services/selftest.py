# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Proves an installed copy: bundled files, an encrypted workbook, undo, backup, a signed pack and the checker."""

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.models.verdict import Outcome
from desktop.services.checking import check
from desktop.services.delivery import Delivery
from desktop.services.practice import make_practice
from desktop.services.stocking import PASSPHRASES, WORKBOOK
from desktop.storage.workbook import Workbook
from desktop.support.catalogue_file import load_catalogue
from desktop.support.clock import SystemClock
from desktop.support.files import Files


@dataclass(frozen=True, slots=True)
class SelfTestStep:
    """One thing tried, whether it held, and what was found."""

    name: str
    passed: bool
    found: str


def run_selftest() -> tuple[SelfTestStep, ...]:
    """Try everything in a temporary folder, which is removed again. Later steps are left out when one fails."""
    steps: list[SelfTestStep] = []
    with tempfile.TemporaryDirectory(prefix="sevenfold-") as name:
        trial = _Trial(Path(name) / "practice")
        for title, act in trial.acts():
            begun = time.monotonic()
            try:
                found = act()
            except (AppError, SelfTestError, OSError) as error:
                steps.append(SelfTestStep(title, False, str(error) or type(error).__name__))
                break
            steps.append(SelfTestStep(title, True, f"{found} ({time.monotonic() - begun:.1f} s)"))
    return tuple(steps)


class SelfTestError(Exception):
    """Something does not hold."""


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise SelfTestError(otherwise)


class _Trial:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made: Delivery | None = None

    def acts(self) -> tuple[tuple[str, Callable[[], str]], ...]:
        """The steps in order."""
        return (
            ("bundled standards", self.standards),
            ("practice charity to signed pack", self.pack),
            ("checker on the pack", self.genuine),
            ("checker on an altered copy", self.altered),
            ("workbook, undo and history", self.workbook),
        )

    def standards(self) -> str:
        catalogue = load_catalogue()
        _require(len(catalogue.standards) == 7, "there are not seven standards")
        return f"version {catalogue.version}, {len(catalogue.indicators)} indicators"

    def pack(self) -> str:
        self.made = make_practice(self.folder)
        return f"{self.made.pages} pages"

    def genuine(self) -> str:
        verdict = check(self.folder / "pack.pdf", self.folder / "root.pem", [self.folder / "evidence.zip"])
        _require(verdict.outcome is Outcome.GENUINE, f"the checker says {verdict.outcome.value}")
        return "genuine"

    def altered(self) -> str:
        content = bytearray((self.folder / "pack.pdf").read_bytes())
        content[len(content) // 2] ^= 1
        copy = self.folder / "altered.pdf"
        Files().write(copy, bytes(content))
        verdict = check(copy, self.folder / "root.pem", None)
        _require(verdict.outcome in {Outcome.ALTERED, Outcome.UNREADABLE}, f"the checker says {verdict.outcome.value}")
        return verdict.outcome.value

    def workbook(self) -> str:
        passphrase = (self.folder / PASSPHRASES).read_text(encoding="utf-8").split("\n")[0].partition(": ")[2]
        with Workbook.open(self.folder / WORKBOOK, passphrase, clock=SystemClock(), files=Files()) as workbook:
            answer = next(entry for entry in workbook.db.answers.list() if entry.judgement is not None)
            with workbook.db.write(Op.JUDGE, f"SA {answer.indicator_id}"):
                workbook.db.answers.remove(answer.id)
            workbook.db.undo()
            _require(workbook.db.answers.find(answer.id) == answer, "undo did not bring the answer back")
            _require(workbook.db.verify_history().whole, "the history does not verify")
            return f"{len(workbook.db.answers.list())} answers, history of {workbook.db.history_head()[0]} operations"
