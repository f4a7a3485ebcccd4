# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Looks into a file before it becomes evidence: can it be used, and may it go into a pack as it is?

This is not the search for personal data; nothing here reads what a document says.
"""

import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from PIL import Image

from desktop.models.errors import AppError

OFFICE = {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"}
PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp"}
PROGRAMS = set(".exe .com .scr .msi .bat .cmd .ps1 .vbs .js .jse .wsf .lnk .hta .html .htm .svg .jar .sh .py".split())
MACROS = {".docm", ".xlsm", ".pptm"}
ACTIONS = {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/Rendition"}
DEEPEST = 6
_SHEETS = {".csv", ".xlsx", ".xls", ".ods"}
_PRINT = "print it to a new PDF, read that, and add it."
LOCKED = "is locked with a password"
_WAY_OUT = {
    LOCKED: "save a copy without the password, read it, and add that.",
    "holds macros": "save a copy without macros, and add that.",
}
MOST_ENTRIES, MOST_BYTES, MOST_RATIO, MOST_PIXELS = 2000, 200_000_000, 100, 50_000_000


class UnusableFileError(AppError):
    """A file cannot serve as evidence as it stands."""

    code = "unusable_file"
    happened = "{name} {why}, so it was not added."
    safe = "Nothing else changed."
    to_do = "Open it in the program it came from, save it again, then add that file."


def inspect(path: Path, name: str) -> str:
    """Why the file must be kept back from packs, or ''. ``name``: its name as given. Raises ``UnusableFileError``."""
    suffix = Path(name.rstrip(". ")).suffix.lower()
    try:
        with path.open("rb") as stream:
            head = stream.read(1024)
    except OSError as error:
        raise UnusableFileError(name=name, why=f"could not be opened ({error.strerror})") from error
    if not head:
        raise UnusableFileError(name=name, why="is empty (0 bytes)")
    if suffix in PROGRAMS or head.startswith((b"MZ", b"\x7fELF")):
        raise UnusableFileError(name=name, why="is a program or a web page, which could run by itself")
    if b"%PDF-" in head and not head.startswith(b"PK"):
        if suffix != ".pdf":
            raise UnusableFileError(name=name, why=f"is named {suffix or 'without an ending'} but its contents are PDF")
        return _inspect_pdf(path, name)
    if suffix == ".pdf":
        raise UnusableFileError(name=name, why="is named .pdf but is not a PDF")
    if suffix in OFFICE | MACROS | {".zip"}:
        return _inspect_zip(path, name, suffix)
    if suffix in PICTURES:
        _inspect_picture(path, name)
    return ""


def note_on(name: str, kept_back: str) -> str:
    """What to know of a file that ``inspect`` let through, before it goes into a pack; '' when there is nothing."""
    if kept_back:
        return f"{name} {kept_back}. {what_it_means(kept_back)} You can keep it here. {way_out(kept_back)}"
    if Path(name).suffix.lower() in _SHEETS:
        return f"{name} is a spreadsheet, and a pack carries all of it. Look for lists of people and hidden columns."
    return ""


def what_it_means(kept_back: str) -> str:
    """What it means for others that a file is kept back."""
    who = "A commissioner cannot open it, and a" if kept_back == LOCKED else "A"
    return f"{who} pack cannot carry it."


def way_out(kept_back: str) -> str:
    """What to do so that a pack can carry what a file says."""
    return f"To send it with a pack, {_WAY_OUT.get(kept_back, _PRINT)}"


def _inspect_pdf(path: Path, name: str) -> str:
    try:
        with pikepdf.open(path) as pdf:
            return _judge_pdf(pdf, name)
    except pikepdf.PasswordError:
        return LOCKED
    except UnusableFileError:
        raise
    except Exception as error:  # whatever a hostile or broken file makes the parser raise, the file is unusable
        raise UnusableFileError(name=name, why="is damaged or cut off") from error


def _judge_pdf(pdf: pikepdf.Pdf, name: str) -> str:
    if not len(pdf.pages):
        raise UnusableFileError(name=name, why="is a PDF with no pages")
    if any("damaged" in str(entry) or "recover" in str(entry) for entry in pdf.get_warnings()):
        raise UnusableFileError(name=name, why="is damaged or cut off")
    if pdf.is_encrypted:
        return "is locked: its security settings limit its use"
    return "holds a script or a file inside it" if _is_active(pdf) else ""


def _is_active(pdf: pikepdf.Pdf) -> bool:
    """Whether anything in the file runs, launches or carries another file, wherever it hangs."""
    return any(_acts(found) for top in pdf.objects for found in _dictionaries(top))


def _dictionaries(found: object, depth: int = DEEPEST) -> Iterator[pikepdf.Object]:
    """An object's dictionaries, its own and those written inside it; what it points to comes by itself."""
    children: list[object] = []
    if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        yield found
        children = [child for _, child in found.items()]
    elif isinstance(found, pikepdf.Array):
        children = list(found)
    for child in children if depth else ():
        if isinstance(child, pikepdf.Object) and not child.is_indirect:
            yield from _dictionaries(child, depth - 1)


def _acts(found: pikepdf.Object) -> bool:
    kinds = found.get("/S") in ACTIONS or found.get("/Subtype") in {"/FileAttachment", "/RichMedia"}
    return kinds or any(key in found for key in ("/JS", "/EF", "/AA", "/XFA", "/EmbeddedFiles"))


def _inspect_zip(path: Path, name: str, suffix: str) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except Exception as error:  # zipfile raises many kinds for broken tables
        raise UnusableFileError(name=name, why="is damaged or cut off") from error
    packed = max(1, sum(entry.compress_size for entry in entries))
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_BYTES or unpacked / packed > MOST_RATIO:
        raise UnusableFileError(name=name, why="would be far too large when unpacked")
    names = [entry.filename for entry in entries]
    if any(entry.startswith(("/", "\\")) or ".." in Path(entry).parts or "\\" in entry for entry in names):
        raise UnusableFileError(name=name, why="holds entries that try to leave their folder")
    macros = suffix in MACROS or any(entry.endswith("vbaProject.bin") for entry in names)
    return "holds macros" if macros else ""


def _inspect_picture(path: Path, name: str) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit below is stricter
            with Image.open(path) as picture:
                pixels = picture.width * picture.height
                picture.verify()
    except Exception as error:  # each of Pillow's formats raises kinds of its own
        raise UnusableFileError(name=name, why="is not a picture that can be read") from error
    if pixels > MOST_PIXELS:
        raise UnusableFileError(name=name, why="has more than 50 million points")
