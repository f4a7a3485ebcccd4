# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Supervision logs: the practice one cell by cell, and made ones under other headings."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.sheet import SheetFile
from desktop.services.importing.as_data import preview_as_data
from desktop.services.importing.layout import Kind
from desktop.services.importing.previewing import guess_layout, preview
from desktop.services.importing.sessions import SessionKind, SupervisionPreview
from desktop.services.importing.statuses import Status
from desktop.services.importing.supervision import guess_supervision, preview_supervision
from tests.importing.given_sheets import AS_AT, expected, needs_inputs
from tests.importing.given_sheets import given as given_file
from tests.importing.sheets_made import Value, cell, file, sheet, typed


def read(one: SheetFile) -> SupervisionPreview:
    found = preview(one, guess_layout(one), AS_AT)
    assert isinstance(found, SupervisionPreview), found.layout.kind
    return found


def problems(found: SupervisionPreview) -> list[str]:
    return sorted(each.cell for each in found.problems)


@needs_inputs
def test_the_practice_log_gives_every_count_and_problem_that_is_expected() -> None:
    wanted = expected("supervision_log")
    found = read(given_file("supervision-log.xlsx"))

    figures = dict(found.figures)
    assert found.layout.sheet == wanted["sheet"]
    assert [row + 1 for row in found.layout.header_rows] == [wanted["header_row"]]
    assert figures["minutes_held"] == wanted["minutes_held_readable"]
    same = "rows held cancelled did_not_attend moved no_status owed group_rows person_sessions text_dates".split()
    assert {name: figures[name] for name in same} == {name: wanted[name] for name in same}
    assert problems(found) == sorted(each["cell"] for each in wanted["problems"])
    assert wanted["total_row"] - 1 not in found.layout.rows
    # Of 133 held, one stands there twice, one has no day that there is, two have no minutes to be believed.
    assert len(found.records) == 129
    assert len(found.people) == 10


@needs_inputs
def test_no_word_of_a_note_comes_out_of_the_practice_log() -> None:
    found = read(given_file("supervision-log.xlsx"))
    said = json.dumps(preview_as_data(found), ensure_ascii=False) + repr(found)
    for words in ("talked through", "0147", "kids", "staff sick", "made up", "how long"):
        assert words not in said


def test_a_log_in_welsh_with_semicolons_and_other_columns_is_read() -> None:
    found = read(
        typed(
            "Cofnod goruchwyliaeth;;;;;;;\n"
            "Aelod o staff;Goruchwyliwr;Dyddiad;Math;Hyd;Cynhaliwyd?;Aildrefnwyd i;Sylwadau\n"
            "Siân Prys;Owain Haf;3 Mawrth 2025;rheoli llinell;1 awr;ie;;\n"
            "Siân Prys;Owain Haf;14/04/2025;ymarfer;90 munud;✓;;\n"
            "Ifan Rees;Owain Haf;21 Ebrill 2025;rheoli llinell;60;Canslwyd;28/04/2025;\n"
            "Ifan Rees;Owain Haf;22/05/2025;grŵp;1.5 awr;✓;;trafod achos AB, plant yn yr ysgol\n"
            "Cyfanswm;;;;4;;;\n",
            ";",
        )
    )
    assert [session.day for session in found.sessions] == [
        date(2025, 3, 3), date(2025, 4, 14), date(2025, 4, 21), date(2025, 5, 22),
    ]  # fmt: skip
    assert [session.minutes for session in found.sessions] == [60, 90, None, 90]
    assert [session.kind for session in found.sessions] == [
        SessionKind.LINE, SessionKind.PRACTICE, SessionKind.LINE, SessionKind.GROUP,
    ]  # fmt: skip
    assert found.sessions[2].next_day == date(2025, 4, 28)
    assert not found.sessions[2].owed
    assert problems(found) == ["H6"]
    assert [each.name for each in found.people] == ["Siân Prys", "Ifan Rees"]


