# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The rules for the ZIP volumes that go with a pack: each as signed, byte for byte, and so every file in it."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from desktop.models.errors import CancelledError
from desktop.models.pack import VolumePart
from desktop.models.verdict import EvidenceState, Reason
from desktop.signing.manifest import ManifestFile, Seal
from desktop.signing.objections import reason
from desktop.signing.zip_rules import Differences, SignedFile, UnsafeZipError, compare

_PIECE = 1024 * 1024
_MOST_NAMED = 8
_STATES = {
    "evidence_unreadable": EvidenceState.UNREADABLE,
    "evidence_absent": EvidenceState.MISSING,
    "evidence_repacked": EvidenceState.REPACKED,
}
_GRAVEST_LAST = (
    EvidenceState.AS_SIGNED,
    EvidenceState.MISSING,
    EvidenceState.UNREADABLE,
    EvidenceState.REPACKED,
    EvidenceState.ALTERED,
)


def check_evidence(
    given: Sequence[Path] | None,
    seal: Seal,
    files: Sequence[ManifestFile],
    beat: Callable[[], None] = lambda: None,
) -> tuple[EvidenceState, tuple[Reason, ...]]:
    """Compare the volumes a person has with what was signed. ``None`` means that they did not ask.

    ``beat`` is called for every MiB, and may raise ``CancelledError``.
    """
    if given is None:
        return EvidenceState.NOT_CHECKED, ()
    if not given and not seal.volumes:
        return EvidenceState.NONE, ()
    found = tuple(_Comparison(seal, files, beat).reasons(given))
    states = (_STATES.get(one.code, EvidenceState.ALTERED) for one in found)
    return max(states, key=_GRAVEST_LAST.index, default=EvidenceState.AS_SIGNED), found


class _Comparison:
    """Takes the given files one by one, and keeps count of the volumes not yet seen."""

    def __init__(self, seal: Seal, files: Sequence[ManifestFile], beat: Callable[[], None]) -> None:
        self._beat = beat
        self._files = files
        self._waiting = list(seal.volumes)

    def reasons(self, given: Sequence[Path]) -> Iterator[Reason]:
        """Every way in which the given files differ from the signed volumes."""
        strangers: list[Path] = []
        for path in given:
            try:
                volume = self._recognise(path)
            except OSError:
                yield reason("evidence_unreadable", path.name)
                continue
            if volume is None:
                strangers.append(path)
            else:
                yield from self._content(path, volume, repacked=False)
        for path in strangers:
            yield from self._stranger(path)
        if self._waiting:
            yield reason("evidence_absent", _named([one.name for one in self._waiting]))

    def _recognise(self, path: Path) -> VolumePart | None:
        """The signed volume that this file is, byte for byte; it then waits no longer."""
        size = path.stat().st_size
        if not any(one.size == size for one in self._waiting):
            return None
        sums = hashlib.sha256()
        with path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                self._beat()
                sums.update(piece)
        found = next((one for one in self._waiting if (one.size, one.sha256) == (size, sums.hexdigest())), None)
        if found:
            self._waiting.remove(found)
        return found

    def _stranger(self, path: Path) -> Iterator[Reason]:
        """A file that is no signed volume: changed, repacked, or from somewhere else."""
        named = next((one for one in self._waiting if one.name.casefold() == path.name.casefold()), None)
        volume = named or (self._waiting[0] if len(self._waiting) == 1 else None)
        if volume is None:
            yield reason("evidence_stranger", path.name)
            return
        self._waiting.remove(volume)
        yield from self._content(path, volume, repacked=True)

    def _content(self, path: Path, volume: VolumePart, *, repacked: bool) -> Iterator[Reason]:
        signed = {one.name: SignedFile(one.size, one.sha256) for one in self._files if one.volume == volume.name}
        try:
            found = compare(path, signed, self._beat)
        except UnsafeZipError:
            yield reason("evidence_unsafe", path.name)
        except CancelledError:
            raise
        except Exception:  # hostile bytes: whatever zipfile raises, this is no ZIP that we wrote
            yield reason("evidence_damaged", path.name)
        else:
            yield from _differences(found)
            if repacked and found == Differences():
                yield reason("evidence_repacked", path.name)


def _differences(found: Differences) -> Iterator[Reason]:
    named = (
        ("evidence_changed", found.changed),
        ("evidence_file_missing", found.missing),
        ("evidence_extra", found.extra),
    )
    for code, names in named:
        if names:
            yield reason(code, _named(names))


def _named(names: Sequence[str]) -> str:
    """The names in one line; a long list ends in a count, and nothing that could disturb a terminal is printed."""
    shown = ["".join(one if one.isprintable() else "?" for one in name[:80]) for name in names[:_MOST_NAMED]]
    more = [f"and {len(names) - _MOST_NAMED} more"] if len(names) > _MOST_NAMED else []
    return ", ".join(shown + more)
