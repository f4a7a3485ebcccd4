# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The words of logs: lengths of time, what became of a session, marks in boxes, and words about a case."""

import pytest

from desktop.services.importing.case_content import about_a_case, our_names
from desktop.services.importing.minutes import Length, Unit, checked, column_unit, minutes_of, read_minutes
from desktop.services.importing.statuses import Mark, Status, crosses_tick, read_mark, read_status
from tests.importing.sheets_made import cell


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("60", 60), ("60 ", 60), ("1hr 15", 75), ("1 hr 15 mins", 75), ("1h15", 75), ("90 mins", 90), ("1.5h", 90),
        ("1,5 h", 90), ("1½ hours", 90), ("45min", 45), (" 1 hour", 60), ("an hour", 60), ("half an hour", 30),
        ("hour and a half", 90), ("1:15", 75), ("01:00:00", 60), ("10:00-11:15", 75), ("9.30 - 11.00", 90), ("~60", 60),
        ("90 munud", 90), ("1 awr", 60), ("see diary", None), ("", None), ("11:00-10:30am", 690),
        ("9.30am to 4pm", 390), ("45-60", None),
    ],
)  # fmt: skip
def test_a_length_of_time_is_read_as_people_type_it(text: str, minutes: int | None) -> None:
    assert minutes_of(text) == minutes


def test_a_bare_number_is_hours_where_the_column_says_so_or_is_full_of_small_ones() -> None:
    assert column_unit("Length (hrs)", []) is Unit.HOURS
    assert column_unit("Duration (minutes)", [cell(1)]) is Unit.MINUTES
    assert column_unit("Duration", [cell(1), cell(1.5), cell(60)]) is Unit.HOURS
    assert read_minutes(cell(1.5), Unit.HOURS) == Length(90)
    assert read_minutes(cell(1 / 24)) == Length(60)  # a time of day
    assert read_minutes(cell(1.5)) == Length(90)
    assert read_minutes(cell(None)) == Length()


@pytest.mark.parametrize(("minutes", "likely"), [(600, 60), (1, 60), (7, 420), (9, None), (305, None)])
def test_a_length_that_is_hardly_a_session_is_doubted(minutes: int, likely: int | None) -> None:
    length = checked(Length(minutes))
    assert length.wrong
    assert length.likely == likely


@pytest.mark.parametrize(
    ("status", "texts"),
    [
        (Status.HELD, "Held|held |HELD|Y|yes|✓|Yes - on Teams|took place|completed|ie|Cynhaliwyd"),
        (Status.CANCELLED, "Cancelled |CANC|Cx - leave|not held|N|no|didn't happen|supervisor sick|A/L|✗|Canslwyd"),
        (Status.NOT_ATTENDED, "DNA|did not attend|didn’t attend|no-show|forgot"),
        (Status.MOVED, "Moved|re-arranged|rescheduled|postponed to 5/3|R/A|aildrefnwyd"),
        (Status.PLANNED, "booked|planned|due"),
        (Status.NONE, "| "),
        (Status.UNKNOWN, "x|?|in person"),
    ],
)
def test_what_became_of_a_session_is_read(status: Status, texts: str) -> None:
    assert {text: read_status(text) for text in texts.split("|")} == dict.fromkeys(texts.split("|"), status)


@pytest.mark.parametrize(
    ("mark", "texts"),
    [
        (Mark.YES, "✓|yes|P|present|1|in"),
        (Mark.NO, "no|A|apologies|didn't attend (court)|N/A|-|✗"),
        (Mark.PART, "no - left at lunch|✓ (left 2pm)|AM only|late"),
        (Mark.UNKNOWN, "x|K Bell|?"),
        (Mark.NONE, "| "),
    ],
)
def test_a_mark_in_a_box_is_read(mark: Mark, texts: str) -> None:
    assert {text: read_mark(text) for text in texts.split("|")} == dict.fromkeys(texts.split("|"), mark)


def test_a_cross_is_a_tick_only_where_nothing_else_is() -> None:
    assert crosses_tick(["x", "X", "", "absent"])
    assert not crosses_tick(["x", "✓", "x", "x"])
    assert not crosses_tick([])


@pytest.mark.parametrize(
    "text",
    [
        "discussed AB & CD, mum back with him", "ref XYZ/25/031", "case 2291 reviewed", "client B disclosed harm",
        "family H: police called", "upset about Darren and the baby", "J.S. bail conditions", "URN 4471902",
        "trafod achos AB, plant yn yr ysgol", "discussed client's drinking", "perp moved back in",
        "Mr P arrested on Saturday", "QRS-2025-0032", "talked through XY / ZQ, kids at home",
    ],
)  # fmt: skip
def test_words_about_a_case_are_recognised(text: str) -> None:
    assert about_a_case(text)


@pytest.mark.parametrize(
    "text",
    [
        "staff sick", "made up", "forgot", "how long?", "supervisor off", "on Teams", "by phone", "room not free",
        "clashed with training", "moved to Friday", "held at Cardiff office", "AL", "off - child ill",
        "kids off school, leave",
        "discussed annual leave", "client emergency", "covered by AL", "Supervisor in court", "2025/26 appraisal",
        "case discussion", "discussed safeguarding of records", "at St Non family centre", "held at Northgate school",
        "Discussed MARAC rota", "next one 12/03/2026", "on Zoom with Ann", "mileage 20 miles",
        "DBS renewal discussed", "30 mins on caseload",
        "30 week placement", "", "-",
    ],
)  # fmt: skip
def test_ordinary_remarks_are_not_taken_for_a_case(text: str) -> None:
    assert not about_a_case(text, our_names(["Ann Lowe"]))


def test_a_reason_for_a_missed_session_needs_more_to_be_taken_for_a_case() -> None:
    reason = "school closed, child at home"
    assert about_a_case(reason)
    assert not about_a_case(reason, missed=True)
    assert about_a_case("re XY, school closed, child at home", missed=True)
