# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Bringing an older database up to date: through verified copies, whole or not at all."""

import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from desktop.storage import guards, opening
from desktop.storage.database import Database
from desktop.storage.migrations import MIGRATIONS, first, rounds, workforce
from desktop.storage.opening import NewerWorkbookError, UpgradeFailedError
from desktop.storage.sqlcipher import Migrations, Tables, connect
from desktop.support.disk_errors import DiskError, DiskFullError
from desktop.support.files import Files
from tests.storage.databases import ANSWER, KEY, PERSON, TRAINING, content, fill, new_database, reopened, unguarded
from tests.storage.release_files import FOLDER, NEWEST, build, shown


def later(*steps: Callable[[Tables], None]) -> Migrations:
    """The released steps and more after them."""
    found = Migrations(MIGRATIONS.name)
    found(name="0001_first")(first)
    found(name="0002_workforce")(workforce)
    found(name="0003_rounds")(rounds)
    for number, step in enumerate(steps, 4):
        found(name=f"000{number}_{step.__name__}")(step)
    return found


def add_pronouns(tables: Tables) -> None:
    tables.table("person").add_column("pronouns", str, not_null_default="")


def rename_course(tables: Tables) -> None:
    tables.table("training_record").transform(rename={"course_id": "course"})


def rebuild_person(tables: Tables) -> None:
    tables.table("person").transform(types={"code": str}, defaults={"code": "none"})


def add_table(tables: Tables) -> None:
    tables.execute("CREATE TABLE bid (id TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL) STRICT")
    tables.execute("INSERT INTO bid VALUES ('b-1', 'First')")


def stumble(tables: Tables) -> None:
    tables.execute("DELETE FROM answer")
    raise KeyError


def lose_rows(tables: Tables) -> None:
    tables.execute("DELETE FROM training_record")


