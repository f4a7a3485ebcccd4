# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""PDF pages, drawn by PDFium. Built without a script engine, and forms are never started."""

import math

import pypdfium2
from pypdfium2 import raw

from desktop.preview.page import Page, allowed_width
from desktop.preview.plain_text import made_visible
from desktop.preview.protocol import CUT_PAGES, MOST_PAGES, MOST_TEXT
from desktop.preview.refusals import NotShownError, PasswordError

HYPHENS_AT_LINE_ENDS = {0x02: None, 0xFFFE: None}


class Pdf:
    """An open PDF."""

    kind = "pdf"

    def __init__(self, data: bytes) -> None:
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as exc:
            locked = getattr(exc, "err_code", None) == raw.FPDF_ERR_PASSWORD
            raise (PasswordError if locked else NotShownError) from exc
        pages = len(self._document)
        if not pages:
            raise NotShownError
        self.note = CUT_PAGES if pages > MOST_PAGES else ""
        self.sizes = [self._size(index) for index in range(min(pages, MOST_PAGES))]

    def page(self, number: int, width: int) -> Page:
        """One page as pixels and words."""
        page = self._flat_page(number - 1)
        width = allowed_width(width, self.sizes[number - 1])
        bitmap = page.render(scale=(width - 0.01) / page.get_width(), may_draw_forms=False, rev_byteorder=True)
        pixels = bytes(bitmap.buffer)
        shown = Page(bitmap.width, bitmap.height, bitmap.stride, pixels, _words(page))
        bitmap.close()
        page.close()
        return shown

    def _flat_page(self, index: int) -> pypdfium2.PdfPage:
        """The page with what was typed into its form made part of it: it can be read, and nothing is started."""
        try:
            page = self._document[index]
            if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
                return page
            page.close()
            return self._document[index]
        except pypdfium2.PdfiumError as exc:
            raise NotShownError from exc

    def _size(self, index: int) -> tuple[float, float]:
        try:
            width, height = self._document.get_page_size(index)
        except pypdfium2.PdfiumError:
            return (595.0, 842.0)  # a damaged page keeps its place, and is refused when it is asked for
        sides = (width, height)
        return sides if all(math.isfinite(side) and side >= 1 for side in sides) else (595.0, 842.0)


def _words(page: pypdfium2.PdfPage) -> str:
    try:
        words = page.get_textpage().get_text_bounded()
    except pypdfium2.PdfiumError:
        return ""
    return made_visible(words[:MOST_TEXT].translate(HYPHENS_AT_LINE_ENDS))
