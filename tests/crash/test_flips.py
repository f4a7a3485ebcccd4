# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One flipped bit anywhere is noticed, and what is damaged is named; nothing comes back silently wrong (F05, F06)."""

import random
from collections import Counter
from pathlib import Path

import pytest

from desktop.models.errors import AppError
from desktop.models.records import FileState
from desktop.storage.key_store import KeyStore
from desktop.storage.layout import Layout
from desktop.storage.sqlcipher import DamagedDatabaseError
from desktop.support.files import Files
from tests.crash import subject
from tests.crash.jobs import open_database

FLIPS = 500
KEY_FLIPS = 60
ACTIONS = 30


@pytest.fixture
def folder(swift: Path) -> Path:
    """A closed workbook with evidence."""
    workbook = subject.create(swift / "workbook")
    for number in range(ACTIONS):
        subject.act(workbook, number)
    subject.close(workbook)
    return swift / "workbook"


def flipped(content: bytes, generator: random.Random) -> bytes:
    """The content with one bit turned over."""
    at = generator.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << generator.randrange(8)]) + content[at + 1 :]


@pytest.mark.slow
def test_a_flipped_bit_in_the_database_is_refused_and_the_file_kept(folder: Path) -> None:
    path = Layout(folder).database
    whole = path.read_bytes()
    _, working = KeyStore(Layout(folder), Files()).unlock(subject.PASSPHRASE)
    with open_database(folder, working=working) as database:
        right = subject.digest_of(database)
    generator = random.Random(55)
    found: Counter[str] = Counter()
    for _ in range(FLIPS):
        damaged = flipped(whole, generator)
        path.write_bytes(damaged)
        try:
            with open_database(folder, working=working) as database:
                found["harmless" if subject.digest_of(database) == right else "silently wrong"] += 1
        except DamagedDatabaseError:
            found["noticed"] += 1
        assert path.read_bytes() == damaged
    print(f"database: {FLIPS} flips in {len(whole)} bytes, {dict(found)}")
    assert found == {"noticed": FLIPS}
    path.write_bytes(whole)
    with open_database(folder, working=working) as database:
        assert subject.digest_of(database) == right


def test_a_flipped_bit_in_an_evidence_file_is_noticed_for_the_right_item(folder: Path) -> None:
    generator = random.Random(66)
    found: Counter[str] = Counter()
    with subject.open_(folder) as workbook:
        items = workbook.db.evidence.list(file_state=FileState.STORED.value)
        assert len(items) > 3
        for _ in range(FLIPS):
            item = generator.choice(items)
            path = workbook.evidence.path_for(workbook.evidence.name_for(item.sha256))
            whole = path.read_bytes()
            path.write_bytes(flipped(whole, generator))
            problems = subject.evidence_problems(workbook)
            path.write_bytes(whole)
            found["noticed" if problems == [f"{item.id}: damaged"] else f"{problems}"] += 1
        assert subject.evidence_problems(workbook) == []
    print(f"evidence: {FLIPS} flips, {dict(found)}")
    assert found == {"noticed": FLIPS}


def test_a_flipped_bit_in_one_key_file_is_repaired_from_the_other(folder: Path) -> None:
    layout = Layout(folder)
    whole = layout.keys.read_bytes()
    generator = random.Random(77)
    for number in range(KEY_FLIPS):
        path = (layout.keys, layout.keys_copy)[number % 2]
        path.write_bytes(flipped(whole, generator))
        subject.close(subject.open_(folder))
        assert layout.keys.read_bytes() == layout.keys_copy.read_bytes() == whole
    print(f"keys: {KEY_FLIPS} flips repaired from the second copy")


def test_flipped_bits_in_both_key_files_are_refused(folder: Path) -> None:
    layout = Layout(folder)
    whole = layout.keys.read_bytes()
    generator = random.Random(88)
    for _ in range(KEY_FLIPS):
        damaged = (flipped(whole, generator), flipped(whole, generator))
        layout.keys.write_bytes(damaged[0])
        layout.keys_copy.write_bytes(damaged[1])
        with pytest.raises(AppError):
            KeyStore(layout, Files()).unlock(subject.PASSPHRASE)
        assert (layout.keys.read_bytes(), layout.keys_copy.read_bytes()) == damaged
