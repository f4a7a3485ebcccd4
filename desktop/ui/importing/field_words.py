# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a kind of sheet, a way round, a column and a row are called on the screen."""

from desktop.models.sheet import cell_name
from desktop.services.importing.layout import Field, Kind, Layout, Way

KINDS = {
    Kind.TRAINING: "Training: who did which course, and when",
    Kind.STAFF: "Staff list: who works here",
    Kind.SUPERVISION: "Supervision log",
    Kind.ATTENDANCE: "Attendance sheet of one training day",
}
WAYS = {
    Way.PEOPLE_DOWN: "People in rows, courses in columns",
    Way.PEOPLE_ACROSS: "Courses in rows, people in columns",
    Way.LONG: "One record in each row",
    Way.PERSON_A_ROW: "One person in each row",
}
_FIELDS = {
    Field.PERSON: "Name",
    Field.COURSE_CELLS: "One course: the days it was done",
    Field.COURSE_EXPIRES: "One course: the last days it counts",
    Field.COMPLETED: "Day it was done",
    Field.EXPIRES: "Last day it counts",
    Field.WITH_USERS: "Works with people on the programme",
    Field.WITH_SURVIVORS: "Works with survivors",
    Field.SUPERVISION_KIND: "Kind of supervision",
    Field.NEXT_DATE: "Moved to this day",
    Field.NUMBER: "A running number",
    Field.PRESENT: "Who was there",
    Field.LEFT_OUT: "Leave this column out",
}


def field_words(field: Field) -> str:
    """What a column holds, in words."""
    return _FIELDS.get(field) or field.value[0].upper() + field.value[1:]


def column_words(layout: Layout, at: int) -> str:
    """'Column E'; 'Row 5' when people stand across."""
    return f"Row {at + 1}" if layout.way is Way.PEOPLE_ACROSS else f"Column {cell_name(0, at)[:-1]}"


def row_words(layout: Layout, at: int) -> str:
    """'Row 5'; 'Column E' when people stand across."""
    return f"Column {cell_name(0, at)[:-1]}" if layout.way is Way.PEOPLE_ACROSS else f"Row {at + 1}"
