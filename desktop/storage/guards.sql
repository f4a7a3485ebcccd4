-- SPDX-FileCopyrightText: 2026 The Sevenfold developers
-- SPDX-License-Identifier: MIT
-- The newest history row with an empty mac is the open operation. Rows are added open, closed once, never changed after.

CREATE TRIGGER "guard_history_insert" BEFORE INSERT ON "history"
WHEN NEW.mac <> '' OR NEW.changes <> ''
  OR NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM history)
  OR (SELECT mac FROM history ORDER BY number DESC LIMIT 1) = ''
BEGIN SELECT raise(ABORT, 'the history only grows through a unit of work'); END;

CREATE TRIGGER "guard_history_update" BEFORE UPDATE ON "history"
WHEN OLD.mac <> '' OR NEW.mac = '' OR NEW.number <> OLD.number OR NEW.at <> OLD.at OR NEW.by <> OLD.by
  OR NEW.op <> OLD.op OR NEW.about <> OLD.about OR NEW.undoes IS NOT OLD.undoes
BEGIN SELECT raise(ABORT, 'the history is never rewritten'); END;

CREATE TRIGGER "guard_history_delete" BEFORE DELETE ON "history"
BEGIN SELECT raise(ABORT, 'the history is never shortened'); END;

CREATE TRIGGER "guard_history_image_insert" BEFORE INSERT ON "history_image"
WHEN NOT EXISTS (SELECT 1 FROM history WHERE number = NEW.op_number AND mac = '')
BEGIN SELECT raise(ABORT, 'write outside a unit of work'); END;

-- Only erasing a person may blank, and only images of that person, the titles of operations that touched the person, and
-- what a sign-off froze that counted the person; of that the image of the blank row stays, for the chain to hold.
CREATE TRIGGER "guard_history_image_update" BEFORE UPDATE ON "history_image"
WHEN NEW.before IS NOT NULL OR NEW.blanked <> 1
  OR NEW.after IS NOT NULL AND (
    OLD.table_name <> 'sign_off' OR NEW.after <> OLD.after OR json_extract(OLD.after, '$.frozen') <> ''
  )
  OR NEW.op_number <> OLD.op_number OR NEW.seq <> OLD.seq
  OR NEW.table_name <> OLD.table_name OR NEW.record_id <> OLD.record_id
  OR NOT EXISTS (
    SELECT 1 FROM history AS open
    WHERE open.number = (SELECT max(number) FROM history) AND open.mac = '' AND open.op = 'erase_person'
      AND (
        open.about IN (
          OLD.record_id, json_extract(OLD.before, '$.person_id'), json_extract(OLD.after, '$.person_id')
        )
        OR OLD.table_name = 'sign_off' AND EXISTS (
          SELECT 1 FROM sign_off WHERE id = OLD.record_id AND frozen = '' AND sha256 <> ''
        )
        OR OLD.table_name = '' AND EXISTS (
          SELECT 1 FROM history_image AS other WHERE other.op_number = OLD.op_number AND other.blanked = 1
        )
      )
  )
BEGIN SELECT raise(ABORT, 'the history is never rewritten'); END;

CREATE TRIGGER "guard_history_image_delete" BEFORE DELETE ON "history_image"
BEGIN SELECT raise(ABORT, 'the history is never shortened'); END;

-- A round whose sign-off stands is closed: its answers, and what hangs on them, stay as they were.

CREATE TRIGGER "guard_closed_answer_insert" BEFORE INSERT ON "answer"
WHEN EXISTS (SELECT 1 FROM sign_off WHERE assessment_id = NEW.assessment_id AND reopened_on IS NULL)
BEGIN SELECT raise(ABORT, 'the round is signed off'); END;

CREATE TRIGGER "guard_closed_answer_update" BEFORE UPDATE ON "answer"
WHEN EXISTS (SELECT 1 FROM sign_off WHERE assessment_id = OLD.assessment_id AND reopened_on IS NULL)
BEGIN SELECT raise(ABORT, 'the round is signed off'); END;

CREATE TRIGGER "guard_closed_answer_delete" BEFORE DELETE ON "answer"
WHEN EXISTS (SELECT 1 FROM sign_off WHERE assessment_id = OLD.assessment_id AND reopened_on IS NULL)
BEGIN SELECT raise(ABORT, 'the round is signed off'); END;

CREATE TRIGGER "guard_closed_evidence_link_insert" BEFORE INSERT ON "evidence_link"
WHEN EXISTS (
  SELECT 1 FROM sign_off JOIN answer ON answer.assessment_id = sign_off.assessment_id
  WHERE answer.id = NEW.answer_id AND reopened_on IS NULL
)
BEGIN SELECT raise(ABORT, 'the round is signed off'); END;

CREATE TRIGGER "guard_closed_evidence_link_update" BEFORE UPDATE ON "evidence_link"
WHEN EXISTS (
  SELECT 1 FROM sign_off JOIN answer ON answer.assessment_id = sign_off.assessment_id
  WHERE answer.id = OLD.answer_id AND reopened_on IS NULL
)
BEGIN SELECT raise(ABORT, 'the round is signed off'); END;

