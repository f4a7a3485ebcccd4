# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What stands together on one page."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.models.pack import ActionPart, PackSnapshot, ServicePart
from desktop.models.results import Result
from desktop.reports.evidence_pack import render
from tests.documents import snapshots
from tests.documents.reading import PlacedWord, placed_words

GLANCE = 3


@pytest.fixture
def draw(tmp_path: Path) -> "Draw":
    return Draw(tmp_path)


class Draw:
    """Draws snapshots and tells where their words are."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, snapshot: PackSnapshot) -> list[PlacedWord]:
        path = self.folder / "pack.pdf"
        path.write_bytes(render(snapshot, snapshots.ATTACHMENTS).pdf)
        return placed_words(path)


def text_of(words: list[PlacedWord], page: int) -> str:
    return " ".join(word.text for word in words if word.page == page)


def busy() -> PackSnapshot:
    """Two safety gaps, each with long words and more and longer plans than a box has room for."""
    full = snapshots.rich()
    plans = tuple(
        ActionPart(number, "Write " + "and agree " * times, "Designated safeguarding lead", None, late=False)
        for number in ("SA 5.5", "SA 7.5")
        for times in (13, 30, 30, 1)
    )
    standards = tuple(
        replace(part, indicators=tuple(replace(row, narrative=snapshots.NARRATIVES[3] * 3) for row in part.indicators))
        for part in full.standards[:5]
    )
    return replace(full, actions=plans, standards=standards + full.standards[5:])


def test_two_safety_gaps_are_on_the_page_of_the_standards(draw: Draw) -> None:
    words = draw(busy())
    page = text_of(words, GLANCE)
    assert "Safety gap: 5.5" in page
    assert "Safety gap: 7.5" in page
    assert page.count("And 2 more in the plan.") == 2
    assert "…" not in page
    assert page.count("and agree. Designated safeguarding lead, no date yet.") == 2
    assert page.count("Plan: Designated safeguarding lead, no date yet. What is planned is on page") == 2
    assert text_of(words, GLANCE + 1).find("How we judge") >= 0


def test_one_safety_gap_has_a_box_of_the_whole_width(draw: Draw) -> None:
    full = snapshots.rich()
    seventh = full.standards[6]
    rows = tuple(row for row in seventh.indicators if row.number != "SA 7.5")
    met = replace(seventh, indicators=rows, result=replace(seventh.result, result=Result.MET))
    words = draw(replace(full, standards=(*full.standards[:6], met)))
    lines = [word for word in words if word.page == GLANCE]
    first = next(at for at, word in enumerate(lines) if word.text == "Supported")
    assert text_of(words, GLANCE).count("Safety gap: ") == 1
    assert max(word.right for word in lines[first:] if word.bottom < 790) > 400


def test_a_service_stays_with_its_scope_and_a_table_with_its_heading(draw: Draw) -> None:
    flag = "A behaviour change programme of 20 weeks is shorter than the 22 weeks of the standards."
    services = tuple(
        ServicePart(replace(part.service, name=f"{part.service.name} {turn}"), (flag,) * (turn % 3 + 1))
        for turn in range(6)
        for part in snapshots.SERVICES
    )
    words = draw(replace(snapshots.rich(), services=services, standards=()))
    for head, follower in (("Scope:", "victim-survivors"), ("Step", "Completed"), ("Completed", "Counts")):
        places = [at for at, word in enumerate(words) if word.text == head]
        assert len(places) > 6
        for at in places:
            assert next(word for word in words[at:] if word.text == follower).page == words[at].page


def test_the_way_to_check_is_one_page(draw: Draw) -> None:
    words = draw(snapshots.rich())
    last = text_of(words, words[-1].page)
    assert "How to check this pack" in last
    assert "3,021,456 bytes" in last


def test_words_that_fit_a_box_are_whole_and_others_name_their_page(draw: Draw) -> None:
    full = snapshots.rich()
    first, rest = "We know this is thin, e.g. in the old forms.", "A second sentence " + "that goes on " * 20
    standards = tuple(
        replace(part, indicators=tuple(replace(row, narrative=f"{first} {rest}") for row in part.indicators))
        for part in full.standards
    )
    words = draw(replace(full, standards=standards))
    glance = text_of(words, GLANCE)
    named = [int(page) for page in re.findall(re.escape(first) + r" More is on page (\d+)\.", glance)]
    assert len(named) == 2
    for page, number in zip(named, snapshots.GAPS, strict=True):
        assert number in [word.text for word in words if word.page == page]


def test_a_sentence_about_no_figures_takes_no_page_of_its_own(draw: Draw) -> None:
    sentence = "No workforce records are in this workbook"
    words = draw(replace(snapshots.rich(), workforce=None))
    pages = {word.page for word in words}
    page = next(page for page in pages if sentence in text_of(words, page) and page > GLANCE)
    assert "Indicator and what we say" in text_of(words, page), "it stands under the last standard"
    assert text_of(words, page + 1).count("Action plan")
