# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Printed lists, forms and the recovery sheet: what they say, that nothing is lost, and what outside judges say."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import page
import pikepdf
import pytest

from desktop.models.pack import ActionPart
from desktop.models.prints import FormIndicator, FormKind, FormPrint, FormStandard, ListPrint, PrintHead
from desktop.reports.assessment_form import draw_form
from desktop.reports.listing import draw_list
from desktop.reports.recovery_sheet import draw_recovery_sheet
from desktop.reports.text import drawable
from desktop.storage.recovery import check_code, new_code, sheet_text
from desktop.support.catalogue_file import load_catalogue
from tests.documents import snapshots, verapdf
from tests.documents.reading import placed_words, printed, spoken, tags

NAME = "Gorwel Newydd Change Partnership"
HEAD = PrintHead(NAME, True, date(2026, 11, 22), datetime(2026, 11, 22, 10, tzinfo=UTC), "0.1.0")
CODE = new_code()
SHEET = sheet_text(CODE, made=HEAD.printed, workbook_id="b30d91734c", version="0.1.0")
NARROW = ListPrint(
    "Actions",
    "What we are putting right.",
    (("SA", 14), ("What", 82), ("Owner", 32), ("Due", 24), ("State", 18)),
    tuple(
        (f"SA {n // 9 + 1}.{n % 9 + 1}", f"Agree policy number {n}", "Lead", "18 Dec 2026", "Late") for n in range(60)
    ),
    date(2026, 11, 22),
)
WIDE = ListPrint("Evidence", "", tuple((f"Head {n}", 10 * n) for n in range(8)), (("only", "three", "cells"),))
NOTHING = ListPrint("Actions", "", (("What", 1),), ())
ODD = ListPrint(snapshots.ODD, snapshots.ODD, ((snapshots.ODD, 3), ("B", 1)), ((snapshots.ODD, "\ud800\u202e"),))


def form(kind: FormKind) -> FormPrint:
    """Two standards of the rich snapshot, with every state there is."""
    known = load_catalogue()
    late = ActionPart("SA 5.5", "Brief every agency", "Amina Rees", date(2026, 10, 1), late=True)
    standards = tuple(
        FormStandard(
            part.number,
            part.title,
            part.short_name,
            None if kind is FormKind.BLANK else part.result,
            tuple(
                FormIndicator(row, known.indicator(row.id).why, known.indicator(row.id).evidence, (late,))
                for row in part.indicators
            ),
        )
        for part in snapshots.rich().standards[4:6]
    )
    return FormPrint(HEAD, kind, date(2026, 10, 5), known.titles_note, standards)