def test_hours_surnames_first_and_columns_in_another_order() -> None:
    found = read(
        file(
            sheet(
                [
                    ["Clinical supervision record"],
                    [
                        "Supervisee",
                        "Date of session",
                        "Length (hrs)",
                        "Did it take place?",
                        "With",
                        "New date",
                        "Comments",
                    ],
                    ["Nye, Tessa", date(2026, 1, 5), 1, "Y", "Dr Okafor", None, None],
                    ["Nye, Tessa", date(2026, 2, 5), 1.5, "N", "Dr Okafor", date(2026, 2, 12), "A/L"],
                    ["Marsh, Idris", "16/02/2026", 1, "x", "Dr Okafor", None, "client B disclosed an assault"],
                    ["Marsh, Idris", "23/02/2026", "1:30", "no show", "Dr Okafor", None, None],
                    ["Marsh, Idris", date(2026, 12, 13), None, None, "Dr Okafor", None, None],
                    ["Marsh, Idris", "30/02/2026", 1, "Y", "Dr Okafor", None, None],
                    ["Average", None, 1.1, None, None, None, None],
                ]
            )
        )
    )
    assert [each.name for each in found.people] == ["Tessa Nye", "Idris Marsh"]
    assert [session.status for session in found.sessions] == [
        Status.HELD, Status.CANCELLED, Status.UNKNOWN, Status.NOT_ATTENDED, Status.PLANNED, Status.HELD,
    ]  # fmt: skip
    assert {session.kind for session in found.sessions} == {SessionKind.PRACTICE}
    assert problems(found) == ["B8", "D5", "G5"]
    assert len(found.records) == 1


def test_a_short_name_is_asked_about_once_and_never_stands_for_two() -> None:
    found = read(
        typed(
            "Date,Staff,Supervisor,Type,Mins,Held\n"
            "13/01/2026,Ann Lowe,Cleo Fry,LM,60,Y\n"
            "14/01/2026,Bob Tarn,Cleo Fry,LM,60,Y\n"
            "15/01/2026,Bob Wray,Cleo Fry,LM,60,Y\n"
            "16/01/2026,Ann L; Bob,Cleo Fry,GS,90,Y\n"
            "17/01/2026,Ann; Bob,Cleo Fry,GS,90,Y\n"
            "18/01/2026,Whole team,Cleo Fry,GS,90,Y\n"
        )
    )
    asked = {each.text: each for each in found.questions}
    assert asked["Ann"].choices == ("Ann Lowe",)
    assert asked["Ann L"].choices == ("Ann Lowe",)
    assert asked["Bob"].choices == ("Bob Tarn", "Bob Wray")
    assert asked["Bob"].likely == ""
    assert asked["Whole team"].cell == "B7"
    assert len(found.questions) == 4
    assert [session.good for session in found.sessions] == [True, True, True, False, False, False]


def test_many_dates_that_could_be_read_two_ways_are_one_question_and_few_are_asked_each() -> None:
    head = "Name,Date,Mins,Held\n"
    clear = "Ann Lowe,13/06/2026,60,Y\n"
    two_ways = [f"Ann Lowe,0{number}/07/2026,60,Y\n" for number in range(1, 5)]

    many = read(typed(f"Supervision,,,\n{head}{clear}{''.join(two_ways)}"))
    few = read(typed(f"Supervision,,,\n{head}{clear}{two_ways[0]}"))

    assert [(each.cell, each.likely) for each in many.questions] == [("B4", "day first")]
    assert [session.day for session in many.sessions][1] == date(2026, 7, 1)
    assert [each.choices for each in few.questions] == [("2026-07-01", "2026-01-07")]
    assert few.sessions[1].day is None

    settled = replace(few.layout, day_first=True)
    again = preview(typed(f"Supervision,,,\n{head}{clear}{two_ways[0]}"), settled, AS_AT)
    assert (len(again.records), again.questions) == (2, ())


def test_a_comment_on_a_cell_is_looked_at_and_hidden_rows_are_left_alone() -> None:
    rows = [
        [cell("Date"), cell("Staff"), cell("Supervisor"), cell("Mins"), cell("Held?")],
        [
            cell(date(2026, 1, 5)),
            cell("Ann Lowe"),
            cell("Cleo Fry", note="re client, ref AB/25/031"),
            cell(60),
            cell("Y"),
        ],
        [cell(date(2026, 1, 6)), cell("Bob Tarn"), cell("Cleo Fry"), cell(60), cell("Y")],
    ]
    empty = sheet([], "Log", hidden_rows=[2])
    found = read(file(replace(empty, rows=tuple(tuple(row) for row in rows))))
    assert problems(found) == ["C2"]
    assert [each.name for each in found.people] == ["Ann Lowe"]
    assert any("row 3" in note for note in found.notes)


