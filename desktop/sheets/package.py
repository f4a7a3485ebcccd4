# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The limits of a packed spreadsheet: its table of contents, then each XML part, before anything else reads it."""

import io
import stat
import zipfile
from collections.abc import Iterable

from desktop.sheets.limits import MEBI, MOST_PARTS, MOST_RATIO, MOST_UNPACKED, SMALL_PART
from desktop.sheets.refusals import (
    DocumentTypeError,
    LockedSheetError,
    OddPartsError,
    SheetRefusedError,
    UnpacksTooLargeError,
)

_PARSED = (".xml", ".rels", ".vml", ".rdf")
_DOCTYPE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_OVERLAP = max(map(len, _DOCTYPE)) - 1


class Package:
    """A ZIP that has passed the limits."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {part.filename: part for part in _checked(self._zip.infolist())}
            for name, part in self._parts.items():
                if name.lower().endswith(_PARSED):
                    self._refuse_document_type(part)
        except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as error:
            raise SheetRefusedError from error

    @property
    def names(self) -> frozenset[str]:
        """The names of its parts."""
        return frozenset(self._parts)

    def read(self, name: str) -> bytes:
        """One part, empty when it is not there."""
        return self._zip.read(name) if name in self._parts else b""

    def _refuse_document_type(self, part: zipfile.ZipInfo) -> None:
        before = b""
        with self._zip.open(part) as stream:
            while piece := stream.read(MEBI):
                if any(mark in before + piece for mark in _DOCTYPE):
                    raise DocumentTypeError
                before = piece[-_OVERLAP:]


def _checked(parts: list[zipfile.ZipInfo]) -> Iterable[zipfile.ZipInfo]:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise UnpacksTooLargeError
    if len({part.filename.casefold() for part in parts}) < len(parts):
        raise OddPartsError
    for part in parts:
        if part.flag_bits & 0x1:
            raise LockedSheetError
        if _leads_out(part):
            raise OddPartsError
        if part.file_size > max(SMALL_PART, MOST_RATIO * part.compress_size):
            raise UnpacksTooLargeError
    return parts


def _leads_out(part: zipfile.ZipInfo) -> bool:
    """Whether its name climbs, names a drive or the root, or is a link."""
    name = part.orig_filename
    climbs = ".." in name.split("/") or name.startswith("/")
    return climbs or any(sign in name for sign in ("\\", ":", "\0")) or stat.S_ISLNK(part.external_attr >> 16)