def break_references(tables: Tables) -> None:
    tables.execute("UPDATE answer SET assessment_id = 'nowhere'")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A filled workbook of the first release, closed."""
    found = tmp_path / "workbook.db"
    with new_database(found) as database:
        fill(database)
    return found


def names(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def test_an_older_workbook_is_brought_up_to_date_and_a_copy_of_it_is_kept(path: Path) -> None:
    with reopened(path, migrations=later(add_pronouns, rebuild_person, add_table)) as database:
        connection = database._connection
        assert connection.tuples("SELECT id, pronouns FROM person") == [("pe-1", "")]
        assert connection.tuples("SELECT * FROM bid") == [("b-1", "First")]
        assert (database.training.list(), database.answers.list()) == ((TRAINING,), (ANSWER,))
        assert guards.present_guards(connection) == guards.expected_guards(connection)
        assert "guard_bid_insert" in guards.present_guards(connection)
        assert connection.one("PRAGMA foreign_keys") == (1,)
        assert connection.one("SELECT op, about FROM history ORDER BY number DESC") == (
            "upgrade_workbook",
            "0006_add_table",
        )
        assert database.verify_history().whole
    kept = "backups/before-0004_add_pronouns-20260301T090001Z.db"
    assert names(path.parent) == [kept, "workbook.db"]
    Database.verify(path.parent / kept, KEY)
    with reopened(path.parent / kept) as old:
        assert old.people.list() == (PERSON,)


def test_a_record_changed_outside_is_still_named_after_an_upgrade(path: Path) -> None:
    steps = later(add_pronouns, rename_course, add_table)
    with reopened(path, migrations=steps) as database:
        number = database.history_head()[0]
        assert database.verify_history().whole
    with unguarded(path) as connection:
        connection.run("UPDATE bid SET title = 'Second'")
        connection.run("UPDATE training_record SET course = 'x'")
    with reopened(path, migrations=steps) as database:
        assert database.history_head()[0] == number
        assert database.verify_history().problems == (
            "Record b-1 of table bid was changed outside Sevenfold.",
            "Record tr-1 of table training_record was changed outside Sevenfold.",
        )


def test_undo_begins_anew_after_an_upgrade(path: Path) -> None:
    with reopened(path) as database:
        database.undo()
        assert database.can_undo()
        assert database.can_redo()
    with reopened(path, migrations=later(rename_course)) as database:
        assert (database.can_undo(), database.can_redo()) == (None, None)
    with reopened(path, migrations=later(rename_course)) as database:
        assert (database.can_undo(), database.can_redo()) == (None, None)


def test_a_workbook_that_is_up_to_date_is_not_copied(path: Path) -> None:
    before = path.read_bytes()
    reopened(path).close()
    assert (path.read_bytes(), names(path.parent)) == (before, ["workbook.db"])


@pytest.mark.parametrize("step", [stumble, lose_rows, break_references])
def test_when_a_step_goes_wrong_the_old_file_is_whole(path: Path, step: Callable[[Tables], None]) -> None:
    before = path.read_bytes()
    with pytest.raises(UpgradeFailedError) as refused:
        reopened(path, migrations=later(add_pronouns, step))
    assert "backups" in str(refused.value)
    assert path.read_bytes() == before
    assert names(path.parent) == ["backups/before-0004_add_pronouns-20260301T090001Z.db", "workbook.db"]
    with reopened(path) as database:
        assert database.answers.list() == (ANSWER,)


def test_a_workbook_from_a_newer_version_is_refused_untouched(path: Path) -> None:
    reopened(path, migrations=later(add_pronouns)).close()
    before = path.read_bytes()
    with pytest.raises(NewerWorkbookError):
        reopened(path)
    assert path.read_bytes() == before


def test_a_higher_version_number_alone_is_refused(path: Path) -> None:
    connection = connect(path, KEY)
    connection.run("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(NewerWorkbookError):
        reopened(path)


def test_a_step_that_is_not_known_is_refused_whatever_the_number(path: Path) -> None:
    connection = connect(path, KEY)
    row = {"migration_set": MIGRATIONS.name, "name": "0001_other", "applied_at": "2030"}
    connection.utils.table("_sqlite_migrations").insert(row)
    connection.close()
    with pytest.raises(NewerWorkbookError):
        reopened(path)


class Stopped(BaseException):
    """As if the process had been killed: nothing in the program catches it."""


class FailingFiles(Files):
    """Fails at the n-th thing asked of it."""

    def __init__(self, failing_at: int, failure: BaseException) -> None:
        self.asked = 0
        self._failing_at = failing_at
        self._failure = failure

    def _count(self) -> None:
        self.asked += 1
        if self.asked == self._failing_at:
            raise self._failure

    def replace(self, source: Path, target: Path) -> None:
        self._count()
        super().replace(source, target)
        self._count()

    def make_folder(self, path: Path) -> None:
        self._count()
        super().make_folder(path)

    def sync(self, descriptor: int) -> None:
        self._count()
        super().sync(descriptor)

    def discard(self, path: Path) -> None:
        self._count()
        super().discard(path)


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), OSError(5, "I/O error"), Stopped()])
def test_a_fault_at_any_point_of_an_upgrade_leaves_a_whole_workbook(
    path: Path, tmp_path: Path, failure: BaseException
) -> None:
    for number in range(1, 100):
        place = tmp_path / str(number)
        place.mkdir()
        copy = Path(shutil.copy(path, place))
        files = FailingFiles(number, failure)
        with suppress(DiskError, UpgradeFailedError, Stopped):
            reopened(copy, files=files, migrations=later(add_pronouns)).close()
        if files.asked < number:
            break
        with reopened(copy, migrations=later(add_pronouns)) as database:
            assert database.people.list() == (PERSON,)
            assert database.verify_history().whole
        assert not list(place.glob("*.upgrading*"))
    assert number > 10


def test_without_room_for_copies_nothing_is_begun(path: Path) -> None:
    class FullDisk(Files):
        def free_space(self, folder: Path) -> int:
            return 2 * path.stat().st_size

    before = path.read_bytes()
    with pytest.raises(DiskFullError):
        reopened(path, files=FullDisk(), migrations=later(add_pronouns))
    assert (path.read_bytes(), names(path.parent)) == (before, ["workbook.db"])


def released() -> list[str]:
    return sorted(file.stem for file in FOLDER.glob("v*.db"))


def test_every_released_step_has_a_workbook_to_try_it_on() -> None:
    assert released() == [f"v{number:02}" for number in range(1, len(opening.names(MIGRATIONS)) + 1)]


@pytest.mark.parametrize("version", released())
def test_a_workbook_of_an_earlier_release_shows_what_it_showed(version: str, tmp_path: Path) -> None:
    path = Path(shutil.copy(FOLDER / f"{version}.db", tmp_path / "workbook.db"))
    expected: dict[str, Any] = json.loads((FOLDER / f"{version}.json").read_text(encoding="utf-8"))
    with reopened(path) as database:
        head = expected.pop("history")
        assert shown(database) == expected
        assert database.verify_history(tuple(head)).whole
        while database.can_undo():
            database.undo()
        assert database.verify_history().whole


def test_the_released_steps_still_make_the_shape_they_made(tmp_path: Path) -> None:
    query = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite%' ORDER BY name"
    path = Path(shutil.copy(FOLDER / "v01.db", tmp_path / "old.db"))
    with reopened(path) as old, new_database(tmp_path / "new.db") as new:
        assert old._connection.tuples(query) == new._connection.tuples(query)


def test_the_maker_of_the_newest_release_file_still_runs(tmp_path: Path) -> None:
    known = json.loads((FOLDER / f"{NEWEST}.json").read_text(encoding="utf-8"))
    assert build(tmp_path / "again.db")["people"] == known["people"]


def test_content_is_the_same_after_an_upgrade_that_adds_nothing(path: Path) -> None:
    with reopened(path) as database:
        before = content(database)
    with reopened(path, migrations=later(rebuild_person)) as database:
        assert content(database) == before
