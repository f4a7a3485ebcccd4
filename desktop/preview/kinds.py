# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a file is: by its first bytes; only a text is believed by its name."""

from desktop.preview.page import Document
from desktop.preview.pdf import Pdf
from desktop.preview.picture import Picture
from desktop.preview.plain_text import MARKS, PlainText
from desktop.preview.refusals import EmptyFileError, NotShownError, OtherKindError

TEXTS = (".txt", ".csv", ".tsv", ".md", ".markdown", ".text")
DRAWN = (".pdf", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff")
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*")


def open_document(name_ending: str, data: bytes) -> Document:
    """The document of these bytes, or a NotShownError that says why not."""
    if not data:
        raise EmptyFileError
    if b"%PDF-" in data[:1024]:
        return Pdf(data)
    if name_ending in TEXTS:
        if b"\0" in data[:100_000] and not any(data.startswith(mark) for mark, _ in MARKS):
            raise NotShownError
        return PlainText(data)
    if data.startswith(PICTURES) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return Picture(data)
    raise NotShownError if name_ending in DRAWN else OtherKindError
