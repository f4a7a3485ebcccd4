# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The released steps of the database's shape. Plain SQL on tables; a released step is never edited."""

from desktop.storage.sqlcipher import Migrations, Tables

MIGRATIONS = Migrations("sevenfold")

_ID = "id TEXT PRIMARY KEY NOT NULL"
_TEXT = "TEXT NOT NULL DEFAULT ''"
_FLAG = "INTEGER NOT NULL DEFAULT 0"

_FIRST = (
    f"""CREATE TABLE organisation ({_ID} CHECK (id = 'organisation'), name TEXT NOT NULL, short_name {_TEXT},
    charity_number {_TEXT}, company_number {_TEXT}, address {_TEXT}, phone {_TEXT}, email {_TEXT},
    nation {_TEXT}) STRICT""",
    f"""CREATE TABLE service ({_ID}, name TEXT NOT NULL, type TEXT NOT NULL, format {_TEXT}, weeks INTEGER,
    sessions INTEGER, session_minutes INTEGER, elements {_TEXT}, cohort {_TEXT}, exclusions {_TEXT},
    support_provider {_TEXT}, support_model {_TEXT}, support_funded INTEGER, support_funding {_TEXT},
    commissioner {_TEXT}, figures_year {_TEXT}, figures_referred INTEGER, figures_assessed INTEGER,
    figures_started INTEGER, figures_completed INTEGER, removed {_FLAG}) STRICT""",
    f"""CREATE TABLE assessment ({_ID}, dated TEXT NOT NULL, assessor {_TEXT}, catalogue_version TEXT NOT NULL,
    removed {_FLAG}) STRICT""",
    f"""CREATE TABLE answer ({_ID}, assessment_id TEXT NOT NULL REFERENCES assessment (id), indicator_id TEXT NOT NULL,
    judgement INTEGER CHECK (judgement BETWEEN 0 AND 4), not_applicable {_FLAG}, narrative {_TEXT}, judged_by {_TEXT},
    judged_on TEXT, second_reader {_TEXT}, confirmed_by {_TEXT}, UNIQUE (assessment_id, indicator_id)) STRICT""",
    f"""CREATE TABLE evidence_item ({_ID}, title TEXT NOT NULL, file_name {_TEXT}, file_state TEXT NOT NULL,
    sha256 {_TEXT}, size {_FLAG}, dated TEXT, review_by TEXT, kept_back {_TEXT},
    kept_where {_TEXT}, removed {_FLAG}) STRICT""",
    f"""CREATE TABLE evidence_link ({_ID}, answer_id TEXT NOT NULL REFERENCES answer (id) ON DELETE CASCADE,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id), strength INTEGER NOT NULL CHECK (strength BETWEEN 0 AND 4),
    UNIQUE (answer_id, evidence_id)) STRICT""",
    "CREATE INDEX evidence_link_evidence ON evidence_link (evidence_id)",
    f"""CREATE TABLE action ({_ID}, assessment_id TEXT NOT NULL REFERENCES assessment (id), indicator_id TEXT NOT NULL,
    what TEXT NOT NULL, owner {_TEXT}, due TEXT, state TEXT NOT NULL) STRICT""",
    "CREATE INDEX action_assessment ON action (assessment_id)",
    f"CREATE TABLE person ({_ID}, code {_TEXT}, name {_TEXT}, started TEXT, left TEXT) STRICT",
    f"""CREATE TABLE person_role ({_ID}, person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    role TEXT NOT NULL, position INTEGER NOT NULL) STRICT""",
    "CREATE INDEX person_role_person ON person_role (person_id)",
    f"""CREATE TABLE training_record ({_ID}, person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    course_id TEXT NOT NULL, completed TEXT NOT NULL, expires TEXT) STRICT""",
    "CREATE INDEX training_record_person ON training_record (person_id)",
    f"""CREATE TABLE supervision_session ({_ID}, person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind_id TEXT NOT NULL, planned_for TEXT NOT NULL, held {_FLAG}, minutes {_FLAG}) STRICT""",
    "CREATE INDEX supervision_session_person ON supervision_session (person_id)",
    f"CREATE TABLE meta ({_ID}, value TEXT NOT NULL) STRICT",
    f"CREATE TABLE draft ({_ID}, text TEXT NOT NULL, at TEXT NOT NULL) STRICT",
    f"""CREATE TABLE history (number INTEGER PRIMARY KEY, at TEXT NOT NULL, by {_TEXT}, op TEXT NOT NULL,
    about {_TEXT}, undoes INTEGER REFERENCES history (number), changes {_TEXT}, mac {_TEXT}) STRICT""",
    f"""CREATE TABLE history_image (op_number INTEGER NOT NULL REFERENCES history (number), seq INTEGER NOT NULL,
    table_name TEXT NOT NULL, record_id TEXT NOT NULL, before TEXT, after TEXT, blanked {_FLAG},
    PRIMARY KEY (op_number, seq)) STRICT, WITHOUT ROWID""",
)


@MIGRATIONS(name="0001_first")
def first(tables: Tables) -> None:
    """The shape of the first release."""
    for sql in _FIRST:
        tables.execute(sql)
