# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Whose names stand in the rounds of assessment: an erasure says so, and a person's own record does."""

from collections.abc import Iterator

from desktop.storage.database import Database


def names_in_answers(db: Database) -> Iterator[frozenset[str]]:
    """The names in each answer, in what differs for a service, and in each second reading."""
    for answer in db.answers.list():
        yield frozenset({answer.judged_by, answer.second_reader, answer.confirmed_by, answer.first.by})
    for one in db.service_answers.list():
        yield frozenset({one.judged_by})
    for reading in db.second_readings.list():
        yield frozenset({reading.reader, reading.settled_by})


def names_in_sign_offs(db: Database) -> Iterator[frozenset[str]]:
    """The names of who assessed, who signed off and who reopened."""
    for assessment in db.assessments.list():
        yield frozenset({assessment.assessor})
    for sign_off in db.sign_offs.list():
        yield frozenset({sign_off.name, sign_off.reopened_by})
