# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What was done: the codes of all operations, their titles, and what a saved operation changed."""

from dataclasses import dataclass
from enum import StrEnum


class Op(StrEnum):
    """One kind of operation. Codes are stored in the history for good: add new ones, never rename."""

    CREATE_WORKBOOK = "create_workbook"
    SET_UP_WORKBOOK = "set_up_workbook"
    CHANGE_SETTING = "change_setting"
    EDIT_ORGANISATION = "edit_organisation"
    ADD_SERVICE = "add_service"
    EDIT_SERVICE = "edit_service"
    REMOVE_SERVICE = "remove_service"
    START_ASSESSMENT = "start_assessment"
    EDIT_ASSESSMENT = "edit_assessment"
    REMOVE_ASSESSMENT = "remove_assessment"
    JUDGE = "judge"
    MARK_NOT_APPLICABLE = "mark_not_applicable"
    CONFIRM_NOT_APPLICABLE = "confirm_not_applicable"
    WRITE_NARRATIVE = "write_narrative"
    ADD_SECOND_READER = "add_second_reader"
    TICK_KIND = "tick_kind"
    SET_WORK = "set_work"
    READ_SECOND = "read_second"
    TAKE_BACK_READING = "take_back_reading"
    SETTLE = "settle"
    CONFIRM_CARRIED = "confirm_carried"
    ADD_VERSION = "add_version"
    REMOVE_VERSION = "remove_version"
    SIGN_OFF = "sign_off"
    REOPEN = "reopen"
    ADD_EVIDENCE = "add_evidence"
    EDIT_EVIDENCE = "edit_evidence"
    REMOVE_EVIDENCE = "remove_evidence"
    LINK_EVIDENCE = "link_evidence"
    UNLINK_EVIDENCE = "unlink_evidence"
    ADD_ACTION = "add_action"
    EDIT_ACTION = "edit_action"
    FINISH_ACTION = "finish_action"
    MOVE_ACTION = "move_action"
    REMOVE_ACTION = "remove_action"
    ADD_PERSON = "add_person"
    EDIT_PERSON = "edit_person"
    REMOVE_PERSON = "remove_person"
    RECORD_TRAINING = "record_training"
    EDIT_TRAINING = "edit_training"
    REMOVE_TRAINING = "remove_training"
    RECORD_SUPERVISION = "record_supervision"
    EDIT_SUPERVISION = "edit_supervision"
    REMOVE_SUPERVISION = "remove_supervision"
    IMPORT_RECORDS = "import_records"
    MERGE_PEOPLE = "merge_people"
    TELL_APART = "tell_apart"
    SIGN_OFF_INDUCTION = "sign_off_induction"
    ADD_COURSE = "add_course"
    EDIT_COURSE = "edit_course"
    REMOVE_COURSE = "remove_course"
    RECORD_SESSION = "record_session"
    EDIT_SESSION = "edit_session"
    REMOVE_SESSION = "remove_session"
    BOOK_TRAINING = "book_training"
    CANCEL_BOOKING = "cancel_booking"
    RECORD_HOURS = "record_hours"
    REMOVE_HOURS = "remove_hours"
    PLAN_SUPERVISION = "plan_supervision"
    MOVE_SUPERVISION = "move_supervision"
    CANCEL_SUPERVISION = "cancel_supervision"
    MISS_SUPERVISION = "miss_supervision"
    MAKE_UP_SUPERVISION = "make_up_supervision"
    SET_SUPERVISION = "set_supervision"
    JUDGE_COMPETENCE = "judge_competence"
    REMOVE_COMPETENCE = "remove_competence"
    RECORD_CHECK = "record_check"
    REMOVE_CHECK = "remove_check"
    COUNT_DIVERSITY = "count_diversity"
    REMOVE_DIVERSITY = "remove_diversity"
    CHECK_EVIDENCE = "check_evidence"
    SET_UP_SIGNING = "set_up_signing"
    CHANGE_KEYS = "change_keys"
    SIGN_PACK = "sign_pack"
    EXPORT_PACK = "export_pack"
    BACK_UP = "back_up"
    RESTORE_BACKUP = "restore_backup"
    ERASE_PERSON = "erase_person"
    UPGRADE_WORKBOOK = "upgrade_workbook"
    UNDO = "undo"
    REDO = "redo"

    @property
    def undoable(self) -> bool:
        """Whether a person can undo it. The others neither add to nor clear the undo list."""
        return self not in _NOT_UNDOABLE

    def title(self, subject: str = "") -> str:
        """The operation in words, like 'judge SA 6.3'."""
        words = _TITLES.get(self, self.value.replace("_", " "))
        return f"{words} {subject}".rstrip()


_NOT_UNDOABLE = frozenset(
    {
        Op.CREATE_WORKBOOK,
        Op.SET_UP_WORKBOOK,
        Op.SIGN_OFF,
        Op.REOPEN,
        Op.CHECK_EVIDENCE,
        Op.SET_UP_SIGNING,
        Op.CHANGE_KEYS,
        Op.SIGN_PACK,
        Op.EXPORT_PACK,
        Op.BACK_UP,
        Op.RESTORE_BACKUP,
        Op.ERASE_PERSON,
        Op.UPGRADE_WORKBOOK,
    }
)

_TITLES = {
    Op.EDIT_ORGANISATION: "edit the charity's details",
    Op.CONFIRM_NOT_APPLICABLE: "confirm not applicable",
    Op.WRITE_NARRATIVE: "write about",
    Op.ADD_SECOND_READER: "add a second reader to",
    Op.TICK_KIND: "tick a kind of evidence for",
    Op.SET_WORK: "set the work on",
    Op.READ_SECOND: "second reading of",
    Op.TAKE_BACK_READING: "take back the second reading of",
    Op.CONFIRM_CARRIED: "confirm",
    Op.REOPEN: "reopen the assessment",
    Op.ADD_VERSION: "bring in version",
    Op.REMOVE_VERSION: "take away version",
    Op.RECORD_TRAINING: "add training record",
    Op.EDIT_TRAINING: "edit training record",
    Op.REMOVE_TRAINING: "remove training record",
    Op.RECORD_SUPERVISION: "add supervision session",
    Op.EDIT_SUPERVISION: "edit supervision session",
    Op.REMOVE_SUPERVISION: "remove supervision session",
    Op.IMPORT_RECORDS: "import",
    Op.MERGE_PEOPLE: "join two entries for",
    Op.TELL_APART: "tell two entries apart",
    Op.SIGN_OFF_INDUCTION: "sign off the induction of",
    Op.RECORD_SESSION: "record training day",
    Op.EDIT_SESSION: "change training day",
    Op.REMOVE_SESSION: "remove training day",
    Op.RECORD_HOURS: "add hours",
    Op.REMOVE_HOURS: "remove hours",
    Op.MISS_SUPERVISION: "record missed supervision",
    Op.SET_SUPERVISION: "set how often for",
    Op.JUDGE_COMPETENCE: "judge competence",
    Op.REMOVE_COMPETENCE: "remove judgement of competence",
    Op.RECORD_CHECK: "record check",
    Op.COUNT_DIVERSITY: "enter counts of",
    Op.REMOVE_DIVERSITY: "remove counts of",
}


@dataclass(frozen=True, slots=True)
class Changes:
    """What one saved operation changed. ``op_number`` is 0 when nothing differed and nothing was recorded."""

    op_number: int
    op: Op
    tables: frozenset[str]
