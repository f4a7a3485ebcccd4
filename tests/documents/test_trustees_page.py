# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The trustees' page: one page whatever it says, with lines for a pen until it is signed off."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest

from desktop.models.changes import Op
from desktop.models.prints import TrusteesPrint
from desktop.models.records import Judgement
from desktop.services.desk import Desk
from desktop.services.rounds.signing_off import SigningOff
from desktop.services.rounds.trustees import draw_trustees_pdf
from tests.documents.reading import printed, tags
from tests.storage.desks import desk_of, practice_workbook
from tests.storage.workbooks import CLOCK


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_of(practice_workbook(tmp_path / "workbook")) as found:
        yield found


def captured(desk: Desk) -> TrusteesPrint:
    found = desk.rounds.trustees_page.capture()
    assert found is not None
    return found


def test_before_a_sign_off_it_says_what_is_not_met_and_leaves_lines_for_a_pen(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(draw_trustees_pdf(captured(desk)))
    said = printed(tmp_path / "page.pdf")
    for words in (
        "Self-assessment for the trustees",
        "Safety gap, because SA 2.3 is critical and stands at 1.",
        "would make Standard 2 Not yet met",
        "Signature",
        "We sign it off for the charity",
    ):
        assert words in said
    assert said.count("Not assessed") == 7
    with pikepdf.open(tmp_path / "page.pdf") as pdf:
        assert [len(tags(pdf, "H1")), len(tags(pdf, "Table"))] == [1, 1]


def test_after_a_sign_off_it_says_by_whom_and_what_changed_since_the_last(desk: Desk, tmp_path: Path) -> None:
    db = desk._workbook.db
    newest = db.assessments.list()[-1]
    with db.write(Op.IMPORT_RECORDS):
        db.assessments.save(replace(newest, id="last", dated=newest.dated - timedelta(days=365)))
        db.answers.save(
            replace(db.answers.list(indicator_id="1.1")[0], id="l", assessment_id="last", judgement=Judgement(0))
        )
    desk.rounds.sign_offs.sign_off(
        SigningOff("Invented Chair", "Chair of trustees", CLOCK.today(), "4.2", one_reader=True)
    )
    (tmp_path / "page.pdf").write_bytes(draw_trustees_pdf(captured(desk)))
    said = printed(tmp_path / "page.pdf")
    assert "Signed off on 22 November 2026 by Invented Chair, Chair of trustees. Minute 4.2." in said
    assert "Compared with 5 October 2025: 1 up" in said
    assert "Standard 1, Safety and freedom first: Met; it was Safety gap." in said
    assert "We sign it off" not in said


def test_the_longest_one_still_is_one_page(desk: Desk, tmp_path: Path) -> None:
    long = captured(desk)
    moved = tuple(f"Standard {n}, Safety and freedom first: Not yet met; it was Safety gap." for n in range(10))
    why = "Not yet met, because 4 of 10 stand at 2 or more, and 5 must. Closing 12 actions would make it Partly met"
    unmet = tuple(
        f"Standard {n}, Accountable, with respect: {why}, once what they put right is shown." for n in range(7)
    )
    crowded = replace(long, changed=moved, not_met=unmet, stands=long.stands * 2)
    (tmp_path / "page.pdf").write_bytes(draw_trustees_pdf(crowded))
    said = printed(tmp_path / "page.pdf")
    assert "Page 1 of 1" in said
    assert "and 5 more" in said
