# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Checking a pack in the window: sorts what was dropped, checks it, and remembers signers. Needs no workbook."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.models.errors import AppError, InputError
from desktop.models.verdict import Verdict
from desktop.services.checked_pack import CheckedFile, CheckedPack, checked_pack
from desktop.services.known_roots import KnownRoot, KnownRoots, KnownSignersError
from desktop.signing.check import check_pack
from desktop.signing.identity import RootCertificateError, fingerprint
from desktop.support.clock import Clock
from desktop.support.files import Files

Step = Callable[[int, int, str], None]
_LARGEST_CERTIFICATE = 100_000
_CERTIFICATES = {".pem", ".crt", ".cer"}


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was given, sorted. ``others`` are files that have no part in a check."""

    pack: Path | None = None
    evidence: tuple[Path, ...] = ()
    root: Path | None = None
    others: tuple[Path, ...] = ()


def sort_dropped(paths: Iterable[Path]) -> Dropped:
    """Sort files into the pack, its ZIP volumes and a root certificate; of a folder, the files in it."""
    found = list(_files_of(paths))
    packs = [path for path in found if path.suffix.lower() == ".pdf"]
    roots = [path for path in found if path.suffix.lower() in _CERTIFICATES]
    zips = tuple(path for path in found if path.suffix.lower() == ".zip")
    pack = next((path for path in packs if path.name.lower() == "pack.pdf"), next(iter(packs), None))
    root = next(iter(roots), None)
    used = {pack, root, *zips}
    return Dropped(pack, zips, root, tuple(path for path in found if path not in used))


def _files_of(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        try:
            yield from sorted(each for each in path.iterdir() if each.is_file() and not each.name.startswith("."))
        except OSError:  # not a folder, or one that may not be looked into: the check tells what it is worth
            yield path


class PackChecker:
    """Checks packs against the signers this device knows, and the charity's own root while its workbook is open."""

    def __init__(self, home: Path, clock: Clock, files: Files, own_root: str = "") -> None:
        """``home`` is Sevenfold's own folder; ``own_root`` the fingerprint of the open workbook's root."""
        self._known = KnownRoots(home, files)
        self._clock = clock
        self._files = files
        self._own_root = own_root

    def check(self, dropped: Dropped, step: Step = lambda _done, _total, _label: None) -> CheckedPack:
        """Check what was given. Reads files only, and may run in a job; raises ``InputError`` with no pack in it."""
        if dropped.pack is None:
            raise InputError(what="No pack was given.", to_do="Give the PDF of the pack, with its ZIP if you have it.")
        step(0, 2, "Reading the files")
        roots, remarks = self._readable()
        verdict = check_pack(
            dropped.pack,
            root_pem=None,
            evidence=dropped.evidence or None,
            now=self._clock.now(),
            known={self._own_root, *roots} - {""},
            beat=lambda: step(0, 2, "Reading the files"),
        )
        step(1, 2, "Putting the answer into words")
        remarks += (*_of_name(verdict, roots), *self._of_root(dropped.root, verdict), *_of_others(dropped.others))
        seen = seen_files((dropped.pack, *dropped.evidence), verdict)
        own = verdict.root_fingerprint == self._own_root
        return checked_pack(verdict, seen, None if own else roots.get(verdict.root_fingerprint), remarks)

    def remember(self, checked: CheckedPack, how: str) -> None:
        """Know this signer from now on, because somebody compared the fingerprint: see ``HOWS``."""
        if checked.can_remember:
            root = KnownRoot(checked.fingerprint, checked.signer, self._clock.today(), how)
            self._known.remember(root)

    def known(self) -> tuple[KnownRoot, ...]:
        """The known signers, by name; raises ``KnownSignersError``."""
        return self._known.all()

    def met(self) -> tuple[KnownRoot, ...]:
        """The known signers to show; none when their list cannot be read, which the next check tells."""
        return tuple(self._readable()[0].values())

    def forget(self, fingerprint: str) -> None:
        """Know a signer no longer."""
        self._known.forget(fingerprint)

    def _readable(self) -> tuple[dict[str, KnownRoot], tuple[str, ...]]:
        try:
            return {root.fingerprint: root for root in self._known.all()}, ()
        except KnownSignersError as error:
            return {}, (_happened(error),)

    def _of_root(self, root: Path | None, verdict: Verdict) -> Sequence[str]:
        """What a root certificate that came along is worth."""
        if root is None or not verdict.root_fingerprint:
            return ()
        try:
            found = fingerprint(self._files.read_part(root, 0, _LARGEST_CERTIFICATE))
        except (OSError, RootCertificateError):
            return (f"{root.name} is not a root certificate, and was left aside.",)
        if found == verdict.root_fingerprint:
            told = f"The charity's own root file ({root.name}) came along."
            return (f"{told} It proves nothing until you compare the fingerprint.",)
        return (f"{root.name} is not the root that this pack was signed under. Ask the charity why.",)


def _happened(error: AppError) -> str:
    return error.happened.format(**error.facts)


def _of_name(verdict: Verdict, roots: Mapping[str, KnownRoot]) -> Sequence[str]:
    """A name that is known already, under a key that is not: somebody may be using it."""
    if verdict.signer is None or verdict.known or not verdict.root_fingerprint:
        return ()
    name = verdict.signer.charity
    if all(name.casefold() != root.name.casefold() for root in roots.values()):
        return ()
    return (f"You know a signer named {name}, but by another fingerprint. Ask them by telephone whether it changed.",)


def _of_others(others: Sequence[Path]) -> Sequence[str]:
    return [f"{path.name} has no part in the check." for path in others]


def seen_files(paths: Iterable[Path], verdict: Verdict) -> tuple[CheckedFile, ...]:
    """The files of a check, with their sizes in words."""
    return tuple(_seen(path, verdict) for path in paths)


def _seen(path: Path, verdict: Verdict) -> CheckedFile:
    size = _size(path)
    facts = verdict.facts
    if facts is None:
        return CheckedFile(path.name, size)
    if path.suffix.lower() == ".pdf":
        return CheckedFile(path.name, f"{_count(facts.pages, 'page')}, {size}")
    files = f"{_count(facts.files, 'file') if facts.files else 'No files in it'}, " if len(facts.volumes) == 1 else ""
    return CheckedFile(path.name, files + size)


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def _size(path: Path) -> str:
    try:
        size = path.stat().st_size
    except OSError:
        return "could not be opened"
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{max(1, round(size / 1000))} KB"
