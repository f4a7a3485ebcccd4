# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Where things are done, by the name on the screen and by other words that people use for it."""

from collections.abc import Sequence

from desktop.services.targets import Place, Target

BRING_IN = "bring-in"  # under People: the screen that brings in a sheet
ALL_PEOPLE = "people"  # under People, too, as are these
TRAINING_DAYS = "training-days"
NEW_DAY = "record-training-day"
MATRIX = "matrix"
STANDARD_SIX = "standard-6"
NEEDS = "training-needs"
COURSES = "courses"
SAME_PERSON = "same-person"
INDICATORS = "indicators"  # under Standards, as are these
SECOND_READER = "second-reader"
ROUNDS = "rounds"
COMPARE = "compare"
PLACES = {
    Place.HOME: "start overview result next step",
    Place.STANDARDS: "self-assessment indicators questions judge answers",
    Place.EVIDENCE: "files documents policy policies procedures proof upload",
    Place.PEOPLE: "staff volunteers team workers courses",
    Place.DUE: "late to do tasks deadlines reminders plan",
    Place.PACKS: "share send export report bids tender funder",
    Place.CHARITY: "settings organisation",
}
PARTS = (
    ("Record training", Target(Place.PEOPLE), "courses done learning refresher"),
    (
        "Record a training day",
        Target(Place.PEOPLE, NEW_DAY),
        "attendance register course group session workshop many people",
    ),
    ("Training days", Target(Place.PEOPLE, TRAINING_DAYS), "attendance registers courses given"),
    ("Matrix", Target(Place.PEOPLE, MATRIX), "training competencies competence skills grid heat map who holds what"),
    (
        "Standard 6, live",
        Target(Place.PEOPLE, STANDARD_SIX),
        "workforce figures as at who and why supervision training induction evidence for a bid",
    ),
    (
        "Training needs",
        Target(Place.PEOPLE, NEEDS),
        "gaps lapses lapsing expires expiring plan book bookings booking missing courses refresher",
    ),
    ("Courses", Target(Place.PEOPLE, COURSES), "rules validity months expiry renewal mandatory core requirements"),
    ("Entries for one person", Target(Place.PEOPLE, SAME_PERSON), "merge join duplicate duplicates twice double same"),
    (
        "Bring in a sheet",
        Target(Place.PEOPLE, BRING_IN),
        "import spreadsheet excel csv matrix staff list supervision log",
    ),
    ("Charity details", Target(Place.CHARITY, "details"), "name number address phone email"),
    ("Services", Target(Place.CHARITY, "services"), "programmes groups helpline scope"),
    ("Who is at work", Target(Place.CHARITY, "at-work"), "my name user"),
    (
        "Diversity counts",
        Target(Place.CHARITY, "diversity"),
        "equality ethnicity language gender age disability inclusion workforce monitoring",
    ),
    ("Signing", Target(Place.CHARITY, "signing"), "who may sign signature certificate keys fingerprint renew"),
    (
        "Second reader",
        Target(Place.STANDARDS, SECOND_READER),
        "second person moderation challenge differences settle review",
    ),
    (
        "Sign-off and rounds",
        Target(Place.STANDARDS, ROUNDS),
        "sign off trustees board chair minute new assessment start again carry over next year version reopen freeze",
    ),
    ("Compare two rounds", Target(Place.STANDARDS, COMPARE), "trend last year before after progress change changes"),
    ("Backups", Target(Place.CHARITY, "backups"), "back up copy restore second place stick"),
    ("Passphrase and recovery sheet", Target(Place.CHARITY, "keys"), "password recovery code forgot"),
    ("Workbooks on this computer", Target(Place.CHARITY, "workbooks"), "another charity open"),
    ("Look and keys", Target(Place.CHARITY, "look"), "settings text size colours dark contrast shortcuts"),
    ("About this workbook", Target(Place.CHARITY, "about"), "version"),
    ("Make a pack", Target(Place.PACKS, "make"), "share send export report bid funder"),
)


def six_target(indicator_id: str = "") -> Target:
    """Standard 6 as the records have it, and there who is behind the figure of an indicator."""
    return Target(Place.PEOPLE, "/".join(filter(None, (STANDARD_SIX, indicator_id))))


def of_standard_six(target_id: str) -> str:
    """The indicator whose figure a target is about, or ''."""
    part, _, indicator_id = target_id.partition("/")
    return indicator_id if part == STANDARD_SIX else ""


def new_day(course_id: str, person_ids: Sequence[str]) -> Target:
    """A new training day that begins with this course, and with these people ticked."""
    return Target(Place.PEOPLE, "/".join((NEW_DAY, course_id, *person_ids)))


def begun_day(target_id: str) -> tuple[str, tuple[str, ...]] | None:
    """The course ('' for none) and the people that a new training day begins with; None: it is no such target."""
    name, *rest = target_id.split("/")
    return (rest[0] if rest else "", tuple(rest[1:])) if name == NEW_DAY else None
