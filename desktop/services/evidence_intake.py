# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Takes files into the evidence store, in a thread: looked into, copied, hashed. No database here."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from desktop.models.certificate_numbers import CertificateCopyError, check_no_copy
from desktop.models.errors import AppError
from desktop.services.file_check import UnusableFileError, inspect, note_on
from desktop.storage.evidence_errors import EvidenceError, unreadable
from desktop.storage.evidence_store import EvidenceStore, Stored

Step = Callable[[int, int, str], None]


class FolderGivenError(AppError):
    """A folder among the files to add."""

    code = "folder_given"
    happened = "{name} is a folder, and only files can be added."
    safe = "Nothing else changed."
    to_do = "Open the folder and choose the files in it; several at once will do."


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that lies in the store and waits to be recorded. ``note`` says what to know before it goes into a pack."""

    file_name: str
    title: str
    sha256: str
    size: int
    kept_back: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken, with the error that says why and what to do."""

    file_name: str
    error: AppError


def prepare_files(store: EvidenceStore, paths: Iterable[Path], step: Step) -> tuple[Prepared | Refused, ...]:
    """Copy each file in. Those that cannot be used are told one by one.

    A full disk, or a person who cancels, stops all of it, and then nothing of it stays in the store.
    """
    wanted = tuple(paths)
    copied: list[Stored] = []
    try:
        return _each_prepared(store, wanted, step, copied)
    except BaseException:
        for stored in copied:
            store.withdraw(stored)
        raise


def _each_prepared(
    store: EvidenceStore, wanted: Sequence[Path], step: Step, copied: list[Stored]
) -> tuple[Prepared | Refused, ...]:
    total = sum(_size(path) for path in wanted)
    taken: list[Prepared | Refused] = []
    done = 0
    for number, path in enumerate(wanted, 1):
        label = f"Adding file {number} of {len(wanted)}"

        def tell(count: int, label: str = label) -> None:
            nonlocal done
            done += count
            step(min(done, total), total, label)

        step(min(done, total), total, label)
        taken.append(_prepared(store, path, tell, copied))
    return tuple(taken)


def prepare_bytes(store: EvidenceStore, name: str, data: bytes, step: Step) -> Prepared | Refused:
    """Keep what was pasted: a picture or a text of our own making, so there is nothing to look into."""
    step(0, len(data), "Adding what was pasted")
    try:
        stored = store.add([data], lambda count: step(count, len(data), "Adding what was pasted"))
    except EvidenceError as error:
        return Refused(name, error)
    return _kept(name, stored, "")


def title_of(file_name: str) -> str:
    """A first title for a file: its name without the ending, with spaces for underscores."""
    stem = " ".join(PurePath(file_name).stem.replace("_", " ").split())
    return stem or file_name


def _prepared(
    store: EvidenceStore, path: Path, tell: Callable[[int], None], copied: list[Stored]
) -> Prepared | Refused:
    if path.is_dir():
        return Refused(path.name, FolderGivenError(name=path.name))
    try:
        check_no_copy(path.name)
        _touch(path)
        kept_back = inspect(path, path.name)
        copied.append(store.add(path, tell))
        return _kept(path.name, copied[-1], kept_back)
    except (CertificateCopyError, UnusableFileError, EvidenceError) as error:
        return Refused(path.name, error)


def _touch(path: Path) -> None:
    """Read a byte, so that a file that is gone, or still online, is told as what it is."""
    try:
        with path.open("rb") as stream:
            stream.read(1)
    except OSError as error:
        raise unreadable(error, path.name) from error


def _kept(name: str, stored: Stored, kept_back: str) -> Prepared:
    return Prepared(name, title_of(name), stored.sha256, stored.size, kept_back, note_on(name, kept_back))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
