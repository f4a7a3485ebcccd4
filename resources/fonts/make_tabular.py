# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Make the copies of the font whose plain figures are the tabular ones: run once, commit what it writes.

The pages are drawn without font features, so figures of equal width need fonts that map 0-9 to them.
"""

from pathlib import Path

from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
FACES = ("400Regular", "400Regular_Italic", "600SemiBold", "700Bold")


def figures(font: TTFont) -> dict[str, str]:
    """Glyph name of each figure to the name of its tabular form, from the font's own ``tnum`` feature."""
    table = font["GSUB"].table
    found: dict[str, str] = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[index].SubTable:
                    found |= getattr(part, "ExtSubTable", part).mapping
            break
    return found


def make(face: str, folder: Path = HERE) -> Path:
    """Write the tabular copy of one face, without the tables that drawing does not use."""
    font = TTFont(HERE / f"AtkinsonHyperlegibleNext_{face}.ttf", recalcTimestamp=False)
    swap = figures(font)
    for table in font["cmap"].tables:
        table.cmap = {code: swap.get(glyph, glyph) for code, glyph in table.cmap.items()}
    for tag in ("GSUB", "GPOS", "GDEF"):
        if tag in font:
            del font[tag]
    target = folder / f"AtkinsonHyperlegibleNextTabular_{face}.ttf"
    font.save(target)
    return target


if __name__ == "__main__":
    for name in FACES:
        make(name)
