# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the pages say, and what they never say."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.models.pack import CountOf, DrawnPack, PackSnapshot, WorkforcePart
from desktop.models.results import Result
from desktop.reports.evidence_pack import render
from tests.documents import snapshots
from tests.documents.reading import placed_words, printed, spoken

Say = Callable[[PackSnapshot], str]


@pytest.fixture
def say(tmp_path: Path) -> Say:
    """All words of a snapshot's pack by way of its tree."""

    def words(snapshot: PackSnapshot) -> str:
        path = tmp_path / "pack.pdf"
        path.write_bytes(render(snapshot, ()).pdf)
        return " ".join(spoken(path).split())

    return words


def small(**changes: object) -> PackSnapshot:
    """A short pack: one standard, with changes."""
    full = snapshots.rich()
    return replace(full, standards=full.standards[4:5], **changes)  # type: ignore[arg-type]  # any field


@pytest.mark.parametrize(
    "words",
    [
        "It has not been accredited, endorsed or verified by the Home Office or Respect.",
        "Two of the seven standards are met, and three are partly met.",
        "Two have a safety gap: Standard 5 (safe interpreting) and Standard 7 (learning from harm).",
        "58 of the 62 indicators that apply have been answered.",
        "6 to 7 of 9",
        "8 of 9 answered",
        "Title: wording as quoted in published sources",
        "Plan: Agree a policy on interpreters and brief every agency that we use.",
        "Service manager, due 18 December 2026.",
        "Scope: A behaviour change programme of 20 weeks is shorter than the 22 weeks of the standards.",
        "Ffynnon Support. A named worker for every partner and former partner. Funded: by the commissioner",
        "92 of 118 referred (78%)",
        "9 of 11 practitioners hold role-specific core training in date.",
        "Why it counts as it does: Its only document is past review, so it counts as 2 at most.",
        "Counts as 2, partly in place",
        "The charity states that two people judged this.",
        "9 of 11 hold role-specific core training",
        "Find the complaints procedure or write it anew. Practice lead 1 Oct 2026",
        "7.3 Could not be used The file is empty.",
        "7.4 Held, not supplied The file is locked with a password.",
        "6.5, 6.6 Held, not supplied Kept by the charity; ask for it. Nothing is missing or damaged.",
        "3.5 File missing No such file. 04 Safeguarding policy",
        "5.2, 7.1 File damaged Differs from its hash. 06 Supervision log",
        "A second reader, and whoever confirmed that an indicator does not apply, is stated by the charity",
        "This one lapses on 2 November 2027.",
        "Compare them with what the checker shows you, never with this page",
        "harbour, candle, otter, seven, willow, bridge, marble, quiet",
        "“Signature is Valid” and “Total document signed”",
        "What a signature cannot tell you",
        "evidence.zip",
        "3,021,456 bytes",
        "at entry 1044",
        "sevenfold check-pack pack.pdf --root root.pem --evidence evidence.zip",
        "It needs no workbook and sends nothing.",
        "it is only as good as the fingerprint heard by telephone",
        "The panel shows Practice: Gorwel Newydd Change Partnership, Authorised signatory 1",
        "Met, 1 critical not applicable",
        "tŷ cwrdd; mae'r ŵyl flynyddol",
    ],
)
def test_the_pack_says(rich_words: str, words: str) -> None:
    assert words in rich_words


def test_every_not_applicable_has_its_reason_and_confirmer(rich_words: str) -> None:
    left_out = [row for part in snapshots.rich().standards for row in part.indicators if row.confirmed_by]
    assert len(left_out) >= 3
    assert rich_words.count(f"Why it does not apply: {snapshots.REASON}") == len(left_out)
    assert rich_words.count("Confirmed by: Chair of trustees.") == len(left_out)


def test_hashes_stand_in_groups_of_four(rich_words: str) -> None:
    full = snapshots.rich()
    supplied = [file.sha256 for file in full.files if file.supplied_as]
    for digits in (*supplied, full.volumes[0].sha256, full.signer.root_fingerprint, full.history_head):
        assert " ".join(re.findall("....", digits.upper())) in rich_words


def test_numbers_in_the_words_are_the_pages_they_name(rich_pack: DrawnPack, rich_file: Path) -> None:
    words = placed_words(rich_file)

    def page_of(title: str) -> int:
        first, *rest = title.split()
        for at, word in enumerate(words):
            tall = word.bottom - word.top > 20
            if (
                tall
                and word.text == first
                and [w.text for w in words[at + 1 : at + 1 + len(rest)]] == rest
                and word.page > 1
            ):
                return word.page
        raise AssertionError(title)

    text = printed(rich_file)
    assert f"Page {page_of('How to check this pack')} shows how to check" in text
    assert f"What is planned, with owners and dates, is on page {page_of('Action plan')}." in text
    assert f"The sign-off is on page {page_of('Sign-off')}." in text
    assert f"Page {rich_pack.pages} of {rich_pack.pages}" in text


