# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The judge of killed and cut-off workbooks sees each kind of harm, so that its 'whole' means something."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.models.changes import Op
from desktop.models.records import Action, FileState
from desktop.storage.layout import Layout
from tests.crash import subject
from tests.crash.judging import Verdict, judge

ACTIONS = 8


@pytest.fixture
def contents(swift: Path) -> list[str]:
    """A closed workbook in ``swift / 'workbook'`` after some actions; gives its content after each."""
    workbook = subject.create(swift / "workbook")
    found = [subject.digest(workbook)]
    for number in range(ACTIONS):
        subject.act(workbook, number)
        found.append(subject.digest(workbook))
    subject.close(workbook)
    return found


def nothing(_folder: Path) -> None:
    """Leave it as it is."""


def half_an_action(folder: Path) -> None:
    """Save something that is no whole action."""
    with subject.open_(folder) as workbook, workbook.db.write(Op.ADD_ACTION):
        workbook.db.actions.save(Action("half", subject.ASSESSMENT, "1.1", "half"))


def evidence_file(folder: Path) -> Path:
    """One stored evidence file."""
    with subject.open_(folder) as workbook:
        item = workbook.db.evidence.list(file_state=FileState.STORED.value)[0]
        return workbook.evidence.path_for(workbook.evidence.name_for(item.sha256))


def remove_evidence(folder: Path) -> None:
    """Remove a file that a record names."""
    evidence_file(folder).unlink()


def damage_evidence(folder: Path) -> None:
    """Cut a file that a record names."""
    path = evidence_file(folder)
    path.write_bytes(path.read_bytes()[:-1])


def empty_database(folder: Path) -> None:
    """Lose the database's content."""
    Layout(folder).database.write_bytes(b"")


@pytest.mark.parametrize(
    ("harm", "acknowledged", "verdict"),
    [
        (nothing, ACTIONS, Verdict.WHOLE),
        (nothing, ACTIONS - 1, Verdict.WHOLE),  # the action under way may be there
        (nothing, ACTIONS - 2, Verdict.HALF_DONE),  # two may not
        (nothing, ACTIONS + 1, Verdict.LOST),
        (half_an_action, ACTIONS, Verdict.HALF_DONE),
        (remove_evidence, ACTIONS, Verdict.EVIDENCE_MISSING),
        (damage_evidence, ACTIONS, Verdict.EVIDENCE_DAMAGED),
        (empty_database, ACTIONS, Verdict.UNOPENABLE),
    ],
)
def test_each_harm_is_seen(
    swift: Path, contents: list[str], harm: Callable[[Path], None], acknowledged: int, verdict: Verdict
) -> None:
    expected = [*contents, "what one more action would have given"]
    harm(swift / "workbook")
    assert judge(swift / "workbook", expected, acknowledged).verdict is verdict
