# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Makes the pictures of docs/guide.md anew: ``python -m tests.app.make_pictures``. No screen is needed.

Light colours, 1280 x 800, with few colours so that each file is small. ``GUIDE`` names them in the order of the guide.
"""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtWidgets import QApplication, QWidget

from desktop.models.records import FileState
from desktop.services.targets import Place
from tests.app import door_scenes, people_scenes, scenes
from tests.app.door_scenes import Door
from tests.app.scenes import Scene, Way
from tests.app.shots import picture
from tests.app.stage import Stage, make_practice_home

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures" / "window"
GROUNDS, MARKS = 48, 80
PRACTICE, ENDING = "practice-band", ".pdf"


def first_judgement(stage: Stage) -> None:
    """The first indicator of a new assessment, judged, with nothing to show for it yet."""
    stage.go(Place.STANDARDS)
    stage.press("start-assessment")
    stage.find("judge-3").setFocus()
    stage.press("judge-3")


def working(stage: Stage) -> None:
    """How the result of the sixth standard was worked out."""
    stage.go(Place.STANDARDS, "6")
    stage.press("open-working")


def training(stage: Stage) -> None:
    """Training to be recorded for someone."""
    people_scenes.first_person(stage)
    stage.press("record-training")


def preview(stage: Stage) -> None:
    """A page of evidence, beside the list."""
    items = stage.working.desk._workbook.db.evidence.list()
    stored = (item for item in items if item.file_state is FileState.STORED and item.file_name.endswith(ENDING))
    stage.go(Place.EVIDENCE, next(stored).id)
    stage.press("tab-preview")


def in_dark(way: Way) -> Way:
    """The same in dark colours."""

    def go(stage: Stage) -> None:
        stage.wear("dark")
        way(stage)

    return go


FIRST = Scene("first-judgement", first_judgement)
WAYS: dict[str, Way] = {"working": working, "training": training, "preview": preview}
GUIDE: dict[str, tuple[str, ...]] = {  # a door, or the practice charity, and the scenes taken there
    "new": (
        "welcome",
        "first-run-1-passphrase",
        "first-run-2-sheet",
        "first-run-3-second-backup",
        "first-run-4-charity",
        "first-run-5-signers",
        "first-run-6-services",
        "home-empty",
        "first-judgement",
    ),
    "locked": ("unlock", "restore-found", "recovery"),
    "practice": (
        "home",
        "indicator",
        "working",
        "evidence",
        "preview",
        "person",
        "training",
        "training-day-ticked",
        "person-supervision",
        "person-competence",
        "matrix-courses",
        "standard-6-who",
        "needs-plan-course",
        "due-actions",
        "charity-services",
        "charity-signing",
        "charity-backups",
        "charity-look",
        "finder",
        "help",
        "print",
        "pack-1-choosing",
        "pack-2-reading",
        "pack-3-signing",
        "pack-4-made",
        "check-genuine",
        "action-board",
        "one-at-a-time",
        "second-reader-differs",
        "rounds-sign-off",
        "compare",
        "home-dark",
    ),
}


def save(stage: Stage, scene: Scene, folder: Path) -> None:
    """Come to a scene and keep its picture, small."""
    scenes.reach(stage, scene)
    _look_away(stage)
    taken = folder / f"{scene.name}.png"
    picture(stage).save(str(taken))
    with Image.open(taken) as drawn:
        few = with_few_colours(drawn.convert("RGB"))
    few.save(taken, optimize=True)


def with_few_colours(drawn: Image.Image) -> Image.Image:
    """The same picture with a palette: the grounds keep their colours, and so do the small marks."""
    most = sorted(drawn.getcolors(drawn.width * drawn.height) or (), reverse=True)[:GROUNDS]
    marks = drawn.quantize(MARKS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).getpalette() or []
    palette = Image.new("P", (1, 1))
    grounds = [part for _count, colour in most if isinstance(colour, tuple) for part in colour]
    palette.putpalette(grounds + marks[: 3 * MARKS])
    return drawn.quantize(palette=palette, dither=Image.Dither.NONE)


def _look_away(stage: Stage) -> None:
    """A ring round the button of the practice band would draw the eye to it."""
    at, band = QApplication.focusWidget(), stage.window.findChild(QWidget, PRACTICE)
    if at is not None and band is not None and band.isAncestorOf(at):
        at.clearFocus()


def _at_door(door: Door, names: Sequence[str], home: Path, folder: Path) -> None:
    """Every scene on the way is gone through; those that the guide shows are kept."""
    stage = door.begin(home)
    stage.wear("light")
    for scene in (*door.scenes, *([FIRST] if FIRST.name in names else [])):
        if scene.name in names:
            save(stage, scene, folder)
        else:
            scenes.reach(stage, scene)
    stage.end()


def _with_practice(names: Sequence[str], home: Path, folder: Path) -> None:
    make_practice_home(home)
    stage = Stage(home).start(practice=True)
    stage.wear("light")
    known = {scene.name: scene.reach for scene in (*scenes.DESK, scenes.LAST)}
    ways = {**known, **WAYS, "home-dark": in_dark(known["home"])}
    for name in names:
        save(stage, Scene(name, ways[name]), folder)
    stage.wear("light")
    stage.end()


def make(folder: Path, only: str = "") -> None:
    """Take the pictures anew; ``only`` one kind of those in ``GUIDE``."""
    kinds: dict[str, Callable[[Sequence[str], Path, Path], None]] = {
        "new": lambda names, home, to: _at_door(door_scenes.NEW, names, home, to),
        "locked": lambda names, home, to: _at_door(door_scenes.LOCKED, names, home, to),
        "practice": _with_practice,
    }
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="sevenfold-") as room:
        for kind, names in GUIDE.items():
            if only in {"", kind}:
                kinds[kind](names, Path(room) / kind / "home", folder)


if __name__ == "__main__":
    _application = QApplication.instance() or QApplication(sys.argv[:1])
    only_one = "".join(sys.argv[1:2])
    if not only_one:
        shutil.rmtree(FOLDER, ignore_errors=True)
    make(FOLDER, only_one)
    sizes = [path.stat().st_size for path in FOLDER.glob("*.png")]
    print(f"{len(sizes)} pictures in {FOLDER}, {sum(sizes):,} bytes, the largest {max(sizes):,}")
