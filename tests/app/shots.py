# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Pictures of every screen in every look: ``python3 dev.py shots [FOLDER]``, or ``python -m tests.app.shots FOLDER``.

``--look light`` takes one look, ``--scene home`` those scenes whose names begin so. No screen is needed.
"""

import argparse
import logging
import os
import shutil
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.ui.theme import LOOK
from tests.app import door_scenes, scenes
from tests.app.scenes import Scene
from tests.app.stage import Complaints, Stage, make_practice_home


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is taken. ``grey`` takes the same picture without colour as well."""

    name: str
    theme: str
    percent: int = 100
    size: tuple[int, int] = (1280, 800)
    grey: bool = False


LOOKS = (
    Look("light", "light", grey=True),
    Look("dark", "dark"),
    Look("contrast", "contrast"),
    Look("small", "light", size=(1024, 700)),
    Look("large", "light", 200),
)


def picture(stage: Stage) -> QImage:
    """The window, with the dialog that is open lying on it."""
    image = stage.window.grab().toImage()
    dialog = stage.dialog()
    if dialog is not None:
        with QPainter(image) as painter:
            free = stage.window.size() - dialog.size()
            painter.drawPixmap(max(0, free.width() // 2), max(0, free.height() // 3), dialog.grab())
    return image


def save(stage: Stage, look: Look, name: str, folder: Path) -> None:
    """Take one picture."""
    image = picture(stage)
    image.save(str(folder / f"{name}-{look.name}.png"))
    if look.grey:
        image.convertToFormat(QImage.Format.Format_Grayscale8).save(str(folder / f"{name}-grey.png"))


def take(stage: Stage, look: Look, wanted: Sequence[Scene], folder: Path) -> list[str]:
    """Pictures of these scenes in one look; gives the names of those that could not be reached, and why."""
    failed = []
    stage.wear(look.theme, look.percent, look.size)
    for scene in wanted:
        try:
            scenes.reach(stage, scene)
            save(stage, look, scene.name, folder)
        except Exception:  # one screen that cannot be reached must not hide the others
            failed.append(f"{scene.name} in {look.name}: {traceback.format_exc(limit=-3)}")
    return failed


def take_all(looks: Sequence[Look], begins: str, folder: Path, room: Path) -> list[str]:
    """Every picture that was asked for."""

    def named(some: Sequence[Scene]) -> list[Scene]:
        return [scene for scene in some if scene.name.startswith(begins)]

    failed: list[str] = []
    template = room / "practice"
    make_practice_home(template)
    if named([*scenes.DESK, scenes.LAST]):
        stage = Stage(Path(shutil.copytree(template, room / "desk")))
        stage.start(practice=True)
        for look in looks:
            failed += take(stage, look, named(scenes.DESK), folder)
        for look in looks:
            failed += take(stage, look, named([scenes.LAST]), folder)
        stage.end()
    for number, (look, door) in enumerate((look, door) for look in looks for door in door_scenes.DOORS):
        if named(door.scenes):
            stage = door.begin(room / f"door-{number}")
            failed += take(stage, look, named(door.scenes), folder)
            stage.end()
    return failed


def main() -> int:
    """Take the pictures, and say how many and how long."""
    parser = argparse.ArgumentParser(prog="dev.py shots", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("out/shots"))
    parser.add_argument("--look", choices=[look.name for look in LOOKS])
    parser.add_argument("--scene", default="")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    heard = Complaints()
    logging.getLogger().addHandler(heard)
    _application = QApplication.instance() or QApplication(sys.argv[:1])
    looks = [look for look in LOOKS if asked.look in {None, look.name}]
    with TemporaryDirectory(prefix="sevenfold-shots-") as room:
        failed = take_all(looks, asked.scene, asked.folder, Path(room))
    LOOK.wear("light", 100)
    count = len(list(asked.folder.glob("*.png")))
    print(f"{count} pictures in {asked.folder}, {time.monotonic() - begun:.0f} s")
    print("\n".join([*failed, *heard.said]))
    return 1 if failed or heard.said else 0


if __name__ == "__main__":
    raise SystemExit(main())
