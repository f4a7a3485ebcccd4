# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The pictures of pages that are held: those near what is in view, and not much more."""

from collections.abc import Collection

from PySide6.QtGui import QImage

from desktop.ui.preview.reader import ASKED_WIDTH

KEPT_PAGES = 8
KEPT_BYTES = 120_000_000


class PageImages:
    """By page number; or the words why a page cannot be shown."""

    def __init__(self) -> None:
        self._images: dict[int, QImage] = {}
        self._refusals: dict[int, str] = {}

    def __contains__(self, number: int) -> bool:
        """Whether the picture of a page is held."""
        return number in self._images

    def __len__(self) -> int:
        """How many pictures are held."""
        return len(self._images)

    def take(self, number: int, image: QImage, near: Collection[int]) -> None:
        """Hold a page that is ready, and let go of the oldest that are not near."""
        self._images.pop(number, None)
        self._images[number] = image
        held = sum(image.sizeInBytes() for image in self._images.values())
        for old in [page for page in self._images if page not in near]:
            if len(self._images) <= KEPT_PAGES and held <= KEPT_BYTES:
                return
            held -= self._images.pop(old).sizeInBytes()

    def refuse(self, number: int, sentence: str) -> None:
        """A page cannot be shown."""
        self._refusals[number] = sentence

    def of(self, number: int) -> QImage | None:
        """The picture of a page, if it is held."""
        return self._images.get(number)

    def words(self, number: int) -> str:
        """What stands in its place."""
        return self._refusals.get(number, f"Page {number}")

    def wants(self, number: int, width: int) -> bool:
        """Whether the page has to be made, for its width on this screen."""
        image = self._images.get(number)
        return number not in self._refusals and (image is None or image.text(ASKED_WIDTH) != str(width))
