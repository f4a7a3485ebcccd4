# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""From files to a signed pack in a folder, in a workbook of its own or in one that is there already."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.models.errors import AppError, InputError
from desktop.models.results import StandardResult
from desktop.models.verdict import Verdict
from desktop.services.checking import verdict_as_data
from desktop.services.intake import Intake
from desktop.services.packs import MadePack, PackWish, Step, make_pack, no_step
from desktop.services.scores import results_as_data, scope_notes
from desktop.services.secrets_given import read_secret
from desktop.services.signers import signing_leaf
from desktop.services.stocking import PASSPHRASES, ROOT_KEY, SHEET, WORKBOOK, Inputs, PackRequest, Tools, stocked
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock, SystemClock
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files

PRIVATE = "keep-private"
NOT_SEARCHED = (
    "Nobody has searched the answers and the files for personal data. "
    "Read every page, and every file in the ZIP, first."
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A pack with all that a person needs to know of it. ``send`` is for the commissioner, ``keep`` for nobody."""

    results: tuple[StandardResult, ...]
    pages: int
    verdict: Verdict
    send: tuple[tuple[str, Path], ...]
    keep: tuple[tuple[str, Path], ...]
    notes: tuple[str, ...]

    @property
    def places(self) -> tuple[tuple[str, Path], ...]:
        """Every file by its label."""
        return (*self.send, *self.keep)


def pack_from_files(
    request: PackRequest,
    out: Path,
    *,
    workbook: Path | None = None,
    passphrase_file: Path | None = None,
    practice: bool = False,
    clock: Clock | None = None,
    files: Files | None = None,
    step: Step = no_step,
) -> Delivery:
    """Take the files in, sign a pack into ``out`` and check it. See ADR 0011 for what is left where."""
    tools = Tools(clock or SystemClock(), files or Files(), step)
    _require_fresh(out)
    inputs = Inputs.read(request)
    if workbook is None:
        return _in_new_workbook(inputs, out, tools, practice=practice)
    passphrase = read_secret(passphrase_file, "passphrase", "--passphrase-file")
    with Workbook.open(workbook, passphrase, clock=tools.clock, files=tools.files) as opened:
        signing_leaf(opened, passphrase)
        intake = inputs.into(opened)
        try:
            made = _make(opened, request, intake, passphrase, out, tools)
        except BaseException:
            with contextlib.suppress(AppError):
                opened.db.undo()  # the import, so that trying again does not store it twice
            raise
    return _delivery(inputs, intake, made, opened, (), ())


def _require_fresh(out: Path) -> None:
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise InputError(what=f"{out} is there already and is not empty.", to_do="Name a new or an empty folder.")


def _in_new_workbook(inputs: Inputs, out: Path, tools: Tools, *, practice: bool) -> Delivery:
    private = out if practice else out / PRIVATE
    with plain_disk_errors("The folder"):
        tools.files.make_folder(private)
    try:
        return _made_in(inputs, out, private, tools, practice=practice)
    except BaseException:
        tools.files.discard_tree(private / WORKBOOK)  # nothing is in it that the files given do not hold
        for name in (PASSPHRASES, SHEET, ROOT_KEY):
            tools.files.discard(private / name)
        if private != out:
            tools.files.discard_tree(private)
        raise


def _made_in(inputs: Inputs, out: Path, private: Path, tools: Tools, *, practice: bool) -> Delivery:
    with stocked(inputs, private, tools, practice=practice) as (workbook, intake, passphrase):
        made = _make(workbook, inputs.request, intake, passphrase, out, tools)
    kept = (
        ("workbook", private / WORKBOOK),
        ("root key", private / ROOT_KEY),
        ("passphrases", private / PASSPHRASES),
        ("recovery sheet", private / SHEET),
    )
    move = (
        f"Print {SHEET} for the chair or the treasurer, then move it, {PASSPHRASES} and {ROOT_KEY} off this computer: "
        "whoever has them can open and sign everything."
    )
    return _delivery(inputs, intake, made, workbook, kept, () if practice else (move,))


def _make(
    workbook: Workbook, request: PackRequest, intake: Intake, passphrase: str, out: Path, tools: Tools
) -> MadePack:
    wish = PackWish(intake.assessment_id, request.made_for, request.reference, request.as_at)
    return make_pack(workbook, wish, passphrase, out, tools.clock, tools.files, tools.step)


def _delivery(
    inputs: Inputs,
    intake: Intake,
    made: MadePack,
    workbook: Workbook,
    kept: tuple[tuple[str, Path], ...],
    moves: tuple[str, ...],
) -> Delivery:
    evidence = (("evidence" if len(made.evidence) == 1 else path.stem, path) for path in made.evidence)
    send = (("pack", made.pdf), *evidence, ("root certificate", made.root))
    notes = [NOT_SEARCHED, *made.weak_points, *_of_the_inputs(inputs), *intake.notes]
    if made.unknown_characters:
        shown = ", ".join(made.unknown_characters)
        notes.append(f"These characters are not in the font of the pack and are written as codes: {shown}.")
    if workbook.backup_problem is not None:
        notes.append(f"The pack is good, but the workbook could not be backed up. {workbook.backup_problem}")
    return Delivery(made.results, made.pages, made.verdict, send, kept, (*moves, *notes))


def _of_the_inputs(inputs: Inputs) -> Iterator[str]:
    if inputs.assessment.status.casefold() == "draft":
        yield "The answers are marked as a draft. The pack says only that no sign-off by trustees is recorded."
    if not inputs.request.made_for:
        yield "No commissioner is named on the cover: add --made-for."
    yield from scope_notes(inputs.services)


def delivery_as_data(made: Delivery) -> dict[str, object]:
    """A delivery for JSON."""
    return {
        "pages": made.pages,
        "check": verdict_as_data(made.verdict),
        "standards": results_as_data(made.results),
        "files": {label: str(path) for label, path in made.places},
        "notes": list(made.notes),
    }
