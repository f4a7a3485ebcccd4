# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The big jobs under test (backup, restore, change of passphrase, upgrade), and what must hold however they end.

A place holds ``workbook`` and, after a restore, ``restored``. Each job is a generator that stops once when it is
ready to begin, so that the killing starts there.
"""

from collections.abc import Callable, Generator
from pathlib import Path

from desktop.models.errors import AppError
from desktop.storage.database import Database
from desktop.storage.key_store import KeyStore, WrongPassphraseError
from desktop.storage.keys import FLOOR, WorkbookKeys
from desktop.storage.layout import Layout
from desktop.storage.migrations import MIGRATIONS
from desktop.storage.opening import NewerWorkbookError
from desktop.storage.restore import restore
from desktop.storage.sqlcipher import Migrations, Tables
from desktop.storage.workbook import Workbook
from desktop.support.files import Files
from tests.crash import subject

Job = Callable[[Path], Generator[None, None, None]]
SECOND_PASSPHRASE = "orchard saddle pewter cinder willow"
WORKBOOK = "workbook"
RESTORED = "restored"
ACTIONS_BEFORE = 24
LEFT_OVERS = (".upgrading", ".restoring", "making-", "removing-", "incoming-")

EXTENDED = Migrations("sevenfold")
for _released in MIGRATIONS.pending(Tables(memory=True)):
    EXTENDED(name=_released.name)(_released.fn)


@EXTENDED(name="9999_for_this_test")
def _extra(tables: Tables) -> None:
    """A step that touches every row of two tables and makes a third."""
    tables.execute("ALTER TABLE person ADD COLUMN pronouns TEXT NOT NULL DEFAULT ''")
    tables.execute("UPDATE person SET pronouns = 'they'")
    tables.execute("UPDATE answer SET narrative = narrative || ' (kept)'")
    tables.execute("CREATE TABLE nickname (id TEXT PRIMARY KEY NOT NULL, text TEXT NOT NULL DEFAULT '') STRICT")
    tables.table("answer").transform(rename={"confirmed_by": "confirmer"})


def prepare(place: Path) -> None:
    """A workbook with content, one backup, and more content since."""
    workbook = subject.create(place / WORKBOOK)
    for number in range(ACTIONS_BEFORE):
        if number == ACTIONS_BEFORE // 2:
            workbook.backup()
        subject.act(workbook, number)
    subject.close(workbook)


def backup(place: Path) -> Generator[None, None, None]:
    """Make a second backup."""
    workbook = subject.open_(place / WORKBOOK)
    yield
    workbook.backup()


def restore_backup(place: Path) -> Generator[None, None, None]:
    """Restore the only backup beside the workbook."""
    [folder] = (path for path in (place / WORKBOOK / "backups").iterdir() if path.name[0].isdigit())
    yield
    restore(folder, place / RESTORED, passphrase=subject.PASSPHRASE, files=Files(), clock=subject.CLOCK)


def change_passphrase(place: Path) -> Generator[None, None, None]:
    """Change the passphrase."""
    workbook = subject.open_(place / WORKBOOK)
    yield
    workbook.keys.change_passphrase(subject.PASSPHRASE, SECOND_PASSPHRASE, FLOOR)


def upgrade(place: Path) -> Generator[None, None, None]:
    """Open with a version that knows one step more."""
    yield
    open_database(place / WORKBOOK, EXTENDED).close()


JOBS: dict[str, Job] = {
    "backup": backup,
    "restore": restore_backup,
    "change of passphrase": change_passphrase,
    "upgrade": upgrade,
}


def open_database(folder: Path, migrations: Migrations = MIGRATIONS, working: WorkbookKeys | None = None) -> Database:
    """Only the database of a workbook, opened as a version with these steps opens it."""
    layout = Layout(folder)
    known = working or KeyStore(layout, Files()).unlock(subject.PASSPHRASE)[1]
    return Database.open(
        layout.database,
        known.db,
        clock=subject.CLOCK,
        audit_key=known.audit,
        files=Files(),
        migrations=migrations,
    )


def content_of(place: Path, name: str, *, upgraded: bool) -> dict[str, str]:
    """What a place holds, in digests by folder: of the workbook, and of the restored one when it is there."""
    found = {}
    for folder in (WORKBOOK, RESTORED):
        if (place / folder).exists():
            found[folder] = _digest(place / folder, upgraded=upgraded and name == "upgrade")
    return found


def _digest(folder: Path, *, upgraded: bool) -> str:
    if upgraded:
        with open_database(folder, EXTENDED) as database:
            return subject.digest_of(database)
    workbook = open_with_either(folder)
    found = subject.digest(workbook)
    subject.close(workbook)
    return found


def open_with_either(folder: Path) -> Workbook:
    """The workbook, by the old passphrase or the new one."""
    try:
        return subject.open_(folder)
    except WrongPassphraseError:
        return subject.open_(folder, passphrase=SECOND_PASSPHRASE)


def problems_after(
    place: Path, name: str, before: dict[str, str], after: dict[str, str], *, finished: bool
) -> list[str]:
    """All that is not as it must be: old or new, nothing between, and no half-made file under a final name."""
    try:
        return _contents(place, name, before, after, finished=finished) + _surroundings(place, name)
    except AppError as error:
        return [f"{error!r}"]


def _contents(place: Path, name: str, before: dict[str, str], after: dict[str, str], *, finished: bool) -> list[str]:
    try:
        found = content_of(place, name, upgraded=False)
    except NewerWorkbookError:
        found = content_of(place, name, upgraded=True)
    allowed = [after] if finished else [before, after]
    problems = [] if found in allowed else [f"content is neither old nor new: {found}"]
    if name == "upgrade" and content_of(place, name, upgraded=True) != after:
        problems.append("the upgrade does not go through the next time")
    if name == "change of passphrase" and finished:
        subject.open_(place / WORKBOOK, passphrase=SECOND_PASSPHRASE).close(backup=False)
    return problems


def _surroundings(place: Path, name: str) -> list[str]:
    if name == "upgrade":
        return left_overs(place)
    if name == "restore" and not (place / RESTORED).exists():
        for _ in restore_backup(place):  # it works when asked again
            pass
    problems = _workbook_problems(place / WORKBOOK, needs_backup=True)
    if name == "restore":
        problems += _workbook_problems(place / RESTORED, needs_backup=False)
    return problems + left_overs(place)


def left_overs(place: Path) -> list[str]:
    """Half-made files and folders that the next backup, restore or upgrade should have cleared away."""
    return [f"left over: {path.relative_to(place)}" for path in sorted(place.rglob("*")) if _is_left_over(path)]


def _workbook_problems(folder: Path, *, needs_backup: bool) -> list[str]:
    workbook = open_with_either(folder)
    problems = subject.evidence_problems(workbook)
    finished = workbook.backups.all()
    for each in finished:
        workbook.backups.check(each)
    if needs_backup and (not finished or finished[0].manifest.number != 1):
        problems.append("the backup made before is gone")
    workbook.backups.check(workbook.backup())  # the next one works, and clears what was left behind
    subject.close(workbook)
    return problems


def _is_left_over(path: Path) -> bool:
    return path.name.startswith(LEFT_OVERS) or path.name.endswith(LEFT_OVERS)
