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


_PERSON = "person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE"
_ANYONE = "TEXT REFERENCES person (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED"
_EVIDENCE = "TEXT REFERENCES evidence_item (id) ON DELETE SET NULL"
_SESSION = "TEXT REFERENCES training_session (id) ON DELETE SET NULL"

_WORKFORCE = (
    *(
        f"ALTER TABLE person ADD COLUMN {column}"
        for column in (
            "employed_as TEXT",
            "weekly_minutes INTEGER",
            f"line_manager_id {_ANYONE}",
            f"practice_supervisor_id {_ANYONE}",
            f"outside_supervisor {_TEXT}",
            "with_users INTEGER",
            "with_survivors INTEGER",
            "first_contact TEXT",
            "induction_on TEXT",
            f"induction_by {_TEXT}",
        )
    ),
    "ALTER TABLE person_role ADD COLUMN since TEXT",
    "ALTER TABLE person_role ADD COLUMN until TEXT",
    f"""CREATE TABLE training_session ({_ID}, course_id TEXT NOT NULL, held_on TEXT NOT NULL, minutes INTEGER,
    trainer {_TEXT}, outside {_FLAG}, evidence_id {_EVIDENCE}) STRICT""",
    *(
        f"ALTER TABLE training_record ADD COLUMN {column}"
        for column in (
            "result TEXT NOT NULL DEFAULT 'completed'",
            "minutes INTEGER",
            f"provider {_TEXT}",
            f"seen_by {_TEXT}",
            f"certificate_id {_EVIDENCE}",
            f"session_id {_SESSION}",
        )
    ),
    "CREATE INDEX training_record_session ON training_record (session_id)",
    f"""CREATE TABLE booking ({_ID}, {_PERSON}, course_id TEXT NOT NULL, booked_for TEXT,
    session_id {_SESSION}) STRICT""",
    "CREATE INDEX booking_person ON booking (person_id)",
    f"""CREATE TABLE course ({_ID}, name TEXT NOT NULL, kind TEXT NOT NULL, roles {_TEXT}, core_for {_TEXT},
    mandatory {_FLAG}, valid_months INTEGER, hours INTEGER, window_days INTEGER, grace_days {_FLAG}) STRICT""",
    f"""CREATE TABLE hours_entry ({_ID}, {_PERSON}, course_id TEXT NOT NULL, day TEXT NOT NULL,
    minutes INTEGER NOT NULL, supervised_by {_TEXT}) STRICT""",
    "CREATE INDEX hours_entry_person ON hours_entry (person_id)",
    "ALTER TABLE supervision_session ADD COLUMN state TEXT NOT NULL DEFAULT 'planned'",
    "UPDATE supervision_session SET state = CASE held WHEN 1 THEN 'held' ELSE 'cancelled' END",
    "ALTER TABLE supervision_session DROP COLUMN held",
    *(
        f"ALTER TABLE supervision_session ADD COLUMN {column}"
        for column in (
            "held_on TEXT",
            f"supervisor_id {_ANYONE}",
            f"outside_supervisor {_TEXT}",
            "makes_up TEXT REFERENCES supervision_session (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED",
            f"group_id {_TEXT}",
            f"themes {_TEXT}",
        )
    ),
    f"CREATE TABLE supervision_rule ({_ID}, every_days INTEGER NOT NULL, minutes {_FLAG}) STRICT",
    f"""CREATE TABLE competence_judgement ({_ID}, {_PERSON}, competency_id TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4), judged_on TEXT NOT NULL, judged_by {_TEXT},
    basis TEXT NOT NULL) STRICT""",
    "CREATE INDEX competence_judgement_person ON competence_judgement (person_id)",
    f"""CREATE TABLE recruitment_check ({_ID}, {_PERSON}, kind TEXT NOT NULL, seen_on TEXT, seen_by {_TEXT},
    level TEXT, issued TEXT, update_service INTEGER, decision TEXT, decided_on TEXT, decided_by {_TEXT},
    recheck_due TEXT) STRICT""",
    "CREATE INDEX recruitment_check_person ON recruitment_check (person_id)",
    f"""CREATE TABLE diversity_count ({_ID}, "group" TEXT NOT NULL, label TEXT NOT NULL, people INTEGER NOT NULL,
    counted_on TEXT NOT NULL) STRICT""",
    f"CREATE TABLE import_layout ({_ID}, kind TEXT NOT NULL, layout TEXT NOT NULL) STRICT",
    f"CREATE TABLE known_words ({_ID}, kind TEXT NOT NULL, means {_TEXT}) STRICT",
    f"CREATE TABLE other_name ({_ID}, {_PERSON}, name TEXT NOT NULL) STRICT",
    "CREATE INDEX other_name_person ON other_name (person_id)",
)