def test_practice_is_on_every_page_and_only_then(rich_pack: DrawnPack, rich_file: Path, tmp_path: Path) -> None:
    assert printed(rich_file).count("Practice charity. Nothing here is real.") == rich_pack.pages
    assert "Practice" not in printed_of(snapshots.empty(), tmp_path)


def printed_of(snapshot: PackSnapshot, folder: Path) -> str:
    path = folder / "other.pdf"
    path.write_bytes(render(snapshot, ()).pdf)
    return printed(path)


def test_a_lapsed_assessment_says_so_on_cover_and_sign_off(say: Say) -> None:
    words = say(small(lapsed=True, lapses=date(2026, 5, 4)))
    assert words.count("This assessment has lapsed") == 3
    assert "It ended on 4 May 2026, 12 months after it was made." in words


def test_the_panel_of_a_real_pack_shows_no_practice(say: Say) -> None:
    words = say(small(practice=False, volumes=()))
    assert "The panel shows Gorwel Newydd Change Partnership, Authorised signatory 1. The sign-off" in words
    assert "sevenfold check-pack pack.pdf --root root.pem It answers" in words
    assert "No ZIP of evidence came with this pack. The history of the workbook" in words


def test_judging_as_at_another_day_is_said_on_cover_and_sign_off(say: Say, rich_words: str) -> None:
    words = say(small(as_at=date(2026, 11, 12)))
    assert "Judged as at 12 November 2026 Signed by" in words
    assert "drawn from it on 20 November 2026, judged as at 12 November 2026." in words
    assert rich_words.count("Judged as at") == 1, "only in the table of the sign-off"


def test_without_workforce_records_the_page_says_it_plainly(say: Say) -> None:
    assert "No workforce records are in this workbook" in say(small(workforce=None))
    words = say(small(workforce=None, figures_left_out=True))
    assert "We chose to leave the figures about people out of this pack." in words
    assert "No workforce records" not in words


def test_small_groups_of_staff_are_hidden(say: Say) -> None:
    meetings = CountOf("meetings held", 17, 23, people=4)
    part = WorkforcePart((CountOf("hold all", 1, 3), meetings), (CountOf("First aid", 2, 4), CountOf("Risk", 5, 5)), 9)
    words = say(small(workforce=part))
    assert "1 of 3" not in words
    assert "2 of 4" not in words
    assert "17 of 23" not in words
    assert "5 of 5" in words
    assert words.count("hidden") >= 2
    assert "Fewer than 5 people work for the service" in say(small(workforce=replace(part, people=4)))


def test_late_actions_come_first_and_done_ones_last(rich_words: str) -> None:
    plan = rich_words[rich_words.rindex("What we are putting right") :]
    order = [
        plan.index(words)
        for words in ("Find the complaints", "Agree a policy", "Ask the university", "Book safeguarding")
    ]
    assert order == sorted(order)
    assert "3 open, 1 of them late. Cost: £1,650.50 for the 3 of 4 actions with a cost." in plan
    assert [plan.index(words) for words in ("Late, waiting", "Under way", "Done")] == sorted(
        plan.index(words) for words in ("Late, waiting", "Under way", "Done")
    )
    assert "£450.50" in plan


def test_a_plan_without_costs_has_no_column_for_them(say: Say) -> None:
    actions = tuple(replace(action, cost=None) for action in snapshots.ACTIONS)
    assert "Cost" not in say(small(actions=actions))


def test_critical_indicators_stand_worst_first(rich_words: str) -> None:
    table = rich_words[rich_words.index("The worst stand first.") :]
    rows = [row for part in snapshots.rich().standards for row in part.indicators if row.critical]
    places = {row.number: table.index(row.text) for row in rows}
    gaps = [places[row.number] for row in rows if row.supported == 1]
    others = [places[row.number] for row in rows if row.supported != 1]
    assert len(gaps) == 2
    assert max(gaps) < min(others)


def test_a_safety_gap_without_a_plan_says_so(say: Say) -> None:
    words = say(small(actions=()))
    assert "No plan yet." in words
    assert "No action is recorded in this assessment." in words


def test_an_open_critical_row_could_be_a_safety_gap(say: Say) -> None:
    part = snapshots.rich().standards[0]
    result = replace(
        part.result,
        result=Result.PARTLY_MET,
        could_be_safety_gap=True,
        result_range=(Result.SAFETY_GAP, Result.MET),
    )
    words = say(replace(small(), standards=(replace(part, result=result),)))
    assert "It could be a Safety gap, because a critical indicator is not answered." in words
    assert "Partly met now; could end between Safety gap and Met." in words
