# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Opens a workbook that a kill or a power cut left behind, and compares it with what had been promised."""

import shutil
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing import get_context
from pathlib import Path

from desktop.models.errors import AppError
from tests.crash import subject
from tests.crash.replay import State


class Verdict(StrEnum):
    """How a workbook was found."""

    WHOLE = "whole"
    NOTHING_PROMISED = "nothing promised"
    UNOPENABLE = "unopenable"
    LOST = "lost"
    HALF_DONE = "half-done"
    EVIDENCE_MISSING = "evidence missing"
    EVIDENCE_DAMAGED = "evidence damaged"
    NEXT_WRITE_FAILED = "next write failed"


GOOD = frozenset({Verdict.WHOLE, Verdict.NOTHING_PROMISED})


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict, why, and how many actions the workbook holds now (one more than was found)."""

    verdict: Verdict
    detail: str = ""
    done: int = 0


def judge(folder: Path, expected: list[str], done: int) -> Judged:
    """The verdict on one folder. ``expected[n]`` is the content after n actions, ``done`` were acknowledged.

    ``done`` -1 means that not even the making of the workbook was acknowledged.
    """
    try:
        workbook = subject.open_(folder)
    except Exception as error:  # whatever keeps it from opening is a finding
        if done < 0 and isinstance(error, AppError):
            return _start_again(folder, error)
        return Judged(Verdict.UNOPENABLE, repr(error))
    try:
        return _judge_open(workbook, expected, done)
    finally:
        subject.close(workbook)


def _start_again(folder: Path, error: AppError) -> Judged:
    """A workbook whose making was cut short can be made again in the same place."""
    try:
        subject.close(subject.create(folder))
    except AppError as again:
        return Judged(Verdict.UNOPENABLE, f"{error!r}, and cannot be made again: {again!r}")
    return Judged(Verdict.NOTHING_PROMISED, "made again")


def _judge_open(workbook: subject.Handle, expected: list[str], done: int) -> Judged:
    if done < 0:
        return Judged(Verdict.NOTHING_PROMISED, "opened")
    found = subject.digest(workbook)
    if found not in expected[done : done + 2]:
        if found in expected[:done]:
            return Judged(Verdict.LOST, f"{done - expected.index(found)} actions")
        return Judged(Verdict.HALF_DONE, f"content that no finished action had: {found}")
    problems = subject.evidence_problems(workbook)
    if problems:
        missing = any("missing" in problem for problem in problems)
        return Judged(Verdict.EVIDENCE_MISSING if missing else Verdict.EVIDENCE_DAMAGED, "; ".join(problems))
    try:
        subject.act(workbook, subject.done(workbook))
    except AppError as error:
        return Judged(Verdict.NEXT_WRITE_FAILED, repr(error))
    return Judged(Verdict.WHOLE, done=subject.done(workbook))


def _judge_and_remove(state: State, expected: list[str]) -> tuple[Verdict, str]:
    judged = judge(state.folder, expected, len(state.marks) - 1)
    shutil.rmtree(state.folder, ignore_errors=True)
    return judged.verdict, f"{state.what}: {judged.detail}"


def judge_all(states: Iterable[State], expected: list[str]) -> tuple[Counter[Verdict], list[str]]:
    """How often each verdict was found, and what was wrong with the bad ones. Two worker processes judge."""
    counts: Counter[Verdict] = Counter()
    bad: list[str] = []
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        waiting = [pool.submit(_judge_and_remove, state, expected) for state in states]
        for future in waiting:
            verdict, detail = future.result()
            counts[verdict] += 1
            if verdict not in GOOD:
                bad.append(f"{verdict}: {detail}")
    return counts, bad
