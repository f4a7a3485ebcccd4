# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``sevenfold preview-import``: what a spreadsheet would bring, and what must be asked first. Nothing is stored."""

import argparse
import gc
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.output import add_as_at, add_json, tell_json

if TYPE_CHECKING:
    from desktop.services.importing.preview import Preview, Problem, Question

_KINDS = ("training", "staff", "supervision", "attendance")


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser("preview-import", help="show what a spreadsheet would bring, without storing it")
    parser.add_argument("file", type=Path, metavar="FILE", help="a .xlsx, .ods or .csv file")
    parser.add_argument("--kind", choices=_KINDS, help="what the file is about (default: find out)")
    parser.add_argument("--sheet", metavar="NAME", help="which sheet to read (default: the likeliest)")
    add_as_at(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read the file and print its preview."""
    gc.disable()  # one file and then the end: looking for garbage would take a tenth of the time
    try:
        return _tell(options)
    finally:
        gc.enable()


def _tell(options: argparse.Namespace) -> int:
    from desktop.services.importing.from_file import FilePreview

    reading = FilePreview(options.file)
    from desktop.services.importing.as_data import preview_as_data  # while the file is being read
    from desktop.support.catalogue_file import load_catalogue

    catalogue = load_catalogue() if options.json else None
    preview = reading.result(options.kind, options.sheet, options.as_at)
    if catalogue:
        tell_json(preview_as_data(preview, catalogue))
    else:
        tell_preview(preview)
    return 0


def tell_preview(preview: "Preview") -> None:
    """The preview in words."""
    layout = preview.layout
    print(f"Sheet {layout.sheet}: {layout.kind.value}, {layout.way.value}")
    print(f"People: {len(preview.people)}")
    print(f"Records: {len(preview.records)}")
    for name, count in preview.figures:
        print(f"  {name.replace('_', ' ')}: {count}")
    _tell_cells("Problems", preview.problems)
    _tell_cells("Questions", preview.questions)
    for warned in preview.warnings:
        print(f"Look at {warned.person}: {warned.message}")
    for note in preview.notes:
        print(f"Note: {note}")
    print("Nothing was stored.")


def _tell_cells(heading: str, cells: "Iterable[Problem | Question]") -> None:
    told = [f"  {each.cell}: {each.message}" for each in cells]
    print(f"{heading}: {len(told)}")
    for line in told:
        print(line)
