# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Which reader a file needs, by its first bytes and then by its name."""

from pathlib import PurePath

from desktop.models.sheet import SheetKind
from desktop.sheets.refusals import (
    EmptySheetError,
    LockedSheetError,
    MacrosError,
    NamedSheetIsPdfError,
    NotASpreadsheetError,
    OldWorkbookError,
    OtherKindOfFileError,
    SheetRefusedError,
)

_OLE, _ZIP, _PDF = bytes.fromhex("d0cf11e0a1b11ae1"), b"PK", b"%PDF"
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_TEXTS = frozenset({".csv", ".tsv", ".txt"})
_MACROS = frozenset({".xlsm", ".xltm", ".xlam"})
_SHEETS: dict[str, SheetKind] = {".xlsx": "xlsx", ".xltx": "xlsx", ".ods": "ods", ".ots": "ods"}
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")  # the marks of UTF-16, in which zero bytes are usual


def kind_of(name: str, data: bytes) -> SheetKind:
    """The kind of a file, or the refusal of what is no spreadsheet that we read."""
    ending = PurePath(name).suffix.lower()
    if not data:
        raise EmptySheetError
    if data.startswith(_PDF):
        raise NamedSheetIsPdfError
    if data.startswith(_OLE):
        raise _old(ending, data)
    if ending in _MACROS:
        raise MacrosError
    if data.startswith(_ZIP):
        return _packed(ending, data)
    return _unpacked(ending, data)


def _old(ending: str, data: bytes) -> SheetRefusedError:
    """The container that old Office files and locked new ones share."""
    if _LOCKED in data:
        return LockedSheetError()
    return OldWorkbookError() if ending in {".xls", ".xlt", *_SHEETS} else OtherKindOfFileError()


def _packed(ending: str, data: bytes) -> SheetKind:
    if _ODS_TYPE in data[:200]:  # the type comes first and is not packed
        return "ods"
    if ending in _SHEETS:
        return _SHEETS[ending]
    if ending in _TEXTS | {".xls"}:
        return "xlsx"  # the reader looks into it, and refuses what is none
    raise OtherKindOfFileError


def _unpacked(ending: str, data: bytes) -> SheetKind:
    if ending in _TEXTS:
        if b"\0" in data and not data.startswith(_WIDE_MARKS):
            raise NotASpreadsheetError
        return "csv"
    if ending in _SHEETS or ending == ".xls":
        raise NotASpreadsheetError
    raise OtherKindOfFileError