@pytest.mark.parametrize(
    "heading",
    ["Name,Date,Course,Hours,Status\nAnn Lowe,13/06/2026,Fire safety,3,done\nAnn Lowe,14/06/2026,Law,3,done\n"],
)
def test_a_list_of_training_is_not_taken_for_a_log(heading: str) -> None:
    assert guess_layout(typed(heading)).kind is Kind.TRAINING


def test_a_day_planned_and_a_day_held_say_what_became_of_a_session() -> None:
    found = read(
        typed(
            "Supervision tracker\n"
            "Supervisee,Supervisor,Planned date,Date held,Mins\n"
            "Ann Lowe,Cleo Fry,13/01/2026,15/01/2026,60\n"
            "Ann Lowe,Cleo Fry,13/02/2026,,\n"
            "Ann Lowe,Cleo Fry,13/12/2026,,\n"
        )
    )
    assert [session.status for session in found.sessions] == [Status.HELD, Status.NONE, Status.PLANNED]
    assert problems(found) == ["D4"]


def test_the_number_of_a_case_in_any_column_is_told_and_not_kept() -> None:
    found = read(
        typed(
            "Date,Staff,Supervisor,Type,Mins,Held\n"
            "13/01/2026,Ann Lowe,Cleo Fry,Case discussion,60,Y\n"
            "14/01/2026,Ann Lowe re AB/25/031,Cleo Fry,LM,60,Y\n"
            "15/01/2026,Ann Lowe,Cleo Fry,re AB/25/032,60,Y\n"
            "16/01/2026,Ann Lowe,Cleo Fry,LM,60,cancelled: client AB in A&E\n"
        )
    )
    assert problems(found) == ["B3", "D4", "F5"]
    assert [each.name for each in found.people] == ["Ann Lowe"]
    said = json.dumps(preview_as_data(found), ensure_ascii=False) + repr(found)
    assert not any(words in said for words in ("25/03", "A&E"))


def test_a_heading_over_two_rows_is_read_whole() -> None:
    merged = [(1, 1, 1, 2), *((1, column, 2, column) for column in (0, 3, 4, 5))]
    found = read(
        file(
            sheet(
                [
                    ["Record of supervision"],
                    ["Who", "Session", None, "Supervised by", "Length", "Outcome"],
                    [None, "Date", "Type"],
                    ["Ann Lowe", date(2026, 4, 3), "Line", "Cleo Fry", "1 hr", "Completed"],
                    ["Ann Lowe", date(2026, 5, 1), "Clinical", "Cleo Fry", 90, "Postponed", None],
                ],
                merged=merged,
            )
        )
    )
    assert found.layout.header_rows == (1, 2)
    assert [(session.kind, session.status) for session in found.sessions] == [
        (SessionKind.LINE, Status.HELD),
        (SessionKind.PRACTICE, Status.MOVED),
    ]
    assert problems(found) == ["F5"]


_WORDS = (
    "Held|x|Ann Lowe|Bob|Ann; Bob|all|LM|16/01/2026|03/04/2026|31/06/2026|next month|Moved|Cancelled|Total|\u202e|,|"
)
_CELLS = st.sampled_from([*_WORDS.split("|"), "re client AB", 60, 0.5, 1e9, -3, date(2026, 1, 5), date(2027, 1, 5)])


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(_CELLS, max_size=8), max_size=12))
def test_whatever_stands_in_a_log_each_row_has_one_status_and_only_good_ones_are_records(
    rows: list[list[Value]],
) -> None:
    one = file(sheet([["Date", "Staff", "Supervisor", "Type", "Mins", "Held?", "Moved to", "Notes"], *rows]))
    guess = guess_supervision(one.sheets[0])
    if guess is None:
        return
    found = preview_supervision(one, guess.layout, AS_AT)
    figures = dict(found.figures)
    known = sum(figures[name] for name in "held cancelled did_not_attend moved planned no_status".split())
    unknown = sum(session.status is Status.UNKNOWN for session in found.sessions)
    assert known + unknown == figures["rows"] == len(found.layout.rows)
    assert len(found.records) <= figures["held"]
    assert all(record.day is not None and record.day <= AS_AT for record in found.records)
    assert "client AB" not in repr(found)


def test_a_row_struck_through_is_asked_about() -> None:
    rows: list[list[Value]] = [
        ["Date", "Staff", "Supervisor", "Mins", "Held"],
        [date(2026, 1, 5), "Ann Lowe", "Cleo Fry", 60, "Y"],
    ]
    found = read(file(sheet(rows, struck=[1])))
    assert [each.cell for each in found.questions] == ["B2"]
    assert found.records == ()
