# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Evidence files: what goes in comes out, every alteration shows, nothing is left half done."""

import contextlib
import errno
import hashlib
import os
import random
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.errors import AppError
from desktop.models.records import FileState
from desktop.storage import keys
from desktop.storage.evidence_errors import (
    DamagedEvidenceError,
    EmptyEvidenceError,
    EvidenceChangedError,
    EvidenceOnlineError,
    EvidenceUnreadableError,
    EvidenceVanishedError,
    MissingEvidenceError,
)
from desktop.storage.evidence_store import MAGIC, TAG, TRAILER, EvidenceStore
from desktop.storage.keys import WorkbookKeys
from desktop.support.disk_errors import DiskBarredError, DiskFullError
from desktop.support.files import CHUNK, Files
from tests.storage.faulty_files import FastFiles, FaultyFiles, PulledPlugError, walk

WORKING_KEYS = WorkbookKeys.from_data_key(bytes(range(32)))
SEALED_CHUNK = CHUNK + TAG
LONG = random.Random(7).randbytes(2 * CHUNK + 500)


def store_in(folder: Path, files: Files | None = None) -> EvidenceStore:
    return EvidenceStore(folder / "evidence", WORKING_KEYS, files or FastFiles())


def content_of(store: EvidenceStore, sha256: str) -> bytes:
    return b"".join(store.read_chunks(sha256))


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "evidence").rglob("*") if path.is_file())


@pytest.mark.parametrize("size", [1, 15, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7])
def test_what_goes_in_comes_out(tmp_path: Path, size: int) -> None:
    content = random.Random(size).randbytes(size)
    source = tmp_path / "policy.pdf"
    source.write_bytes(content)
    store = store_in(tmp_path)
    stored = store.add(source)
    assert (stored.sha256, stored.size) == (hashlib.sha256(content).hexdigest(), size)
    assert content_of(store, stored.sha256) == content
    assert store.state(stored.sha256) is FileState.STORED
    assert left_in(tmp_path) == [stored.name]
    assert (tmp_path / "evidence" / stored.name[:2] / stored.name).is_file()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.binary(max_size=50), min_size=1).filter(any))
def test_the_size_of_the_pieces_makes_no_difference(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[bytes]
) -> None:
    store = store_in(tmp_path_factory.mktemp("pieces"))
    stored = store.add(pieces)
    assert content_of(store, stored.sha256) == b"".join(pieces)
    assert store.add([b"".join(pieces)]) == stored


def test_nothing_of_content_or_hash_is_readable_on_disk(tmp_path: Path) -> None:
    secret = b"supervision agreement " * 400
    stored = store_in(tmp_path).add([secret])
    path = tmp_path / "evidence" / stored.name[:2] / stored.name
    assert b"supervision" not in path.read_bytes()
    assert stored.sha256 not in path.name
    other = EvidenceStore(tmp_path / "other", WorkbookKeys.from_data_key(bytes(32)), FastFiles())
    assert other.add([secret]).name != stored.name


def test_equal_content_is_kept_once_and_sealed_with_fresh_keys(tmp_path: Path) -> None:
    first = store_in(tmp_path).add([LONG])
    path = store_in(tmp_path).path_for(first.name)
    before = path.read_bytes()
    assert store_in(tmp_path).add([LONG]) == first
    assert path.read_bytes() == before
    path.unlink()
    store_in(tmp_path).add([LONG])
    assert path.read_bytes()[: len(MAGIC)] == MAGIC
    assert path.read_bytes()[100:1000] != before[100:1000]