CASES: dict[str, Callable[[], bytes]] = {
    "narrow": lambda: draw_list(HEAD, NARROW),
    "wide": lambda: draw_list(HEAD, WIDE),
    "nothing": lambda: draw_list(replace(HEAD, charity="", practice=False), NOTHING),
    "odd": lambda: draw_list(replace(HEAD, charity=snapshots.ODD), ODD),
    "blank": lambda: draw_form(form(FormKind.BLANK)),
    "filled": lambda: draw_form(form(FormKind.FILLED)),
    "recovery": lambda: draw_recovery_sheet(HEAD, SHEET),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("prints")
    found = {name: folder / f"{name}.pdf" for name in CASES}
    for name, path in found.items():
        path.write_bytes(CASES[name]())
    return found


def words_of(path: Path) -> str:
    return " ".join(spoken(path).split())


def test_outside_judges_find_nothing_amiss(files: dict[str, Path]) -> None:
    for profile in ("ua1", "3a"):
        for path in files.values():
            report = page.validate_pdf(path, profile=profile)
            assert report.is_compliant, (path.name, [failure.message for failure in report.failures])
    for path in files.values():
        done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_verapdf_passes_all(files: dict[str, Path], profile: str) -> None:
    reports = verapdf.check(profile, *files.values())
    assert [(path.name, reports[path].failures) for path in files.values() if not reports[path].passes] == []


def test_a_list_says_on_every_page_whose_it_is_and_that_it_is_practice(files: dict[str, Path]) -> None:
    text = printed(files["narrow"])
    assert text.count("Page 1 of 2") == text.count("Page 2 of 2") == 1
    for words in (NAME, "Practice charity. Nothing here is real.", "Printed 22 November 2026", "What Owner Due State"):
        assert text.count(words) == 2, words
    assert "What we are putting right. 60 lines. As at 22 November 2026." in text
    assert "Practice" not in printed(files["nothing"])
    assert "Nothing is in this list." in printed(files["nothing"])


def test_every_row_is_there_once_and_its_first_cell_names_it(files: dict[str, Path]) -> None:
    words = words_of(files["narrow"])
    for number in range(60):
        assert words.count(f"Agree policy number {number} Lead") == 1
    with pikepdf.open(files["narrow"]) as pdf:
        assert len(tags(pdf, "TR")) == 61
        assert [str(cell.A.Scope) for cell in tags(pdf, "TH")] == ["/Column"] * 5 + ["/Row"] * 60


def test_many_columns_turn_the_paper_and_a_short_row_is_filled_up(files: dict[str, Path]) -> None:
    with pikepdf.open(files["wide"]) as pdf:
        box = [float(value) for value in pdf.pages[0].MediaBox]
        assert box[2] > box[3]
        assert len(tags(pdf, "TD")) == 7
    for word in placed_words(files["wide"]):
        assert 40 < word.left < word.right < box[2] - 40


def test_days_and_amounts_are_printed_as_words(tmp_path: Path) -> None:
    plan = ListPrint("Actions", "", (("What", 3), ("Due", 1), ("Cost", 1)), (("Do", HEAD.printed, Decimal("1200.50")),))
    path = tmp_path / "plan.pdf"
    path.write_bytes(draw_list(HEAD, plan))
    words = printed(path)
    assert "Do 22 Nov 2026" in words
    assert "£1,200.50" in words


def test_odd_words_are_printed_as_written_within_the_paper(files: dict[str, Path]) -> None:
    expected = "".join(drawable(snapshots.ODD).split())
    assert "".join(printed(files["odd"]).split()).count(expected) >= 2
    for word in placed_words(files["odd"]):
        assert 50 < word.left < word.right < 595.3 - 48, word


def test_a_blank_form_asks_everything_and_tells_no_answer(files: dict[str, Path]) -> None:
    words = words_of(files["blank"])
    rows = [one for part in form(FormKind.BLANK).standards for one in part.indicators]
    for one in rows:
        assert one.part.text in words
        assert one.why_it_matters.rstrip(".") in words
    assert words.count("4 In place and shown to work") == words.count("N Does not apply") == len(rows)
    assert "None of your services needs this one." in words
    for answer in ("We know this is thin", "Safeguarding policy", "Amina Rees", "Safety gap", "Counts as"):
        assert answer not in words


def test_a_question_is_never_parted_from_its_boxes(files: dict[str, Path]) -> None:
    text = subprocess.run(["pdftotext", files["blank"], "-"], capture_output=True, text=True, check=True).stdout
    for one in text.split("\f"):
        assert one.count("Usual evidence:") == one.count("What we do, and what shows it")


def test_a_filled_form_shows_what_stands(files: dict[str, Path]) -> None:
    words = words_of(files["filled"])
    for shown in (
        "Standard 5: Interventions should be delivered equitably",
        "Counts as 2, partly in place",
        "We know this is thin",
        "Safeguarding policy Past review",
        "Brief every agency. Amina Rees, 1 Oct 2026 Late",
        "Agreed in the meeting",
        "Assessment dated 5 October 2026.",
    ):
        assert shown in words
    with pikepdf.open(files["filled"]) as pdf:
        titles = [str(item.title) for item in pdf.open_outline().root]
        assert titles[1:] == ["Standard 5: Fair and equal", "Standard 6: Skilled, supported staff"]


def test_the_recovery_sheet_is_one_page_with_the_code_and_every_word_but_no_name(files: dict[str, Path]) -> None:
    text = " ".join(printed(files["recovery"]).split())
    copied = text[text.index(CODE[:4]) : text.index("This code opens")]
    assert check_code(copied) == check_code(CODE), "it may be typed or copied as it is printed"
    for part in SHEET.split("\n\n")[2:]:
        assert " ".join(part.split()) in text
    assert "Where this sheet is kept Kept by Sealed on Where" in words_of(files["recovery"])
    assert "Page 1 of 1" in text
    content = files["recovery"].read_bytes()
    assert NAME not in text
    assert NAME.encode() not in content
    big = [word for word in placed_words(files["recovery"]) if word.text in CODE.split("-")]
    assert min(word.bottom - word.top for word in big) > 25


def test_drawing_may_be_stopped_between_its_parts() -> None:
    told: list[tuple[int, int, str]] = []
    first = draw_form(form(FormKind.BLANK), lambda *step: told.append(step))
    assert {label for _, _, label in told} >= {"Standard 5", "Standard 6", "Drawn"}
    assert all(done <= total for done, total, _ in told)
    assert first == draw_form(form(FormKind.BLANK)), "the same form, the same bytes"
