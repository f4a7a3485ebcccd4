# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Makes the pictures of docs/pack.md anew, from the practice charity: python -m tests.documents.make_pictures."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
DOTS_PER_INCH = 90
COLOURS = 160
PICTURES = {  # by the place of the part, not the page, so that links last
    "01": "Cover",
    "03": "The seven standards at a glance",
    "04": "The charity and its services",
    "05": "Critical indicators",
    "06": "Standard 2: Working with others",
    "07": "The workforce behind the service",
    "08": "Action plan",
    "09": "Evidence index",
    "10": "Sign-off",
    "11": "How to check this pack",
}


def first_pages(pack: Path) -> dict[str, int]:
    """The page on which each part begins, from 1, by the titles of the outline."""
    with pikepdf.open(pack) as pdf, pdf.open_outline() as outline:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        places = [(item.title, item.destination) for item in outline.root]
        return {title: numbers[place[0].objgen] for title, place in places if isinstance(place, pikepdf.Array)}


def make(folder: Path) -> None:
    """Draw the practice pack and put a picture of each part into ``folder``."""
    with tempfile.TemporaryDirectory() as made:
        subprocess.run([sys.executable, "-m", "desktop", "demo", made], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        pack = Path(made) / "pack.pdf"
        pages = first_pages(pack)
        for number, title in PICTURES.items():
            page = str(pages[title])
            base = Path(made) / f"pack-{number}"
            command = ["pdftoppm", "-r", str(DOTS_PER_INCH), "-png", "-singlefile", "-f", page, "-l", page]
            subprocess.run([*command, pack, base], check=True)
            with Image.open(base.with_suffix(".png")) as drawn:
                small = drawn.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
                small.save(folder / f"pack-{number}.png", optimize=True)


if __name__ == "__main__":
    target = ROOT / "docs" / "pictures"
    make(target)
    made_now = sorted(target.glob("pack-*.png"))
    print(f"{len(made_now)} pictures, {sum(path.stat().st_size for path in made_now):,} bytes, in {target}")
