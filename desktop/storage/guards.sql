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

-- Only erasing a person may blank, and only images of that person or the titles of operations that touched the person.
CREATE TRIGGER "guard_history_image_update" BEFORE UPDATE ON "history_image"
WHEN NEW.before IS NOT NULL OR NEW.after IS NOT NULL OR NEW.blanked <> 1
  OR NEW.op_number <> OLD.op_number OR NEW.seq <> OLD.seq
  OR NEW.table_name <> OLD.table_name OR NEW.record_id <> OLD.record_id
  OR NOT EXISTS (
    SELECT 1 FROM history AS open
    WHERE open.number = (SELECT max(number) FROM history) AND open.mac = '' AND open.op = 'erase_person'
      AND (
        open.about IN (
          OLD.record_id, json_extract(OLD.before, '$.person_id'), json_extract(OLD.after, '$.person_id')
        )
        OR OLD.table_name = '' AND EXISTS (
          SELECT 1 FROM history_image AS other WHERE other.op_number = OLD.op_number AND other.blanked = 1
        )
      )
  )
BEGIN SELECT raise(ABORT, 'the history is never rewritten'); END;

CREATE TRIGGER "guard_history_image_delete" BEFORE DELETE ON "history_image"
BEGIN SELECT raise(ABORT, 'the history is never shortened'); END;
