# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Pictures, decoded by Pillow after their header was checked."""

import io

from PIL import Image, ImageOps

from desktop.preview.page import Page, allowed_width
from desktop.preview.refusals import NotShownError, PictureTooLargeError

MOST_MEGAPIXELS = 50
MOST_FRAMES = 200
FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF")
ORIENTATION = 0x0112
TURNED = (5, 6, 7, 8)

Image.MAX_IMAGE_PIXELS = None  # our own limit is stricter, and is checked before anything is decoded


class Picture:
    """An open picture; a scan in TIFF may have several pages."""

    kind = "picture"
    note = ""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            with self._opened() as image:
                frames = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
                self.sizes = [self._size(image, index) for index in range(min(frames, MOST_FRAMES))]
        except (OSError, SyntaxError, ValueError, EOFError) as exc:
            raise NotShownError from exc

    def page(self, number: int, width: int) -> Page:
        """One picture, the right way up, on white, never larger than it is."""
        size = self.sizes[number - 1]
        width = min(allowed_width(width, size), int(size[0]))
        target = (width, max(1, round(size[1] * width / size[0])))
        try:
            with self._opened() as image:
                shown = self._drawn(image, number - 1, target)
        except (OSError, SyntaxError, ValueError, EOFError) as exc:
            raise NotShownError from exc
        return Page(*shown.size, 3 * shown.width, shown.tobytes(), "")

    def _opened(self) -> Image.Image:
        return Image.open(io.BytesIO(self._data), formats=FORMATS)

    @staticmethod
    def _size(image: Image.Image, index: int) -> tuple[float, float]:
        if index:
            image.seek(index)
        width, height = image.size
        if width * height > MOST_MEGAPIXELS * 1_000_000:
            raise PictureTooLargeError
        return (height, width) if image.getexif().get(ORIENTATION) in TURNED else (width, height)

    @staticmethod
    def _drawn(image: Image.Image, index: int, target: tuple[int, int]) -> Image.Image:
        if index:
            image.seek(index)
        turned = image.getexif().get(ORIENTATION)
        flat = target[::-1] if turned in TURNED else target
        image.draft("RGB", flat)
        small = _in_colour(image).resize(flat, Image.Resampling.LANCZOS, reducing_gap=2.0)
        return ImageOps.exif_transpose(small) if turned else small


def _in_colour(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I;16") or image.mode == "I":
        image = image.point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        seen = image if image.mode == "RGBA" else image.convert("RGBA")
        paper = Image.new("RGB", image.size, "white")
        paper.paste(seen, mask=seen.getchannel("A"))
        return paper
    return image.convert("RGB")