@MIGRATIONS(name="0002_workforce")
def workforce(tables: Tables) -> None:
    """What the workforce records need. A session that was not held counts as cancelled: it stays owed."""
    for sql in _WORKFORCE:
        tables.execute(sql)


_ANSWER = "answer_id TEXT NOT NULL REFERENCES answer (id) ON DELETE CASCADE"
_LEVEL = "judgement INTEGER CHECK (judgement BETWEEN 0 AND 4)"

_ROUNDS = (
    f"ALTER TABLE assessment ADD COLUMN started_from {_TEXT}",
    "ALTER TABLE assessment ADD COLUMN review_since TEXT",
    *(
        f"ALTER TABLE answer ADD COLUMN {column}"
        for column in (
            "first_judgement INTEGER CHECK (first_judgement BETWEEN 0 AND 4)",
            f"first_by {_TEXT}",
            "first_on TEXT",
            f"work {_TEXT}",
            f"kinds {_TEXT}",
            f"carried_as {_TEXT}",
            f"to_confirm {_FLAG}",
        )
    ),
    "UPDATE answer SET first_judgement = judgement, first_by = judged_by, first_on = judged_on",
    f"""CREATE TABLE service_answer ({_ID}, {_ANSWER}, service_id TEXT NOT NULL REFERENCES service (id), {_LEVEL},
    narrative {_TEXT}, judged_by {_TEXT}, judged_on TEXT, UNIQUE (answer_id, service_id)) STRICT""",
    f"""CREATE TABLE second_reading ({_ID}, {_ANSWER}, reader TEXT NOT NULL, {_LEVEL}, not_applicable {_FLAG},
    comment {_TEXT}, read_on TEXT, settled {_TEXT}, settled_by {_TEXT}, settled_on TEXT, UNIQUE (answer_id)) STRICT""",
    f"""CREATE TABLE sign_off ({_ID}, assessment_id TEXT NOT NULL REFERENCES assessment (id), name TEXT NOT NULL,
    role {_TEXT}, signed_on TEXT NOT NULL, minute {_TEXT}, frozen {_TEXT}, sha256 {_TEXT}, reopened_on TEXT,
    reopened_by {_TEXT}, reopened_why {_TEXT}) STRICT""",
    "CREATE UNIQUE INDEX sign_off_standing ON sign_off (assessment_id) WHERE reopened_on IS NULL",
    "CREATE INDEX history_image_record ON history_image (table_name, record_id)",
    f"""CREATE TABLE catalogue_version ({_ID}, family TEXT NOT NULL, added_on TEXT NOT NULL, text TEXT NOT NULL)
    STRICT""",
)

_ACTIONS = (
    "ALTER TABLE action ADD COLUMN cost INTEGER CHECK (cost >= 0)",
    f"ALTER TABLE action ADD COLUMN closing_by {_TEXT}",
    "ALTER TABLE action ADD COLUMN closing_on TEXT",
    f"ALTER TABLE action ADD COLUMN closing_shown_by {_TEXT}",
    f"ALTER TABLE action ADD COLUMN closing_evidence_id {_EVIDENCE}",
)


@MIGRATIONS(name="0003_rounds")
def rounds(tables: Tables) -> None:
    """Where a round came from, its review and its sign-off. The judgement that is there counts as the first."""
    for sql in (*_ROUNDS, *_ACTIONS):
        tables.execute(sql)
