# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the styles of an ODS file say that matters to a list of people: struck through, and sheets that are hidden."""

from odfdo import Document, Element, XmlPart

_DEEP = 20  # styles build on styles; a circle ends here


class Styles:
    """The styles of one file by name."""

    def __init__(self, book: Document) -> None:
        self._styles: dict[str, Element] = {}
        for part in ("styles", "content"):
            xml = book.get_part(part)
            assert isinstance(xml, XmlPart)
            for style in xml.root.get_elements("descendant::style:style"):
                self._styles[style.get_attribute_string("style:name") or ""] = style
        self._struck: dict[str, bool] = {}

    def strikes(self, name: str) -> bool:
        """Whether words in this style are struck through."""
        if name not in self._struck:
            said = self._said(name, "style:text-properties", "style:text-line-through-style")
            kind = self._said(name, "style:text-properties", "style:text-line-through-type")
            self._struck[name] = (said or kind or "none") != "none"
        return self._struck[name]

    def hides_table(self, name: str) -> bool:
        """Whether a sheet in this style is hidden."""
        return self._said(name, "style:table-properties", "table:display") == "false"

    def _said(self, name: str, part: str, attribute: str) -> str:
        """What a style says, or the nearest one that it builds on."""
        for _ in range(_DEEP):
            style = self._styles.get(name)
            if style is None:
                return ""
            for properties in style.get_elements(part):
                if said := properties.get_attribute_string(attribute):
                    return said
            name = style.get_attribute_string("style:parent-style-name") or ""
        return ""