def test_adding_a_damaged_file_again_heals_it(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    stored = store.add([LONG])
    path = store.path_for(stored.name)
    path.write_bytes(path.read_bytes()[:-1])
    assert store.state(stored.sha256) is FileState.DAMAGED
    store.add([LONG])
    assert content_of(store, stored.sha256) == LONG


def test_any_flipped_bit_is_noticed(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    stored = store.add([b"minutes of the practice meeting"])
    path = store.path_for(stored.name)
    whole = path.read_bytes()
    for bit in range(len(whole) * 8):
        altered = bytearray(whole)
        altered[bit // 8] ^= 1 << bit % 8
        path.write_bytes(altered)
        assert store.state(stored.sha256) is FileState.DAMAGED, bit


def chunks_of(whole: bytes) -> tuple[list[bytes], bytes]:
    body, trailer = whole[len(MAGIC) : -TRAILER], whole[-TRAILER:]
    return [body[at : at + SEALED_CHUNK] for at in range(0, len(body), SEALED_CHUNK)], trailer


def rebuilt(chunks: list[bytes], trailer: bytes) -> bytes:
    return MAGIC + b"".join(chunks) + trailer


def alterations(whole: bytes, other: bytes) -> Iterator[tuple[str, bytes]]:
    chunks, trailer = chunks_of(whole)
    other_chunks, other_trailer = chunks_of(other)
    first, second, last = chunks
    for size in (0, 1, 8, 67, 68, 69, 4096, len(whole) // 2, len(whole) - TRAILER, len(whole) - 1):
        yield f"cut at {size}", whole[:size]
    yield "last chunk dropped", rebuilt([first, second], trailer)
    yield "first chunk dropped", rebuilt([second, last], trailer)
    yield "all chunks dropped", rebuilt([], trailer)
    yield "reordered", rebuilt([second, first, last], trailer)
    yield "doubled", rebuilt([first, first, second, last], trailer)
    yield "chunk of another file", rebuilt([other_chunks[0], second, last], trailer)
    yield "key of another file", rebuilt(chunks, other_trailer)
    yield "another file", other
    yield "appended", whole + b"\0"
    yield "zeroed page", whole[:4096] + bytes(4096) + whole[8192:]
    yield "last chunk cut, same end", rebuilt([first, second, last[:-16]], trailer)
    yield "empty last chunk", rebuilt([first, second, b""], trailer)


def test_cutting_reordering_and_swapping_are_noticed(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    stored, other = store.add([LONG]), store.add([LONG[::-1]])
    path = store.path_for(stored.name)
    whole = path.read_bytes()
    cases = list(alterations(whole, store.path_for(other.name).read_bytes()))
    assert len(cases) == 22
    for case, altered in cases:
        path.write_bytes(altered)
        assert store.state(stored.sha256) is FileState.DAMAGED, case
        with pytest.raises(DamagedEvidenceError):
            content_of(store, stored.sha256)
    path.write_bytes(whole)
    assert content_of(store, stored.sha256) == LONG


def test_a_swapped_file_gives_not_one_byte(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    stored, other = store.add([LONG]), store.add([b"another paper"])
    store.path_for(other.name).replace(store.path_for(stored.name))
    with pytest.raises(DamagedEvidenceError):
        next(iter(store.read_chunks(stored.sha256)))


def test_a_name_forged_with_the_naming_key_is_caught_by_the_content_hash(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    stored = store.add([b"the real policy"])
    wrong = hashlib.sha256(b"something else").hexdigest()
    path = store.path_for(store.name_for(wrong))
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = store.path_for(stored.name).read_bytes()
    bound = f"evidence/{stored.name}/15".encode()
    file_key = keys.unwrap(WORKING_KEYS.evidence_wrap, whole[-TRAILER:], bound)
    rewrapped = keys.wrap(WORKING_KEYS.evidence_wrap, file_key, f"evidence/{store.name_for(wrong)}/15".encode())
    path.write_bytes(whole[:-TRAILER] + rewrapped)
    with pytest.raises(DamagedEvidenceError):
        content_of(store, wrong)


def test_a_file_cut_at_a_chunk_with_its_size_forged_misses_its_last_chunk(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    stored = store.add([LONG])
    path = store.path_for(stored.name)
    chunks, trailer = chunks_of(path.read_bytes())
    bound = f"evidence/{stored.name}/{{}}"
    file_key = keys.unwrap(WORKING_KEYS.evidence_wrap, trailer, bound.format(len(LONG)).encode())
    shorter = keys.wrap(WORKING_KEYS.evidence_wrap, file_key, bound.format(2 * CHUNK).encode())
    path.write_bytes(rebuilt(chunks[:2], shorter))
    assert store.state(stored.sha256) is FileState.DAMAGED


def test_a_missing_file_says_missing(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    stored = store.add([LONG])
    store.path_for(stored.name).unlink()
    assert store.state(stored.sha256) is FileState.MISSING
    with pytest.raises(MissingEvidenceError):
        content_of(store, stored.sha256)


def test_500_spoilt_files_are_each_reported_as_what_they_are(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    generator = random.Random(3)
    hashes = [store.add([b"paper %d" % number]).sha256 for number in range(500)]
    expected: dict[str, FileState] = {}
    for sha256 in hashes:
        path = store.path_for(store.name_for(sha256))
        kind = generator.choice(("whole", "flip", "cut", "gone", "swap"))
        if kind == "flip":
            altered = bytearray(path.read_bytes())
            altered[generator.randrange(len(altered))] ^= 1 << generator.randrange(8)
            path.write_bytes(altered)
        elif kind == "cut":
            path.write_bytes(path.read_bytes()[: generator.randrange(len(path.read_bytes()))])
        elif kind == "gone":
            path.unlink()
        elif kind == "swap":
            path.write_bytes(store.path_for(store.name_for(hashes[0])).read_bytes() if sha256 != hashes[0] else b"")
        expected[sha256] = {"whole": FileState.STORED, "gone": FileState.MISSING}.get(kind, FileState.DAMAGED)
    told: list[int] = []
    assert store.check(hashes, told.append) == expected
    assert told == list(range(1, 501))


class Reader(FastFiles):
    """A source that goes wrong after some pieces."""

    def __init__(self, error: OSError, good: int = 0) -> None:
        self._error = error
        self._good = good

    def chunks(self, path: Path) -> Iterator[bytes]:
        for _ in range(self._good):
            yield LONG
        raise self._error


def online() -> OSError:
    error = OSError(errno.EINVAL, "The cloud file provider is not running")
    error.winerror = 362  # type: ignore[attr-defined] # set by Windows only
    return error


@pytest.mark.parametrize("good", [0, 1])
@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (online(), EvidenceOnlineError, "still in OneDrive"),
        (FileNotFoundError(errno.ENOENT, "gone"), EvidenceVanishedError, "went away"),
        (PermissionError(errno.EACCES, "Permission denied"), EvidenceUnreadableError, "permission denied"),
        (OSError(errno.EIO, "Input/output error"), EvidenceUnreadableError, "input/output error"),
        (OSError("no number"), EvidenceUnreadableError, "fault"),
    ],
)
def test_a_source_that_cannot_be_read_leaves_nothing(
    tmp_path: Path, error: OSError, kind: type[AppError], words: str, good: int
) -> None:
    source = tmp_path / "plan.docx"
    source.write_bytes(LONG)
    with pytest.raises(kind, match=words) as caught:
        store_in(tmp_path, Reader(error, good)).add(source)
    assert "plan.docx" in str(caught.value)
    assert left_in(tmp_path) == []


def test_an_empty_file_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    cases = (("empty.pdf", EmptyEvidenceError), ("none.pdf", EvidenceVanishedError), (".", EvidenceUnreadableError))
    for name, kind in cases:
        with pytest.raises(kind):
            store_in(tmp_path).add(tmp_path / name)
    assert left_in(tmp_path) == []


def test_a_source_that_changes_meanwhile_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "register.xlsx"
    source.write_bytes(LONG)

    class Changing(FastFiles):
        def chunks(self, path: Path) -> Iterator[bytes]:
            yield from super().chunks(path)
            path.write_bytes(LONG + b"!")

    with pytest.raises(EvidenceChangedError):
        store_in(tmp_path, Changing()).add(source)
    assert left_in(tmp_path) == []


@pytest.mark.parametrize(("code", "kind"), [(errno.ENOSPC, DiskFullError), (errno.EROFS, DiskBarredError)])
def test_a_disk_that_fails_at_any_step_says_so_and_leaves_nothing(
    tmp_path: Path, code: int, kind: type[AppError]
) -> None:
    for at in range(1, 100):
        files = FaultyFiles(at, code=code)
        folder = tmp_path / str(at)
        folder.mkdir()
        told = False
        try:
            store_in(folder, files).add([LONG])
        except kind:
            told = True
        store = store_in(folder)
        assert told is files.fired
        assert left_in(folder) in ([], [store.name_for(SHA)])
        assert store.state(SHA) is (FileState.STORED if left_in(folder) else FileState.MISSING)
        if not files.fired:
            assert at > 8
            return


SHA = hashlib.sha256(LONG).hexdigest()


def test_a_plug_pulled_at_any_step_leaves_all_or_nothing_under_the_name(tmp_path: Path) -> None:
    for files in walk(dies=True):
        folder = tmp_path / str(files._at)
        folder.mkdir()
        done = False
        with contextlib.suppress(PulledPlugError):
            done = bool(store_in(folder, files).add([LONG]))
        store = store_in(folder)
        assert store.state(SHA) in ((FileState.STORED,) if done else (FileState.STORED, FileState.MISSING))
        store.remove_unfinished()
        assert left_in(folder) == ([store.name_for(SHA)] if store.state(SHA) is FileState.STORED else [])
        store.add([LONG])
        assert content_of(store, SHA) == LONG


def test_content_and_names_are_forced_to_disk_in_that_order(tmp_path: Path) -> None:
    acts: list[str] = []

    class Watched(FastFiles):
        def sync(self, descriptor: int) -> None:
            acts.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "content")

        def replace(self, source: Path, target: Path) -> None:
            acts.append(f"move to {target.name[:9]}")
            super().replace(source, target)

    stored = store_in(tmp_path, Watched()).add([b"x"])
    final = acts.index(f"move to {stored.name[:9]}")
    assert "content" in acts[:final]
    assert acts[final + 1 :] == ["folder", "folder"]


def test_strays_are_listed_and_known_files_are_none(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    assert store.strays([]) == ()
    assert store.names() == frozenset()
    kept, orphan = store.add([b"kept"]), store.add([b"orphan"])
    foreign = tmp_path / "evidence" / "notes.txt"
    foreign.write_bytes(b"put here by someone")
    misplaced = tmp_path / "evidence" / "zz" / kept.name
    misplaced.parent.mkdir()
    misplaced.write_bytes(b"")
    assert set(store.strays([kept.sha256])) == {store.path_for(orphan.name), foreign, misplaced}
    assert store.names() == {kept.name, orphan.name}


def test_what_was_stored_can_be_taken_back_but_never_what_was_there_before(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    kept = store.add([b"kept"])
    again, new = store.add([b"kept"]), store.add([b"new"])
    store.withdraw(again)
    store.withdraw(new)
    assert left_in(tmp_path) == [kept.name]
    place = store.path_for(kept.name)
    place.write_bytes(b"damaged")
    store.withdraw(store.add([b"kept"]))  # healed by it, and an item has it
    assert store.state(kept.sha256) is FileState.STORED


def test_a_copy_out_is_the_content_and_a_damaged_file_gives_none(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    stored = store.add([LONG])
    store.copy_out(stored.sha256, tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == LONG
    path = store.path_for(stored.name)
    altered = bytearray(path.read_bytes())
    altered[-TRAILER - 3] ^= 1
    path.write_bytes(altered)
    with pytest.raises(DamagedEvidenceError):
        store.copy_out(stored.sha256, tmp_path / "bad.pdf")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["evidence", "out.pdf"]