CREATE TRIGGER "guard_closed_evidence_link_delete" BEFORE DELETE ON "evidence_link"
WHEN EXISTS (
  SELECT 1 FROM sign_off JOIN answer ON answer.assessment_id = sign_off.assessment_id
  WHERE answer.id = OLD.answer_id AND reopened_on IS NULL
)
BEGIN SELECT raise(ABORT, 'the round is signed off'); END;

CREATE TRIGGER "guard_closed_service_answer_insert" BEFORE INSERT ON "service_answer"
WHEN EXISTS (
  SELECT 1 FROM sign_off JOIN answer ON answer.assessment_id = sign_off.assessment_id
  WHERE answer.id = NEW.answer_id AND reopened_on IS NULL
)
BEGIN SELECT raise(ABORT, 'the round is signed off'); END;

CREATE TRIGGER "guard_closed_service_answer_update" BEFORE UPDATE ON "service_answer"
WHEN EXISTS (
  SELECT 1 FROM sign_off JOIN answer ON answer.assessment_id = sign_off.assessment_id
  WHERE answer.id = OLD.answer_id AND reopened_on IS NULL
)
BEGIN SELECT raise(ABORT, 'the round is signed off'); END;

CREATE TRIGGER "guard_closed_service_answer_delete" BEFORE DELETE ON "service_answer"
WHEN EXISTS (
  SELECT 1 FROM sign_off JOIN answer ON answer.assessment_id = sign_off.assessment_id
  WHERE answer.id = OLD.answer_id AND reopened_on IS NULL
)
BEGIN SELECT raise(ABORT, 'the round is signed off'); END;

CREATE TRIGGER "guard_closed_second_reading_insert" BEFORE INSERT ON "second_reading"
WHEN EXISTS (
  SELECT 1 FROM sign_off JOIN answer ON answer.assessment_id = sign_off.assessment_id
  WHERE answer.id = NEW.answer_id AND reopened_on IS NULL
)
BEGIN SELECT raise(ABORT, 'the round is signed off'); END;

CREATE TRIGGER "guard_closed_second_reading_update" BEFORE UPDATE ON "second_reading"
WHEN EXISTS (
  SELECT 1 FROM sign_off JOIN answer ON answer.assessment_id = sign_off.assessment_id
  WHERE answer.id = OLD.answer_id AND reopened_on IS NULL
)
BEGIN SELECT raise(ABORT, 'the round is signed off'); END;

CREATE TRIGGER "guard_closed_second_reading_delete" BEFORE DELETE ON "second_reading"
WHEN EXISTS (
  SELECT 1 FROM sign_off JOIN answer ON answer.assessment_id = sign_off.assessment_id
  WHERE answer.id = OLD.answer_id AND reopened_on IS NULL
)
BEGIN SELECT raise(ABORT, 'the round is signed off'); END;

CREATE TRIGGER "guard_closed_assessment_update" BEFORE UPDATE ON "assessment"
WHEN EXISTS (SELECT 1 FROM sign_off WHERE assessment_id = OLD.id AND reopened_on IS NULL)
BEGIN SELECT raise(ABORT, 'the round is signed off'); END;

-- What an assessment answers stays: undo passes over a version that is in use.
CREATE TRIGGER "guard_closed_catalogue_version_update" BEFORE UPDATE ON "catalogue_version"
WHEN EXISTS (SELECT 1 FROM assessment WHERE catalogue_version = OLD.id)
BEGIN SELECT raise(ABORT, 'an assessment answers this version'); END;

CREATE TRIGGER "guard_closed_catalogue_version_delete" BEFORE DELETE ON "catalogue_version"
WHEN EXISTS (SELECT 1 FROM assessment WHERE catalogue_version = OLD.id)
BEGIN SELECT raise(ABORT, 'an assessment answers this version'); END;

-- A sign-off is reopened once, and blanked by an erasure; nothing else of it ever changes.
CREATE TRIGGER "guard_closed_sign_off_update" BEFORE UPDATE ON "sign_off"
WHEN NEW.assessment_id <> OLD.assessment_id OR NEW.name <> OLD.name OR NEW.role <> OLD.role
  OR NEW.signed_on <> OLD.signed_on OR NEW.minute <> OLD.minute OR NEW.sha256 <> OLD.sha256
  OR OLD.reopened_on IS NOT NULL AND (
    NEW.reopened_on IS NOT OLD.reopened_on OR NEW.reopened_by <> OLD.reopened_by OR NEW.reopened_why <> OLD.reopened_why
  )
  OR NEW.frozen <> OLD.frozen AND (
    NEW.frozen <> '' OR (SELECT op FROM history ORDER BY number DESC LIMIT 1) <> 'erase_person'
  )
BEGIN SELECT raise(ABORT, 'a sign-off is never rewritten'); END;

CREATE TRIGGER "guard_closed_sign_off_delete" BEFORE DELETE ON "sign_off"
BEGIN SELECT raise(ABORT, 'a sign-off is never taken away'); END;
